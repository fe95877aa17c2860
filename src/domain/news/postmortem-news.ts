import type { Correction, Postmortem } from '../postmortem.ts';
import { dayInterval } from '../time.ts';
import type { Occasion } from './occasion.ts';

export type PostmortemNews = Occasion & { postmortem: Postmortem } & (
    | { type: 'postmortem' }
    | { type: 'correction'; correction: Correction; number: number }
  );

/**
 * What happened to a postmortem that was first known as `name`: it was published, and corrected. Corrections have a day and no time: they stand at its
 * beginning in `zone`, and never before what they correct. Like updates, they are named by their places.
 */
export function postmortemNews(
  postmortem: Postmortem,
  name: string,
  zone: string,
): PostmortemNews[] {
  const { incidents, published } = postmortem;
  const first = published?.epochMilliseconds ?? Infinity;
  const shared = { isByClock: false, incidents, postmortem };
  return [
    { ...shared, type: 'postmortem', id: `postmortem:${name}`, at: first },
    ...postmortem.corrections.map((correction, index) => ({
      ...shared,
      type: 'correction' as const,
      id: `correction:${name}/${index + 1}`,
      at: Math.max(first, dayInterval(correction.at, zone).from),
      correction,
      number: index + 1,
    })),
  ];
}
