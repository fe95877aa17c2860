import { z } from 'zod';
import type { PostmortemCorrection, Postmortem } from './postmortem.ts';
import { block, id, line, plain } from './text.ts';
import { plainDate } from './time.ts';

const asked = {
  id: id.describe('The id by which a correction answers it'),
  question: line.describe('What is not known'),
};

/** What nobody knows: yet, and somebody is finding out; or for ever, and why. */
export const unknown = z.union([
  z.strictObject({
    ...asked,
    owner: plain.describe('The team or role that is finding out'),
    by: plainDate.describe('The day by which it will be known'),
  }),
  z.strictObject({
    ...asked,
    never: block.describe('Why nobody can find out any more, in the place of owner and by'),
  }),
]);

export type Unknown = z.output<typeof unknown>;

/** In the place of a value that nobody can give: the entry in `unknowns` that says why. */
export const notKnown = z.strictObject({
  unknown: id.describe('The id of the entry in unknowns that asks'),
});

type NotKnown = z.output<typeof notKnown>;

/** The value, if it is known. */
export const ifKnown = <T extends string | object>(value: T | NotKnown): T | undefined =>
  unknownIn(value) === undefined ? (value as T) : undefined;

/** The id of the unknown that stands in the place of a value, if one does. */
export const unknownIn = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'unknown' in value
    ? (value as NotKnown).unknown
    : undefined;

/** The correction that answered an unknown; `undefined` while it is open. */
export const answerTo = (
  { corrections }: Postmortem,
  unknown: string,
): PostmortemCorrection | undefined => corrections.find(({ answers }) => answers.includes(unknown));
