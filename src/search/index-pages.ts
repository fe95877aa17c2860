import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';
import { inStableOrder } from './stable-order.ts';

/** A search page of pagefind's own: it writes inline styles, which our security policy forbids. */
const ownPages = /^pagefind-(component-ui|modular-ui|ui|highlight)\./;

function worked<T extends { errors: string[] }>(reply: T, what: string): T {
  if (reply.errors.length)
    throw new Error(
      `The index for the search could not be made: ${what}. ${reply.errors.join(' ')}`,
    );
  return reply;
}

/** The pages that can be found, in a fixed order: the same pages make the same index. */
function* pagesToFind(folder: string): Generator<{ url: string; content: string }> {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/^(incidents|postmortems)\/.*index\.html$/.test(file)) continue;
    const content = readFileSync(join(folder, file), 'utf8');
    if (content.includes('data-pagefind-body'))
      yield { url: `/${file.replace(/index\.html$/, '')}`, content };
  }
}

/** Indexes the built pages in `folder`, and puts the index there. Without anything to find there is none. */
async function writeIndex(folder: string): Promise<void> {
  const pages = [...pagesToFind(folder)];
  if (pages.length === 0) return;
  try {
    const { index } = worked(await createIndex(), 'pagefind did not start');
    if (!index) throw new Error('The index for the search could not be made: pagefind gave none.');
    for (const page of pages) worked(await index.addHTMLFile(page), page.url);
    for (const { path, content } of inStableOrder(
      worked(await index.getFiles(), 'pagefind gave no files').files,
    )) {
      if (ownPages.test(path)) continue;
      const file = join(folder, 'pagefind', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  } finally {
    await close();
  }
}

/** Makes what is built searchable. */
export const searchIndex = (): AstroIntegration => ({
  name: 'ownup-search',
  hooks: { 'astro:build:done': ({ dir }) => writeIndex(fileURLToPath(dir)) },
});
