import type { Inputs } from './entry.ts';

/** Why two runs may come to something else. */
export type Reason =
  | { code: 'list-changed' | 'affected-changed' | 'claims-changed' }
  | { code: 'policy-changed' | 'file-changed' | 'file-added' | 'file-removed'; about: string };

type Hashes = Readonly<Record<string, string>>;

const different = (before: Hashes, after: Hashes): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => before[name] !== after[name])
    .sort();

const what = (before: string | undefined, after: string | undefined) =>
  before === undefined ? 'file-added' : after === undefined ? 'file-removed' : 'file-changed';

/** All that is different; nothing where the same was read. */
export const reasonsBetween = (before: Inputs, after: Inputs): Reason[] => [
  ...(before.list === after.list ? [] : [{ code: 'list-changed' as const }]),
  ...(before.affected === after.affected ? [] : [{ code: 'affected-changed' as const }]),
  ...(before.claims === after.claims ? [] : [{ code: 'claims-changed' as const }]),
  ...different(before.policies, after.policies).map((about): Reason => ({
    code: 'policy-changed',
    about,
  })),
  ...different(before.files, after.files).map((about): Reason => ({
    code: what(before.files[about], after.files[about]),
    about,
  })),
];
