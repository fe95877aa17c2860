import { describe, expect, test } from 'vitest';
import {
  type FoundWords,
  languageOf,
  wordsIn,
} from '../../src/domain/findings/rules/wording/found.ts';
import { english } from '../../src/domain/findings/rules/wording/english.ts';
import { hasQuantity, hasTime } from '../../src/domain/findings/rules/wording/quantity.ts';
import { sentences } from '../../src/domain/findings/rules/wording/sentences.ts';
import { german } from '../../src/domain/findings/rules/wording/german.ts';
import { pastedWords } from '../../src/domain/findings/rules/wording/pasted.ts';
import { summaryTooLong } from '../../src/domain/findings/rules/wording/summary.ts';
import type { PartialRecord } from '../../src/domain/findings/rule.ts';
import { anAccount } from '../support/accounts.ts';
import { codesIn, findingsIn } from '../support/reading.ts';
import { edited } from '../support/edit.ts';
import { pasted, said } from './wording-sentences.ts';

const kindsIn = (text: string, tag = 'en'): string[] => {
  const language = languageOf(tag);
  return language ? wordsIn(text, language).map(({ kind }: FoundWords) => kind) : [];
};

describe.each(Object.entries(said))('%s words', (kind, { wrong, right }) => {
  test('have twenty invented sentences each way', () => {
    expect([wrong.length, right.length]).toEqual([20, 20]);
  });
  test.each(wrong)('are seen: %s', (text) => expect(kindsIn(text)).toContain(kind));
  test.each(right)('are not: %s', (text) => expect(kindsIn(text)).not.toContain(kind));
});

/** A record of which a rule looks at no more than this. */
const only = (of: Partial<PartialRecord>): PartialRecord => of as PartialRecord;

describe('pasted words', () => {
  const faults = ([earlier, later]: readonly [string, string]) => [
    ...pastedWords.faults(
      only({
        postmortems: [
          anAccount({ ownership: earlier }),
          anAccount(
            { summary: 'It was late.', ownership: later, published: '2026-02-20T15:00:00Z' },
            'later',
          ),
        ],
        stories: new Map(),
      }),
    ),
  ];
  test('have twenty invented sentences each way', () => {
    expect([pasted.wrong.length, pasted.right.length]).toEqual([20, 20]);
  });
  test.each(pasted.wrong)('are seen: %s', (...both) => {
    expect(faults(both).map(({ told }) => told.file)).toEqual(['postmortems/later.mdx']);
  });
  test.each(pasted.right)('are not: %s', (...both) => expect(faults(both)).toEqual([]));
});

describe('a summary', () => {
  const all = Object.values(said).flatMap(({ right }) => right);
  /** So many words of invented sentences, from one of them on. */
  const upTo = (from: number, most: number): string[] =>
    all.slice(from).join(' ').split(/\s+/).slice(0, most);
  const found = (words: readonly string[], index: number): number =>
    [
      ...summaryTooLong.faults(
        only({
          postmortems: [anAccount({ summary: words.join(index % 2 ? ' ' : '\n') })],
        }),
      ),
    ].length;
  test.each([...Array(20).keys()])(
    'of 120 words is not too long, and of more it is: from sentence %i',
    (from) => {
      expect(found(upTo(from, 120 - from), from)).toBe(0);
      expect(found(upTo(from, 121 + 5 * from), from)).toBe(1);
    },
  );
});

describe('German words', () => {
  test.each([
    ['minimising', 'Eine kleine Anzahl von Kunden war betroffen.'],
    ['minimising', 'Einige Nutzer konnten sich nicht anmelden.'],
    ['minimising', 'Der Dienst war kurzzeitig nicht erreichbar.'],
    ['evading', 'Wir bitten um Verständnis.'],
    ['evading', 'Wir entschuldigen uns für die Unannehmlichkeiten.'],
    ['rationalising', 'Die Last war beispiellos.'],
    ['blaming', 'Die Ursache war menschliches Versagen.'],
    ['patronising', 'Wie Sie sicher wissen, altern Zertifikate.'],
    ['hedged', 'Es tut uns leid, aber es war niemand da.'],
    ['hedged', 'Wir entschuldigen uns. Allerdings war nichts verloren.'],
    ['vague', 'Wir beheben das so schnell wie möglich.'],
    ['overdone', 'Wir arbeiten mit Hochdruck daran.'],
  ])('are seen as %s: %s', (kind, text) => expect(kindsIn(text, 'de')).toContain(kind));

  test.each([
    'Eine kleine Anzahl von Kunden, 14 von 300, war betroffen.',
    'Das war keine kurze Störung.',
    'Wir bitten um Entschuldigung. 312 Kunden warteten 40 Minuten.',
    'Bis 14:30 Uhr sagen wir mehr.',
    'Sie schrieben: „einige Kunden waren betroffen“.',
  ])('are not: %s', (text) => expect(kindsIn(text, 'de')).toEqual([]));

  test('are not looked for in other languages', () => {
    expect(languageOf('fr')).toBeUndefined();
    expect(languageOf('de-AT')).toBe(german);
  });
});

const words = (text: string) => [...sentences(text, () => true)].flatMap(({ words: all }) => all);

describe('a quantity', () => {
  test.each(['14 of 300', '0.4%', '1,240 workspaces', '10–15% of them', 'twelve customers', '~50'])(
    'is %s',
    (text) => expect(hasQuantity(english, words(`It was ${text}.`))).toBe(true),
  );
  test.each([
    'at 09:14',
    'HTTP 500',
    'v2',
    'version 3',
    '500 errors',
    'on 17 January',
    'in 2026',
    '9 am',
  ])('is not %s', (text) =>
    expect(hasQuantity(english, words(`It was ${text} that it broke`))).toBe(false),
  );
  test.each(['at 10:30', 'on 17 January', 'within 20 minutes'])('is a time in %s', (text) =>
    expect(hasTime(english, words(`Back ${text}.`))).toBe(true),
  );
});

describe('where words stand', () => {
  const postmortem = 'postmortems/late-webhooks.mdx';
  test.each([
    ['title: Why webhooks arrived late', 'title: A brief outage', ''],
    ['because: It was reviewed as a rename.', 'because: It failed intermittently.', ''],
    ['title: Refuse pool sizes below the need', 'title: Refuse intermittent errors', ''],
    ['text: We first wrote 1100 workspaces.', 'text: It was intermittent.', ''],
    [
      '    due: 2026-02-01',
      '    due: 2026-02-01\n    moved: [{ to: 2026-03-01, because: It had minor issues., on: 2026-01-30 }]',
      '',
    ],
    ['thanks: Thank you to the customers whose', 'thanks: Thank you to some customers whose', ''],
  ])('is looked at: %s', (replace, by) =>
    expect(codesIn(edited({ file: postmortem, replace, by }))).toContain('minimising-words'),
  );

  test('is told of a story by its line', () => {
    const story = 'The workers drained the queue more slowly than it grew.';
    const files = edited({
      file: postmortem,
      replace: story,
      by: `One.\n\nThat was\nintermittent.`,
    });
    const line = files[postmortem]?.split('\n').indexOf('intermittent.') ?? 0;
    expect(findingsIn(files)).toMatchObject([
      { code: 'minimising-words', line: line + 1, column: 1 },
    ]);
  });

  test.each([
    '`some users`',
    '> Some users were hit.',
    '```\nsome users\n```',
    'They wrote “some users”.',
  ])('is not code or a quotation: %s', (text) => expect(kindsIn(text)).toEqual([]));

  test('may be the name of a service', () => {
    const files = edited([
      { file: 'services.yaml', replace: 'name: Webhooks', by: 'name: Intermittent' },
      {
        file: postmortem,
        replace: 'The workers',
        by: 'The service Intermittent was late. The workers',
      },
    ]);
    expect(codesIn(files)).toEqual([]);
  });
});

test.each(['constructor', 'toString', '__proto__', 'valueOf', 'hasOwnProperty'])(
  'a word that programs have for something else is a word: %s',
  (word) => {
    expect(kindsIn(`The ${word}’s order was a ${word}, and nobody saw it.`)).toEqual([]);
  },
);
