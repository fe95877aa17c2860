import { expect, test } from 'vitest';
import { readPage } from '../support/pages.ts';
import { sites } from './built.ts';

const { calm } = sites;

/** What was taken out and put in, as a page has it, with what is said for the ear. */
const differences = (html: string): string[] =>
  [...html.matchAll(/<(del|ins)>(.*?)<\/\1>/gs)].map(([, tag = '', inner = '']) =>
    `${tag} ${inner.replace(/<[^>]*>/g, '')}`.replace(/\s+/g, ' ').trim(),
  );

test.each([
  [
    'an incident',
    'incidents/2026-10-19-eu-packet-loss/index.html',
    ['ins put in: and failed reads', 'del taken out: Degraded', 'ins put in: Partial outage'],
  ],
  [
    'a postmortem',
    'postmortems/2026-11-12-late-webhooks/index.html',
    ['del taken out: 1,118', 'ins put in: 1,240'],
  ],
])('%s shows word by word what stood there before', (_, file, expected) => {
  const found = differences(readPage(calm.folder, file));
  expect(found).toEqual(expect.arrayContaining(expected));
});

test('whoever follows gets a correction as an entry, with the difference and without words for the ear', () => {
  const feed = readPage(calm.folder, 'updates.xml');
  expect(feed).toContain('>corrected:2026-10-19-eu-packet-loss/1');
  expect(feed).toMatch(/<ins>and failed reads\s*<\/ins>/);
});

test('a promise that was moved shows the day that was promised first', () => {
  const page = readPage(calm.folder, 'postmortems/2026-11-12-late-webhooks/index.html');
  expect(page).toContain('<time datetime="2026-12-11">');
  expect(page).toContain('<time datetime="2026-12-18">');
});

test('what was taken out leaves its mark and the day', () => {
  const page = readPage(calm.folder, 'incidents/2026-10-06-search-behind/index.html');
  expect(page).toContain('[redacted]');
  expect(page).toContain('<time datetime="2026-10-06">');
});
