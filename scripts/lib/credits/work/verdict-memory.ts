import type { Verdict } from '../../../../src/domain/credits/verdict/verdict.ts';
import type { ReportedRow } from './report.ts';

/** More than a list mostly has of plans, services, regions and covered times; beyond that things are made again. */
export const mostVerdicts = 10_000;

/** Something that all rows with the same verdict share, made once for each: a million rows may have one verdict. */
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
