import { listOf } from '../../../../src/text/suggest.ts';
import { WrongUsage } from '../../command.ts';
import { type Column, columnNames } from '../list/customers.ts';
import { bare } from '../list/reading.ts';

/** A comma parts two pairs where COLUMN= follows it; elsewhere it belongs to a heading. */
const betweenPairs = /,(?=[^,=]*=)/;

function pairOf(text: string): [Column, heading: string] {
  const [, name = '', heading = ''] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  const column = columnNames.find((known) => known === bare(name));
  if (column && heading.trim()) return [column, heading.trim()];
  throw new WrongUsage(
    `--map has “${text}”. Expected: COLUMN=HEADING, with a column out of ${listOf(columnNames)}.`,
  );
}

/**
 * Reads `--map id=Workspace,fee=Net`, once or several times: which heading stands for which column.
 * @throws WrongUsage
 */
export function readMap(given: readonly string[]): ReadonlyMap<Column, string> {
  const map = new Map<Column, string>();
  for (const [column, heading] of given.flatMap((text) => text.split(betweenPairs)).map(pairOf)) {
    if (map.has(column))
      throw new WrongUsage(`--map names ${column} twice. Expected: each column once.`);
    const other = [...map].find(([, taken]) => bare(taken) === bare(heading));
    if (other)
      throw new WrongUsage(
        `--map gives “${heading}” to ${other[0]} and to ${column}. Expected: a heading for each.`,
      );
    map.set(column, heading);
  }
  return map;
}
