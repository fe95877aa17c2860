import { Temporal } from 'temporal-polyfill';
import { markdownOf, plainLine, showsText } from '../markdown.ts';
import type { WrittenIncident } from '../old-page.ts';
import {
  type WrittenUpdate,
  ended,
  writtenIncident,
  isBefore,
  standIn,
} from '../written-incident.ts';
import { type ServiceOf, windowsFromImpact, windowsSaid } from './impacts.ts';
import type { Note } from './losses.ts';
import type { OldIncident, OldUpdate } from './shapes.ts';

/** Statuses in our words. */
const ofIncident: Readonly<Record<string, string>> = {
  investigating: 'investigating',
  identified: 'identified',
  monitoring: 'monitoring',
  resolved: 'resolved',
};
const ofMaintenance: Readonly<Record<string, string>> = {
  scheduled: 'scheduled',
  in_progress: 'in_progress',
  verifying: 'in_progress',
  completed: 'completed',
};

const levels = ['none', 'minor', 'major', 'critical'] as const;

/** A time as the record writes it; `undefined` if it is none. */
function timeIn(text: string | null | undefined, note: Note): string | undefined {
  if (!text) return undefined;
  try {
    return Temporal.Instant.from(text).toString();
  } catch {
    note('unreadable-time', text);
    return undefined;
  }
}

type Timed = OldUpdate & { at: string };

/** Updates that have a time, oldest first. Lists have the newest first, so that of two in one moment the later one is told last. */
const inOrder = ({ incident_updates: updates }: OldIncident, note: Note): Timed[] =>
  updates
    .toReversed()
    .flatMap((update) => {
      const at = timeIn(update.display_at ?? update.created_at, note);
      return at === undefined ? [] : { ...update, at };
    })
    .sort((a, b) => (isBefore(a.at, b.at) ? -1 : isBefore(b.at, a.at) ? 1 : 0));

/** Updates in the words of the record. */
function written(
  updates: readonly Timed[],
  words: Readonly<Record<string, string>>,
  home: string | undefined,
  note: Note,
): WrittenUpdate[] {
  let last = Object.values(words)[0] ?? '';
  return updates.map(({ at, status: theirs, body }) => {
    if (!words[theirs]) note('unknown-status', theirs || 'none');
    const status = (last = words[theirs] ?? last);
    const text = markdownOf(body.replace(/\r\n?/g, '\n'), false, home, note);
    const shown = showsText(text) ? text : standIn(status);
    if (shown !== text) note('empty-update', at);
    return { at, status, text: shown };
  });
}

/** An incident, and the story that was given of it. */
interface ReadIncident {
  incident: WrittenIncident | string;
  story: string | undefined;
}

/** Reads an incident or a maintenance. `home`: where the old page was. */
export function readIncident(
  old: OldIncident,
  home: string | undefined,
  serviceOf: ServiceOf,
  note: Note,
): ReadIncident {
  const updates = inOrder(old, note);
  const said = updates.filter(({ status }) => status !== 'postmortem');
  const told = updates.filter(({ status }) => status === 'postmortem').map(({ body }) => body);
  const body = old.postmortem_body || told.join('\n\n');
  const story = body && markdownOf(body.replace(/\r\n?/g, '\n'), false, home, note);
  const from = timeIn(old.started_at ?? old.created_at, note) ?? said[0]?.at;
  if (from === undefined) return { incident: 'it has no time at all', story: story || undefined };
  const from0 = said[0] && isBefore(said[0].at, from) ? said[0].at : from;
  const facts = { old, said, from: from0, home, serviceOf };
  const isPlanned = !!old.scheduled_for || old.impact === 'maintenance';
  return {
    incident: (isPlanned && maintenance(facts, note)) || outage(facts, note),
    story: story || undefined,
  };
}

interface Facts {
  old: OldIncident;
  said: readonly Timed[];
  from: string;
  home: string | undefined;
  serviceOf: ServiceOf;
}

const titleOf = ({ name }: OldIncident): string => plainLine(name) || 'Without a title';

/** Services that an incident names while all its updates say that they were well: they were hit between two updates, or not at all. */
function noteUnhit(
  { components }: OldIncident,
  windows: readonly { service: string }[],
  serviceOf: ServiceOf,
  note: Note,
): void {
  const unhit = components.filter(
    ({ id, name, group }) =>
      !group && !windows.some(({ service }) => service === serviceOf({ code: id, name })),
  );
  if (unhit.length) note('unhit', unhit.map(({ name }) => name).join(', '));
}

function outage({ old, said, from, home, serviceOf }: Facts, note: Note): WrittenIncident {
  const title = titleOf(old);
  const isOver = /^(resolved|postmortem|completed)$/.test(old.status) || !!old.resolved_at;
  let updates = written(said, { ...ofIncident, completed: 'resolved' }, home, note);
  if (!updates.length) {
    note('empty-update', from);
    updates.push({ at: from, status: 'investigating', text: title });
  }
  const last = updates.at(-1);
  if (isOver && last && last.status !== 'resolved') {
    const end = timeIn(old.resolved_at, note) ?? last.at;
    updates = ended(updates, 'resolved', end, 'resolved', note);
  }
  if (!isOver && last?.status !== 'resolved') note('still-open');
  const severity = levels.find((level) => level === old.impact);
  const windows = windowsSaid(said, from, serviceOf);
  const impact = windows.length ? windows : windowsFromImpact(old, from, serviceOf);
  if (impact.length && !windows.length) note('status-from-impact', old.impact);
  if (windows.length) noteUnhit(old, windows, serviceOf, note);
  if (!severity) note('unknown-severity', old.impact || 'none');
  if (severity !== 'none' && !(severity && impact.length)) note('no-affected');
  return writtenIncident({ title, severity, impact, updates });
}

/** `undefined`: nothing says from when to when it was scheduled. */
function maintenance(
  { old, said, from, home, serviceOf }: Facts,
  note: Note,
): WrittenIncident | undefined {
  const scheduled = {
    from: timeIn(old.scheduled_for, note) ?? '',
    to: timeIn(old.scheduled_until, note) ?? '',
  };
  if (!scheduled.from || !scheduled.to || !isBefore(scheduled.from, scheduled.to)) {
    note('no-schedule');
    return undefined;
  }
  const title = titleOf(old);
  let updates = written(said, ofMaintenance, home, note);
  const windows = windowsSaid(said, said[0]?.at ?? scheduled.from, serviceOf);
  const named = old.components.filter(({ group }) => !group);
  const services = new Set(named.map(({ id, name }) => serviceOf({ code: id, name })));
  if (!windows.length && services.size) note('work-as-scheduled', [...services].join(', '));
  const impact = windows.length
    ? windows
    : [...services].map((service) => ({
        service,
        status: 'under_maintenance' as const,
        ...scheduled,
      }));
  const isOver = old.status === 'completed' || !!old.resolved_at;
  const last = updates.at(-1);
  if (isOver && last?.status !== 'completed') {
    const end = timeIn(old.resolved_at, note) ?? scheduled.to;
    updates = ended(updates, 'completed', end, 'completed', note);
  }
  return writtenIncident({
    title,
    work: { announced: said[0]?.at ?? from, scheduled },
    impact,
    updates,
  });
}
