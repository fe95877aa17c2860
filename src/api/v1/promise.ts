import { z } from 'zod';
import { type Action, actionTypes, dueOf } from '../../domain/action.ts';
import type { Postmortem } from '../../domain/postmortem.ts';
import { type PublicPromise, promiseGroups } from '../../domain/promises/promise-groups.ts';
import type { PromiseState } from '../../domain/promises/promises.ts';
import { ifKnown } from '../../domain/unknowns.ts';
import type { Source } from '../source.ts';
import { address, day, markdown, name, plain } from './values.ts';

/** Who promised what by when, and how that stands. It changes when something happens, not day by day. */
export const promise = z
  .strictObject({
    postmortem: name,
    id: name,
    title: markdown.describe('What will be done'),
    type: z.enum(actionTypes),
    owner: plain.nullable(),
    due: day.nullable().describe('The day by which it is to be done'),
    first_due: day.nullable().describe('The day that was promised first'),
    moved: z
      .array(z.strictObject({ to: day, because: markdown, on: day }))
      .describe('Each time that the day was put off, oldest first'),
    breaks: name.describe('The id of the why that it breaks'),
    done_when: markdown.describe('How anyone can tell that it is done'),
    details: markdown.nullable(),
    state: z
      .enum(['kept', 'due', 'late', 'dropped', 'unverified', 'undated'])
      .describe('`unverified`: past its day, and nobody has looked lately; `undated`: it has none'),
    kept_by: z
      .enum(['issue', 'company'])
      .nullable()
      .describe('Whether its issue shows that it was kept, or the company says so'),
    evidence: markdown.nullable().describe('What can be looked at, where the company says so'),
    closed_on: day.nullable().describe('The day on which it was kept or dropped'),
    days_late: z.int().min(0).nullable().describe('Of a promise that was kept'),
    dropped_as: z.enum(['not_planned', 'duplicate', 'said']).nullable(),
    dropped_because: markdown.nullable().describe('Of `said`'),
    last_seen_on: day.nullable().describe('Of one that is unverified: when somebody last looked'),
    issue: address.nullable(),
  })
  .meta({ title: 'Promise' });

type Standing = Pick<
  z.output<typeof promise>,
  'state' | 'kept_by' | 'closed_on' | 'days_late' | 'dropped_as' | 'last_seen_on'
>;

const standingOf = (standing: PromiseState): Standing => ({
  state: standing.state,
  kept_by: standing.state === 'kept' ? standing.by : null,
  closed_on: 'on' in standing ? standing.on.toString() : null,
  days_late: standing.state === 'kept' ? (standing.days ?? null) : null,
  dropped_as: standing.state === 'dropped' ? standing.reason : null,
  last_seen_on: standing.state === 'unverified' ? (standing.since?.toString() ?? null) : null,
});

function promiseOf(
  { id: postmortem }: Postmortem,
  action: Action,
  { standing, entry }: Pick<PublicPromise, 'standing' | 'entry'>,
): z.output<typeof promise> {
  const { state, kept_by, closed_on, days_late, dropped_as, last_seen_on } = standingOf(standing);
  return {
    postmortem,
    id: action.id,
    title: action.title,
    type: action.type,
    owner: ifKnown(action.owner) ?? null,
    due: dueOf(action)?.toString() ?? null,
    first_due: ifKnown(action.due)?.toString() ?? null,
    moved: action.moved.map(({ to, because, on }) => ({
      to: to.toString(),
      because,
      on: on.toString(),
    })),
    breaks: action.breaks,
    done_when: action.done_when,
    details: action.details ?? null,
    state,
    kept_by,
    evidence: kept_by === 'company' ? (action.done?.evidence ?? null) : null,
    closed_on,
    days_late,
    dropped_as,
    dropped_because: dropped_as === 'said' ? (action.dropped?.because ?? null) : null,
    last_seen_on,
    issue: entry?.url ?? null,
  };
}

/** The promises of a postmortem, or of all: what customers wait for first. */
export const promisesOf = ({ record }: Source, postmortem?: Postmortem) =>
  promiseGroups(postmortem ? { ...record, postmortems: [postmortem] } : record).flatMap(
    ({ promises }) => promises.map((found) => promiseOf(found.postmortem, found.action, found)),
  );
