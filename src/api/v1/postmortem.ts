import { z } from 'zod';
import { type Postmortem, causesOf } from '../../domain/postmortem.ts';
import { answerTo } from '../../domain/unknowns.ts';
import { plainText } from '../../site/markdown.ts';
import { momentOf } from '../moments.ts';
import { type Source, answerOf, pageOf } from '../source.ts';
import { correction, correctionOf, redacted, redactedOf } from './correction.ts';
import { promise, promisesOf } from './promise.ts';
import { day, markdown, name, place, plain, time } from './values.ts';
import { why, whysOf } from './why.ts';

/** What lists say of a postmortem. */
export const postmortemLine = z.strictObject({
  ...place,
  title: plain,
  published_at: time.nullable(),
  incidents: z.array(name),
});

const counted = z.strictObject({
  count: z.int(),
  of: z.int().nullable(),
  unit: plain,
  how_counted: markdown,
});

const measured = z.strictObject({ percent: z.number(), unit: plain, how_measured: markdown });

const asked = z.strictObject({
  unknown: name.describe('The id of the unknown that will tell'),
});

/** The facts of a published postmortem. Its story is on its page. */
export const postmortemAnswer = postmortemLine
  .extend({
    summary: markdown,
    ownership: markdown.nullable().describe('What we did wrong'),
    thanks: markdown.nullable(),
    affected: z
      .union([counted, measured, asked, z.literal('unknown')])
      .nullable()
      .describe('How many of what, and how they were counted'),
    causes: z.array(name).describe('Of the causes in record.json'),
    our_part: markdown.nullable().describe('Of a cause at a supplier'),
    whys: z.array(why).describe('As they were written'),
    ends_early: markdown.nullable().describe('Why the longest chain has fewer than five'),
    promises: z.array(promise).describe('What customers wait for first'),
    unknowns: z.array(
      z.strictObject({
        id: name,
        question: markdown,
        owner: plain.nullable(),
        by: day.nullable(),
        never: markdown.nullable().describe('Why nobody can find out any more'),
        answered_on: day.nullable().describe('The day of the correction that answers it'),
      }),
    ),
    recurrence_of: z.array(
      z.strictObject({
        postmortem: name.describe('Its own, where an incident of it happened again'),
        incident: name.nullable(),
        why_again: markdown,
      }),
    ),
    not_a_recurrence: z.array(
      z.strictObject({ postmortem: name, incident: name.nullable(), because: markdown }),
    ),
    goodwill: z
      .union([
        z.literal('full').describe('The whole fee for the time affected'),
        z.strictObject({
          percent: z.number().describe('Of the fee'),
          reason: markdown,
          counts: z.enum(['on_top', 'instead']),
        }),
      ])
      .nullable()
      .describe('What is given back outside any policy'),
    corrections: z
      .array(correction.extend({ answers: z.array(name) }))
      .describe('What was changed since it was published, newest first'),
    redacted,
  })
  .meta({ title: 'Postmortem' });

type Answer = z.output<typeof postmortemAnswer>;

export const lineOf = (
  source: Source,
  postmortem: Postmortem,
): z.output<typeof postmortemLine> => ({
  id: postmortem.id,
  url: pageOf(source, 'postmortems', postmortem.id),
  json: answerOf(source, 'postmortems', postmortem.id),
  title: plainText(postmortem.title),
  published_at: momentOf(postmortem.published),
  incidents: postmortem.incidents,
});

function affectedOf({ affected }: Postmortem): Answer['affected'] {
  if (affected === undefined || affected === 'unknown') return affected ?? null;
  if ('unknown' in affected || 'percent' in affected) return { ...affected };
  const { count, of, unit, how_counted } = affected;
  return { count, of: of ?? null, unit, how_counted };
}

const earlierOf = (
  named: { postmortem: string } | { incident: string },
  { id }: Postmortem,
): { postmortem: string; incident: string | null } =>
  'incident' in named
    ? { postmortem: id, incident: named.incident }
    : { postmortem: named.postmortem, incident: null };

function goodwillOf({ goodwill }: Postmortem): Answer['goodwill'] {
  if (goodwill === 'none') return null;
  if (goodwill === 'full') return goodwill;
  const { percent, reason, counts } = goodwill;
  return { percent, reason, counts };
}

export function answerAboutPostmortem(source: Source, postmortem: Postmortem): Answer {
  const { id, url, json, title, published_at, incidents } = lineOf(source, postmortem);
  return {
    id,
    url,
    json,
    title,
    published_at,
    incidents,
    summary: postmortem.summary,
    ownership: postmortem.ownership ?? null,
    thanks: postmortem.thanks ?? null,
    affected: affectedOf(postmortem),
    causes: [...causesOf(postmortem)],
    our_part: postmortem.our_part ?? null,
    whys: whysOf(postmortem),
    ends_early: postmortem.ends_early ?? null,
    promises: promisesOf(source, postmortem),
    unknowns: postmortem.unknowns.map((unknown) => ({
      id: unknown.id,
      question: unknown.question,
      owner: 'owner' in unknown ? unknown.owner : null,
      by: 'by' in unknown ? unknown.by.toString() : null,
      never: 'never' in unknown ? unknown.never : null,
      answered_on: answerTo(postmortem, unknown.id)?.at.toString() ?? null,
    })),
    recurrence_of: postmortem.recurrence_of.map((earlier) => ({
      ...earlierOf(earlier, postmortem),
      why_again: earlier.why_again,
    })),
    not_a_recurrence: postmortem.not_a_recurrence.map((other) => ({
      ...earlierOf(other, postmortem),
      because: other.because,
    })),
    goodwill: goodwillOf(postmortem),
    corrections: postmortem.corrections
      .map((one) => ({ ...correctionOf(one), answers: one.answers }))
      .reverse(),
    redacted: postmortem.redacted.map(redactedOf).reverse(),
  };
}
