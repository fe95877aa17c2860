import { Temporal } from 'temporal-polyfill';
import type { Decisions } from '../decisions.ts';
import { notebook } from '../losses.ts';
import type { OldEntry, OldPage, WrittenIncident } from '../old-page.ts';
import { serviceBook } from '../services.ts';
import { decode } from '../source-text.ts';
import { addressesOf, pagesMoved } from './addresses.ts';
import { readConfig } from './config.ts';
import { splitIssue } from './frontmatter.ts';
import { type Importing, writeIncident } from './incident.ts';
import { type Note, losses as kinds } from './losses.ts';
import { type Setting, flagIn, textIn } from '../settings.ts';
import { type SiteFolder, nameOf } from './site-folder.ts';

/** What a file on disk says. One that the disk does not give must not stop the others. */
function read({ read }: SiteFolder, file: string, note: Note): { text: string } | string {
  try {
    return { text: decode(read(file), note) };
  } catch (error) {
    return `it cannot be read (${(error as Error).message})`;
  }
}

/** `undefined`: it is no issue that was public. A string: why it cannot be imported. */
function readFile(
  file: string,
  folder: SiteFolder,
  importing: Importing,
  note: Note,
): { incident: WrittenIncident; facts: Setting } | string | undefined {
  // “late.de.md” beside “late.md” tells the same in another language.
  const original = file.replace(/\.[a-z]{2}(-[a-z]{2})?(\.\w+)$/i, '$2');
  if (!folder.issues.includes(file)) return void note('not-an-issue');
  if (original !== file && folder.issues.includes(original))
    return void note('translation', original);
  const source = read(folder, file, note);
  const issue = typeof source === 'string' ? source : splitIssue(source.text, note);
  if (typeof issue === 'string') return issue;
  const section = textIn(issue.facts, 'section') ?? 'issue';
  if (flagIn(issue.facts, 'draft')) return void note('draft');
  if (!/^issues?$/i.test(section)) return void note('other-section', section);
  const incident = writeIncident(file, issue, importing, note);
  return typeof incident === 'string' ? incident : { incident, facts: issue.facts };
}

/** An issue of the old site, and the addresses that cState gave it. */
function readEntry(file: string, folder: SiteFolder, importing: Importing): OldEntry {
  const { losses, note } = notebook(kinds);
  const found = readFile(file, folder, importing, note);
  const name = nameOf(file);
  if (typeof found !== 'object') return { file, name, incident: found, losses };
  const addresses = addressesOf(name, found.facts);
  return { file, name, incident: found.incident, addresses, losses };
}

/** Reads a whole site as of `now` (epoch ms). A string says why its configuration cannot be understood. */
export function readSite(
  folder: SiteFolder,
  now: number,
  decisions: Decisions = {},
): OldPage | string {
  const { losses, note } = notebook(kinds);
  const source = read(folder, folder.config, note);
  const old =
    typeof source === 'string'
      ? source
      : readConfig(source.text, folder.config.endsWith('.toml'), decisions, note);
  if (typeof old === 'string') return `“${folder.config}” ${old}.`;
  if (!decisions.planned) note('planned');
  const services = serviceBook(old.listed, decisions.service);
  const moment = Temporal.Instant.fromEpochMilliseconds(now).round('second');
  const importing = { old, services, decisions, now: moment };
  const { config: file, issues, others } = folder;
  const entries = [...issues, ...others].map((each) => readEntry(each, folder, importing));
  const { site, groups } = old;
  const moved = pagesMoved(services);
  return { file, site, groups, services: services.all(), entries, moved, losses };
}
