import { listOf, suggest } from '../../../../src/text/suggest.ts';
import { ByAccount, type Unmatched } from './by-account.ts';
import { accountNames } from './customers.ts';
import { eachRowBeside } from './list-beside.ts';

/** Which accounts each listed incident touched. Incidents that are not listed touched everybody in their services and regions. */
export interface Affected {
  /** The name of the list, for messages; `undefined` if there is none. */
  file: string | undefined;
  incidents: ReadonlySet<string>;
  /** The listed incidents that did not touch an account. It is asked about each customer. */
  untouched: (id: string) => ReadonlySet<string>;
  /** The rows whose account is not among the customers, in their order. */
  unmatched: () => Unmatched[];
}

const nobody: ReadonlySet<string> = new Set();

export const everybody: Affected = {
  file: undefined,
  incidents: nobody,
  untouched: () => nobody,
  unmatched: () => [],
};

const names = { incident: ['incident', 'incident_id'], id: accountNames };

function unknownIncident(incident: string, known: ReadonlySet<string>): string {
  const meant = suggest(incident, known);
  return `there is no such incident.${meant ? ` Did you mean “${meant}”?` : ''} Expected: an id out of content/incidents/, such as ${listOf([...known].slice(0, 2))}`;
}

function affectedBy(
  file: string,
  incidents: ReadonlySet<string>,
  touched: ByAccount<ReadonlySet<string>>,
): Affected {
  const without = new Map<string, ReadonlySet<string>>();
  return {
    file,
    incidents,
    untouched(id) {
      const own = touched.ask(id) ?? nobody;
      const key = [...own].sort().join(' ');
      const rest = without.get(key) ?? incidents.difference(own);
      without.set(key, rest);
      return rest;
    },
    unmatched: () => touched.unmatched(),
  };
}

/**
 * Reads which accounts an incident touched: headings `incident` and `id`, one account a row.
 * @throws BadList
 */
export async function readAffected(path: string, known: ReadonlySet<string>): Promise<Affected> {
  const touched = new ByAccount<ReadonlySet<string>>();
  const incidents = new Set<string>();
  const file = await eachRowBeside(path, names, ({ row, value, refuse }) => {
    const incident = value('incident');
    const id = value('id');
    if (!known.has(incident)) refuse(unknownIncident(incident, known));
    if (id === '')
      refuse('there is no id. Expected: the id of an account that the incident touched');
    incidents.add(incident);
    touched.note(id, row, (before = nobody) => new Set([...before, incident]));
  });
  return affectedBy(file, incidents, touched);
}
