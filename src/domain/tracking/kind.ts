import type { MarkerWord } from './key.ts';

/** What all issues of one kind have in common. */
export interface Kind {
  word: MarkerWord;
  /** The label by which they are found at once. */
  label: string;
  /** Whether they may only be in a repository that not everybody can read. */
  privateOnly: boolean;
  /** Whether what is wanted is all there should be, so that any other issue of this kind is about nothing any more. */
  complete: boolean;
}

export const promiseIssues: Kind = {
  word: 'action',
  label: 'postmortem-action',
  privateOnly: false,
  complete: true,
};

export const creditIssues: Kind = {
  word: 'credits',
  label: 'ownup-credits',
  privateOnly: true,
  complete: false,
};
