import type { Position } from '../domain/findings/finding.ts';
import type { CheckedFile } from './checked-file.ts';
import type { CheckedFiles } from './checked-files.ts';

/** Something that a rule finds fault with, which may stand in the record all the same, and why. */
export interface Waived extends Position {
  file: string;
  key: 'allowed_in_public' | 'allowed_wording';
  text: string;
  because: string;
}

const keys = ['allowed_in_public', 'allowed_wording'] as const;

type Allowing = Partial<
  Record<(typeof keys)[number], readonly { text: string; because: string }[]>
>;

const waivedIn = ({ source, value }: CheckedFile<Allowing>): Waived[] =>
  keys.flatMap((key) =>
    (value?.[key] ?? []).map(({ text, because }, index) => ({
      file: source.file,
      ...source.locate([key, index]),
      key,
      text,
      because,
    })),
  );

/** All waivers of a record, file by file as they are written. */
export const waiversIn = ({ site, incidents, postmortems }: CheckedFiles): Waived[] => [
  ...waivedIn(site),
  ...[...incidents.values(), ...postmortems.values()].flatMap(waivedIn),
];
