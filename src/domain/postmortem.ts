import { z } from 'zod';
import { allowedInPublic, allowedWording, unsearched } from './disclosure.ts';
import { action } from './action.ts';
import { correction as correctionOfAnything, redacted } from './correction.ts';
import { block, id, line, plain } from './text.ts';
import { instant, plainDate } from './time.ts';
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

const uncounted = z.strictObject({
  unknown: id.describe('The id of the entry in unknowns that asks'),
});

const unknown = z.strictObject({
  id: id.describe('The id by which a correction answers it'),
  question: line.describe('What is not known yet'),
  owner: plain.describe('The team or role that is finding out'),
  by: plainDate.describe('The day by which it will be known'),
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
      .union([counted, uncounted, z.literal('unknown')])
      .optional()
      .describe('How many of what were affected and how that was counted, or `{ unknown: ID }`')
      .meta({ examples: ['{ count: 1240, unit: workspaces, how_counted: from delivery logs }'] }),
    cause: id.optional().describe('One of the causes in site.yaml'),
    whys: z.array(why).max(200).default([]).describe('The Five Whys'),
    ends_early: block.optional().describe('Why the longest chain has fewer than five whys'),
    actions: z
      .array(action)
      .max(200)
      .default([])
      .describe('What will be done so that it does not happen again'),
    unknowns: z.array(unknown).max(200).default([]).describe('What is not known yet'),
    recurrence_of: z
      .array(
        z.strictObject({
          postmortem: id.describe('The id of the earlier postmortem'),
          why_again: block.describe('Why it could happen again'),
        }),
      )
      .max(200)
      .default([])
      .describe('Earlier postmortems of the same cause'),
    goodwill: goodwill.default('none').describe('Credit given outside any policy'),
    corrections: z
      .array(correction)
      .max(200)
      .default([])
      .describe('What changed after it was published, oldest first'),
    redacted,
    allowed_in_public: allowedInPublic
      .optional()
      .describe('What looks as if it must never be public, and may stand in this file')
      .meta(unsearched),
    allowed_wording: allowedWording
      .optional()
      .describe('Words of this file that are found fault with, and may stand in it')
      .meta(unsearched),
  })
  .meta({ title: 'Postmortem' });

type PostmortemFacts = z.output<typeof postmortem>;
export type Postmortem = PostmortemFacts & { id: string };
export type AccountCorrection = z.output<typeof correction>;
