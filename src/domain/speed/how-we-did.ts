import type { Incident } from '../incident.ts';
import { beganAt } from '../progress.ts';
import { type Quarter, byQuarter } from '../quarter.ts';
import type { RecordIndex } from '../record/index-record.ts';
import { dayOf } from '../time.ts';
import { type SpeedPromise, type SpeedPromiseKind, speedPromises } from './speed-promises.ts';

/** How many were kept, and how many missed; what is still open counts as neither. */
export interface Score {
  kept: number;
  missed: number;
}

export const scoreOf = (
  promises: readonly SpeedPromise[],
  kinds?: readonly SpeedPromiseKind[],
): Score => {
  const of = (state: SpeedPromise['state']): number =>
    promises.filter((one) => one.state === state && (kinds?.includes(one.kind) ?? true)).length;
  return { kept: of('kept'), missed: of('missed') };
};

/** Who noticed first. */
export const noticers = ['us', 'customers', 'unknown'] as const;
export type Noticer = (typeof noticers)[number];

/** `undefined` of what is no outage: there is nothing to notice. */
function noticerOf(incident: Incident): Noticer | undefined {
  if (incident.kind !== 'incident') return undefined;
  if (!incident.detected) return 'unknown';
  return incident.detected.by === 'customer' ? 'customers' : 'us';
}

/** What happened in a quarter: of each incident that began in it, what was to be said by when, and who noticed first. */
export interface QuarterSpeed extends Quarter {
  promises: SpeedPromise[];
  noticed: Record<Noticer, number>;
}

/** All quarters in which something began, the latest first. */
export function howWeDid(record: RecordIndex): QuarterSpeed[] {
  const { incidents, site } = record;
  return byQuarter(incidents, (incident) => dayOf(beganAt(incident), site.time_zone))
    .map(({ year, quarter, items }) => {
      const noticed = items.map(noticerOf);
      const by = (who: Noticer): number => noticed.filter((one) => one === who).length;
      return {
        year,
        quarter,
        promises: items.flatMap((incident) => speedPromises(record, incident)),
        noticed: { us: by('us'), customers: by('customers'), unknown: by('unknown') },
      };
    })
    .filter(
      ({ promises, noticed }) =>
        promises.length > 0 || noticers.some((noticer) => noticed[noticer] > 0),
    );
}
