import type { RecordIndex } from '../record/index-record.ts';
import { resolvedAt } from '../impact.ts';
import { type Incident, beganOnDay } from '../incident.ts';
import type { Postmortem } from '../postmortem.ts';
import { beganAt } from '../progress.ts';
import { type End, type Status, worst } from '../status.ts';
import { type PlainDate, totalLength, union } from '../time.ts';

/** What the windows of one or several incidents add up to. Times in epoch ms, lengths in ms. */
export interface ImpactSummary {
  began: number;
  /** The day on which it began, where nobody knows at what time. */
  beganOn: PlainDate | undefined;
  /** The time in which something was wrong, as a union of windows. */
  lasted: number;
  /** `open` while it lasts, `unknown` if the end of a window is not known: `lasted` is then too short. */
  end: End;
  resolved: number | undefined;
  services: { service: string; worst: Status }[];
}

/** What incidents add up to: from when to when, and how bad it was for each service. */
export function impactSummary(
  { impactsOfIncident }: RecordIndex,
  incidents: readonly Incident[],
): ImpactSummary {
  const impacts = incidents.flatMap(({ id }) => impactsOfIncident.get(id) ?? []);
  const began = Math.min(...incidents.map(beganAt));
  const first = incidents.find((incident) => beganAt(incident) === began);
  const resolved = incidents.map(resolvedAt);
  const ids = [...new Set(impacts.map(({ service }) => service))];
  return {
    began,
    beganOn: first && beganOnDay(first),
    lasted: totalLength(union(impacts.map(({ span }) => span))),
    end: impacts.some(({ end }) => end === 'open')
      ? 'open'
      : impacts.some(({ end }) => end === 'unknown')
        ? 'unknown'
        : 'known',
    resolved: resolved.some((at) => at === undefined)
      ? undefined
      : Math.max(...resolved.map((at) => at ?? 0)),
    services: ids.map((service) => ({
      service,
      worst: worst(
        impacts.filter((impact) => impact.service === service).map(({ status }) => status),
      ),
    })),
  };
}

/** The incidents that a postmortem accounts for, oldest first. */
export const incidentsOf = ({ incident }: RecordIndex, { incidents }: Postmortem): Incident[] =>
  incidents.flatMap((id) => incident.get(id) ?? []).sort((a, b) => beganAt(a) - beganAt(b));
