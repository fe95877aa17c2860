import { listOf, suggest } from '../../../../src/text/suggest.ts';
import { type Headings, type Reading, bare, bestReading, columnsOf } from './reading.ts';
import { BadList } from './bad-list.ts';

/** Where each column stands, `undefined` for one that is not there; how fields are separated; and how many there are. */
export interface Columns<C extends string> {
  place: Readonly<Record<C, number | undefined>>;
  delimiter: string;
  width: number;
  /** The headings, in small letters, as they stand. */
  words: readonly string[];
}

const allOf = (words: readonly string[]): string => listOf(words).replace(' or ', ' and ');
const columnNumbers = (places: readonly number[]): string =>
  allOf(places.map((place) => `${place + 1}`));

function refuseTwice(words: readonly string[], file: string): void {
  const place = words.findIndex((word, index) => word !== '' && words.indexOf(word) !== index);
  if (place === -1) return;
  throw new BadList(
    `${file}, row 1: columns ${columnNumbers([words.indexOf(words[place] ?? ''), place])} have the same heading. Expected: each heading once. Rename or remove one.`,
  );
}

/** Refuses what could be understood in two ways: two headings for one column, and one heading for two columns. */
function refuseDoubt<C extends string>(
  { found, words }: Reading<C>,
  headings: Headings<C>,
  file: string,
): void {
  const columns = columnsOf(headings);
  for (const column of columns) {
    const places = found[column];
    // What stands there are names of ours, and no cells that only look like headings.
    if (places.length > 1)
      throw new BadList(
        `${file}, row 1: columns ${columnNumbers(places)} (${allOf(places.map((place) => words[place] ?? ''))}) could both be ${column}. Expected: one heading for each column. Write: ${headings.otherwise(column)}.`,
      );
    const other = columns.find(
      (one) => one !== column && places[0] !== undefined && found[one][0] === places[0],
    );
    if (other)
      throw new BadList(
        `${file}, row 1: column ${Number(places[0]) + 1} would be both ${column} and ${other}. Expected: a heading for each. Write: ${headings.otherwise(other)}.`,
      );
  }
}

/** What is said of a column that is not there. It names headings that are known, and of other cells only where they stand: they may be data. */
function lacking<C extends string>(
  column: C,
  { words, found }: Reading<C>,
  headings: Headings<C>,
  file: string,
): BadList {
  const { map, needed, otherwise } = headings;
  const there = columnsOf(headings).filter((one) => found[one].length > 0);
  const taken = new Set(Object.values<number[]>(found).flat());
  const free = words.filter((_, place) => !taken.has(place));
  const near = suggest(bare(map.get(column) ?? column), free);
  const given = map.get(column);
  const what =
    given !== undefined
      ? `there is no heading “${given}”, which is to be ${column}`
      : there.length
        ? `there is no column ${column}`
        : 'these are not the headings: no column has a name that is known';
  const seen = `${words.length} ${words.length === 1 ? 'column' : 'columns'}${there.length ? `, of them ${allOf(there)}` : ''}`;
  return new BadList(
    `${file}, row 1: ${what}.${near === undefined ? '' : ` Is it column ${words.indexOf(near) + 1}?`} Expected: headings in row 1 and nothing above them: ${listOf(columnsOf(headings))}; ${allOf(needed)} are needed. Found: ${seen}. Write: ${otherwise(column)}.`,
  );
}

/**
 * Finds the columns in the first row of a list.
 * @throws BadList if a column that is needed or was named is not there, or if there is doubt which one it is
 */
export function findColumns<C extends string>(
  firstRow: string,
  headings: Headings<C>,
  file: string,
): Columns<C> {
  const reading = bestReading(firstRow, headings, file);
  const { delimiter, words, found } = reading;
  const missing = [...headings.map.keys(), ...headings.needed].find(
    (column) => found[column].length === 0,
  );
  if (missing) throw lacking(missing, reading, headings, file);
  refuseTwice(words, file);
  refuseDoubt(reading, headings, file);
  const place = Object.fromEntries(
    columnsOf(headings).map((column) => [column, found[column][0]]),
  ) as Columns<C>['place'];
  return { place, delimiter, width: words.length, words };
}
