import fc from 'fast-check';
import { expect, test } from 'vitest';
import { creditOf, readRule, writeRule } from '../../src/domain/credits/offer/calculator.ts';
import {
  calculatorRule,
  creditExample,
  creditTable,
  exampleFee,
} from '../../src/domain/credits/offer/example.ts';
import { moneyText, readDecimal } from '../../src/domain/credits/exact/money.ts';
import { askedPeriod, periodAsked } from '../../src/domain/credits/policy/period.ts';
import type { CreditPolicy } from '../../src/domain/credits/policy/policy.ts';
import { aPolicy, credited, down, untiered } from '../support/credits.ts';

// June and November have 30 × 1440 = 43,200 minutes.

function periodOf({ period }: CreditPolicy, text = '2026-06') {
  const asked = askedPeriod(text);
  const found = asked && periodAsked(period, asked);
  if (!found) throw new Error(`The policy has no period ${text}.`);
  return found;
}

/** What the calculator says, with the rule as a page carries it. */
function calculated(
  policy: CreditPolicy,
  minutes: number,
  fee: string,
  period = '2026-06',
): string {
  const rule = readRule(writeRule(calculatorRule(policy, periodOf(policy, period))));
  const paid = readDecimal(fee);
  if (!paid) throw new Error(`${fee} is no fee.`);
  return moneyText(creditOf(rule, BigInt(Math.round(minutes * 60_000)), paid), rule.decimals);
}

const rows = (policy: CreditPolicy): Record<number, string> =>
  Object.fromEntries(
    creditTable(policy, periodOf(policy)).map(({ downtime, credit }) => [
      downtime / 60_000,
      moneyText(credit, exampleFee(policy).decimals),
    ]),
  );

test('an outage that is too short for the policy earns nothing, in the table as anywhere', () => {
  const policy = aPolicy({ down: { min_consecutive_minutes: 120 } });
  expect(rows(policy)).toMatchObject({ 90: '0.00', 120: '10.00' });
  expect(creditExample(policy, periodOf(policy))?.downtime).toBe(120 * 60_000);
  expect(calculated(policy, 119.999, '100')).toBe('0.00');
  expect(calculated(policy, 120, '100')).toBe('10.00');
});

test('what is below the least amount is not credited', () => {
  // 60 ÷ 43,200 of 100 are 0.138…, 480 are 1.11…
  const policy = untiered({ multiple: { times: 1 }, minimum: { gt: 1 } });
  expect(rows(policy)).toMatchObject({ 240: '0.00', 480: '1.11' });
  expect(calculated(policy, 60, '100')).toBe('0.00');
  expect(calculated(policy, 60, '1000')).toBe('1.39');
});

test('amounts are rounded as the policy says', () => {
  const by = (mode: string) => untiered({ multiple: { times: 1 }, rounding: { mode } });
  expect([rows(by('down'))[60], calculated(by('down'), 60, '100')]).toEqual(['0.13', '0.13']);
  expect([rows(by('half_up'))[60], calculated(by('half_up'), 60, '100')]).toEqual(['0.14', '0.14']);
  // 10% of 0.05 is 0.005: half to even is 0.00.
  expect([
    calculated(aPolicy(), 60, '0.05'),
    calculated(aPolicy({ rounding: { mode: 'half_up' } }), 60, '0.05'),
  ]).toEqual(['0.00', '0.01']);
});

test('examples are in the first currency that has a least amount, with a fee that such an amount does not hide', () => {
  expect(exampleFee(aPolicy())).toEqual({ currency: undefined, decimals: 2, fee: 100n });
  const yen = aPolicy({ minimum: { gte: { JPY: 150, EUR: 1 } } });
  // A hundred times 150 are 15,000, so the fee is 100,000.
  expect(exampleFee(yen)).toEqual({ currency: 'JPY', decimals: 0, fee: 100_000n });
  expect(rows(yen)[60]).toBe('10000');
  expect(calculated(yen, 60, '1499')).toBe('0');
  expect(calculated(yen, 60, '1500')).toBe('150');
});

test('the table reaches the whole period where nothing shorter earns', () => {
  expect(rows(aPolicy({ tiers: [{ lte: 0, percent: 50 }] }))).toEqual({
    14_400: '0.00',
    43_200: '50.00',
  });
});

const lost = fc.record({
  of: fc.constantFrom('downtime', 'excess'),
  when: fc.constantFrom({ lt: 99.9 }, { lte: 99.5 }),
  begun: fc.boolean(),
  after_minutes: fc.constantFrom(0, 7.5),
});
const rewards = fc.oneof(
  fc.constantFrom<object>(
    {
      tiers: [
        { lt: 99.9, percent: 10 },
        { lte: 99, gt: 95, days: 7 },
        { lte: 95, months: 0.5 },
      ],
    },
    { multiple: { times: 10 } },
  ),
  fc
    .tuple(lost, fc.constantFrom(undefined, 60, 0.5))
    .map(([time, each]) => ({ multiple: { times: 2.5, each_minutes: each, ...time } })),
  fc
    .tuple(lost, fc.constantFrom(7, 60))
    .map(([time, each]) => ({ steps: { percent: 3.3, each_minutes: each, ...time } })),
);
const policies = fc
  .record({
    reward: rewards,
    down: fc.record({
      min_consecutive_minutes: fc.constantFrom(undefined, 5, { gt: 5 }, { gte: 0.5 }),
      whole_minutes: fc.constantFrom(false, true, 5),
    }),
    cap: fc.constantFrom(undefined, { percent: 30 }, { days: 3 }, { months: 1 }),
    minimum: fc.constantFrom(undefined, { gt: 1 }, { gte: { EUR: 0.5 } }),
    rounding: fc.record({ mode: fc.constantFrom('half_even', 'half_up', 'down') }),
  })
  .map(({ reward, ...fields }) => untiered({ ...reward, ...fields }));

test('the calculator says what the command computes', () => {
  const minutes = fc.oneof(
    fc.constantFrom(5, 7.5, 43.2, 44.64, 223.2, 60, 120),
    fc.integer({ min: 0, max: 2_678_400_000 }).map((ms) => ms / 60_000),
  );
  const fees = fc
    .integer({ min: 0, max: 1_000_000 })
    .map((hundredths) => moneyText(BigInt(hundredths), 2));
  fc.assert(
    fc.property(policies, minutes, fees, (policy, length, fee) => {
      const incidents = length > 0 ? [down(length, '2026-01-01T00:00:00Z')] : [];
      expect(calculated(policy, length, fee, '2026-01')).toBe(
        credited({ policy, incidents, period: '2026-01' }, fee),
      );
    }),
    { numRuns: 500 },
  );
});
