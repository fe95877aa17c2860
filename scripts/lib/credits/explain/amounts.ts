import {
  type Fraction,
  cutDigits,
  endingDecimal,
  percentDigits,
} from '../../../../src/domain/credits/exact/fraction.ts';
import { moneyText } from '../../../../src/domain/credits/exact/money.ts';
import type { Verdict } from '../../../../src/domain/credits/verdict/verdict.ts';
import type { ReportedRow } from '../assess/reported-row.ts';

/** How many decimals of a percentage are shown; the fraction beside it is exact. */
export const shownDecimals = 6;

/** A number exactly: as a decimal if that ends, otherwise as a fraction. */
export const exactText = (value: Fraction): string => endingDecimal(value) ?? value.toString();

/** The same for people, who cannot see how much a fraction is. */
export const readableText = (value: Fraction): string =>
  endingDecimal(value) ?? `${value} ≈ ${cutDigits(value, shownDecimals)}`;

/** A share as percent, said to be cut where it does not end. */
export function percentText(share: Fraction): string {
  const digits = endingDecimal(share.mul(100));
  const isShort = digits !== undefined && (digits.split('.')[1] ?? '').length <= shownDecimals;
  return isShort ? `${digits}%` : `≈ ${percentDigits(share, shownDecimals)}%`;
}

/** What the percentage is of: the part of the fee that falls to the period. */
const baseText = ({ assessments }: Verdict, fee: Fraction): string =>
  assessments.map(({ rate }) => exactText(fee.mul(rate.base))).join(' + ');

/** What the reports say of the money of a row, as text; nothing where somebody has to look at it first. */
export interface Amounts {
  base: string;
  credit: string;
  goodwill: string;
  total: string;
  /** What nobody can ask for any more; in no other amount. */
  expired: string;
}

const noAmounts: Amounts = {
  base: '',
  credit: '',
  goodwill: '',
  total: '',
  expired: '',
};

/** `wholeFee`: whether the base is the fee as it was written. */
export function amountsOf({ verdict, outcome, fee }: ReportedRow, wholeFee: boolean): Amounts {
  if (outcome.state === 'needs_review') return noAmounts;
  const decimals = verdict.currency?.decimals ?? 2;
  const base = wholeFee ? fee : baseText(verdict, outcome.fee);
  const zero = moneyText(0n, decimals);
  if (outcome.state === 'not_flagged')
    return { base, credit: zero, goodwill: zero, total: zero, expired: zero };
  const { credit, goodwill, total, expired } = outcome;
  const totalText = moneyText(total, decimals);
  return {
    base,
    credit: goodwill === 0n ? totalText : moneyText(credit, decimals),
    goodwill: goodwill === 0n ? zero : moneyText(goodwill, decimals),
    total: totalText,
    expired: expired === 0n ? zero : moneyText(expired, decimals),
  };
}
