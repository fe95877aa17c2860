import { markdownOf, plainLine, showsText } from '../markdown.ts';
import { readMoment } from '../moment.ts';
import type { ServiceBook } from '../services.ts';
import { type WrittenUpdate, ended, isBefore, writtenIncident } from '../written-incident.ts';
import type { Note } from './losses.ts';
import type { Issue } from './shapes.ts';

/** The window that Upptime reads out of the body of a maintenance. */
function scheduleIn(body: string): { from: string; to: string } | undefined {
  const [from, to] = ['start', 'end'].map((key) => {
    const [, said = ''] = new RegExp(`^\\s*${key}:\\s*(.+)$`, 'm').exec(body) ?? [];
    return readMoment(said, { zone: 'UTC' })?.at.toString();
  });
  return from && to && isBefore(from, to) ? { from, to } : undefined;
}

/** The services that Upptime expects to be down or degraded during a maintenance. */
const expectedIn = (body: string): string[] =>
  [...body.matchAll(/^\s*expected(?:Down|Degraded):\s*(.+)$/gm)]
    .flatMap(([, names = '']) => names.split(','))
    .map((name) => name.trim())
    .filter(Boolean);

/** An issue in the words of the record; `undefined` if it is neither an incident nor planned work. */
export function incidentOf(old: Issue, slugs: ReadonlySet<string>, book: ServiceBook, note: Note) {
  const isPlanned = old.labels.includes('maintenance');
  if (!isPlanned && !old.labels.includes('status')) return void note('not-an-incident');
  const title = plainLine(old.title) || `Issue ${old.number}`;
  const [first, last] = isPlanned ? ['scheduled', 'completed'] : ['investigating', 'resolved'];
  const told = [{ body: old.body ?? '', createdAt: old.createdAt }, ...old.comments];
  let updates: WrittenUpdate[] = told.flatMap(({ body, createdAt: at }) => {
    const text = markdownOf(body.replace(/\r\n?/g, '\n'), false, undefined, note);
    return showsText(text) ? { at, status: first, text } : [];
  });
  if (!updates.length) updates.push({ at: old.createdAt, status: first, text: title });
  const final = updates.at(-1);
  if (old.closedAt) {
    // Upptime writes this comment when it closes the issue, a moment before or after.
    if (final && /^\*\*Resolved:\*\*/.test(final.text)) final.status = last;
    else updates = ended(updates, last, old.closedAt, 'closed', note);
  }
  const expected = isPlanned ? expectedIn(old.body ?? '') : [];
  const unknown = expected.filter((name) => !slugs.has(name));
  if (unknown.length) note('unknown-service', unknown.join(', '));
  const named = [...old.labels, ...expected].filter((name) => slugs.has(name));
  const services = book.idsOf(named, note);
  const scheduled = isPlanned ? scheduleIn(old.body ?? '') : undefined;
  const windows = (status: string, span: object) =>
    services.map((service) => ({ service, status, from: old.createdAt, ...span }));
  if (scheduled) {
    const work = { announced: old.createdAt, scheduled };
    return writtenIncident({
      title,
      work,
      impact: windows('under_maintenance', scheduled),
      updates,
    });
  }
  if (isPlanned || !services.length) {
    note(isPlanned ? 'no-schedule' : 'no-affected');
    const status = (of: string): string =>
      ({ scheduled: 'information', completed: 'resolved' })[of] ?? of;
    const told = updates.map((update) => ({ ...update, status: status(update.status) }));
    return writtenIncident({ title, updates: told });
  }
  const isDegraded = /degraded/i.test(old.title);
  if (!isDegraded && !/ is down$/i.test(old.title.trim())) note('down-is-major');
  const impact = windows(isDegraded ? 'degraded_performance' : 'major_outage', {});
  return writtenIncident({ title, severity: isDegraded ? 'degraded' : 'down', impact, updates });
}
