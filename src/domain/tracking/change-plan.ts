import { type Difference, differences } from './comparison.ts';
import type { IssueKey } from './key.ts';
import { type Decisions, type Seen, type IssueMatch, matchIssue } from './issue-match.ts';
import { type Conflict, conflict } from './conflicts.ts';
import { type Issue, carries, missingLabels, otherKeys } from './issue.ts';
import type { Kind } from './kind.ts';
import { longestBody } from './issue-text.ts';
import { awaitsAssignee, awaitsLabels } from './lacks.ts';
import { type Lock, type LockEntry, lockEntryOf } from './lock.ts';
import { framed, withBlock } from './marker.ts';
import { duplicatesOf, notesOn } from './notes.ts';
import type { FormerKeys } from './names.ts';
import { type Wanted, whyUnopened } from './wanted.ts';
import { type Orphan, orphansOf, predecessorOf } from './orphans.ts';

/**
 * What becomes of one wanted issue. `adopting`: a person has named it, and it is not ours yet. `labels`, `assignee`: what one lacks that was
 * named, or that GitHub did not take when it was created.
 */
export type Step =
  | { type: 'create'; key: IssueKey; wanted: Wanted; assignee: string | undefined }
  /** It has no issue and gets none: see `Wanted`. */
  | { type: 'old' | 'over'; key: IssueKey; wanted: Wanted }
  | {
      type: 'update';
      key: IssueKey;
      wanted: Wanted;
      issue: Issue;
      changes: readonly Difference[];
      adopting: boolean;
      labels: readonly string[];
      assignee: string | undefined;
      /** What is to stand in the issue, with what people wrote. */
      body: string;
    }
  | { type: 'same'; key: IssueKey; wanted: Wanted; issue: Issue }
  /** `issue` is the one in conflict, if there is one: the lock still notes its state. */
  | {
      type: 'conflict';
      key: IssueKey;
      issue: Issue | undefined;
      changes: readonly Difference[];
      conflict: Conflict;
    }
  /** Nobody has looked: there is no token. */
  | { type: 'unknown'; key: IssueKey; wanted: Wanted; number: number | undefined };

export interface ChangePlan {
  steps: readonly Step[];
  /** Issues that a person has to choose between; one of them is used meanwhile. */
  duplicates: readonly Conflict[];
  /** What is worth knowing, and needs nobody. */
  notes: readonly Conflict[];
}

export interface Basis {
  kind: Kind;
  wanted: readonly Wanted[];
  lock: Lock;
  decisions: Decisions;
  /** What the promises were called before; lock and issues are seen under the names of today. */
  former: FormerKeys;
  /** The postmortems that have a page. */
  postmortems: ReadonlySet<string>;
  /** Overwrite what people changed in our part. */
  force: boolean;
}

/** How an issue that was found is dealt with. `login`: of an owner who can be assigned. */
interface Manner {
  force: boolean;
  adopting: boolean;
  isNamed: boolean;
  login: string | undefined;
}

/** The step for an issue that was found, as it stands now. Also asked a second time, just before an issue is written to. */
export function stepFor(
  wanted: Wanted,
  issue: Issue,
  entry: LockEntry | undefined,
  { force, adopting, isNamed, login }: Manner,
): Step {
  const { key, text } = wanted;
  const changes = differences(key, issue, text, entry?.applied);
  const inConflict = (found: Conflict): Step => ({
    type: 'conflict',
    key,
    issue,
    changes,
    conflict: found,
  });
  // The title can say only one of them.
  if (otherKeys(issue, key).length)
    return inConflict(conflict('shared-issue', key, [issue.number]));
  const labels = isNamed || awaitsLabels(issue, entry) ? missingLabels(issue, text.labels) : [];
  const assignee = awaitsAssignee(issue, entry) ? login : undefined;
  if (changes.length === 0 && labels.length === 0 && assignee === undefined)
    return { type: 'same', key, wanted, issue };
  const edited = changes
    .filter((change) => change.edited)
    .map(({ field }) => (field === 'title' ? 'the title' : 'our block in the body'));
  if (edited.length && !force && !adopting)
    return inConflict(conflict('edited', key, [issue.number], edited.join(' and ')));
  if (changes.length && issue.locked && !force)
    return inConflict(conflict('locked', key, [issue.number]));
  const body = changes.length
    ? withBlock(issue.body, key, text, entry?.applied?.revision)
    : issue.body;
  if (body.length > longestBody) return inConflict(conflict('no-room', key, [issue.number]));
  return { type: 'update', key, wanted, issue, changes, adopting, labels, assignee, body };
}

/** The step for a promise without an issue. If it seems to be an older promise under a new name, a person has to say so first. */
function stepOfNone(
  wanted: Wanted,
  orphans: readonly Orphan[],
  { decisions, wanted: all, postmortems }: Basis,
  { assignable }: Seen,
): Step {
  const { key, login } = wanted;
  const predecessor = decisions.recreate.has(key) ? undefined : predecessorOf(wanted, orphans, all);
  if (predecessor) {
    const numbers = predecessor.number === undefined ? [] : [predecessor.number];
    const isThere = postmortems.has(predecessor.key.split('/')[0] ?? '');
    return lostStep(key, conflict('renamed', key, numbers, predecessor.key, isThere));
  }
  const unopened = whyUnopened(wanted, decisions);
  if (unopened) return { type: unopened, key, wanted };
  const assignee = login !== undefined && assignable.has(login) ? login : undefined;
  return { type: 'create', key, wanted, assignee };
}

const lostStep = (key: IssueKey, found: Conflict): Step => ({
  type: 'conflict',
  key,
  issue: undefined,
  changes: [],
  conflict: found,
});

function stepOfMatch(
  wanted: Wanted,
  match: Exclude<IssueMatch, { type: 'none' }>,
  entry: LockEntry | undefined,
  { force, assignable }: { force: boolean } & Pick<Seen, 'assignable'>,
): Step {
  const { key } = wanted;
  const login =
    wanted.login !== undefined && assignable.has(wanted.login) ? wanted.login : undefined;
  if (match.type === 'lost')
    return lostStep(
      key,
      conflict(match.code, key, match.number === undefined ? [] : [match.number]),
    );
  const { issue, by } = match;
  // Named by a person for the first time; named once more, it is like any other.
  const isNamed = by === 'adoption';
  const adopting = isNamed && (entry?.number !== issue.number || !carries(issue, key));
  return stepFor(wanted, issue, entry, { force, adopting, isNamed, login });
}

/** The body that an issue is to have; `undefined` if a person has to decide first. */
export function bodyOf(step: Step): string | undefined {
  if (step.type === 'conflict') return undefined;
  if (step.type === 'update') return step.body;
  return step.type === 'same' ? step.issue.body : framed(step.key, step.wanted.text);
}

/** Plans what has to happen so that each wanted issue exists and says what it should. */
export function planChanges(basis: Basis, seen: Seen): ChangePlan {
  const { wanted, lock, decisions, force } = basis;
  const matches = wanted.map(({ key }) => matchIssue(key, lockEntryOf(lock, key), seen, decisions));
  const orphans = orphansOf(basis, seen);
  const steps = wanted.map((one, index) => {
    const match = matches[index] ?? { type: 'none' };
    return match.type === 'none'
      ? stepOfNone(one, orphans, basis, seen)
      : stepOfMatch(one, match, lockEntryOf(lock, one.key), { force, assignable: seen.assignable });
  });
  const each = <T>(ask: (one: Wanted, match: IssueMatch) => T[]): T[] =>
    wanted.flatMap((one, index) => ask(one, matches[index] ?? { type: 'none' }));
  return {
    steps,
    duplicates: each(({ key }, match) => duplicatesOf(key, match)),
    notes: [
      ...each((one, match) => notesOn(one, match, seen, basis)),
      ...orphans.map(({ key, number }) =>
        conflict('orphan', key, number === undefined ? [] : [number]),
      ),
    ],
  };
}

/** The change plan of a run that cannot look at GitHub. */
export const planOffline = ({ wanted, lock }: Pick<Basis, 'wanted' | 'lock'>): ChangePlan => ({
  steps: wanted.map((one): Step => {
    const number = lockEntryOf(lock, one.key)?.number;
    return one.unopened && number === undefined
      ? { type: one.unopened, key: one.key, wanted: one }
      : { type: 'unknown', key: one.key, wanted: one, number };
  }),
  duplicates: [],
  notes: [],
});
