import type { Correction } from '../correction.ts';
import { dayInterval } from '../time.ts';
import type { Occasion } from './occasion.ts';

export type CorrectionNews = Occasion & { correction: Correction; number: number };

/**
 * The corrections of something that was public since `first` (epoch ms). They have a day and no time: they stand at its beginning in `zone`, and never
 * before what they correct. Like updates, they are named by their places behind `name`.
 */
export const correctionNews = (
  { corrections, incidents }: { corrections: readonly Correction[]; incidents: readonly string[] },
  { name, first, zone }: { name: string; first: number; zone: string },
): CorrectionNews[] =>
  corrections.map((correction, index) => ({
    id: `${name}/${index + 1}`,
    at: Math.max(first, dayInterval(correction.at, zone).from),
    isByClock: false,
    incidents,
    correction,
    number: index + 1,
  }));
