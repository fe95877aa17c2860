import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Translations } from '../../src/domain/language.ts';
import { de } from '../../src/strings/de.ts';
import { fillingIn } from '../../src/strings/filling.ts';
import { sayForeign } from '../../src/strings/foreign.ts';
import { formatIn } from '../../src/strings/format.ts';
import { ownTongue, pageTongue, stringsIn } from '../../src/strings/index.ts';
import { translationSchema } from '../../src/strings/translation-schema.ts';
import { allPaths, missingIn } from '../../src/strings/words.ts';

test('German says all that there is to say, and fills in the same', () => {
  expect(missingIn('de', {})).toEqual([]);
  expect(translationSchema('de').safeParse(de).error?.issues ?? []).toEqual([]);
});

test.each([
  ['de', 'Verlauf'],
  ['de-AT', 'Verlauf'],
  ['en', 'History'],
  ['en-US', 'History'],
  ['fr', 'History'],
])('the words of %s are those of its language, or else English', (language, word) => {
  expect(stringsIn(language, {}).nav.incidents).toBe(word);
});

test.each([
  ['en', 'Q4 2026'],
  ['de', '4. Quartal 2026'],
])('a quarter is called in %s by its number and its year', (language, name) => {
  expect(stringsIn(language, {}).quarter(2026, 4)).toBe(name);
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
  const fill = fillingIn('cs')({ one: '# den', few: '# dny', other: '# dní' }, ['#']);
  expect([1, 3, 5, 1200].map((n) => plain(fill(n)))).toEqual([
    '1 den',
    '3 dny',
    '5 dní',
    '1 200 dní',
  ]);
});

test('what is filled in is never filled itself, and a year has no mark in it', () => {
  const fill = fillingIn('en')('{a}, {b} and {by}; #', ['b', 'a']);
  expect(fill('{a} #', 2026)).toBe('2026, {a} # and {by}; #');
});

test.each([
  ['en', {}, 'en', 'ltr', undefined],
  ['de-AT', {}, 'de-AT', 'ltr', undefined],
  ['fr', {}, 'en', 'ltr', { lang: 'fr', dir: 'ltr' }],
  ['ar', {}, 'en', 'ltr', { lang: 'ar', dir: 'rtl' }],
  ['ar', { ar: {} }, 'ar', 'rtl', undefined],
  ['pt-BR', { pt: {} }, 'pt-BR', 'ltr', undefined],
  ['pt', { 'pt-BR': {} }, 'en', 'ltr', { lang: 'pt', dir: 'ltr' }],
])(
  'a site in %s with %o has pages in what they speak',
  (language, translations, lang, dir, own) => {
    expect(pageTongue(language, translations)).toEqual({ lang, dir });
    expect(ownTongue(language, translations)).toEqual(own);
  },
);

describe('the words of a company', () => {
  const nav = (language: string, translations: Translations) =>
    stringsIn(language, translations).nav;

  test('go before ours, and the nearer before the wider', () => {
    const translations = {
      de: { nav: { incidents: 'Chronik', search: 'Finden' } },
      'de-AT': { nav: { search: 'Suchen' } },
    };
    expect(nav('de-AT', translations)).toMatchObject({
      incidents: 'Chronik',
      search: 'Suchen',
      postmortems: 'Berichte',
    });
    expect(nav('de', translations).search).toBe('Finden');
    expect(nav('en', translations).search).toBe('Search');
  });

  test('are filled with the numbers of their language, and what is missing as English is', () => {
    const fr = { history: { entries: { one: '# entrée', other: '# entrées' } } };
    const say = stringsIn('fr', { fr });
    expect([0, 1, 2, 1234].map((n) => say.history.entries(n).replace(/\s/g, ' '))).toEqual([
      '0 entrée',
      '1 entrée',
      '2 entrées',
      '1 234 entrées',
    ]);
    expect([0, 1].map((n) => say.postmortem.facts.changes(n))).toEqual(['0 changes', '1 change']);
    expect(missingIn('fr', { fr })).toHaveLength(allPaths().length - 1);
    expect(missingIn('de', { de: {} })).toEqual([]);
  });

  test('are marked where they are English, and a page says so wherever it can', () => {
    const say = stringsIn('fr', { fr: { skip: 'Aller' } }, { marked: true });
    const [skip, search] = [say.skip, say.nav.search];
    const page = (text: string, text2: string) =>
      `<title>${text}</title><a title="${text} > b">${text}</a><!-- ${text} --><option>${text}</option>${text2}`;
    expect(sayForeign(page(skip, search))).toBe(
      page('Aller', '<span lang="en" dir="ltr">Search</span>'),
    );
    expect(sayForeign(page(search, ''))).toBe(
      page('Search', '').replace('>Search</a>', '><span lang="en" dir="ltr">Search</span></a>'),
    );
    expect(sayForeign(`<a href="mailto:a@b.example?subject=${encodeURIComponent(search)}">`)).toBe(
      '<a href="mailto:a@b.example?subject=Search">',
    );
  });
});
