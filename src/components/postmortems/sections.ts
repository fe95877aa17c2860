import type { Postmortem } from '../../domain/postmortem.ts';
import { answerTo } from '../../domain/unknowns.ts';
import type { Strings } from '../../strings/index.ts';

/** The order of a postmortem: what we did wrong, what we give back, what happened, why, what will change; promises make sense to those who know the whys. */
const order = [
  'ownership',
  'recurrence',
  'goodwill',
  'story',
  'timeline',
  'whys',
  'promises',
  'unknowns',
  'thanks',
  'corrections',
] as const;
export type Section = (typeof order)[number];

/** The sections in which we say what we did wrong, before anything else. */
export const isOwning = ({ name }: { name: Section }): boolean =>
  name === 'ownership' || name === 'recurrence';

const has: Readonly<Record<Section, (postmortem: Postmortem, story: boolean) => boolean>> = {
  ownership: ({ ownership, our_part: part }) => (ownership ?? part) !== undefined,
  recurrence: ({ recurrence_of: earlier, not_a_recurrence: other }) =>
    earlier.length + other.length > 0,
  goodwill: ({ goodwill }) => goodwill !== 'none',
  promises: ({ actions }) => actions.length > 0,
  unknowns: ({ unknowns }) => unknowns.length > 0,
  story: (_, story) => story,
  timeline: () => true,
  whys: ({ whys }) => whys.length > 0,
  thanks: ({ thanks }) => thanks !== undefined,
  corrections: ({ corrections, redacted }) => corrections.length + redacted.length > 0,
};

/** The sections that a postmortem has, in order, with their headings. */
export function sectionsOf(
  postmortem: Postmortem,
  story: boolean,
  { postmortem: words }: Strings,
): { name: Section; heading: string }[] {
  const open = postmortem.unknowns.filter(({ id }) => !answerTo(postmortem, id));
  const unknowns =
    open.length === 0
      ? words.unknownsAnswered
      : open.every((one) => 'never' in one)
        ? words.unknownsNever
        : words.unknowns;
  return order
    .filter((part) => has[part](postmortem, story))
    .map((name) => ({
      name,
      heading:
        name === 'unknowns'
          ? unknowns
          : name === 'recurrence' && postmortem.recurrence_of.length === 0
            ? words.recurred.looksAlike
            : words[name],
    }));
}
