import type { Fraction } from './fraction.ts';

/** Between which numbers another one has to lie; what is left out does not bound it. */
export interface Bounds {
  lt?: Fraction | undefined;
  lte?: Fraction | undefined;
  gt?: Fraction | undefined;
  gte?: Fraction | undefined;
}

/** The bounds that a policy writes, as exact numbers. What else stands beside them is left out. */
export const exactBounds = (
  { lt, lte, gt, gte }: { lt?: number; lte?: number; gt?: number; gte?: number },
  exact: (written: number) => Fraction,
): Bounds => {
  const bound = (written: number | undefined): Fraction | undefined =>
    written === undefined ? undefined : exact(written);
  return { lt: bound(lt), lte: bound(lte), gt: bound(gt), gte: bound(gte) };
};

export const isWithin = (value: Fraction, { lt, lte, gt, gte }: Bounds): boolean =>
  (!lt || value.lt(lt)) &&
  (!lte || value.lte(lte)) &&
  (!gt || value.gt(gt)) &&
  (!gte || value.gte(gte));
