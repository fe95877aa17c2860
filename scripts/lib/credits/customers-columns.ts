import { parse } from 'csv-parse/sync';
import { listOf, suggest } from '../../../src/domain/findings/suggest.ts';
import type { CustomerRow } from '../../../src/domain/credits/customer.ts';

/** Why a list of customers cannot be used at all. It names rows and columns, and never repeats what stands in a row. */
export class BadCustomers extends Error {}

export type Column = keyof CustomerRow;

/** Where each column stands, `undefined` for one that is not there; how fields are separated; and how many there are. */
export interface Columns {
  place: Readonly<Record<Column, number | undefined>>;
  delimiter: string;
  width: number;
}

/** The names that a heading may have, beside that of the column itself. */
const names: Readonly<Record<Column, readonly string[]>> = {
  id: ['id', 'customer', 'customer_id', 'account', 'account_id'],
  plan: ['plan', 'plan_id'],
  service: ['service', 'service_id'],
  region: ['region'],
  currency: ['currency'],
  fee: ['fee', 'amount'],
  covered_from: ['covered_from', 'from', 'start'],
  covered_to: ['covered_to', 'to', 'end', 'covered_until', 'until'],
};

export const columnNames = Object.keys(names) as readonly Column[];
const needed: readonly Column[] = ['id', 'plan', 'currency', 'fee'];
const delimiters = [',', ';', '\t', '|'];

const bare = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');

/**
 * Reads `--map id=Workspace,fee=Net`: which heading stands for which column.
 * @throws BadCustomers
 */
export function readMap(text: string): ReadonlyMap<Column, string> {
  const pairs = text
    .split(',')
    .filter(Boolean)
    .map((pair) => pair.split('=', 2));
  return new Map(
    pairs.map(([name = '', heading = '']) => {
      const column = columnNames.find((known) => known === bare(name));
      if (!column || !heading.trim())
        throw new BadCustomers(
          `--map has “${name}${heading && '='}${heading}”. Expected: COLUMN=HEADING, with a column out of ${listOf(columnNames)}.`,
        );
      return [column, heading.trim()];
    }),
  );
}

const placeOf = (headings: readonly string[], column: Column, map: ReadonlyMap<Column, string>): number | undefined => {
  const mapped = map.get(column);
  const place = mapped
    ? headings.findIndex((heading) => bare(heading) === bare(mapped))
    : headings.findIndex((heading) => names[column].includes(bare(heading)));
  return place === -1 ? undefined : place;
};

const headingsWith = (heading: string, delimiter: string): string[] => {
  try {
    return (parse(heading, { delimiter, bom: true, to: 1, trim: true, relax_column_count: true }) as string[][])[0] ?? [];
  } catch {
    return [];
  }
};

function refuseTwice(headings: readonly string[], file: string): void {
  const words = headings.map(bare);
  const place = words.findIndex((word, index) => word !== '' && words.indexOf(word) !== index);
  if (place !== -1)
    throw new BadCustomers(
      `${file}, row 1: column ${place + 1} has the same heading as column ${words.indexOf(words[place] ?? '') + 1}. Expected: each heading once. Rename or remove one.`,
    );
}

/**
 * Finds the columns in the first row of a list. Headings are no private data and are named in messages.
 * @throws BadCustomers if a column that is needed is not there
 */
export function findColumns(firstRow: string, map: ReadonlyMap<Column, string>, file: string, alsoNeeded: readonly Column[] = []): Columns {
  const found = delimiters.map((delimiter) => {
    const headings = headingsWith(firstRow, delimiter);
    const place = Object.fromEntries(columnNames.map((column) => [column, placeOf(headings, column, map)])) as Columns['place'];
    return {
      headings,
      columns: { place, delimiter, width: headings.length },
      hits: columnNames.filter((column) => place[column] !== undefined).length,
    };
  });
  const best = found.reduce((a, b) => (b.hits > a.hits ? b : a));
  refuseTwice(best.headings, file);
  const missing = [...needed, ...alsoNeeded].find((column) => best.columns.place[column] === undefined);
  if (!missing) return best.columns;
  const wanted = map.get(missing) ?? missing;
  const meant = suggest(bare(wanted), best.headings.map(bare));
  throw new BadCustomers(
    `${file}, row 1: there is no column “${wanted}”.${meant ? ` Did you mean “${meant}”?` : ''} Expected: headings ${listOf(columnNames)}; ${listOf([...new Set([...needed, ...alsoNeeded])]).replace(' or ', ' and ')} are needed, and may be empty where a row has no such thing. Found: ${listOf(best.headings.map((heading) => heading.slice(0, 40)))}. Write: --map ${missing}=HEADING, if it has another name.`,
  );
}
