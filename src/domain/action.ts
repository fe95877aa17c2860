import { z } from 'zod';
import { block, id, line, plain } from './text.ts';
import { type PlainDate, isDayBefore, plainDate } from './time.ts';
import { ifKnown, notKnown } from './unknowns.ts';

/** What an action does, by what the why asked that it breaks. */
export const actionTypes = ['prevent', 'detect', 'recover', 'mitigate', 'tell', 'process'] as const;

/** A corrective action; to customers, a promise: who does what by when, and how anyone can tell. */
export const action = z.strictObject({
  id: id.describe('The id by which the promise is tracked; never reuse one'),
  was: id
    .optional()
    .describe('The id that the promise had before, if it was changed: so that its issue is found')
    .meta({ examples: ['pool-size'] }),
  title: line.describe('What will be done'),
  type: z
    .enum(actionTypes)
    .describe(
      'Whether it prevents it, detects it sooner, ends it sooner, makes it less bad, tells customers sooner or better, or changes how people work',
    ),
  owner: z
    .union([plain, notKnown])
    .describe('The team or role that will do it')
    .meta({ examples: ['delivery-team'] }),
  due: z
    .union([plainDate, notKnown])
    .describe('The day by which it was first promised; it never changes')
    .meta({ examples: ['2026-02-01'] }),
  moved: z
    .array(
      z.strictObject({
        to: plainDate.describe('The day by which it will be done instead'),
        because: line.describe('Why it takes longer'),
        on: plainDate.describe('The day on which that was said'),
      }),
    )
    .max(100)
    .default([])
    .describe('If it takes longer: the later days, oldest first'),
  breaks: id.describe('The id of the why that it breaks'),
  done_when: line
    .describe('How anyone can tell that it is done')
    .meta({ examples: ['A pull request that sets 20 fails its checks.'] }),
  details: block.optional().describe('More for the engineer who does it'),
  done: z
    .strictObject({
      on: plainDate.describe('The day on which it was done'),
      evidence: line.describe('What anybody can look at: a link, or a sentence that says what'),
    })
    .optional()
    .describe('That it is done, where no issue says so'),
  dropped: z
    .strictObject({
      on: plainDate.describe('The day on which it was given up'),
      because: block.describe('Why, and what takes its place'),
    })
    .optional()
    .describe('That it will not be done'),
});

export type Action = z.output<typeof action>;

/** The day by which it is to be done: that of the last move, or else the one that was promised first; `undefined` where nobody knows. */
export const dueOf = ({ due, moved }: Pick<Action, 'due' | 'moved'>): PlainDate | undefined =>
  moved.at(-1)?.to ?? ifKnown(due);

/** Whether a promise was late already when it was moved from a day. */
export const isMovedLate = (
  from: PlainDate | undefined,
  { on }: Action['moved'][number],
): boolean => from !== undefined && isDayBefore(from, on);

/** The day that a promise is held to: that of the last move that was told of in time; `undefined` where nobody knows. */
export const heldTo = ({ due, moved }: Pick<Action, 'due' | 'moved'>): PlainDate | undefined =>
  moved.reduce((day, move) => (isMovedLate(day, move) ? day : move.to), ifKnown(due));
