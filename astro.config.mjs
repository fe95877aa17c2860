import { resolve } from 'node:path';
import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import { defineConfig, passthroughImageService } from 'astro/config';
import { siteAddress } from './src/site/address.ts';
import { currentTranslations } from './src/site/reading.ts';
import { brokenRecord } from './src/site/astro/dev-error-page.ts';
import { hostFiles } from './src/site/astro/host-files.ts';
import { stories } from './src/site/astro/stories.ts';
import { storyGuard } from './src/site/astro/story-gate.ts';
import { storyMarkup } from './src/site/astro/story-markup.ts';
import { pictureFiles } from './src/site/astro/picture-files.ts';
import { variantsOfPictures } from './src/site/astro/picture-variants.ts';
import { scriptFolder } from './src/layouts/policies.ts';
import { searchIndex } from './src/search/index-pages.ts';
import { serveIndex } from './src/search/serve-index.ts';
import { environment } from './src/environment/environment.ts';
import { packagesFolders, project } from './src/environment/project.ts';
import { stringsIn } from './src/strings/index.ts';

// No command of Ownup talks to anybody it was not asked to.
Object.assign(process.env, {
  ASTRO_TELEMETRY_DISABLED: '1',
  ASTRO_DEV_BACKGROUND: '0',
  ASTRO_PREVIEW_BACKGROUND: '0',
});

const settings = environment();
process.env.OWNUP_PUBLIC = settings.publicFolder;
const { origin, base, language } = siteAddress(settings);
const words = stringsIn(language, currentTranslations(settings.content));
const pictures = new Map();

/**
 * What is built is for readers: no drafts, and the security policy in every page. It hangs on the command alone: a DEV or NODE_ENV that stands
 * in the environment for another reason would otherwise reach `import.meta.env`.
 */
const audience = {
  name: 'ownup-audience',
  hooks: {
    'astro:config:setup': ({ command }) => {
      process.env.OWNUP_FOR = command === 'dev' ? 'writer' : 'readers';
      if (command === 'dev') return;
      process.env.NODE_ENV = 'production';
      for (const name of ['DEV', 'PROD', 'MODE', 'SSR', 'BASE_URL', 'SITE'])
        delete process.env[name];
    },
  },
};

/** Scripts in a folder of their own, which the security policy names. */
const scripts = {
  entryFileNames: `${scriptFolder}[name].[hash].js`,
  chunkFileNames: `${scriptFolder}[name].[hash].js`,
};

/** Astro encodes the addresses of pictures, and no others. */
const prefix = base.slice(0, -1);
const prefixes = { js: prefix, css: prefix, fallback: decodeURI(prefix) };

export default defineConfig({
  site: origin,
  // Astro compares it with addresses that it has decoded, and writes it into pages as it is.
  base: decodeURI(base),
  outDir: settings.out,
  publicDir: settings.publicFolder,
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  image: { service: passthroughImageService() },
  markdown: {
    syntaxHighlight: false,
    processor: satteri(storyMarkup(base, words.story, pictures)),
  },
  integrations: [
    audience,
    mdx({ optimize: true }),
    pictureFiles(pictures),
    searchIndex(),
    hostFiles(base),
  ],
  // Styles and scripts as files of their own: a content security policy without exceptions.
  build: { inlineStylesheets: 'never', assetsPrefix: base === '/' ? undefined : prefixes },
  vite: {
    cacheDir: resolve('node_modules/.cache/ownup'),
    environments: { client: { build: { rolldownOptions: { output: scripts } } } },
    plugins: [
      brokenRecord(settings.content),
      stories(settings.content),
      storyGuard(settings.content, pictures),
      variantsOfPictures(pictures, settings.cache),
      serveIndex(settings.out),
    ],
    build: {
      assetsInlineLimit: 0,
      // One style sheet for all pages, which a reader loads once: see docs/decisions/0006-no-inline.md.
      cssCodeSplit: false,
      rolldownOptions: {
        // Every MDX entry has a directive that bundlers warn of: withastro/astro#18087.
        onwarn: (warning, warn) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || warn(warning),
      },
    },
    // Of the content folder, no file is served as it is.
    server: {
      fs: { allow: [`${project}src`, `${project}.astro`, ...packagesFolders()] },
      // Nothing there is of a page, and it may have tens of thousands of files.
      watch: { ignored: (path) => path.startsWith(`${project}.cache`) },
    },
  },
});
