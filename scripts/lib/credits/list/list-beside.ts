import { BadList } from './bad-list.ts';
import { type Headings, columnsOf } from './reading.ts';
import { eachRow, fieldOf, openList } from './list.ts';

/** One row of a list beside that of the customers. */
interface RowBeside<C extends string> {
  row: number;
  /** What stands in a column, without blanks around it. */
  value: (column: C) => string;
  /** @throws BadList */
  refuse: (what: string) => never;
}

/**
 * Reads a list beside that of the customers, all of whose columns are needed, and returns its name for messages.
 * @throws BadList
 */
export async function eachRowBeside<C extends string>(
  path: string,
  names: Headings<C>['names'],
  onRow: (row: RowBeside<C>) => void,
): Promise<string> {
  const list = openList(path, {
    names,
    needed: columnsOf({ names }),
    map: new Map(),
    otherwise: (column) => `${column} as the heading of the column that is meant`,
  });
  const { file, columns } = list;
  await eachRow(list, (fields, row) => {
    const refuse = (what: string): never => {
      throw new BadList(`${file}, row ${row}: ${what}. Nothing was written.`);
    };
    if (fields.length !== columns.width)
      refuse(
        `there are ${fields.length} fields and ${columns.width} headings. Expected: a field for each heading`,
      );
    onRow({
      row,
      refuse,
      value: (column) => fieldOf(fields, columns.place[column]).trim(),
    });
  });
  return file;
}
