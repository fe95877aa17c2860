import type { Incident } from '../incident.ts';
import type { Place } from './finding.ts';
import { incidentFile } from './rule.ts';

/** Where it stands when an incident began. */
export const firstMoments = (incident: Incident): Place[] =>
  [
    ['scheduled', 'from'],
    ['updates', 0, 'at'],
    ...incident.impact.map((_, index) => ['impact', index, 'from']),
  ].map((path) => ({
    file: incidentFile(incident),
    path,
  }));

/** Where it stands whether and when an incident was resolved. */
export const lastWord = (incident: Incident): Place[] =>
  ['at', 'status'].map((key) => ({
    file: incidentFile(incident),
    path: ['updates', incident.updates.length - 1, key],
  }));
