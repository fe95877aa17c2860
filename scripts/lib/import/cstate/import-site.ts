import { Temporal } from 'temporal-polyfill';
import { filesInMemory } from '../../../../src/record/files/files.ts';
import { hostsIn } from '../../../../src/record/disclosure/hosts.ts';
import { peopleIn } from '../../../../src/record/disclosure/people.ts';
import { readRecord } from '../../../../src/record/read-record.ts';
import { slug, unique } from '../../ids.ts';
import { notebook } from '../losses.ts';
import { toYaml } from '../../record-yaml.ts';
import type { FileReport } from '../report.ts';
import { decode } from '../source-text.ts';
import { type OldSite, readConfig } from './config.ts';
import { splitIssue } from './frontmatter.ts';
import { type WrittenIncident, writeIncident } from './incident.ts';
import { type Note, losses as kinds } from './losses.ts';
import { type ServiceBook, addedGroup, serviceBook } from './services.ts';
import { flagIn, textIn } from './settings.ts';
import { type SiteFolder, nameOf } from './site-folder.ts';

/** The record that a site became, file by file, and what was lost on the way. */
interface SiteImport {
  files: Map<string, string>;
  reports: FileReport[];
}

interface Importing {
  folder: SiteFolder;
  old: OldSite;
  services: ServiceBook;
  files: Map<string, string>;
  now: Temporal.Instant;
}

const schema = (name: string): string => `docs/schemas/${name}.schema.json`;

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
  { folder, old, services, now }: Importing,
  note: Note,
): WrittenIncident | string | undefined {
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
  const origin = { name: nameOf(file), isHtml: /\.html?$/i.test(file), old, services, now };
  return writeIncident(issue.facts, issue.body, origin, note);
}

function importFile(file: string, importing: Importing): FileReport {
  const { losses, note } = notebook(kinds);
  const imported = readFile(file, importing, note);
  if (typeof imported === 'string') note('not-imported', imported);
  if (typeof imported !== 'object') return { file, failed: imported !== undefined, losses };
  // A year alone is the address of a page of the history.
  const wanted = slug(nameOf(file)).replace(/^\d{4}$/, 'in-$&') || 'issue';
  const id = unique(wanted, { has: (taken) => importing.files.has(`incidents/${taken}.yaml`) });
  if (id !== nameOf(file).toLowerCase()) note('changed-id', id);
  const became = `incidents/${id}.yaml`;
  importing.files.set(became, toYaml(`../../${schema('incident')}`, imported));
  return { file, became, kind: imported.kind, failed: false, losses };
}

function writeServices({ site, groups }: OldSite, book: ServiceBook, note: Note): object {
  const listed = book.all();
  const added = listed.some(({ group }) => group === addedGroup.id) ? [addedGroup] : [];
  if (added.length) note('added-group', addedGroup.name);
  if (!listed.length) note('placeholder-service', site.name);
  const services = listed.length ? listed : [{ id: slug(site.name) || 'site', name: site.name }];
  const shown = [...groups, ...added];
  return { ...(shown.length && { groups: shown }), services };
}

/** Why files of a record would stop its build, by their names. */
function stoppers(files: ReadonlyMap<string, string>, now: number): Map<string, string> {
  const { findings } = readRecord(filesInMemory(Object.fromEntries(files)), now);
  const errors = findings.filter(({ level }) => level === 'error');
  return new Map(errors.map(({ file, line, what }) => [file, `line ${line}: ${what}`]));
}

/** Leaves out a file that would stop the build of its record, and says why. */
function withoutStopper(report: FileReport, why: string, files: Map<string, string>): FileReport {
  const { losses, note } = notebook(kinds);
  note('not-imported', `${report.became}, ${why}`);
  files.delete(report.became ?? '');
  return { file: report.file, failed: true, losses: [...report.losses, ...losses] };
}

/** So many may stand in a record. */
const mostAllowances = 200;

/** What the check would not let stand in these texts, and has been public already. Secrets are not among it: they were never meant to be. */
const allowances = (texts: Iterable<string>): { text: string; because: string }[] => {
  const found = [...texts].flatMap((text) =>
    [...peopleIn(text), ...hostsIn(text)].map(({ from, to }) => text.slice(from, to).toLowerCase()),
  );
  return [...new Set(found)]
    .sort()
    .slice(0, mostAllowances)
    .map((text) => ({ text, because: 'It was public on the page before.' }));
};

/** Imports a whole site, as of `now` (epoch ms). A string says why its configuration cannot be understood. */
export function importSite(folder: SiteFolder, now: number): SiteImport | string {
  const { losses, note } = notebook(kinds);
  const source = read(folder, folder.config, note);
  const old = typeof source === 'string' ? source : readConfig(source.text, note);
  if (typeof old === 'string') return `“${folder.config}” ${old}.`;
  const files = new Map<string, string>();
  const importing = {
    folder,
    old,
    services: serviceBook(old.listed),
    files,
    now: Temporal.Instant.fromEpochMilliseconds(now).round('second'),
  };
  const imported = [...folder.issues, ...folder.others].map((file) => importFile(file, importing));
  const services = writeServices(old, importing.services, note);
  files.set('services.yaml', toYaml(`../${schema('services')}`, services));
  const known = allowances(files.values());
  if (known.length) note('was-public', known.map(({ text }) => text).join(', '));
  const site = { ...old.site, ...(known.length && { allowed_in_public: known }) };
  files.set('site.yaml', toYaml(`../${schema('site')}`, site));
  const stopping = stoppers(files, now);
  const reports = imported.map((report) => {
    const why = stopping.get(report.became ?? '');
    return why === undefined ? report : withoutStopper(report, why, files);
  });
  const [left] = [...stopping].filter(([file]) => files.has(file));
  if (left) return `What “${folder.config}” becomes would stop the build: ${left.join(', ')}`;
  const config = { file: folder.config, became: 'site.yaml, services.yaml', failed: false, losses };
  return { files, reports: [config, ...reports] };
}
