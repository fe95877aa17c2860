import type { Fraction } from '../../../../src/domain/credits/exact/fraction.ts';
import { type Interval, instantText } from '../../../../src/domain/time.ts';
import { exactText } from './amounts.ts';

/** One step of the arithmetic: what it is, and how it was worked out, in one line or several. */
export interface Step {
  what: string;
  how: readonly string[];
}

/** Whole milliseconds as seconds. */
export const lengthText = (ms: number): string => `${ms / 1000} s`;

/** Milliseconds as seconds. */
export const secondsText = (ms: Fraction): string => `${exactText(ms.div(1000))} s`;

export const spanText = ({ from, to }: Interval): string =>
  `${instantText(from)} to ${instantText(to)}`;
export const windowLine = (span: Interval): string =>
  `${spanText(span)}: ${lengthText(span.to - span.from)}`;
