/** Errors stop a build; warnings do not, and notes are in nobody’s way, not even with `--strict`. */
export type Level = 'error' | 'warning' | 'note';

/** What every feature stands for; each rule serves one of these sentences. */
export const sentences = {
  fast: 'Say so fast, before they find out.',
  own: 'Own it, even when a supplier’s part failed.',
  plain: 'Do not minimise, rationalise, delay or hope that nobody noticed.',
  thank: 'Thank them.',
  promise: 'Say who will do what by when, so that it does not happen again.',
  right: 'Make it right with money where money was lost.',
  learn: 'Learn, and do not repeat it.',
  true: 'Be true: what the page says is what happened.',
  safe: 'Text is data: a page never runs it.',
} as const;

export type Path = readonly (string | number)[];

/** A place in the record: a file, and the way to a value in its YAML. `of: 'key'` points at the key instead. */
export interface Place {
  file: string;
  path: Path;
  of?: 'key' | 'value';
}

/** Whether a place lies at or below another of the same file. */
export const isWithin = (path: Path, outer: Path): boolean =>
  outer.every((step, index) => path[index] === step);

const nameOf = (path: Path): string => JSON.stringify(path);

/** A test of whether a place lies at or below one of `places`, of which there may be many. */
export function withinAny(places: readonly Path[]): (path: Path) => boolean {
  const known = new Set(places.map(nameOf));
  return (path) =>
    known.size > 0 &&
    (known.has('[]') || path.some((_, index) => known.has(nameOf(path.slice(0, index + 1)))));
}

/** A place as an editor shows it; both count from 1. */
export interface Position {
  line: number;
  column: number;
}

/** One thing wrong or doubtful, in three plain sentences without a code or a place. */
export interface FindingText {
  what: string;
  expected: string;
  write: string;
}

export const findingText = (what: string, expected: string, write: string): FindingText => ({
  what,
  expected,
  write,
});

export interface Finding extends FindingText, Position {
  code: string;
  level: Level;
  /** Relative to the content folder, with forward slashes. */
  file: string;
}

/** By file, then by place; two reports of the same record are the same. */
export const inReadingOrder = (a: Finding, b: Finding): number =>
  a.file < b.file
    ? -1
    : a.file > b.file
      ? 1
      : a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : 1);
