import { listOf, suggest } from "../../../../src/text/suggest.ts";
import { accountNames } from "./customers.ts";
import { eachRowBeside } from "./list-beside.ts";

/** A row of the list of affected accounts whose account is not among the customers. */
export interface Unmatched {
  row: number;
  id: string;
}

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

/** What is known of one account. */
interface Touched {
  incidents: Set<string>;
  rows: number[];
  asked: boolean;
}

const names = { incident: ["incident", "incident_id"], id: accountNames };

function unknownIncident(incident: string, known: ReadonlySet<string>): string {
  const meant = suggest(incident, known);
  return `there is no such incident.${meant ? ` Did you mean “${meant}”?` : ""} Expected: an id out of content/incidents/, such as ${listOf([...known].slice(0, 2))}`;
}

function affectedBy(
  file: string,
  incidents: ReadonlySet<string>,
  touched: ReadonlyMap<string, Touched>,
): Affected {
  const without = new Map<string, ReadonlySet<string>>();
  return {
    file,
    incidents,
    untouched(id) {
      const own = touched.get(id);
      if (own) own.asked = true;
      const key = own ? [...own.incidents].sort().join(" ") : "";
      const rest =
        without.get(key) ?? incidents.difference(own?.incidents ?? nobody);
      without.set(key, rest);
      return rest;
    },
    unmatched: () =>
      [...touched]
        .filter(([, { asked }]) => !asked)
        .flatMap(([id, { rows }]) => rows.map((row) => ({ row, id })))
        .sort((a, b) => a.row - b.row),
  };
}

/**
 * Reads which accounts an incident touched: headings `incident` and `id`, one account a row.
 * @throws BadList
 */
export async function readAffected(
  path: string,
  known: ReadonlySet<string>,
): Promise<Affected> {
  const touched = new Map<string, Touched>();
  const incidents = new Set<string>();
  const file = await eachRowBeside(path, names, ({ row, value, refuse }) => {
    const incident = value("incident");
    const id = value("id");
    if (!known.has(incident)) refuse(unknownIncident(incident, known));
    if (id === "")
      refuse(
        "there is no id. Expected: the id of an account that the incident touched",
      );
    incidents.add(incident);
    const account = touched.get(id) ?? {
      incidents: new Set(),
      rows: [],
      asked: false,
    };
    touched.set(id, account);
    account.incidents.add(incident);
    account.rows.push(row);
  });
  return affectedBy(file, incidents, touched);
}
