import { type Incident, type Maintenance, type Update, movedFrom } from '../incident.ts';
import { beganAt, endedQuietlyAt, firstSaidAt, maintenanceState } from '../progress.ts';
import { type CorrectionNews, correctionNews } from './correction-news.ts';
import type { Occasion } from './occasion.ts';

type PlannedWork = Extract<Incident, Maintenance>;

/** An update, or what a plan says that nobody has said in an update: work was announced, has begun, is done. */
export type IncidentNews = Occasion &
  (
    | { type: 'update'; incident: Incident; update: Update; number: number }
    | { type: 'announced' | 'begun' | 'done'; incident: PlannedWork }
    /** What nobody spoke of was told for the first time. */
    | { type: 'told'; incident: Incident }
    | (CorrectionNews & { type: 'corrected'; incident: Incident })
  );

/** Whether an update had said so by `at` (epoch ms). */
const wasSaid = (
  { updates }: PlannedWork,
  at: number,
  statuses: readonly PlannedWork['updates'][number]['status'][],
): boolean =>
  updates.some((update) => update.at.epochMilliseconds <= at && statuses.includes(update.status));

/** When the plan alone says that work was announced, has begun and is done, epoch ms; only what updates leave unsaid. */
function byPlan(work: PlannedWork, now: number): ['announced' | 'begun' | 'done', number][] {
  const announced = work.announced === 'unknown' ? undefined : work.announced.epochMilliseconds;
  const began = Math.min(beganAt(work), work.scheduled.from.epochMilliseconds);
  const ended = maintenanceState(work, now) === 'completed' ? endedQuietlyAt(work) : undefined;
  return [
    ...(announced !== undefined &&
    !wasSaid(work, announced, ['scheduled', 'in_progress', 'completed'])
      ? [['announced', announced] as ['announced', number]]
      : []),
    ...(wasSaid(work, began, ['in_progress', 'completed'])
      ? []
      : [['begun', began] as ['begun', number]]),
    ...(ended !== undefined && !work.updates.some(({ status }) => status === 'completed')
      ? [['done', ended] as ['done', number]]
      : []),
  ];
}

/**
 * What happened in an incident that was first known as `name`. An update is named by its place among the others: what was said stays said, so that
 * a corrected time or text leaves it where it is. What follows from a plan is named by the plan: each move makes a new one.
 */
export function incidentNews(
  incident: Incident,
  name: string,
  { now, zone }: { now: number; zone: string },
): IncidentNews[] {
  const incidents = [incident.id];
  const updates = incident.updates.map((update, index): IncidentNews => ({
    type: 'update',
    id: `update:${name}/${index + 1}`,
    at: update.at.epochMilliseconds,
    isByClock: false,
    incidents,
    incident,
    update,
    number: index + 1,
  }));
  const corrected = correctionNews(
    { corrections: incident.corrections, incidents },
    { name: `corrected:${name}`, first: firstSaidAt(incident), zone },
  ).map((news) => ({ ...news, type: 'corrected', incident }) as const);
  const told: IncidentNews[] =
    incident.kind === 'incident' && incident.silence
      ? [
          {
            type: 'told',
            id: `told:${name}`,
            at: incident.silence.until.epochMilliseconds,
            isByClock: false,
            incidents,
            incident,
          },
        ]
      : [];
  if (incident.kind !== 'maintenance') return [...told, ...updates, ...corrected];
  const plan = incident.updates.filter((update) => movedFrom(update)).length;
  return [
    ...updates,
    ...corrected,
    ...byPlan(incident, now).map(([type, at]): IncidentNews => ({
      type,
      id: type === 'announced' ? `announced:${name}` : `${type}:${name}/${plan}`,
      at,
      isByClock: type !== 'announced',
      incidents,
      incident,
    })),
  ];
}
