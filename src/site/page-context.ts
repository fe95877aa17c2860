import { getRecord } from './get-record.ts';
import { type Format, formatIn } from '../strings/format.ts';
import { ownTongue, spokenIn, stringsIn } from '../strings/index.ts';

const formats = new Map<string, Format>();

/** What every component finds in `Astro.locals`: the record, and how to say things in its language. */
export function pageContext(): App.Locals {
  const record = getRecord();
  const { language, time_zone: zone } = record.site;
  const key = `${language} ${zone}`;
  const format = formats.get(key) ?? formatIn(spokenIn(language), zone);
  formats.set(key, format);
  return { record, say: stringsIn(language), format, tongue: ownTongue(language) };
}
