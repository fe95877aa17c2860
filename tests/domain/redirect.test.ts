import { describe, expect, test } from 'vitest';
import { oldPath, placeOf } from '../../src/domain/redirect.ts';
import { briefly } from '../support/reading.ts';
import { edited } from '../support/edit.ts';

describe('an old path', () => {
  test.each(['/issues/2020-01-17-late/', '/issue.html', '/a/b/c', '/%C3%BCber/'])(
    'can be %s',
    (path) => {
      expect(oldPath.safeParse(path).success).toBe(true);
    },
  );

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
    `/${'a'.repeat(5000)}"`,
  ])('is never %j', (path) => {
    expect(oldPath.safeParse(path).success).toBe(false);
  });
});

test('a place is the same however it is written', () => {
  expect(['/a/b', '/a/b/', '/a/b/index.html', '/a/%62'].map(placeOf)).toEqual([
    'a/b',
    'a/b',
    'a/b',
    'a/b',
  ]);
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
  ])('may not hide %s', (from) => {
    expect(found(`  ${from}: /\n`)).toEqual(['redirect-over-page site.yaml:4:3']);
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
