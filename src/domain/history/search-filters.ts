import { yearsOf } from './history.ts';
import type { Incident } from '../incident.ts';
import type { RecordIndex } from '../record/index-record.ts';
import { type Postmortem, causesOf } from '../postmortem.ts';

/** What a reader can search among. */
export const filterNames = ['service', 'severity', 'cause', 'year'] as const;

/** The words of the record, by filter. */
export type Filters = Record<(typeof filterNames)[number], string[]>;

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

/** Everything that there is to choose from, in the order in which the record names it; years the latest first. */
export function filterChoices(record: RecordIndex): Filters {
  const used = filtersOf(record, record.incidents, record.postmortems);
  const inOrder = (words: readonly string[], found: readonly string[]): string[] =>
    words.filter((word) => found.includes(word));
  return {
    service: inOrder(
      record.services.map(({ id }) => id),
      used.service,
    ),
    severity: inOrder(
      record.site.severities.map(({ name }) => name),
      used.severity,
    ),
    cause: inOrder(
      record.site.causes.map(({ name }) => name),
      used.cause,
    ),
    year: used.year.sort((a, b) => Number(b) - Number(a)),
  };
}
