import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ratio, shareOf } from '../../src/domain/credits/exact/fraction.ts';
import { type Case, aPolicy, anOutageOf, assessed, untiered } from '../support/credits.ts';

const month = Date.parse('2026-01-01T00:00:00Z');
const text = (ms: number): string => new Date(month + ms).toISOString();

/** Windows around and in January, in seconds, with shares. */
const window = fc
  .record({
    start: fc.integer({ min: -5_000, max: 2_680_000 }),
    length: fc.integer({ min: 1, max: 200_000 }),
    share: fc.constantFrom(undefined, 0.1, 0.4, 1),
  })
  .map(({ start, length, share }) => ({ from: start * 1000, to: (start + length) * 1000, share }));
const windows = fc.array(window, { minLength: 1, maxLength: 6 });

const ways = [
  (fields: Readonly<Record<string, unknown>>) => aPolicy(fields),
  (fields: Readonly<Record<string, unknown>>) =>
    untiered({ multiple: { times: 10, when: { lt: 99.9 } }, ...fields }),
  (fields: Readonly<Record<string, unknown>>) =>
    untiered({ multiple: { times: 10, of: 'excess', when: { lte: 99.5 } }, ...fields }),
  (fields: Readonly<Record<string, unknown>>) =>
    untiered({ multiple: { times: 3, each_minutes: 60, begun: true }, ...fields }),
  (fields: Readonly<Record<string, unknown>>) =>
    untiered({ steps: { each_minutes: 7, percent: 3, begun: true }, ...fields }),
  (fields: Readonly<Record<string, unknown>>) =>
    untiered({
      steps: { each_minutes: 60, percent: 5, of: 'excess', when: { lt: 99.95 }, after_minutes: 10 },
      ...fields,
    }),
];
const downs = fc.constantFrom(
  {},
  { weigh_by_share: true },
  { whole_minutes: true },
  { min_consecutive_minutes: 5 },
  { weigh_by_share: true, whole_minutes: 5, min_consecutive_minutes: { gt: 3 } },
);
const policy = fc
  .tuple(fc.constantFrom(...ways), downs, fc.constantFrom(undefined, { percent: 30 }, { days: 3 }))
  .map(([way, down, cap]) => way({ down, cap }));

type Window = { from: number; to: number; share: number | undefined };
const outages = (found: readonly Window[]): Case['incidents'] =>
  found.map(({ from, to, share }, index) =>
    anOutageOf([[text(from), text(to), share === undefined ? {} : { share }]], `outage-${index}`),
  );
const rate = (of: Case['policy'], found: readonly Window[]) =>
  assessed({ policy: of, incidents: outages(found) })?.rate.ofFee;
const counted = (of: Case['policy'], found: readonly Window[]) =>
  assessed({ policy: of, incidents: outages(found) })?.counted;

test('a credit is never negative and never above the cap, and uptime lies between 0 and 1', () => {
  fc.assert(
    fc.property(policy, windows, (of, found) => {
      const assessment = assessed({ policy: of, incidents: outages(found) });
      expect(assessment?.rate.ofFee.gte(0)).toBe(true);
      expect(assessment?.counted.uptime.gte(0)).toBe(true);
      expect(assessment?.counted.uptime.lte(1)).toBe(true);
      const cap = of.cap?.percent
        ? shareOf(of.cap.percent)
        : of.cap?.days
          ? ratio(of.cap.days, 31)
          : undefined;
      if (cap) expect(assessment?.rate.ofFee.lte(cap)).toBe(true);
    }),
  );
});

test('more downtime never earns less', () => {
  fc.assert(
    fc.property(policy, windows, window, (of, found, more) => {
      const before = rate(of, found);
      const after = rate(of, [...found, more]);
      expect(before && after?.gte(before)).toBe(true);
    }),
  );
});

test('longer windows never count less', () => {
  fc.assert(
    fc.property(
      policy,
      windows,
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 1, max: 9_000 }),
      (of, found, at, seconds) => {
        const longer = found.map((one, index) =>
          index === at % found.length ? { ...one, to: one.to + seconds * 1000 } : one,
        );
        const before = counted(of, found)?.downtime;
        expect(before && counted(of, longer)?.downtime.gte(before)).toBe(true);
      },
    ),
  );
});

test('the same window twice counts once', () => {
  fc.assert(
    fc.property(policy, windows, (of, found) => {
      expect(
        counted(of, [...found, ...found])?.downtime.equals(counted(of, found)?.downtime ?? -1),
      ).toBe(true);
    }),
  );
});

test('splitting a window, or naming its parts in several incidents, changes nothing', () => {
  fc.assert(
    fc.property(policy, windows, fc.integer({ min: 1, max: 99 }), (of, found, percent) => {
      const parts = found.flatMap((one) => {
        const at = one.from + Math.floor(((one.to - one.from) / 1000) * (percent / 100)) * 1000;
        return at > one.from && at < one.to
          ? [
              { ...one, to: at },
              { ...one, from: at },
            ]
          : [one];
      });
      expect(counted(of, parts)?.downtime.equals(counted(of, found)?.downtime ?? -1)).toBe(true);
      expect(rate(of, parts)?.equals(rate(of, found) ?? -1)).toBe(true);
    }),
  );
});

test('downtime is never longer than the period', () => {
  fc.assert(
    fc.property(policy, windows, (of, found) => {
      expect(counted(of, found)?.downtime.lte(31 * 86_400_000)).toBe(true);
    }),
  );
});
