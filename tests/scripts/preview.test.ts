import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { changedPages } from '../../scripts/lib/preview/changed-pages.ts';
import { previewOf } from '../../scripts/lib/preview/preview.ts';
import { newFolder } from '../support/ownup.ts';

const pageOf = (title: string, main: string): string =>
  `<!doctype html><html><head><title>${title}</title><link rel="stylesheet" href="/_astro/a.css"></head><body><main id="Content">${main}</main><script src="/_astro/scripts/a.js"></script></body></html>`;

/** A built site. */
function site(files: Readonly<Record<string, string>>): string {
  const folder = newFolder('preview');
  for (const [file, text] of Object.entries({ '_astro/a.css': 'h1{color:red}', ...files })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

const before = site({
  'index.html': pageOf('Home', '<h1>All is well</h1>').replace('a.css', 'b.css'),
  'services/index.html': pageOf('Services', '<p>API</p>'),
  'postmortems/index.html': pageOf('Postmortems', 'None.'),
});
const after = site({
  'index.html': pageOf('Home', '<h1>All is well</h1>'),
  'services/index.html': pageOf(
    'Services',
    '<p>API, slow</p><a href="/postmortems/late/#Why_1">x</a>',
  ),
  'postmortems/index.html': pageOf('Postmortems', 'None.'),
  'postmortems/late/index.html': pageOf(
    'Late',
    '<h2 id="Why_1">Why</h2><a href="#Why_1">1</a><a href="/postmortems/">all</a><a href="https://example.com/">web</a><svg viewBox="0 0 9 9" aria-labelledby="Why_1 b"></svg><img src="/_astro/q.png" srcset="/_astro/q.webp 6w" sizes="9px" alt="Queue" onerror="alert(1)"><script>alert(1)</script><iframe srcdoc="x"></iframe>',
  ),
  '_astro/q.png': 'pixels',
});
const pages = changedPages(before, after);
const html = previewOf(pages, {
  folder: after,
  origin: 'https://status.ferry.example',
  base: '/',
  since: 'main',
});

test('pages that say something else are changed, whatever their styles are called', () => {
  expect(pages.map(({ path, isNew }) => [path, isNew])).toEqual([
    ['postmortems/late/', true],
    ['services/', false],
  ]);
});

test('the file needs nothing else, and runs nothing', () => {
  expect(html).not.toMatch(/<script|<iframe|<link|onerror|alert\(1\)/);
  expect(html).toContain("default-src 'none'");
  expect(html).toContain('h1{color:red}');
  expect([...html.matchAll(/\ssrc="([^"]*)"/g)].map(([, src]) => src)).toEqual([
    `data:image/png;base64,${Buffer.from('pixels').toString('base64')}`,
  ]);
  // Nothing is loaded, so there is nothing to choose from.
  expect(html).not.toMatch(/srcset|sizes=/);
});

test('links lead to the pages beside, to the site as it is, or to the web, and no id is there twice', () => {
  const links = [...html.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href);
  expect(links).toEqual([
    '#p0',
    '#p1',
    '#p0-Why_1',
    'https://status.ferry.example/postmortems/',
    'https://example.com/',
    '#p0-Why_1',
  ]);
  expect(html).toContain('id="p0-Why_1"');
  expect(html).toContain('viewBox="0 0 9 9" aria-labelledby="p0-Why_1 p0-b"');
});
