import { plainText } from './markdown.ts';
import type { Incident } from '../domain/incident.ts';
import type { Headline } from '../domain/status/headline.ts';
import type { Strings } from '../strings/index.ts';
import { asSentence } from '../strings/sentence.ts';

/** The title of what is going on as a sentence, in Markdown. */
export const titleSentence = ({ kind, title }: Incident, say: Strings): string =>
  asSentence(
    kind === 'maintenance'
      ? say.maintenanceNow(title)
      : kind === 'notice'
        ? say.noticeNow(title)
        : title,
  );

/** How things are, in plain words. */
export const headlineText = (headline: Headline, say: Strings): string =>
  headline.type === 'one'
    ? plainText(titleSentence(headline.incident, say))
    : say.headline(headline);
