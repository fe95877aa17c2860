import { Temporal } from 'temporal-polyfill';
import type { RecordIndex } from '../../domain/record/index-record.ts';
import { plainText } from '../../site/markdown.ts';
import type { Format } from '../../strings/format.ts';
import type { Strings } from '../../strings/index.ts';

/** How something is said, and of which record. */
type Words = Pick<App.Locals, 'say' | 'format'> & { record: Pick<RecordIndex, 'services'> };

const wordIn = (words: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(words, key) ? words[key] : undefined;

/** What the parts of a file are called, by their keys. */
const partNames = ({ changed, postmortem, incident, workaround, search }: Strings) => ({
  ...changed.part,
  ownership: postmortem.ownership,
  thanks: postmortem.thanks,
  affected: postmortem.facts.affected,
  published: postmortem.facts.published,
  cause: search.cause,
  whys: postmortem.whys,
  ends_early: postmortem.endsEarly,
  actions: postmortem.promises,
  unknowns: postmortem.unknowns,
  recurrence_of: postmortem.recurrence,
  goodwill: postmortem.goodwill,
  corrections: postmortem.corrections,
  story: postmortem.story,
  severity: incident.severity,
  detected: incident.noticed,
  impact: incident.impact.past,
  updates: incident.timeline,
  announced: incident.announced,
  scheduled: incident.scheduled,
  workaround: workaround.label,
});

/** Where something was changed, in words, by its place in the file. */
export function placeText(of: string, say: Strings): string {
  const [first = '', ...rest] = of.split('.');
  const leaf = wordIn(say.changed.value, rest.at(-1) ?? '');
  const heading = wordIn(partNames(say), first) ?? first;
  return leaf ? `${heading}: ${leaf}` : heading;
}

/** A moment, a day or a number as readers write it; `undefined` for any other text. */
function valueText(text: string, format: Format): string | undefined {
  try {
    if (/^\d{4}-\d{2}-\d{2}T\S+$/.test(text))
      return format.dateTime(Temporal.Instant.from(text).epochMilliseconds);
    if (/^\d{1,15}$/.test(text)) return format.number(Number(text));
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? format.day(Temporal.PlainDate.from(text)) : undefined;
  } catch {
    return undefined;
  }
}

/** What stood at a place, without markup, and with times and names as readers know them. */
export const shownText = (text: string, of: string, { say, format, record }: Words): string =>
  text
    .split(' · ')
    .map(
      (one) =>
        valueText(one, format) ??
        (of.startsWith('impact')
          ? (record.services.find(({ id }) => id === one)?.name ?? wordIn(say.status, one))
          : undefined) ??
        plainText(one),
    )
    .join(' · ');
