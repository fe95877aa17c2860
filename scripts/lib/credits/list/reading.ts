import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { unreadableRow } from './bad-list.ts';

/** What the columns of a list are called. */
export interface Headings<C extends string> {
  /** The names that a heading may have, for each column: its own first, which goes before the others. */
  names: Readonly<Record<C, readonly string[]>>;
  needed: readonly C[];
  /** The headings that somebody gave to columns. */
  map: ReadonlyMap<C, string>;
  /** What to write for a column that has another name. */
  otherwise: (column: C) => string;
}

const delimiters = [',', ';', '\t', '|'];

/** A heading without what makes no difference: capital letters, and which sign stands between its words. */
export const bare = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');

export const columnsOf = <C extends string>({ names }: Pick<Headings<C>, 'names'>): C[] =>
  Object.keys(names) as C[];

/** The places that may hold a column: those with the heading that somebody gave, else with its own name, else with one of the others. */
function candidates<C extends string>(
  words: readonly string[],
  column: C,
  { names, map }: Headings<C>,
): number[] {
  const placesOf = (wanted: readonly string[]): number[] =>
    words.flatMap((word, place) => (wanted.includes(word) ? [place] : []));
  const mapped = map.get(column);
  if (mapped !== undefined) return placesOf([bare(mapped)]);
  const own = placesOf([bare(column)]);
  const taken = new Set([...map.values()].map(bare));
  return own.length ? own : placesOf(names[column].filter((name) => !taken.has(name)));
}

/** A first row as one of the delimiters parts it: its words, and the places in which each column may be. */
export interface Reading<C extends string> {
  delimiter: string;
  words: string[];
  found: Record<C, number[]>;
}

function readingOf<C extends string>(
  firstRow: string,
  delimiter: string,
  headings: Headings<C>,
): Reading<C> {
  const [fields = []] = parse(firstRow, {
    delimiter,
    bom: true,
    to: 1,
    trim: true,
    relax_column_count: true,
  }) as string[][];
  const words = fields.map(bare);
  const found = Object.fromEntries(
    columnsOf(headings).map((column) => [column, candidates(words, column, headings)]),
  );
  return { delimiter, words, found: found as Record<C, number[]> };
}

const hits = <C extends string>({ found }: Reading<C>): number =>
  Object.values<number[]>(found).filter((places) => places.length > 0).length;

/** The first row, parted by the delimiter with which most columns are found. @throws BadList if none of them parts it */
export function bestReading<C extends string>(
  firstRow: string,
  headings: Headings<C>,
  file: string,
): Reading<C> {
  const errors: CsvError[] = [];
  const readings = delimiters.flatMap((delimiter) => {
    try {
      return [readingOf(firstRow, delimiter, headings)];
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      errors.push(error);
      return [];
    }
  });
  const [first, ...others] = readings;
  if (first) return others.reduce((a, b) => (hits(b) > hits(a) ? b : a), first);
  const unclosed = errors.find(({ code }) => code === 'CSV_QUOTE_NOT_CLOSED');
  throw unreadableRow((unclosed ?? errors[0])?.code, file, 1);
}
