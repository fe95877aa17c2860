import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filesInMemory } from '../../src/record/files/files.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { redirectOverPage } from '../../src/domain/findings/rules/record/redirects.ts';
import { oldPath, placeOf } from '../../src/domain/redirect.ts';
import { newFolder } from '../support/ownup.ts';

const { pages } = readRecord(filesInMemory(exampleRecord), Date.parse('2026-11-23'));
const ofTheSite = [
  ...['feed.xml', 'history.rss', 'issues/index.xml', 'services/api/updates.xml', 'status.json'],
  ...['postmortems/feed.xml', '404.html', 'index.html', '_headers'],
];

const step = fc.oneof(
  fc.constantFrom(
    ...['a', 'b', 'A', 'index.html', 'feed.xml', 'Feed.XML', '..', '.', '_redirects', '404', ''],
    ...['history.rss', 'issues', 'index.xml', 'services', 'api', 'updates.xml', 'status.json'],
    ...['%C3%BC', '%2E%2E', '%00', '%2F', 'incidents', 'schemas', 'favicon.svg', 'a.html'],
  ),
  fc.string({ maxLength: 6 }),
  fc.string({ unit: 'grapheme', maxLength: 4 }).map(encodeURIComponent),
  fc.integer({ min: 195, max: 300 }).map((length) => 'x'.repeat(length)),
);
const address = fc
  .tuple(fc.array(step, { minLength: 1, maxLength: 3 }), fc.constantFrom('', '/'))
  .map(([steps, end]) => `/${steps.join('/')}${end}`);

/** Those of which nothing is found. */
function accepted(addresses: readonly string[]): string[] {
  const wellFormed = addresses.filter((from) => oldPath.safeParse(from).success);
  const site = { redirects: Object.fromEntries(wellFormed.map((from) => [from, '/'])) };
  const problems = [...redirectOverPage.check({ site, pages } as never)];
  const refused = problems.map(({ place }) => place.path.at(-1));
  return Object.keys(site.redirects).filter((from) => !refused.includes(from));
}

/** Writes a file where there is none. */
function write(folder: string, file: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), '', { flag: 'wx' });
}

test('redirects of which nothing is found can all be written, each to a page of its own within the site', () => {
  const folder = newFolder('redirects');
  let written = 0;
  fc.assert(
    fc.property(fc.array(address, { minLength: 1, maxLength: 6 }), (addresses) => {
      rmSync(folder, { recursive: true, force: true });
      for (const file of [...ofTheSite, ...pages.files]) write(folder, file);
      const files = accepted(addresses).map((from) => `${placeOf(from)}/index.html`);
      for (const file of files) {
        expect(join(folder, file).startsWith(`${folder}/`)).toBe(true);
        write(folder, file);
      }
      expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(files.length);
      written += files.length;
    }),
    { numRuns: 300 },
  );
  expect(written).toBeGreaterThan(100);
});
