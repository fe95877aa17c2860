import type { Finding } from '../domain/findings/finding.ts';
import { toldOf } from './told.ts';

/** A finding, and the files of the drafts in which it is no error. */
export interface InDrafts {
  finding: Finding;
  drafts: readonly string[];
}

export const isError = ({ level }: Finding): boolean => level === 'error';

/** A draft never stops a build: what is an error elsewhere is a warning there, and the draft is left out. */
export const leveled = ({ finding, drafts }: InDrafts): Finding =>
  drafts.length > 0 && isError(finding) ? { ...finding, level: 'warning' } : finding;

/** The files of drafts that cannot be shown, each with what is an error elsewhere. */
export function unfinishedDrafts(
  all: readonly InDrafts[],
): ReadonlyMap<string, readonly Finding[]> {
  const errors = all.filter(({ finding }) => isError(finding));
  const files = new Set(errors.flatMap(({ drafts }) => drafts));
  const errorsIn = (file: string): Finding[] =>
    errors.filter(({ drafts }) => drafts.includes(file)).map(leveled);
  return new Map([...files].map((file) => [file, toldOf(errorsIn(file))]));
}
