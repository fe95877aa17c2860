import { z } from 'zod';
import { plain } from './text.ts';

/** Marks what is not looked through for what must never be public: no page shows it, or its form rules it out. */
export const unsearched = { unsearched: true };

/** Exceptions from what must never be public, each with its reason. */
export const allowedInPublic = z
  .array(
    z.strictObject({
      text: z
        .string()
        .trim()
        .min(1, 'is empty')
        .max(5000)
        .describe('What may stand there, exactly as it is found; capitals do not matter'),
      because: plain.describe('Why everybody may read it'),
    }),
  )
  .max(200);

/** Words that are found fault with, and may stand in a file all the same, each with its reason. */
const allowedWording = z
  .array(
    z.strictObject({
      text: plain.describe(
        'The words as the finding quotes them, capitals do not matter; or the code of the finding',
      ),
      because: plain.describe('Why they may stand here'),
    }),
  )
  .max(200);

/** What may stand somewhere, and why. */
export type Waiver = z.output<typeof allowedWording>[number];

/** Words of the company that must never be public. */
export const neverPublish = z
  .array(plain.refine((word) => word.length > 1, 'is a single letter'))
  .max(2000);

/** What a file says of findings that may stand in it. */
export const waivers = {
  allowed_in_public: allowedInPublic
    .optional()
    .describe('What looks as if it must never be public, and may stand in this file')
    .meta(unsearched),
  allowed_wording: allowedWording
    .optional()
    .describe('Words of this file that are found fault with, and may stand in it')
    .meta(unsearched),
};
