import type { Incident } from '../domain/incident.ts';
import { situation } from '../domain/status/headline.ts';
import { plainText } from '../site/markdown.ts';
import { asSentence } from '../strings/sentence.ts';
import type { Source } from './source.ts';

/** What the status page says first, in plain words. */
export function headline({ record, say }: Source): string {
  const { headline } = situation(record);
  const titled = ({ kind, title }: Incident): string =>
    ({
      incident: title,
      maintenance: say.maintenanceNow(title),
      notice: say.noticeNow(title),
    })[kind];
  return headline.type === 'one'
    ? plainText(asSentence(titled(headline.incident)))
    : say.headline(headline);
}
