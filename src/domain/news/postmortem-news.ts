import type { Postmortem } from '../postmortem.ts';
import { type CorrectionNews, correctionNews } from './correction-news.ts';
import type { Occasion } from './occasion.ts';

export type PostmortemNews =
  | (Occasion & { type: 'postmortem'; postmortem: Postmortem })
  | (CorrectionNews & { type: 'correction'; postmortem: Postmortem });

/** What happened to a postmortem that was first known as `name`: it was published, and corrected. */
export function postmortemNews(
  postmortem: Postmortem,
  name: string,
  zone: string,
): PostmortemNews[] {
  const { incidents, published } = postmortem;
  const first = published?.epochMilliseconds ?? Infinity;
  return [
    {
      type: 'postmortem',
      id: `postmortem:${name}`,
      at: first,
      isByClock: false,
      incidents,
      postmortem,
    },
    ...correctionNews(postmortem, { name: `correction:${name}`, first, zone }).map(
      (news) => ({ ...news, type: 'correction', postmortem }) as const,
    ),
  ];
}
