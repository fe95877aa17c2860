import type { Verdict } from '../../../../src/domain/credits/verdict/verdict.ts';
import type { ReportedRow } from './reported-row.ts';

/** Most lists have fewer verdicts. With more of them, things are made again. */
export const mostVerdicts = 10_000;

/** Makes something once for each verdict, because a million rows may share one. */
export function memoizedByVerdict<T extends object>(
  make: (row: ReportedRow) => T,
): (row: ReportedRow) => T {
  const known = new Map<Verdict, T>();
  return (row) => {
    const found = known.get(row.verdict);
    if (found) return found;
    if (known.size >= mostVerdicts) known.clear();
    const made = make(row);
    known.set(row.verdict, made);
    return made;
  };
}

/** Makes a text once for rows that are alike, as bytes, and anew for each of the others. */
export function memoizedByLikeness(
  make: (row: ReportedRow) => string,
): (row: ReportedRow) => string | Uint8Array {
  const known = new Map<object, Uint8Array>();
  return (row) => {
    if (!row.alike) return make(row);
    const found = known.get(row.alike);
    if (found !== undefined) return found;
    if (known.size >= mostVerdicts) known.clear();
    const made = Buffer.from(make(row));
    known.set(row.alike, made);
    return made;
  };
}
