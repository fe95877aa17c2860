import { z } from 'zod';
import { form } from './form.ts';
import { block, line, verbatim } from './text.ts';
import { plainDate } from './time.ts';

/** Where in a file something stands: a key, and what leads on from there. */
const place = z
  .string()
  .max(500)
  .regex(/^[a-z_]+(\.[a-z0-9_.#-]+)*$/, 'is not a place')
  .meta(
    form(
      'the key under which it stands, and what is within behind dots; `story` below the frontmatter',
      'summary',
    ),
  );

const changed = z.strictObject({
  of: place.describe('Where it stands'),
  was: verbatim.describe('What stood there before, as it was written'),
  is: verbatim.optional().describe('What stands there since; left out, nothing does'),
});

/** What was changed in something that was public, when, and why. */
export const correction = z.strictObject({
  at: plainDate.describe('The day of the correction'),
  text: block.describe('What was changed, and why'),
  changed: z
    .array(changed)
    .max(1000)
    .default([])
    .describe('What stood there before: `npm run new -- correction` writes it'),
});

export const corrections = z
  .array(correction)
  .max(200)
  .default([])
  .describe('What changed after it was public, oldest first');

/** What had to go at once. Nobody repeats it. */
export const redacted = z
  .array(
    z.strictObject({
      on: plainDate.describe('The day on which it was taken out'),
      because: line.describe('What kind of thing it was, and why it had to go'),
    }),
  )
  .max(200)
  .default([])
  .describe('What was taken out because it should never have been public');

export type Correction = z.output<typeof correction>;
export type Changed = z.output<typeof changed>;
export type Redacted = z.output<typeof redacted>[number];
