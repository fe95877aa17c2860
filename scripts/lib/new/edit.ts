import type { Change } from './yaml-change.ts';

/** What becomes of a file of the record; its path is relative to the content folder. */
export type Edit =
  | { do: 'create'; file: string; text: string }
  | { do: 'change'; file: string; changes: readonly Change[] };

/** What comes of the answers: edits, as data, and what is told of them. */
export interface Saying {
  edit: Edit;
  /** What follows from the answers, to be shown back: moments in epoch ms, and words. */
  back: readonly (readonly [what: string, is: number | string])[];
  /** The page that shows it, as a path below the address of the site, and the moment that stands on it then, in epoch ms. */
  shown: { page: string; at: number } | undefined;
  /** What a commit of it says. */
  message: string;
}
