import { expect, test } from 'vitest';
import { headerLines } from '../../src/site/astro/header-lines.ts';

const files = [
  '404.html',
  '_astro/scripts/live.abc.js',
  '_astro/site.abc.css',
  '_headers',
  'favicon.svg',
  'feed.xml',
  'incidents/late/index.html',
  'index.html',
  'pagefind/pagefind.js',
  'postmortems/feed.xml',
  'postmortems/index.html',
  'robots.txt',
];

/** What a host answers for a path: all rules that match it, as Netlify and Cloudflare Pages read them. */
function answer(path: string, base = '/'): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  let matches = false;
  for (const line of headerLines(base, files)) {
    if (!line.startsWith(' ')) {
      matches = line.endsWith('*') ? path.startsWith(line.slice(0, -1)) : path === line;
      continue;
    }
    const [name = '', value = ''] = line.trim().split(': ');
    if (matches) (found[name] ??= []).push(value);
  }
  return found;
}

test.each([
  '/',
  '/index.html',
  '/404.html',
  '/incidents/late/',
  '/postmortems/',
  '/postmortems/feed.xml',
  '/feed.xml',
])('what changes is asked for each time: %s', (path) => {
  expect(answer(path)['Cache-Control']).toEqual(['no-cache']);
});

test.each(['/_astro/site.abc.css', '/_astro/scripts/live.abc.js'])(
  'what has another name when it changes is kept: %s',
  (path) => {
    expect(answer(path)['Cache-Control']).toEqual(['public, max-age=31536000, immutable']);
  },
);

test('no file is told the same twice, under any path', () => {
  for (const base of ['/', '/our%20status/'])
    for (const file of files)
      for (const [name, values] of Object.entries(answer(base + file, base)))
        expect([file, name, values.length]).toEqual([file, name, 1]);
});
