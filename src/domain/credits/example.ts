import { countedDowntime } from './downtime.ts';
import type { CreditPeriod } from './period.ts';
import type { CreditPolicy } from './policy.ts';
import { type CreditRate, creditRate, tierShare, tiersFromTop } from './rate.ts';
import { type Fraction, exactly, one, shareOf } from './fractions.ts';

/** A made-up outage and what it would earn somebody who pays 100 for the period. */
export interface CreditExample {
  period: CreditPeriod;
  /** Milliseconds without a break, from the beginning of the period, that hit everybody. */
  downtime: number;
  uptime: Fraction;
  rate: CreditRate;
  /** The share of the base that is credited. */
  share: Fraction;
}

const minute = 60_000;

/** Lengths that people can picture. */
const lengths = [1, 5, 10, 30, 60, 90, 120, 240, 480, 720, 1440, 2880, 4320, 7200, 14_400].map((minutes) => minutes * minute);

/** What one outage of `downtime` ms in a period would earn. */
export function creditFor(policy: CreditPolicy, period: CreditPeriod, downtime: number): CreditExample | undefined {
  const { from, to } = period.span;
  const stretch = [{ from, to: Math.min(from + downtime, to), incident: '', weight: one }];
  const counted = countedDowntime(policy, { stretches: [stretch], excluded: [], doubtful: [], ends: new Map() }, period);
  if (!counted) return undefined;
  const rate = creditRate(policy, period, counted);
  return { period, downtime, uptime: counted.uptime, rate, share: rate.ofFee.div(rate.base) };
}

/** For lengths of outages that people can picture, what each would earn, from the longest that earns nothing up to the first that earns the most. */
export function creditTable(policy: CreditPolicy, period: CreditPeriod): CreditExample[] {
  const rows = lengths
    .filter((length) => length <= period.span.to - period.span.from)
    .flatMap((length) => creditFor(policy, period, length) ?? []);
  const first = Math.max(0, rows.findIndex(({ share }) => share.gt(0)) - 1);
  const most = rows.at(-1)?.share;
  const last = rows.findIndex(({ share }) => most && share.equals(most));
  return rows.slice(first, last === -1 ? undefined : last + 1);
}

/** The shortest of those outages that earns something; an hour, if less does too. */
export function creditExample(policy: CreditPolicy, period: CreditPeriod): CreditExample | undefined {
  const earning = creditTable(policy, period).filter(({ share }) => share.gt(0));
  return earning.find(({ downtime }) => downtime >= 60 * minute) ?? earning[0];
}

/** A policy as a calculator works with it: whole numbers, and shares as `n/d`; all times in milliseconds. */
export interface CreditSteps {
  whole: number;
  /** `[more than or at least, downtime, share]`, the mildest first. */
  tiers: readonly (readonly ['gt' | 'gte', string, string])[];
  /** What each millisecond earns, from what downtime on, and what is not counted. */
  rate: { perMs: string; from: readonly ['gt' | 'gte', string]; free: string } | undefined;
  cap: string | undefined;
}

const text = (value: Fraction): string => `${value.n}/${value.d}`;

/** `undefined` for policies that count in steps: their table says it. */
export function calculatorData(policy: CreditPolicy, period: CreditPeriod): CreditSteps | undefined {
  const whole = period.span.to - period.span.from;
  const allowed = (percent: number): Fraction => one.sub(shareOf(percent)).mul(whole);
  const { tiers, multiple, steps } = policy;
  if (steps) return undefined;
  const sample = creditFor(policy, period, whole);
  const cap = sample?.rate.cap && text(sample.rate.cap);
  if (multiple) {
    const bound = multiple.when && ('lt' in multiple.when ? multiple.when.lt : multiple.when.lte);
    const from =
      bound === undefined
        ? (['gt', '0/1'] as const)
        : ([multiple.when && 'lt' in multiple.when ? 'gt' : 'gte', text(allowed(bound))] as const);
    const free = multiple.of === 'excess' && bound !== undefined ? text(allowed(bound)) : '0/1';
    return { whole, tiers: [], rate: { perMs: text(exactly(multiple.times).div(whole)), from, free }, cap };
  }
  return {
    whole,
    rate: undefined,
    cap,
    tiers: tiersFromTop(tiers ?? []).map((index) => {
      const tier = tiers?.[index] ?? {};
      const at = tier.lt ?? tier.lte ?? 100;
      return [tier.lt === undefined ? 'gte' : 'gt', text(allowed(at)), text(tierShare(policy, period, tier))] as const;
    }),
  };
}
