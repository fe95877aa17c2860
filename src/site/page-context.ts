import { getRecord } from './get-record.ts';
import { type Format, formatIn } from '../strings/format.ts';
import type { Translations } from '../domain/language.ts';
import { ownTongue, spokenIn, stringsIn } from '../strings/index.ts';
import { missingIn } from '../strings/words.ts';

const formats = new Map<string, Format>();

/** What every component finds in `Astro.locals`: the record, and how to say things in its language; `marked`, what is English there says so. */
export function pageContext({ marked }: { marked: boolean }): App.Locals {
  const record = getRecord();
  const { translations } = record;
  const { language, time_zone: zone } = record.site;
  const spoken = spokenIn(language, translations);
  const key = `${spoken} ${zone}`;
  const format = formats.get(key) ?? formatIn(spoken, zone);
  formats.set(key, format);
  return {
    record,
    say: stringsIn(language, translations, { marked }),
    format,
    tongue: ownTongue(language, translations),
  };
}

const whole = new WeakMap<Translations, boolean>();

/** Whether all that is said in a record's language is in it. */
export function isWhole({ site: { language }, translations }: App.Locals['record']): boolean {
  const known =
    whole.get(translations) ??
    missingIn(spokenIn(language, translations), translations).length === 0;
  whole.set(translations, known);
  return known;
}
