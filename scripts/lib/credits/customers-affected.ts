import { basename } from 'node:path';
import { BadCustomers } from './customers-columns.ts';
import { listOf, suggest } from '../../../src/domain/findings/suggest.ts';
import { readFileSync } from 'node:fs';
import { isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse/sync';

/** Whom incidents touched that touched only some accounts. Incidents that are not listed touched everybody they could. */
export interface Affected {
  incidents: ReadonlySet<string>;
  /** The listed incidents that did not touch an account. */
  untouched: (id: string) => ReadonlySet<string>;
}

export const everybody: Affected = { incidents: new Set(), untouched: () => nobody };
const nobody: ReadonlySet<string> = new Set();

interface Line {
  record: Record<string, string>;
  info: { records: number };
}

function linesOf(path: string, file: string): Line[] {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new BadCustomers(
      `${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'no reason given'}). Expected: a CSV file with the headings incident and id.`,
    );
  }
  if (!isUtf8(bytes) || bytes.includes(0))
    throw new BadCustomers(`${file} is not UTF-8 text. Expected: a CSV file in UTF-8. Save it again with that encoding.`);
  try {
    const bare = (headings: string[]): string[] => headings.map((heading) => heading.trim().toLowerCase());
    return parse(bytes, {
      columns: bare,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      info: true,
      delimiter: [',', ';', '\t'],
    }) as unknown as Line[];
  } catch {
    throw new BadCustomers(`${file} cannot be understood. Expected: a CSV file with the headings incident and id, and one account a row.`);
  }
}

/**
 * Reads which accounts an incident touched: headings `incident` and `id`, one account a row.
 * @throws BadCustomers
 */
export function readAffected(path: string, incidents: ReadonlySet<string>): Affected {
  const file = basename(path);
  const touched = new Map<string, Set<string>>();
  const listed = new Set<string>();
  for (const { record, info } of linesOf(path, file)) {
    const { incident, id = record['account'] ?? record['customer'] } = record;
    const row = info.records + 1;
    if (incident === undefined || id === undefined)
      throw new BadCustomers(
        `${file}, row 1: there is no heading ${incident === undefined ? 'incident' : 'id'}. Expected: the headings incident and id.`,
      );
    if (!incidents.has(incident)) {
      const meant = suggest(incident, incidents);
      throw new BadCustomers(
        `${file}, row ${row}: there is no such incident.${meant ? ` Did you mean “${meant}”?` : ''} Expected: an id out of content/incidents/, such as ${listOf([...incidents].slice(0, 2))}.`,
      );
    }
    if (id === '') throw new BadCustomers(`${file}, row ${row}: there is no id. Expected: the id of an account that the incident touched.`);
    listed.add(incident);
    touched.set(id, (touched.get(id) ?? new Set()).add(incident));
  }
  const without = new Map<string, ReadonlySet<string>>();
  return {
    incidents: listed,
    untouched(id) {
      const own = touched.get(id);
      const key = own ? [...own].sort().join(' ') : '';
      const rest = without.get(key) ?? new Set([...listed].filter((incident) => !own?.has(incident)));
      without.set(key, rest);
      return rest;
    },
  };
}
