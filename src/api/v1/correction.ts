import { z } from 'zod';
import type { Correction, Redacted } from '../../domain/correction.ts';
import { day, markdown } from './values.ts';

export const correction = z.strictObject({
  on: day,
  text: markdown.describe('What was changed, and why'),
  changed: z.array(
    z.strictObject({
      of: z.string().describe('Where in the file: a key, and what leads on from there'),
      was: z.string().describe('What stood there, as it was written'),
      is: z.string().nullable().describe('What stood there since; null: nothing'),
    }),
  ),
});

export const redacted = z
  .array(z.strictObject({ on: day, because: markdown }))
  .describe('When something was taken out that should never have been public, newest first');

export const correctionOf = ({ at, text, changed }: Correction): z.output<typeof correction> => ({
  on: at.toString(),
  text,
  changed: changed.map(({ of, was, is }) => ({ of, was, is: is ?? null })),
});

export const redactedOf = ({ on, because }: Redacted): z.output<typeof redacted>[number] => ({
  on: on.toString(),
  because,
});
