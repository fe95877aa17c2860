import type { CreditPolicy } from '../policy/policy.ts';
import type { CreditWindow } from './windows.ts';
import { type Bounds, exactBounds, isWithin } from '../exact/bounds.ts';
import { type Fraction, minutes, ratio } from '../exact/fraction.ts';
import { type Interval, clip, isEmpty, subtract } from '../../time.ts';

/** A piece of downtime with one cause and one weight. */
export interface Piece extends Interval {
  incident: string;
  weight: Fraction;
}

/** Pieces that touch each other: downtime without a break. */
export type Stretch = readonly Piece[];

const lengthOf = (stretch: readonly Piece[]): number =>
  stretch.reduce((sum, { from, to }) => sum + to - from, 0);

/** The same time in pieces that do not overlap. Where pieces overlapped, the heaviest counts, or the first of equal ones. */
function flattened(pieces: readonly Piece[]): Piece[] {
  const heaviestFirst = [...pieces].sort((a, b) => b.weight.compare(a.weight) || a.from - b.from);
  const laid: Piece[] = [];
  for (const piece of heaviestFirst)
    laid.push(...subtract([piece], laid).map((rest) => ({ ...piece, ...rest })));
  const joined: Piece[] = [];
  for (const piece of laid.sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (
      last &&
      last.to === piece.from &&
      last.incident === piece.incident &&
      last.weight.equals(piece.weight)
    )
      last.to = piece.to;
    else joined.push({ ...piece });
  }
  return joined;
}

function unbroken(pieces: readonly Piece[]): Stretch[] {
  const stretches: Piece[][] = [];
  for (const piece of pieces) {
    const open = stretches.at(-1);
    if (open?.at(-1)?.to === piece.from) open.push(piece);
    else stretches.push([piece]);
  }
  return stretches;
}

/** How long a stretch has to last to count, in ms. */
export function lasting({ down: { min_consecutive_minutes: least } }: CreditPolicy): Bounds {
  return exactBounds(typeof least === 'number' ? { gte: least } : (least ?? {}), minutes);
}

/** What stretches are rounded down to, in ms. */
export const unitOf = ({ down: { whole_minutes: whole } }: CreditPolicy): number =>
  whole ? Number(whole) * 60_000 : 1;

/**
 * The downtime in `windows`, each without its holes, as stretches without a break that are long enough for the policy. Not yet clipped to a
 * period: a stretch is as long as it was.
 */
export function stretchesOf(
  policy: CreditPolicy,
  windows: readonly CreditWindow[],
  holesIn: (window: CreditWindow) => readonly Interval[],
): Stretch[] {
  const pieces = windows.flatMap((window) => {
    const { incident, span, weight } = window;
    return subtract([span], holesIn(window)).map((rest): Piece => ({
      ...rest,
      incident,
      weight,
    }));
  });
  const bounds = lasting(policy);
  return unbroken(flattened(pieces)).filter((stretch) =>
    isWithin(ratio(lengthOf(stretch), 1), bounds),
  );
}

/** A stretch without the rest that fills no whole unit. The rest is taken from where the stretch weighs least. */
function roundedDown(stretch: Stretch, unit: number): Piece[] {
  let left = lengthOf(stretch) % unit;
  if (left === 0) return [...stretch];
  const lightestFirst = [...stretch].sort((a, b) => a.weight.compare(b.weight) || b.from - a.from);
  const cut = lightestFirst.map((piece): Piece => {
    const taken = Math.min(left, piece.to - piece.from);
    left -= taken;
    return { ...piece, to: piece.to - taken };
  });
  return cut.filter((piece) => !isEmpty(piece)).sort((a, b) => a.from - b.from);
}

/** A piece inside `bounds` stays the same object, which rows that cover different times share. */
const clipped = (piece: Piece, bounds: Interval): Piece =>
  piece.from >= bounds.from && piece.to <= bounds.to ? piece : { ...piece, ...clip(piece, bounds) };

/** What of the stretches lies in `bounds`, in whole minutes if the policy counts those. */
export function countedPieces(
  policy: CreditPolicy,
  stretches: readonly Stretch[],
  bounds: Interval,
): Piece[] {
  const unit = unitOf(policy);
  return stretches.flatMap((stretch) =>
    roundedDown(
      stretch.map((piece) => clipped(piece, bounds)).filter((piece) => !isEmpty(piece)),
      unit,
    ),
  );
}
