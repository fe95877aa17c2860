import type { Postmortem } from '../postmortem.ts';
import { dayInterval } from '../time.ts';
import { type Unknown, answerTo } from '../unknowns.ts';
import type { Occasion } from './occasion.ts';

export type UnknownNews = Occasion & {
  type: 'unanswered';
  postmortem: Postmortem;
  unknown: Extract<Unknown, { by: unknown }>;
};

/** The questions of a postmortem that was first known as `name` whose day passed without an answer, each named by its day. The answer is a correction, which tells of itself. */
export const unknownNews = (postmortem: Postmortem, name: string, zone: string): UnknownNews[] =>
  postmortem.unknowns.flatMap((unknown): UnknownNews[] => {
    if (!('by' in unknown)) return [];
    const answer = answerTo(postmortem, unknown.id);
    const { to: end } = dayInterval(unknown.by, zone);
    if (answer && dayInterval(answer.at, zone).from < end) return [];
    return [
      {
        type: 'unanswered',
        id: `unanswered:${name}/${unknown.id}/${unknown.by.toString()}`,
        at: Math.max(end, postmortem.published?.epochMilliseconds ?? Infinity),
        isByClock: true,
        incidents: postmortem.incidents,
        postmortem,
        unknown,
      },
    ];
  });
