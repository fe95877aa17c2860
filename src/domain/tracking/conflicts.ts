import { type IssueKey, wordOf } from './key.ts';
import { marker } from './marker.ts';
import { type Remedies, remedies } from './remedies.ts';
import type { LossCode } from './issue-match.ts';
import { type FindingText, findingText } from '../findings/finding.ts';

/** Something a person has to look at, under a name that stays the same. docs/actions.md explains each. */
type ConflictCode =
  | LossCode
  | 'renamed'
  | 'edited'
  | 'duplicate'
  | 'shared-issue'
  | 'no-room'
  | 'locked'
  | 'rejected'
  | 'author-not-trusted'
  | 'orphan'
  | 'closed-duplicate'
  | 'closed-as-duplicate'
  | 'over-but-open'
  | 'untrusted-marker'
  | 'unassignable'
  | 'unlabelled'
  | 'nothing-to-recreate';

export interface Conflict extends FindingText {
  code: ConflictCode;
  /** The promise that it is about; `undefined` if it is about several. */
  key: IssueKey | undefined;
  number: number | undefined;
}

interface About extends Remedies {
  key: IssueKey;
  /** The issue, or issues, as `#7`. */
  issue: string;
  detail: string;
}

const messages: Record<ConflictCode, (about: About) => FindingText> = {
  deleted: (a) =>
    findingText(`${a.issue} was deleted.`, `the issue of this ${a.subject}`, a.replace),
  transferred: (a) =>
    findingText(
      `${a.issue} was transferred to another repository.`,
      `the issue of this ${a.subject}, in this repository`,
      `Transfer it back. ${a.replace}`,
    ),
  missing: (a) =>
    findingText(
      `${a.issue} is not there, or the token may not see it.`,
      `the issue of this ${a.subject}`,
      a.replace,
    ),
  'other-repository': (a) =>
    findingText(
      `${a.issue || 'Its issue'} is in another repository than the one that is named now.`,
      'the issue in this repository',
      `Correct \`repository\` in site.yaml. ${a.replace}`,
    ),
  'marker-gone': (a) =>
    findingText(
      `${a.issue} no longer carries our marker: somebody removed it.`,
      `a line ${marker(a.key)}`,
      a.restore,
    ),
  'other-marker': (a) =>
    findingText(
      `${a.issue} belongs to another ${a.subject}.`,
      `an issue for each ${a.subject}`,
      a.replace,
    ),
  'pull-request': (a) => findingText(`${a.issue} is a pull request.`, 'an issue', a.replace),
  unproven: (a) =>
    findingText(
      `${a.issue} may be ours, but its marker does not count: see who made it, and whether the marker is quoted as code.`,
      'an author named under `repository: trusted:` in site.yaml, an owner, a member or a collaborator; and the marker outside of code',
      `If it is ours: ${a.claim}. If not: ${a.disown}.`,
    ),
  unconfirmed: (a) =>
    findingText(
      `An issue was asked for, and nobody knows what came of that. It may be ${a.issue}, but its marker does not count.`,
      'an author named under `repository: trusted:` in site.yaml, an owner, a member or a collaborator; and the marker outside of code',
      `If it is ours: ${a.claim}. If not: remove the marker from it.`,
    ),
  renamed: (a) =>
    findingText(
      `${a.issue || 'An issue'} was opened for ${a.detail}, which the record no longer has, and ${a.key} seems to be the same ${a.subject}.`,
      `the ${a.subject} under the name that its issue has, or a word that it is the same`,
      a.renamed,
    ),
  edited: (a) =>
    findingText(
      `Somebody has changed ${a.detail} of ${a.issue}, which Ownup writes.`,
      'what Ownup wrote',
      'Undo the edit, and change the record instead if it is wrong; or overwrite the edit with --force.',
    ),
  duplicate: (a) =>
    findingText(
      `${a.issue} carry the same marker. ${a.detail} is used.`,
      'one issue with a marker',
      'Close the others as duplicates, or remove the marker from them.',
    ),
  'shared-issue': (a) =>
    findingText(`${a.issue} carries several markers.`, 'an issue for each of them', a.separate),
  'no-room': (a) =>
    findingText(
      `${a.issue} has so much text that our block does not fit any more.`,
      'a body of at most 65,536 characters',
      'Shorten what stands outside the block.',
    ),
  locked: (a) =>
    findingText(
      `${a.issue} is locked, so it is not changed.`,
      'an issue that is not locked',
      'Unlock it, or write to it anyway with --force.',
    ),
  rejected: (a) =>
    findingText(
      `GitHub does not accept the issue: ${a.detail}`,
      'an issue that GitHub accepts',
      'Mend what it names; nothing was written.',
    ),
  'author-not-trusted': (a) =>
    findingText(
      `${a.issue} was created as ${a.detail}, whose markers do not count: if the lock were lost, a person would have to name it again.`,
      'the login that creates issues, among those that are trusted',
      `In site.yaml: repository: { trusted: ["${a.detail}"] }`,
    ),
  orphan: (a) =>
    findingText(
      `The record no longer has this ${a.subject}; ${a.issue} is left as it is.`,
      `a ${a.subject} for each issue`,
      'Close the issue if it is no longer needed, or put the action back.',
    ),
  'closed-duplicate': (a) =>
    findingText(
      `${a.issue} carries the same marker, and is closed.`,
      `one issue for each ${a.subject}`,
      'Nothing, if it was closed as a duplicate.',
    ),
  'closed-as-duplicate': (a) =>
    findingText(
      `${a.issue} was closed as a duplicate${a.dropped}.`,
      `an issue that is open until the ${a.subject} is dealt with`,
      `Reopen it. ${a.replace}`,
    ),
  'over-but-open': (a) =>
    findingText(
      `The record says that this ${a.subject} was dealt with, and ${a.issue} is open: readers are told so.`,
      'an issue that says the same as the record',
      'Close it, as completed or as not planned; or correct the record.',
    ),
  'untrusted-marker': (a) =>
    findingText(
      `${a.issue} carries the marker too, but its author’s markers do not count; it is left alone.`,
      'no marker in issues of others',
      'If it is ours, name its author under `repository: trusted:` in site.yaml.',
    ),
  unlabelled: (a) =>
    findingText(
      `${a.issue} is not labelled ${a.detail}: to find it takes more requests, and can fail where its author’s markers do not count.`,
      'the label',
      'Put it back.',
    ),
  unassignable: (a) =>
    findingText(
      `GitHub did not assign ${a.issue} to “${a.detail}”, though it says that this login can be assigned.`,
      'an issue that is assigned to its owner',
      'Nothing: a later run tries again.',
    ),
  'nothing-to-recreate': (a) =>
    findingText(
      `${a.issue} tracks this ${a.subject}, so nothing is created.`,
      'an issue that is lost',
      'Leave out --recreate.',
    ),
};

/** The note about all owners to whom GitHub assigns no issue: one line, however many they are. */
export const unassignable = (owners: readonly string[]): Conflict => ({
  code: 'unassignable',
  key: undefined,
  number: undefined,
  ...findingText(
    `Nobody can be assigned by the name of ${owners.map((owner) => `“${owner}”`).join(', ')}, so these issues are assigned to nobody.`,
    'owners who can be assigned issues of the repository, or a login for each',
    `In site.yaml, with a login or \`none\` for each: repository: { owners: { ${owners.map((owner) => `${JSON.stringify(owner)}: none`).join(', ')} } }`,
  ),
});

const hash = (numbers: readonly number[]): string =>
  numbers.map((number) => `#${number}`).join(', ');

/** `isThere`: whether the postmortem of the promise in `detail` still has its page. */
export const conflict = (
  code: keyof typeof messages,
  key: IssueKey,
  numbers: readonly number[] = [],
  detail = '',
  isThere = false,
): Conflict => ({
  code,
  key,
  number: numbers[0],
  ...messages[code]({
    key,
    issue: hash(numbers),
    detail,
    ...remedies[wordOf(key)](key, hash(numbers), detail, isThere),
  }),
});
