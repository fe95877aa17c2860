import { z } from 'zod';
import { waivers } from './disclosure.ts';
import { action } from './action.ts';
import { correction as correctionOfAnything, redacted } from './correction.ts';
import { block, id, line, plain } from './text.ts';
import { instant } from './time.ts';
import { notKnown, unknown } from './unknowns.ts';
import { why } from './whys.ts';

const counted = z
  .strictObject({
    count: z.int().min(0).describe('How many were affected'),
    of: z.int().min(1).optional().describe('Of how many in all'),
    unit: plain.describe('Of what: customers, workspaces, requests'),
    how_counted: line.describe('How it was counted'),
  })
  .refine(({ count, of }) => of === undefined || count <= of, {
    error: 'is more than `of` says that there are',
    path: ['count'],
  });

/** A share that was measured where nobody counted. */
const measured = z.strictObject({
  percent: z.number().min(0).max(100).describe('The percentage that was affected'),
  unit: plain.describe('Of what: requests, deliveries'),
  how_measured: line.describe('How it was measured, and why nobody counted'),
});

const correction = correctionOfAnything.extend({
  answers: z.array(id).max(200).default([]).describe('The ids of unknowns that it answers'),
});

const goodwill = z.union([
  z.enum(['none', 'full']),
  z.strictObject({
    percent: z.number().gt(0).max(100).describe('Percent of the fee'),
    reason: line.describe('Why'),
    counts: z
      .enum(['on_top', 'instead'])
      .default('on_top')
      .describe('On top of what credit policies give, or instead of it where it is more'),
  }),
]);

/** The frontmatter of content/postmortems/ID.mdx: what happened in one or more incidents, and why. */
export const postmortem = z
  .strictObject({
    title: line.describe('The headline'),
    status: z.enum(['draft', 'published']).describe('Drafts are never published'),
    incidents: z
      .array(id)
      .min(1, 'names no incident')
      .max(200)
      .describe('The ids of the incidents it accounts for'),
    published: instant.optional().describe('When it was published'),
    summary: block.describe('What happened to customers, in one or two sentences'),
    ownership: block
      .optional()
      .describe('What we did wrong, in the first person, and that we are sorry'),
    thanks: block.optional().describe('Whom we thank, and for what'),
    affected: z
      .union([counted, measured, notKnown, z.literal('unknown')])
      .optional()
      .describe(
        'How many of what were affected and how that was counted, a percentage and how it was measured, or `{ unknown: ID }`',
      )
      .meta({ examples: ['{ count: 1240, unit: workspaces, how_counted: from delivery logs }'] }),
    cause: z
      .union([id, z.array(id).min(1, 'names no cause').max(20)])
      .optional()
      .describe('One of the causes in site.yaml, or several')
      .meta({ examples: ['capacity'] }),
    our_part: block
      .optional()
      .describe('What we did or left undone, where the cause lies at a supplier'),
    whys: z.array(why).max(200).default([]).describe('The Five Whys'),
    ends_early: block.optional().describe('Why the longest chain has fewer than five whys'),
    actions: z
      .array(action)
      .max(200)
      .default([])
      .describe('What will be done so that it does not happen again'),
    unknowns: z.array(unknown).max(200).default([]).describe('What is not known'),
    recurrence_of: z
      .array(
        z.union([
          z.strictObject({
            postmortem: id.describe('The id of the earlier postmortem'),
            why_again: block.describe('Why what was promised then did not prevent it'),
          }),
          z.strictObject({
            incident: id.describe('The id of the earlier incident of this postmortem'),
            why_again: block.describe('Why it could happen again after it'),
          }),
        ]),
      )
      .max(200)
      .default([])
      .describe('What happened before: earlier postmortems, or earlier incidents of this one'),
    not_a_recurrence: z
      .array(
        z.union([
          z.strictObject({
            postmortem: id.describe('The id of the earlier postmortem'),
            because: block.describe('Why this is another thing'),
          }),
          z.strictObject({
            incident: id.describe('The id of the earlier incident of this postmortem'),
            because: block.describe('Why the later one is another thing'),
          }),
        ]),
      )
      .max(200)
      .default([])
      .describe('What looks like it, and is not: earlier postmortems, or incidents of this one'),
    goodwill: goodwill.default('none').describe('Credit given outside any policy'),
    corrections: z
      .array(correction)
      .max(200)
      .default([])
      .describe('What changed after it was published, oldest first'),
    redacted,
    ...waivers,
  })
  .meta({ title: 'Postmortem' });

type PostmortemFacts = z.output<typeof postmortem>;
export type Postmortem = PostmortemFacts & { id: string };

/** The causes of a postmortem, as it names them. */
export const causesOf = ({ cause }: Pick<Postmortem, 'cause'>): readonly string[] =>
  cause === undefined ? [] : [cause].flat();

export type PostmortemCorrection = z.output<typeof correction>;
