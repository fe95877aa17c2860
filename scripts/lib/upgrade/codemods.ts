import type { Change } from '../new/yaml-change.ts';
import { idsBesideNames } from './ids-beside-names.ts';

/** What a format writes otherwise than the one before it. */
export interface Codemod {
  /** What becomes different, for whoever looks through the changes. */
  does: string;
  /** In which files, by their paths in the content folder. */
  files: RegExp;
  /** What is to change in a file with this value. What is written in the newer way already stays as it is. */
  changes: (value: unknown) => readonly Change[];
}

/** By the format that each leaves: the first makes format 1 of a record that names none. */
export const codemods: readonly Codemod[] = [idsBesideNames];
