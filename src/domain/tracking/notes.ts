import { type IssueMatch, type Seen, pretenders } from './issue-match.ts';
import { type Issue, isTrusted, missingLabels } from './issue.ts';
import type { IssueKey } from './key.ts';
import type { Basis } from './change-plan.ts';
import { type Conflict, conflict } from './conflicts.ts';
import type { Wanted } from './wanted.ts';

const isClosed = ({ state }: Issue): boolean => state === 'closed';

/** What is worth knowing of a wanted issue. */
export function notesOn(
  { key, unopened }: Wanted,
  match: IssueMatch,
  seen: Seen,
  { kind: { label: ours }, decisions: { trusted, recreate } }: Basis,
): Conflict[] {
  const found = match.type === 'found' ? [match] : [];
  const used = found.map(({ issue }) => issue);
  return [
    ...found
      .flatMap(({ others }) => others.filter(isClosed))
      .map(({ number }) => conflict('closed-duplicate', key, [number])),
    ...used
      .filter(({ state, state_reason }) => state === 'closed' && state_reason === 'duplicate')
      .map(({ number }) => conflict('closed-as-duplicate', key, [number])),
    ...(unopened === 'over' ? used.filter((issue) => !isClosed(issue)) : []).map(({ number }) =>
      conflict('over-but-open', key, [number]),
    ),
    ...found
      .filter(({ issue, by }) => by !== 'adoption' && missingLabels(issue, [ours]).length)
      .map(({ issue }) => conflict('unlabelled', key, [issue.number], ours)),
    ...used
      .filter((issue) => !isTrusted(issue, trusted))
      .map(({ number, author }) =>
        conflict('author-not-trusted', key, [number], author ?? 'nobody'),
      ),
    ...(recreate.has(key)
      ? used.map(({ number }) => conflict('nothing-to-recreate', key, [number]))
      : []),
    ...pretenders(key, seen, trusted)
      .filter((issue) => !used.includes(issue))
      .map(({ number }) => conflict('untrusted-marker', key, [number])),
  ];
}

/** Open issues that carry the same marker as the one that is used. */
export function duplicatesOf(key: IssueKey, match: IssueMatch): Conflict[] {
  if (match.type !== 'found') return [];
  const rivals = match.others.filter((other) => !isClosed(other)).map(({ number }) => number);
  return rivals.length
    ? [conflict('duplicate', key, [match.issue.number, ...rivals], `#${match.issue.number}`)]
    : [];
}
