import { moneyText } from '../../../../src/domain/credits/exact/money.ts';
import type { RowOutcome } from '../../../../src/domain/credits/verdict/row.ts';
import type { Verdict } from '../../../../src/domain/credits/verdict/verdict.ts';

export interface CurrencyTotal {
  currency: string;
  decimals: number;
  /** Rows that are flagged. */
  rows: number;
  /** All that policies give: the next three together. */
  credit: bigint;
  /** What is given without asking. */
  automatic: bigint;
  /** What can still be asked for, and nobody is known to have asked for. */
  claimable: bigint;
  /** What was asked for in time. */
  claimed: bigint;
  goodwill: bigint;
  /** What nobody can ask for any more, and the rows with something of that. It is in no other sum. */
  expired: bigint;
  expiredRows: number;
}

/** What the rows add up to: never across currencies. */
export interface Tally {
  flagged: number;
  expired: number;
  not_flagged: number;
  needs_review: number;
  totals: Map<string, CurrencyTotal>;
}

export const emptyTally = (): Tally => ({
  flagged: 0,
  expired: 0,
  not_flagged: 0,
  needs_review: 0,
  totals: new Map(),
});

export const rowsOf = ({ flagged, expired, not_flagged, needs_review }: Tally): number =>
  flagged + expired + not_flagged + needs_review;

export function addRow(tally: Tally, { currency }: Verdict, outcome: RowOutcome): void {
  tally[outcome.state]++;
  if (!('given' in outcome) || !currency) return;
  const { code, decimals } = currency;
  const total = tally.totals.get(code) ?? {
    currency: code,
    decimals,
    rows: 0,
    credit: 0n,
    automatic: 0n,
    claimable: 0n,
    claimed: 0n,
    goodwill: 0n,
    expired: 0n,
    expiredRows: 0,
  };
  if (outcome.state === 'flagged') total.rows++;
  if (outcome.expired > 0n) total.expiredRows++;
  total.expired += outcome.expired;
  total.credit += outcome.credit;
  for (const { minor, standing } of outcome.given)
    if (standing !== 'expired') total[standing] += minor;
  total.goodwill += outcome.goodwill;
  tally.totals.set(code, total);
}

/** By currency, in the order of their codes. */
export const totalsOf = ({ totals }: Tally): CurrencyTotal[] =>
  [...totals.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));

/** The currencies in which something is owed, and those in which something has expired. */
export const owedTotals = (tally: Tally): CurrencyTotal[] =>
  totalsOf(tally).filter(({ rows }) => rows > 0);
export const expiredTotals = (tally: Tally): CurrencyTotal[] =>
  totalsOf(tally).filter(({ expired }) => expired > 0n);

export const expiredText = ({ expired, decimals }: CurrencyTotal): string =>
  moneyText(expired, decimals);

export const totalText = ({ credit, goodwill, decimals }: CurrencyTotal): string =>
  moneyText(credit + goodwill, decimals);
