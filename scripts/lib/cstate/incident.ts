import type { z } from 'zod';
import type { incident as schema } from '../../../src/domain/incident.ts';
import type { Course } from './course.ts';
import type { Facts } from './keys.ts';
import { type Kind, kindOf, speaksOfTrouble } from './kind.ts';
import { plainLine } from './line.ts';
import type { Note } from './loss.ts';
import { written } from './moment.ts';
import type { Prose } from './prose.ts';
import type { ServiceBook } from './services.ts';
import { type OldSeverity, readSeverity, severities } from './severity.ts';
import { type ImportedUpdate, readUpdates } from './updates.ts';
import { voices } from './voices.ts';

export type WrittenIncident = z.input<typeof schema>;
type Windows = NonNullable<WrittenIncident['impact']>;

/** All that is known of an issue before it is written as an incident. */
export interface Draft {
  title: string;
  fileName: string;
  facts: Facts;
  course: Course;
  prose: Prose;
  services: ServiceBook;
}

/** What follows from a draft's kind. */
interface Decided extends Draft {
  kind: Kind['kind'];
  severity: OldSeverity | undefined;
  /** How the affected services were; `undefined`: as usual, or nobody knows. */
  status: Windows[number]['status'] | undefined;
}

function decide(draft: Draft, note: Note): Decided {
  const { title, fileName, facts, course, prose } = draft;
  const severityText = facts.text('severity');
  const severity = readSeverity(severityText, note);
  const hasServices = facts.list('affected').length > 0;
  const informational = facts.flag('informational') === true;
  const { kind, because } = kindOf({
    title,
    fileName,
    text: prose.text,
    severity,
    severityText,
    informational,
    hasServices,
  });
  if (kind === 'maintenance') {
    const ends = course.to ?? course.planned;
    note(ends ? 'kind-maintenance' : 'maintenance-without-end', because);
    return {
      ...draft,
      kind: ends ? 'maintenance' : 'notice',
      severity,
      status: 'under_maintenance',
    };
  }
  if (because) note('kind-notice', because);
  if (course.planned) note('planned-end', written(course.planned));
  if (!severity && !informational)
    note(
      'unknown-severity',
      severityText ? `the severity “${severityText}” is not known` : 'there is no severity',
    );
  if (severity && severity !== 'notice' && !hasServices) note('no-affected');
  if (severity === 'notice' && speaksOfTrouble(title)) note('read-as-outage');
  return {
    ...draft,
    kind,
    severity,
    status: kind === 'incident' && severity ? severities[severity].status : undefined,
  };
}

function windows({ facts, course, services, status }: Decided, note: Note): Windows {
  if (!status) return [];
  const { from, to, resolved } = course;
  const end = to ? { to: written(to) } : resolved === false ? {} : { to: 'unknown' as const };
  return services
    .find(facts.list('affected'), note)
    .map(({ id }) => ({ service: id, status, from: written(from), ...end }));
}

/** What a notice hit is told in its words, for it has no windows to show it. */
function withAffected(
  updates: readonly ImportedUpdate[],
  names: readonly string[],
  note: Note,
): ImportedUpdate[] {
  const [first, ...rest] = updates;
  if (!first || names.length === 0) return [...updates];
  note('affected', names.join(', '));
  return [
    { ...first, text: `${first.text}\n\nAffected: ${names.map(plainLine).join(', ')}` },
    ...rest,
  ];
}

/** Writes an issue as what it is: an incident, a maintenance or a notice. */
export function writeIncident(draft: Draft, note: Note): unknown {
  const decided = decide(draft, note);
  const { kind, severity, course, facts, title } = decided;
  const impact = windows(decided, note);
  const updates = readUpdates(decided.prose, voices[kind], course, title, note);
  if (kind === 'incident') return { kind, title, severity, impact, updates };
  if (kind === 'maintenance') {
    if (severity) note('severity', severity);
    const until = course.to ?? course.planned ?? course.from;
    return {
      kind,
      title,
      announced: 'unknown',
      scheduled: { from: written(course.from), to: written(until) },
      ...(impact.length && { impact }),
      updates,
    };
  }
  const told = impact.length ? updates : withAffected(updates, facts.list('affected'), note);
  return {
    kind,
    title,
    ...(severity && { severity }),
    ...(impact.length && { impact }),
    updates: told,
  };
}
