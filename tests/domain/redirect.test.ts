import { describe, expect, test } from 'vitest';
import { oldPath, placeOf } from '../../src/domain/redirect.ts';
import { briefly } from '../support/reading.ts';
import { edited } from '../support/edit.ts';

describe('an old path', () => {
  test.each([
    '/issues/2020-01-17-late/',
    '/issue.html',
    '/a/b/c',
    '/a/index.html',
    '/%C3%BCber/',
    '/%E0%A4%B9%E0%A4%BF%E0%A4%A8%E0%A5%8D%E0%A4%A6%E0%A5%80/',
    '/%D9%85%DB%8C%E2%80%8C%D8%B1%D9%88%D8%AF/',
    '/terms%20of%20use.html',
    '/well-known/a_b~c',
    `/${'a'.repeat(200)}/`,
  ])('can be %s', (path) => {
    expect(oldPath.safeParse(path).success).toBe(true);
  });

  test.each([
    '',
    '/',
    'issues/',
    '//example.com/',
    '/a//b/',
    '/a/../b/',
    '/..',
    '/a b/',
    '/a?b',
    '/a#b',
    'https://example.com/',
    '/<script>/',
    '/a\\b',
    '/a/;alert(document.domain);/b/',
    ...[...`!$&'()*+,;=:@[]{}|^\``].map((sign) => `/a${sign}b/`),
    ...['00', '0A', '5C', '2F', '3B', '25', '3C', '22', '2A', '7F'].map((code) => `/a%${code}b/`),
    ...['E2%80%AE', 'E2%80%8B', 'C2%A0', 'EF%BB%BF', 'FF', 'C3', 'E2%80%A8'].map(
      (code) => `/a%${code}b/`,
    ),
    '/%2E%2E/x/',
    '/a/.%2e/',
    '/.../',
    '/%20/',
    ...[
      '/.git/config',
      '/.htaccess',
      '/.well-known/x',
      '/a/.b/',
      '/%2Eenv',
      '/a./',
      '/a.html.',
      '/a%2E/',
    ],
    ...['%20a', 'a%20', '%E2%80%8Da', 'a%E2%80%8C', '.a%20b', 'a%20.'].map(
      (step) => `/x/${step}/y`,
    ),
    '/a%/',
    '/a%zz/',
    '/a/index.html/b/',
    `/${'a'.repeat(201)}/`,
    `/${'%C3%BC'.repeat(101)}/`,
    `/${'a/'.repeat(250)}`,
    `/${'a'.repeat(5000)}"`,
  ])('is never %j', (path) => {
    expect(oldPath.safeParse(path).success).toBe(false);
  });
});

test('a place is the same however it is written', () => {
  const ways = ['/a/b', '/a/b/', '/a/b/index.html', '/a/b/index.html/', '/a/%62', 'a/b//'];
  expect(ways.map(placeOf)).toEqual(ways.map(() => 'a/b'));
  expect(['/', '/index.html', 'index.html', ''].map(placeOf)).toEqual(['', '', '', '']);
  expect(placeOf('/myindex.html')).toBe('myindex.html');
  expect(placeOf('/%E0%A4%A/')).toBe('%E0%A4%A');
});

describe('redirects in site.yaml', () => {
  const url = 'url: https://status.ferry.example/';
  const found = (redirects: string) =>
    briefly(edited({ file: 'site.yaml', replace: url, by: `${url}\nredirects:\n${redirects}` }));

  test.each([
    '/incidents/2026/',
    '/services/api/',
    '/postmortems/late-webhooks/',
    '/promises/',
    '/search/',
    '/',
    '/feed.xml',
  ])('may lead to %s', (to) => {
    expect(found(`  /old/: ${to}\n`)).toEqual([]);
  });

  test.each([
    '/incidents/',
    '/services/api/',
    '/pagefind/x/',
    '/_astro/x.css',
    '/feed.xml',
    '/incidents/2031/',
    '/incidents/late-webhooks/index.html',
    '/index.html',
    '/feed.xml/x/',
    '/postmortems/feed.xml/x/y/',
    '/favicon.svg',
    '/Favicon.svg/x/',
    '/schemas/site.schema.json/x/',
    '/_redirects',
    '/_headers/x/',
    '/_worker.js/',
    '/%5Fastro/x/',
    '/Incidents/',
    '/PAGEFIND/x/',
    '/404/',
    '/404.html/x/',
    '/Services/API/',
    '/banner.js',
    '/badge.svg/x/',
    '/services/api/badge.json',
    '/services/api/badge.svg/x/',
    '/api/v2/status.json',
  ])('may not hide %s', (from) => {
    expect(found(`  ${from}: /\n`)).toEqual(['redirect-over-page site.yaml:4:3']);
  });

  test('from below a page, or beside one, are fine', () => {
    expect(
      found('  /incidents/late-webhooks/old/: /\n  /incident/: /\n  /feed/: /feed.xml\n'),
    ).toEqual([]);
  });

  test('are the same place in other letters', () => {
    expect(found('  /a%CC%88/: /\n  /%C3%84/: /\n  /Stra%C3%9Fe/: /\n  /strasse/: /\n')).toEqual([
      'redirect-over-page site.yaml:5:3',
      'redirect-over-page site.yaml:7:3',
    ]);
  });

  test('with a mistake hide no other mistake of their file', () => {
    expect(found('  /ü/: /\n  /a b/: /\n  /c/: /incidents/nothing/\n  /d/: "/#x"\n')).toEqual([
      'wrong-value site.yaml:4:3',
      'wrong-value site.yaml:5:3',
      'redirect-nowhere site.yaml:6:8',
      'wrong-value site.yaml:7:8',
    ]);
  });

  test('are found where they stand', () => {
    expect(found('  /a/: /incidents/nothing/\n  /b/: /\n  /c: https://example.com/\n')).toEqual([
      'redirect-nowhere site.yaml:4:8',
      'wrong-value site.yaml:6:7',
    ]);
  });
});
