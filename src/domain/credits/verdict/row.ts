import type { Assessment } from '../money/assessment.ts';
import { type Fee, type Review, readFee } from '../money/customer.ts';
import { type Fraction, zero } from '../exact/fraction.ts';
import { roundAmount } from '../exact/rounding.ts';
import type { NothingOwed, Verdict } from './verdict.ts';
import { type PolicyCredit, policyCredit, stacked } from '../money/policy-credit.ts';
import { goodwillAmount } from '../money/goodwill.ts';
import type { Rounder } from '../money/rounding.ts';

/**
 * How a credit stands: given without asking; still to be asked for; asked for in time, or granted before; or not to be had any more, because
 * nobody is known to have asked for it in time.
 */
export type Standing = 'automatic' | 'claimable' | 'claimed' | 'expired';

/** A credit that is given, in the smallest unit of its currency. */
export interface GivenCredit extends PolicyCredit {
  minor: bigint;
  standing: Standing;
}

/** What comes of one row. */
export type RowOutcome =
  | { state: 'needs_review'; reviews: readonly Review[] }
  | { state: 'not_flagged'; nothing: NothingOwed; fee: Fraction }
  | {
      /** Expired: the last day to ask for all that was owed is over. */
      state: 'flagged' | 'expired';
      fee: Fraction;
      given: readonly GivenCredit[];
      /** What can still be asked for, or needs no asking. */
      credit: bigint;
      goodwill: bigint;
      /** Credit and goodwill. */
      total: bigint;
      /** What nobody can ask for any more, because the last day for it is over. */
      expired: bigint;
    };

export type Owed = Extract<RowOutcome, { state: 'flagged' | 'expired' }>;

/** Goodwill, rounded so that it and what policies give add up to their rounded sum. Each row is rounded by itself, so the order of rows does not matter. */
function goodwillMinor(
  { goodwill, ground }: Verdict,
  fee: Fraction,
  given: readonly GivenCredit[],
  decimals: number,
): bigint {
  if (goodwill.length === 0 || !ground) return 0n;
  const credit = given.reduce((sum, { amount }) => sum.add(amount), zero);
  const sum = goodwillAmount(goodwill, ground.base, fee, credit).add(credit);
  const rounded = given.map(({ amount, assessment: { policy } }) =>
    roundAmount(amount, decimals, policy.rounding.mode),
  );
  const more =
    roundAmount(sum, decimals, ground.rounding) -
    rounded.reduce((total, minor) => total + minor, 0n);
  return more > 0n ? more : 0n;
}

function standingOf(
  assessment: Assessment,
  { expired }: Verdict,
  isAsked: (assessment: Assessment) => boolean,
): Standing {
  if (assessment.policy.claim === 'automatic') return 'automatic';
  if (isAsked(assessment)) return 'claimed';
  return expired.has(assessment) ? 'expired' : 'claimable';
}

/**
 * What a row is owed, given the verdict on all rows like it. `found`: what is wrong with the row itself. `isAsked`: whether it was asked for in time, so that
 * it does not expire.
 */
export function rowOutcome(
  verdict: Verdict,
  { id, fee: written }: { id: string; fee: Fee },
  found: readonly Review[],
  round: Rounder,
  isAsked: (assessment: Assessment) => boolean = () => false,
): RowOutcome {
  const { currency } = verdict;
  const fee = readFee(written, currency?.decimals ?? 2);
  if (verdict.reviews.length || found.length || 'review' in fee || !currency) {
    return {
      state: 'needs_review',
      reviews: [...found, ...verdict.reviews, ...('review' in fee ? [fee.review] : [])],
    };
  }
  if (verdict.nothing) return { state: 'not_flagged', nothing: verdict.nothing, fee: fee.value };
  if (fee.value.n === 0n) return { state: 'not_flagged', nothing: 'no-fee', fee: fee.value };

  // Loops, because this is done a million times: closures and arrays in between would cost more than the arithmetic.
  const credits: PolicyCredit[] = [];
  for (let at = 0; at < verdict.assessments.length; at++) {
    const assessment = verdict.assessments[at];
    if (assessment) credits.push(policyCredit(assessment, fee.value, verdict.minimums[at]));
  }
  const given: GivenCredit[] = [];
  let [credit, expired] = [0n, 0n];
  for (const { assessment, amount } of stacked(credits)) {
    const minor = round(id, { assessment, amount, belowMinimum: false }, currency);
    const standing = standingOf(assessment, verdict, isAsked);
    given.push({ assessment, amount, belowMinimum: false, minor, standing });
    if (standing === 'expired') expired += minor;
    else credit += minor;
  }
  const goodwill = goodwillMinor(verdict, fee.value, given, currency.decimals);
  const total = credit + goodwill;
  if (total > 0n || expired > 0n)
    return {
      state: total > 0n ? 'flagged' : 'expired',
      fee: fee.value,
      given,
      credit,
      goodwill,
      total,
      expired,
    };
  const tooLittle = credits.some(({ belowMinimum }) => belowMinimum);
  return {
    state: 'not_flagged',
    nothing: tooLittle
      ? 'below-minimum'
      : given.length || verdict.goodwill.length
        ? 'rounds-to-nothing'
        : 'uptime-kept',
    fee: fee.value,
  };
}
