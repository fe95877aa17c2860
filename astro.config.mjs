import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import { defineConfig, passthroughImageService } from 'astro/config';
import { siteAddress } from './src/data/address.ts';
import { storyGuard } from './src/data/story-guard.ts';
import { environment } from './src/environment.ts';

// No command of Ownup talks to anybody it was not asked to.
Object.assign(process.env, { ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DEV_BACKGROUND: '0', ASTRO_PREVIEW_BACKGROUND: '0' });

const settings = environment();
const { origin, base } = siteAddress(settings);

export default defineConfig({
  site: origin,
  base,
  outDir: settings.out,
  cacheDir: settings.cache,
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  image: { service: passthroughImageService() },
  markdown: { syntaxHighlight: false, processor: satteri() },
  integrations: [mdx({ optimize: true })],
  // Styles and scripts as files of their own: a content security policy without exceptions.
  build: { inlineStylesheets: 'never' },
  vite: {
    plugins: [storyGuard(settings.content)],
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Every MDX entry has a directive that bundlers warn of: withastro/astro#18087.
        onwarn: (warning, warn) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || warn(warning),
      },
    },
    server: { fs: { allow: [fileURLToPath(new URL('.', import.meta.url)), settings.content] } },
  },
});
