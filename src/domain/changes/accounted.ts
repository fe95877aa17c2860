import type { Changed, Correction, Redacted } from '../correction.ts';
import { isRedaction, isSmallRedaction } from './redaction.ts';
import { isTypoSized } from './typo.ts';

/** What was corrected and taken out, of something that can be. */
export interface Corrected {
  corrections: readonly Correction[];
  redacted: readonly Redacted[];
}

/** What is not what it was, wherever it stands. */
interface Difference {
  place: string;
  was: string | undefined;
  is: string | undefined;
}

const keyOf = (place: string): string => place.split('.')[0] ?? place;

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();
const isSame = (a: string, b: string): boolean => spaced(a) === spaced(b);

/** Whether a correction can say `said` of a text: as it was, or with marks in the place of what was taken out. */
const saysOf = (text: string | undefined, said: string | undefined): boolean =>
  text === undefined || said === undefined
    ? text === said
    : isSame(text, said) || isRedaction(text, said);

/** What is said of a text that stands there still, which may have had a slip mended since. */
const saysNow = (text: string | undefined, said: string | undefined): boolean =>
  saysOf(text, said) || (text !== undefined && said !== undefined && isTypoSized(said, text));

/** The corrections that are new since `before`. */
export const newCorrections = <T extends Corrected>(
  before: Corrected,
  after: T,
): T['corrections'] => after.corrections.slice(before.corrections.length);

const changedIn = (corrections: readonly Correction[]): Changed[] =>
  corrections.flatMap(({ changed }) => changed);

/** Whether what is new in `after` accounts for a change: the mark of a name or a key that was taken out, or a correction that says what stood there, if anything did. */
export function isAccounted(
  { place, was, is }: Difference,
  before: Corrected,
  after: Corrected,
): boolean {
  if (
    was !== undefined &&
    is !== undefined &&
    after.redacted.length > before.redacted.length &&
    isSmallRedaction(was, is)
  )
    return true;
  const corrections = newCorrections(before, after);
  if (was === undefined) return corrections.length > 0;
  const changed = changedIn(corrections).filter(({ of }) => keyOf(of) === keyOf(place));
  return changed.some((one) => saysOf(was, one.was)) && changed.some((one) => saysNow(is, one.is));
}

/** What the new corrections say stood there, and did not: neither before, nor since one of them. */
export function untrueIn(
  differences: readonly Difference[],
  before: Corrected,
  after: Corrected,
): { correction: number; changed: number }[] {
  const all = changedIn(newCorrections(before, after));
  const stood = ({ of, was }: Changed): boolean =>
    differences.some((one) => keyOf(one.place) === keyOf(of) && saysOf(one.was, was)) ||
    all.some((one) => keyOf(one.of) === keyOf(of) && saysOf(one.is, was));
  return newCorrections(before, after).flatMap(({ changed }, index) =>
    changed.flatMap((one, place) =>
      stood(one) ? [] : [{ correction: before.corrections.length + index, changed: place }],
    ),
  );
}
