import { z } from 'zod';
import type { Postmortem } from '../../domain/postmortem.ts';
import { isConfirmed, parents } from '../../domain/whys.ts';
import { markdown, name } from './values.ts';

/** A question, its answer, and what breaks the chain there. */
export const why = z.strictObject({
  id: name.nullable(),
  why: markdown,
  because: markdown,
  evidence: z.array(markdown),
  confirmed: z.boolean().describe('With evidence an answer is confirmed, without it suspected'),
  follows: z
    .int()
    .min(0)
    .nullable()
    .describe('The place in this list, from 0, of the why about whose answer it asks'),
  accepted_risk: markdown.nullable().describe('Why nothing will be done about it'),
  broken_by: z.array(name).describe('The ids of the promises that break it'),
});

export function whysOf({ whys, actions }: Postmortem): z.output<typeof why>[] {
  const up = parents(whys);
  return whys.map((given, index) => ({
    id: given.id ?? null,
    why: given.why,
    because: given.because,
    evidence: given.evidence,
    confirmed: isConfirmed(given),
    follows: up[index] ?? null,
    accepted_risk: given.accepted_risk ?? null,
    broken_by: actions.filter(({ breaks }) => breaks === given.id).map(({ id }) => id),
  }));
}
