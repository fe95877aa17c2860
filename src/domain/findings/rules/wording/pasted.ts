import type { Postmortem } from '../../../postmortem.ts';
import { edits } from '../../rule.ts';
import { saidIn } from './sentences.ts';
import { type Told, ofPostmortem } from './told.ts';
import { type Fault, waivable } from './wording.ts';

/** So many words in the same order are not chance. */
const fewest = 8;

interface Written {
  told: Told;
  from: number;
  text: string;
  /** The same for two sentences that differ in nothing but signs, capitals and line breaks. */
  key: string;
}

const sentence = /[^.!?\n]+(?:\n(?!\s*\n)[^.!?\n]+)*[.!?]?/g;

const keyOf = (text: string): string =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? '';

/** The sentences with which an account speaks for itself: its own words, and not its facts. */
const writtenIn = (told: Told): Written[] =>
  [...saidIn(told.text).matchAll(sentence)]
    .map(({ 0: text, index: from }) => ({ told, from, text: text.trim(), key: keyOf(text) }))
    .filter(({ key }) => key.split(' ').length >= fewest);

const byPublication = (a: Postmortem, b: Postmortem): number =>
  (a.published?.epochMilliseconds ?? Infinity) - (b.published?.epochMilliseconds ?? Infinity) || 0;

const earlier = (thanks: string): string => `---
title: Why mails arrived late
status: published
incidents: [late-webhooks]
published: 2026-01-21T15:00:00Z
summary: Mails were late.
ownership: We halved the delivery workers and did not notice for 47 minutes. We are sorry.
thanks: ${thanks}
affected: { count: 3, unit: workspaces, how_counted: from the log }
whys:
  - { id: one, why: Why?, because: One., accepted_risk: None. }
ends_early: There was one reason.
actions:
  - { id: two, title: Watch it, type: detect, owner: team, due: 2026-02-01, breaks: one, done_when: It is watched. }
---
The workers ended.
`;

export const pastedWords = waivable({
  code: 'pasted-words',
  serves: 'learn',
  because:
    'An apology that was used before is none, and the same lesson twice was not learnt. Customers compare.',
  fires: edits('postmortems/late-mails.mdx', {
    'a sentence of an earlier account': earlier(
      'Thank you to the customers whose graphs told us how late deliveries were.',
    ),
  }),
  passes: edits('postmortems/late-mails.mdx', {
    'thanks for something else': earlier(
      'Thank you to the customers whose mails told us that none had come.',
    ),
  }),
  *faults({ postmortems, stories }): Generator<Fault> {
    const known = new Map<string, string>();
    for (const postmortem of [...postmortems].sort(byPublication)) {
      const written = ofPostmortem(postmortem, stories.get(postmortem.id)).flatMap(writtenIn);
      for (const { told, from, text, key } of written) {
        const before = known.get(key);
        if (before === undefined) continue;
        yield {
          told,
          from,
          words: text,
          what: `“${text}” stands in ${before} too.`,
          expected: 'what is true of this account',
          write: 'The sentence anew, about what happened this time.',
        };
      }
      for (const { told, key } of written) if (!known.has(key)) known.set(key, told.file);
    }
  },
});
