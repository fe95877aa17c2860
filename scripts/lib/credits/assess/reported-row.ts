import type { CustomerRow } from '../../../../src/domain/credits/money/customer.ts';
import type { RowOutcome } from '../../../../src/domain/credits/verdict/row.ts';
import type { Verdict } from '../../../../src/domain/credits/verdict/verdict.ts';
import type { PolicyInPeriod } from '../../../../src/domain/credits/downtime/policy-in-period.ts';
import type { Interval, PlainDate } from '../../../../src/domain/time.ts';
import type { Unmatched } from '../list/by-account.ts';
import type { Tally } from './tally.ts';

/** One row with what came of it. */
export interface ReportedRow {
  row: number;
  /** The number of what it pays for, which rows for other times share. */
  charge: number;
  customer: CustomerRow;
  verdict: Verdict;
  outcome: RowOutcome;
  /** The fee that was worked with, with a point before its decimals. */
  fee: string;
  /** What was taken off the fee, where rows say so; the fee is what is left. */
  reduced?: string | undefined;
  /** The day on which the customer asked, where that is known. */
  received: PlainDate | undefined;
  /** The same thing for all rows that differ only in customer, line and kept columns; `undefined` where something beside the row decides too. */
  alike: object | undefined;
  /** What the list had in the columns that are kept, in their order. */
  kept: readonly string[];
}

/** What stands at the head of every report. */
export interface ReportHead {
  /** The period as it was asked for. */
  period: string;
  /** The policy, where only one was asked for. */
  only: string | undefined;
  site: string;
  policies: readonly PolicyInPeriod[];
  /** What was asked about, epoch ms. */
  asked: Interval;
  /** Whether the period is not over yet; what is still to come is then missing. */
  unfinished: boolean;
  now: number;
  /** The headings of the columns that are kept. */
  kept: readonly string[];
  /** How the list was read, where it is not written plainly. */
  readAs: readonly string[];
}

/** What is known when the last row has been read. */
export interface ReportEnd {
  tally: Tally;
  /** How many rows the list has. */
  rows: number;
  /** What of the list of affected accounts concerns nobody in the list. */
  unmatched: readonly Unmatched[];
}

/** One form of the report. Rows come in the order of the list; the sums are known only at the end. */
export interface ReportForm {
  row: (row: ReportedRow) => void;
  end: (end: ReportEnd) => void | Promise<void>;
}
