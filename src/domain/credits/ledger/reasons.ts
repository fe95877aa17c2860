import type { Basis, Inputs } from './entry.ts';

/** Why two runs may come to something else. */
export type Reason =
  | {
      code: 'list-changed' | 'affected-changed' | 'claims-changed' | 'not-in-list';
    }
  | {
      code: 'policy-changed' | 'file-changed' | 'file-added' | 'file-removed';
      about: string;
    };

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

/** What a grant was made of, and what it would be made of now. */
interface Ground {
  basis: Basis;
  inputs: Inputs;
}

const sameDowntime = (a: Basis, b: Basis): boolean =>
  JSON.stringify(a.downtime) === JSON.stringify(b.downtime);

/**
 * Why something else is owed than was granted. `after.basis`: `undefined` if nothing is owed, so that nobody can say which of the files did it. A file of the record
 * is a reason only where the downtime is another, and a policy only where it is that of the grant.
 */
export function reasonsForChange(
  before: Ground,
  after: { basis: Basis | undefined; inputs: Inputs; isInList: boolean },
): Reason[] {
  const { basis: now } = after;
  const all = reasonsBetween(before.inputs, after.inputs).filter((reason) => {
    if (reason.code === 'policy-changed') return reason.about.startsWith(`${before.basis.policy}@`);
    if (!('about' in reason)) return true;
    return before.basis.policy === null || !now || !sameDowntime(before.basis, now);
  });
  return after.isInList
    ? all
    : [{ code: 'not-in-list' }, ...all.filter(({ code }) => code !== 'list-changed')];
}
