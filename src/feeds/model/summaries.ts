import type { Incident } from '../../domain/incident.ts';
import { plainText } from '../../site/markdown.ts';

type Locals = Pick<App.Locals, 'say' | 'format'>;

/** For when work is planned, in plain words; nothing for what nobody plans. */
export const scheduleSummary = (incident: Incident, { say, format }: Locals): string =>
  incident.kind === 'maintenance'
    ? say.feed.scheduled(
        format.dateTime(incident.scheduled.from.epochMilliseconds),
        format.dateTime(incident.scheduled.to.epochMilliseconds),
      )
    : '';

/** What was said last, in plain words. */
export function latestSummary(incident: Incident, locals: Locals): string {
  const latest = incident.updates.at(-1);
  return latest ? plainText(latest.text) : scheduleSummary(incident, locals);
}
