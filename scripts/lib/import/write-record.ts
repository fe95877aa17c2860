import { format } from '../../../src/domain/format.ts';
import { filesInMemory } from '../../../src/record/files/files.ts';
import { hostsIn } from '../../../src/record/disclosure/hosts.ts';
import { peopleIn } from '../../../src/record/disclosure/people.ts';
import { readRecord } from '../../../src/record/read-record.ts';
import { slug, unique } from '../ids.ts';
import { toYaml } from '../record-yaml.ts';
import { draftOf } from './draft.ts';
import type { Decisions } from './decisions.ts';
import { length } from './length.ts';
import { withoutLongTexts } from './long-text.ts';
import { type CommonNote, commonLosses, notebook } from './losses.ts';
import type { OldEntry, OldPage } from './old-page.ts';
import { redirectsTo } from './redirects.ts';
import type { FileReport } from './report.ts';
import { addedGroup } from './services.ts';

/** The record that a page became, file by file, and what was lost on the way. */
export interface RecordImport {
  files: Map<string, string>;
  reports: FileReport[];
}

const schema = (name: string): string => `docs/schemas/${name}.schema.json`;

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

/** Why files of a record would stop its build, by their names. */
function stoppers(files: ReadonlyMap<string, string>, now: number): Map<string, string> {
  const { findings } = readRecord(filesInMemory(Object.fromEntries(files)), now);
  const errors = findings.filter(({ level }) => level === 'error');
  return new Map(errors.map(({ file, line, what }) => [file, `line ${line}: ${what}`]));
}

/** What an import has written so far, and where old addresses lead. */
interface Writing {
  files: Map<string, string>;
  /** Old paths, and where they lead now. */
  moved: [from: string, to: string][];
}

function writeEntry(
  { file, name, incident, addresses, story, losses }: OldEntry,
  to: Writing,
): FileReport {
  const { losses: more, note } = notebook(commonLosses);
  if (typeof incident === 'string') note('not-imported', incident);
  if (typeof incident !== 'object')
    return { file, failed: incident !== undefined, losses: [...losses, ...more] };
  // A year alone is the address of a page of the history.
  const wanted = slug(name).replace(/^\d{4}$/, 'in-$&') || 'issue';
  const id = unique(wanted, { has: (taken) => to.files.has(`incidents/${taken}.yaml`) });
  if (id !== name.toLowerCase()) note('changed-id', id);
  const became = `incidents/${id}.yaml`;
  length(incident, note);
  const fitting = withoutLongTexts(incident, note);
  to.files.set(became, toYaml(`../../${schema('incident')}`, fitting));
  to.moved.push(...(addresses ?? []).map((from): [string, string] => [from, `/incidents/${id}/`]));
  const draft = `postmortems/${id}.mdx`;
  if (story) {
    note('story', draft);
    to.files.set(draft, draftOf(id, fitting.title, story));
  }
  return { file, became, kind: incident.kind, failed: false, losses: [...losses, ...more] };
}

/** Work of which nobody knows when it was announced, announced when it was to begin, as a person has decided. */
function announcedAsScheduled(entry: OldEntry): OldEntry {
  const { incident } = entry;
  if (typeof incident !== 'object' || incident.kind !== 'maintenance') return entry;
  if (incident.announced !== 'unknown') return entry;
  return { ...entry, incident: { ...incident, announced: incident.scheduled.from } };
}

/** Leaves out what would stop the build of its record, and says why. */
function withoutStopper(
  report: FileReport,
  stopping: ReadonlyMap<string, string>,
  files: Map<string, string>,
): FileReport {
  const { losses, note } = notebook(commonLosses);
  const draft = report.became?.replace(/^incidents\/(.*)\.yaml$/, 'postmortems/$1.mdx') ?? '';
  const own = [report.became ?? '', draft].filter((file) => stopping.has(file) && files.has(file));
  for (const file of own) {
    note('not-imported', `${file}, ${stopping.get(file)}`);
    files.delete(file);
  }
  if (!own.length) return report;
  const isGone = own.includes(report.became ?? '');
  if (isGone) files.delete(draft);
  return {
    ...(isGone ? { file: report.file, failed: true } : report),
    losses: [...report.losses, ...losses],
  };
}

/** Writes the services of the record, or one for all where there are none. */
function writeServices({ site, groups, services }: OldPage, note: CommonNote): object {
  if (!services.length) note('placeholder-service', site.name);
  const all = services.length ? services : [{ id: slug(site.name) || 'site', name: site.name }];
  const isAdded = services.some(({ group }) => group === addedGroup.id);
  if (isAdded) note('added-group', addedGroup.name);
  const used = [...groups, ...(isAdded ? [addedGroup] : [])];
  return { ...(used.length && { groups: used }), services: all };
}

/** The record of an old page, as of `now` (epoch ms): it builds, whatever the page was. A string says why it cannot, or the page could not be read. */
export function writeRecord(
  page: OldPage | string,
  now: number,
  { announced }: Decisions = {},
): RecordImport | string {
  if (typeof page === 'string') return page;
  const { losses, note } = notebook(commonLosses);
  const files = new Map<string, string>();
  const moved: Writing['moved'] = [];
  const written = page.entries.map((entry) =>
    writeEntry(announced ? announcedAsScheduled(entry) : entry, { files, moved }),
  );
  moved.push(...page.moved.map(([from, to]): [string, string] => [from, to]));
  files.set('services.yaml', toYaml(`../${schema('services')}`, writeServices(page, note)));
  const known = allowances(files.values());
  if (known.length) note('was-public', known.map(({ text }) => text).join(', '));
  const site = { ...page.site, ...(known.length && { allowed_in_public: known }) };
  const writeSite = (redirects: Record<string, string>): void => {
    const more = Object.keys(redirects).length > 0 && { redirects };
    files.set('site.yaml', toYaml(`../${schema('site')}`, { format, ...site, ...more }));
  };
  writeSite(redirectsTo(files, page.services, moved, note));
  const stopping = stoppers(files, now);
  const reports = written.map((report) => withoutStopper(report, stopping, files));
  const isChanged = reports.some((report, index) => report !== written[index]);
  // Redirects to what was left out would lead nowhere.
  if (isChanged) writeSite(redirectsTo(files, page.services, moved, note));
  const [left] = isChanged ? stoppers(files, now) : stopping;
  if (left) return `What “${page.file}” becomes would stop the build: ${left.join(', ')}`;
  const own = { file: page.file, became: 'site.yaml, services.yaml', failed: false };
  return { files, reports: [{ ...own, losses: [...page.losses, ...losses] }, ...reports] };
}
