import { expect, test } from 'vitest';
import { filesInMemory } from '../../src/record/files/files.ts';
import { blockHtml, inlineHtml, plainText } from '../../src/site/markdown.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { creditOffers } from '../../src/domain/credits/offer/offers.ts';
import { publishedPolicies } from '../../src/domain/credits/offer/published.ts';
import { situation } from '../../src/domain/status/headline.ts';
import { historyPages } from '../../src/domain/history/history-pages.ts';
import { type RecordIndex, indexRecord } from '../../src/domain/record/index-record.ts';
import { promiseStanding } from '../../src/domain/promises/promises.ts';
import { byBeginning } from '../../src/domain/record/record.ts';
import { monthlyBreakdowns, yearlyBreakdowns } from '../../src/domain/uptime/service-history.ts';
import { serviceOverviews } from '../../src/domain/uptime/service-overview.ts';
import { timelineOf } from '../../src/domain/status/timeline.ts';
import { lastWhys, whyTree } from '../../src/domain/whys.ts';
import { exampleFiles, exampleRest, mutant } from '../support/mutants.ts';

const now = Date.parse('2026-12-01T12:00:00Z');
const seed = Number(process.env['OWNUP_FUZZ_SEED'] ?? 1);
const count = Number(process.env['OWNUP_FUZZ_COUNT'] ?? 25);
const example = exampleFiles();
const rest = exampleRest();

/** What pages show of a record, without the pages. */
function* shown(record: RecordIndex): Generator {
  yield situation(record);
  yield serviceOverviews(record);
  yield historyPages([...record.incidents].sort(byBeginning), record.site.time_zone, now);
  yield publishedPolicies(record);
  for (const service of record.services)
    yield [monthlyBreakdowns(record, service), yearlyBreakdowns(record, service)];
  for (const incident of record.incidents)
    yield [timelineOf(incident, now), creditOffers(record, incident)];
  for (const postmortem of record.postmortems) {
    yield lastWhys(whyTree(postmortem.whys)).map(({ why }) => why.why);
    for (const action of postmortem.actions) yield promiseStanding(postmortem, action, record);
  }
}

const isPlain = (value: object): boolean =>
  Array.isArray(value) || [null, Object.prototype].includes(Object.getPrototypeOf(value) as null);

/** Every text and number in a value, each object looked into once. */
function* leavesOf(value: unknown, seen = new Set<object>()): Generator<string> {
  if (typeof value === 'number' || typeof value === 'string') yield String(value);
  else if (typeof value === 'object' && value !== null && !seen.has(value)) {
    seen.add(value);
    if (value instanceof Map || value instanceof Set)
      for (const inner of value.values()) yield* leavesOf(inner, seen);
    else if (isPlain(value)) for (const inner of Object.values(value)) yield* leavesOf(inner, seen);
    else yield String(value);
  }
}

const nonsense = /\bundefined\b|\bNaN\b|Invalid Date|\[object /;

const forms = new Map<string, string[]>();

/** What a text is printed as. Records that differ in one place have most texts in common. */
function formsOf(text: string): string[] {
  const known = forms.get(text) ?? [blockHtml(text, '/'), inlineHtml(text, '/'), plainText(text)];
  forms.set(text, known);
  return known;
}

/** What is shown of an accepted record that nobody should see. */
function nonsenseIn(record: RecordIndex): string[] {
  const texts = [...leavesOf([...shown(record)])];
  const html = [...new Set(texts.filter((text) => text.length > 20))].flatMap(formsOf);
  return [...texts, ...html].filter((text) => nonsense.test(text));
}

test('the example itself is accepted, and shows no nonsense', () => {
  const { record, findings } = readRecord(filesInMemory({ ...rest, ...example }), now);
  expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
  expect(record && nonsenseIn(indexRecord(record, now))).toEqual([]);
});

test(`${count} records with something wrong in them, from ${seed} on: each is read to its end, and is refused or can be shown`, () => {
  let refused = 0;
  for (let number = seed; number < seed + count; number++) {
    const { file, files } = mutant(number, example);
    const about = `OWNUP_FUZZ_SEED=${number} OWNUP_FUZZ_COUNT=1, in ${file}`;
    try {
      const { record, findings } = readRecord(filesInMemory({ ...rest, ...files }), now);
      const errors = findings.filter(({ level }) => level === 'error');
      expect(record === undefined).toBe(errors.length > 0);
      for (const { what, expected, write, line, column } of findings) {
        expect(`${what} ${expected} ${write}`).not.toMatch(nonsense);
        expect(Math.min(line, column)).toBeGreaterThan(0);
      }
      if (record) expect(nonsenseIn(indexRecord(record, now))).toEqual([]);
      else refused += 1;
    } catch (error) {
      throw new Error(about, { cause: error });
    }
  }
  if (count >= 25) expect(refused).toBeGreaterThan(count / 10);
});
