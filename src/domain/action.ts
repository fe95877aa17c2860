import { z } from 'zod';
import { block, id, line, plain } from './text.ts';
import { type PlainDate, plainDate } from './time.ts';

/** A corrective action; to customers, a promise: who does what by when, and how anyone can tell. */
export const action = z.strictObject({
  id: id.describe('The id by which the promise is tracked; never reuse one'),
  was: id
    .optional()
    .describe('The id that the promise had before, if it was changed: so that its issue is found')
    .meta({ examples: ['pool-size'] }),
  title: line.describe('What will be done'),
  type: z
    .enum(['prevent', 'detect', 'mitigate', 'process'])
    .describe('Whether it prevents, detects or mitigates, or changes how people work'),
  owner: plain.describe('The team or role that will do it').meta({ examples: ['delivery-team'] }),
  due: plainDate.describe('The day by which it was first promised; it never changes'),
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
});

export type Action = z.output<typeof action>;

/** The day by which it is to be done: that of the last move, or else the one that was promised first. */
export const dueOf = ({ due, moved }: Pick<Action, 'due' | 'moved'>): PlainDate =>
  moved.at(-1)?.to ?? due;
