import { yearsOf } from './history.ts';
import type { Incident } from '../incident.ts';
import type { RecordIndex } from '../record/index-record.ts';
import { type Postmortem, causesOf } from '../postmortem.ts';

/** What a reader can search among. */
export const filterNames = ['service', 'severity', 'cause', 'year'] as const;

/** The ids of the record, by filter. */
type Filters = Record<(typeof filterNames)[number], string[]>;

const distinct = (values: readonly (string | undefined)[]): string[] => [
  ...new Set(values.filter((value) => value !== undefined)),
];

/** By what incidents and their postmortems can be found: the same for both, so that each leads to the other. */
export const filtersOf = (
  { site, now }: RecordIndex,
  incidents: readonly Incident[],
  postmortems: readonly Postmortem[],
): Filters => ({
  service: distinct(incidents.flatMap(({ impact }) => impact.map(({ service }) => service))),
  severity: distinct(
    incidents.map((incident) => (incident.kind === 'maintenance' ? undefined : incident.severity)),
  ),
  cause: distinct(postmortems.flatMap(causesOf)),
  year: distinct(
    incidents.flatMap((incident) => yearsOf(incident, site.time_zone, now).map(String)),
  ),
});

/** Something to choose, by the value that pages have and the name that readers know. */
interface Choice {
  value: string;
  name: string;
}

/** Everything that there is to choose from, in the order in which the record names it; years the latest first. */
export function filterChoices(record: RecordIndex): Record<keyof Filters, Choice[]> {
  const used = filtersOf(record, record.incidents, record.postmortems);
  const inOrder = (known: readonly { id: string; name: string }[], found: readonly string[]) =>
    known.filter(({ id }) => found.includes(id)).map(({ id, name }) => ({ value: id, name }));
  return {
    service: inOrder(record.services, used.service),
    severity: inOrder(record.site.severities, used.severity),
    cause: inOrder(record.site.causes, used.cause),
    year: used.year
      .sort((a, b) => Number(b) - Number(a))
      .map((year) => ({ value: year, name: year })),
  };
}
