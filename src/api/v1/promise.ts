import { z } from 'zod';
import { type Action, dueOf } from '../../domain/action.ts';
import type { Postmortem } from '../../domain/postmortem.ts';
import { type PublicPromise, promiseGroups } from '../../domain/promises/promise-groups.ts';
import type { PromiseState } from '../../domain/promises/promises.ts';
import type { Source } from '../source.ts';
import { address, day, markdown, name, plain } from './values.ts';

/** Who promised what by when, and how that stands. It changes when something happens, not day by day. */
export const promise = z
  .strictObject({
    postmortem: name,
    id: name,
    title: markdown.describe('What will be done'),
    type: z.enum(['prevent', 'detect', 'mitigate', 'process']),
    owner: plain,
    due: day.describe('The day by which it is to be done'),
    first_due: day.describe('The day that was promised first'),
    moved: z
      .array(z.strictObject({ to: day, because: markdown, on: day }))
      .describe('Each time that the day was put off, oldest first'),
    breaks: name.describe('The id of the why that it breaks'),
    done_when: markdown.describe('How anyone can tell that it is done'),
    details: markdown.nullable(),
    state: z
      .enum(['kept', 'due', 'late', 'dropped', 'unverified'])
      .describe('`unverified`: past its day, and nobody has looked lately'),
    closed_on: day.nullable().describe('The day on which it was kept or dropped'),
    days_late: z.int().min(0).nullable().describe('Of a promise that was kept'),
    dropped_as: z.enum(['not_planned', 'duplicate']).nullable(),
    last_seen_on: day.nullable().describe('Of one that is unverified: when somebody last looked'),
    issue: address.nullable(),
  })
  .meta({ title: 'Promise' });

type Standing = Pick<
  z.output<typeof promise>,
  'state' | 'closed_on' | 'days_late' | 'dropped_as' | 'last_seen_on'
>;

const standingOf = (standing: PromiseState): Standing => ({
  state: standing.state,
  closed_on: 'on' in standing ? standing.on.toString() : null,
  days_late: standing.state === 'kept' ? standing.days : null,
  dropped_as: standing.state === 'dropped' ? standing.reason : null,
  last_seen_on: standing.state === 'unverified' ? (standing.since?.toString() ?? null) : null,
});

function promiseOf(
  { id: postmortem }: Postmortem,
  action: Action,
  { standing, entry }: Pick<PublicPromise, 'standing' | 'entry'>,
): z.output<typeof promise> {
  const { state, closed_on, days_late, dropped_as, last_seen_on } = standingOf(standing);
  return {
    postmortem,
    id: action.id,
    title: action.title,
    type: action.type,
    owner: action.owner,
    due: dueOf(action).toString(),
    first_due: action.due.toString(),
    moved: action.moved.map(({ to, because, on }) => ({
      to: to.toString(),
      because,
      on: on.toString(),
    })),
    breaks: action.breaks,
    done_when: action.done_when,
    details: action.details ?? null,
    state,
    closed_on,
    days_late,
    dropped_as,
    last_seen_on,
    issue: entry?.url ?? null,
  };
}

/** The promises of a postmortem, or of all: what customers wait for first. */
export const promisesOf = ({ record }: Source, postmortem?: Postmortem) =>
  promiseGroups(postmortem ? { ...record, postmortems: [postmortem] } : record).flatMap(
    ({ promises }) => promises.map((found) => promiseOf(found.postmortem, found.action, found)),
  );
