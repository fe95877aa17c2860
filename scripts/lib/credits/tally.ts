import { moneyText } from '../../../src/domain/credits/money.ts';
import type { RowOutcome } from '../../../src/domain/credits/row.ts';
import type { Verdict } from '../../../src/domain/credits/verdict.ts';

export interface CurrencyTotal {
  currency: string;
  decimals: number;
  rows: number;
  credit: bigint;
  goodwill: bigint;
}

/** What the rows add up to: never across currencies. */
export interface Tally {
  flagged: number;
  not_flagged: number;
  needs_review: number;
  totals: Map<string, CurrencyTotal>;
}

export const emptyTally = (): Tally => ({
  flagged: 0,
  not_flagged: 0,
  needs_review: 0,
  totals: new Map(),
});

export const rowsOf = ({ flagged, not_flagged, needs_review }: Tally): number =>
  flagged + not_flagged + needs_review;

export function addRow(tally: Tally, { currency }: Verdict, outcome: RowOutcome): void {
  tally[outcome.state]++;
  if (outcome.state !== 'flagged' || !currency) return;
  const { code, decimals } = currency;
  const total = tally.totals.get(code) ?? {
    currency: code,
    decimals,
    rows: 0,
    credit: 0n,
    goodwill: 0n,
  };
  total.rows++;
  total.credit += outcome.credit;
  total.goodwill += outcome.goodwill;
  tally.totals.set(code, total);
}

/** By currency, in the order of their codes. */
export const totalsOf = ({ totals }: Tally): CurrencyTotal[] =>
  [...totals.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));

export const totalText = ({ credit, goodwill, decimals }: CurrencyTotal): string =>
  moneyText(credit + goodwill, decimals);
