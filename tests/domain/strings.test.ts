import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countIn } from '../../src/strings/count.ts';
import { de } from '../../src/strings/de.ts';
import { en } from '../../src/strings/en.ts';
import { formatIn } from '../../src/strings/format.ts';
import { ownTongue, pageTongue, stringsIn } from '../../src/strings/index.ts';
import { entriesOf, placeholdersIn } from '../support/strings.ts';

describe('German', () => {
  const german = new Map(entriesOf(de));
  const english = entriesOf(en);

  test('has an entry for each English one, and no other', () => {
    expect([...german.keys()].sort()).toEqual(english.map(([path]) => path).sort());
  });

  test.each(english)('%s is filled with the same', (path, entry) => {
    const translated = german.get(path) ?? '';
    expect(typeof translated).toBe(typeof entry);
    expect(placeholdersIn(translated).sort()).toEqual(placeholdersIn(entry).sort());
  });
});

test.each([
  ['de', de],
  ['de-AT', de],
  ['en', en],
  ['en-US', en],
  ['fr', en],
])('the words of %s are those of its language, or else English', (language, words) => {
  expect(stringsIn(language)).toBe(words);
});

const at = Date.parse('2026-01-17T09:14:00Z');
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

test.each([
  [
    'en',
    '17 Jan 2026',
    '17 Jan 2026, 10:14 CET',
    '99.98%',
    '12,345,678,901,234,567.89',
    'a, b and c',
  ],
  [
    'de',
    '17. Jan. 2026',
    '17. Jan. 2026, 10:14 MEZ',
    '99,98 %',
    '12.345.678.901.234.567,89',
    'a, b und c',
  ],
  [
    'de-AT',
    '17. Jän. 2026',
    '17. Jän. 2026, 10:14 MEZ',
    '99,98 %',
    '12 345 678 901 234 567,89',
    'a, b und c',
  ],
])(
  'dates, numbers and lists follow %s, and no digit is lost on the way',
  (language, date, dateTime, percent, amount, list) => {
    const format = formatIn(language, 'Europe/Berlin');
    expect(format.date(at)).toBe(date);
    expect(format.dateTime(at)).toBe(dateTime);
    expect(plain(format.percent('99.98'))).toBe(percent);
    expect(plain(format.amount('12345678901234567.89'))).toBe(amount);
    expect(format.list(['a', 'b', 'c'])).toBe(list);
  },
);

test('a length of time in arithmetic keeps all of its digits, in units that people read', () => {
  const minutes = (count: number): number => count * 60_000;
  const { shortExactDuration } = formatIn('en', 'UTC');
  expect(
    [0, minutes(47), minutes(14.1), minutes(30 * 24 * 60), minutes(35_770) + 25_087.123, 0.001].map(
      shortExactDuration,
    ),
  ).toEqual([
    '0 sec',
    '47 min',
    '14 min 6 sec',
    '30 days',
    '24 days 20 hr 10 min 25.087123 sec',
    '0.000001 sec',
  ]);
});

test('a share is cut: it is never all, nor nothing, unless it is', () => {
  const { share } = formatIn('en', 'UTC');
  expect([1, 0.999_99, 0.9999, 0.4, 0.29, 0.123_45, 0.001, 0.000_95, 0.000_01].map(share)).toEqual([
    '100%',
    '99.9%',
    '99.9%',
    '40%',
    '29%',
    '12.3%',
    '0.1%',
    '0.09%',
    '0.001%',
  ]);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, minExcluded: true, maxExcluded: true }), (part) => {
      expect(share(part)).not.toMatch(/^(100|0|0\.0)%$/);
    }),
  );
});

test('what a rule says comes out as it was written', () => {
  const { rulePercent, ruleShare } = formatIn('de', 'UTC');
  expect(
    [99.9, 99.95, 99.999, 10, 33.3333, 0.07].map((percent) => plain(rulePercent(percent))),
  ).toEqual(['99,9 %', '99,95 %', '99,999 %', '10 %', '33,3333 %', '0,07 %']);
  expect(plain(ruleShare(0.055))).toBe('5,5 %');
});

test('numbers take the form that the language asks for', () => {
  const days = { one: '# den', few: '# dny', other: '# dní' };
  expect([1, 3, 5, 1200].map((n) => plain(countIn('cs')(n, days)))).toEqual([
    '1 den',
    '3 dny',
    '5 dní',
    '1 200 dní',
  ]);
});

test.each([
  ['en', 'en', 'ltr', undefined],
  ['de-AT', 'de-AT', 'ltr', undefined],
  ['fr', 'en', 'ltr', { lang: 'fr', dir: 'ltr' }],
  ['ar', 'en', 'ltr', { lang: 'ar', dir: 'rtl' }],
])('a site in %s has pages in the language that they speak', (language, lang, dir, own) => {
  expect(pageTongue(language)).toEqual({ lang, dir });
  expect(ownTongue(language)).toEqual(own);
});
