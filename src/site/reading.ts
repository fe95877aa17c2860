import { environment } from '../environment/environment.ts';
import { filesOnDisk } from '../record/files/files.ts';
import type { Translations } from '../domain/language.ts';
import { layoutOf } from '../record/files/layout.ts';
import { type Reading, readRecord, translationsIn } from '../record/read-record.ts';
import { checkTranslations } from '../record/checked-files.ts';

/** A build has two copies of each module: those that Node has loaded, and those in the bundle that makes the pages. This is known to both. */
const known = globalThis as { ownupReading?: Reading };

/** Lets all that happens during `work` know the record as it has been read. */
export async function withReading(reading: Reading, work: () => Promise<void>): Promise<void> {
  known.ownupReading = reading;
  try {
    await work();
  } finally {
    delete known.ownupReading;
  }
}

/** What the company says in its own words, for what is set up before there are pages. */
export function currentTranslations(content: string): Translations {
  const record = known.ownupReading?.record;
  if (record) return record.translations;
  const files = filesOnDisk(content);
  return translationsIn(checkTranslations(files, layoutOf(files.list())));
}

/** The record as it was checked before the build; where none was checked, as it is now. */
export function currentReading(content: string): Reading {
  const { now, isPinned } = environment();
  return known.ownupReading ?? readRecord(filesOnDisk(content), now, isPinned);
}
