import { site as siteSchema } from '../../../src/domain/site.ts';
import { services as servicesSchema } from '../../../src/domain/service.ts';
import { type OldSite, readConfig } from './config.ts';
import { decode } from './decode.ts';
import { importIssue } from './issue.ts';
import { type Note, notebook } from './loss.ts';
import type { FileReport } from './loss-report.ts';
import { type ServiceBook, addedGroup, serviceBook } from './services.ts';
import { type SiteFolder, nameOf } from './site-folder.ts';
import { slug, unique } from './slug.ts';
import { toYaml } from './yaml.ts';

/** The record that a site became, file by file, and what was lost on the way. */
export interface SiteImport {
  files: Map<string, string>;
  reports: FileReport[];
}

const issueFile = (id: string): string => `incidents/${id}.yaml`;

/** “late.de.md” beside “late.md” tells the same in another language. */
function originalOf(file: string, all: readonly string[]): string | undefined {
  const original = file.replace(/\.[a-z]{2}(-[a-z]{2})?(\.\w+)$/i, '$2');
  return original !== file && all.includes(original) ? original : undefined;
}

function services(old: OldSite, book: ServiceBook, note: Note): unknown {
  const all = book.all();
  const added = all.some(({ group }) => group === addedGroup.id);
  if (added) note('added-group', addedGroup.name);
  if (all.length === 0) note('placeholder-service', old.site.name);
  const groups = added ? [...old.groups, addedGroup] : old.groups;
  const shown = all.length ? all : [{ id: slug(old.site.name) || 'site', name: old.site.name }];
  return { ...(groups.length && { groups }), services: shown };
}

/** Imports a whole site. A string says why its configuration cannot be understood. */
export function importSite(
  folder: SiteFolder,
  progress: (done: number, of: number) => void,
): SiteImport | string {
  const settings = notebook();
  const old = readConfig(decode(folder.read(folder.config), settings.note), settings.note);
  if ('error' in old) return `“${folder.config}” ${old.error}.`;
  const book = serviceBook(old.listed);
  const files = new Map<string, string>();
  const reports: FileReport[] = folder.issues.map((file, index) => {
    progress(index + 1, folder.issues.length);
    return importFile(file, folder, old, book, files);
  });
  for (const file of folder.others) {
    const { losses, note } = notebook();
    note('not-an-issue');
    reports.push({ file, failed: false, losses });
  }
  const servicesValue = services(old, book, settings.note);
  files.set(
    'site.yaml',
    toYaml('../docs/schemas/site.schema.json', siteSchema.parse(old.site) && old.site),
  );
  files.set(
    'services.yaml',
    toYaml(
      '../docs/schemas/services.schema.json',
      servicesSchema.parse(servicesValue) && servicesValue,
    ),
  );
  const config: FileReport = {
    file: folder.config,
    became: 'site.yaml, services.yaml',
    failed: false,
    losses: settings.losses,
  };
  return { files, reports: [config, ...reports] };
}

/** One file that the disk does not give must not stop the others. */
function read<T>(importing: () => T): T | string {
  try {
    return importing();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return `it cannot be read (${message})`;
  }
}

function importFile(
  file: string,
  folder: SiteFolder,
  old: OldSite,
  book: ServiceBook,
  files: Map<string, string>,
): FileReport {
  const { losses, note } = notebook();
  const original = originalOf(file, folder.issues);
  if (original) {
    note('translation', original);
    return { file, failed: false, losses };
  }
  const name = nameOf(file);
  const origin = { name, isHtml: /\.html?$/i.test(file), site: old.url, zone: old.zone };
  const imported = read(() => importIssue(decode(folder.read(file), note), origin, book, note));
  if (typeof imported === 'string') note('not-imported', imported);
  if (typeof imported !== 'object') return { file, failed: typeof imported === 'string', losses };
  const wanted = slug(name) || 'issue';
  const id = unique(wanted, { has: (taken) => files.has(issueFile(taken)) });
  if (id !== wanted || wanted === 'issue') note('changed-id', id);
  files.set(issueFile(id), toYaml('../../docs/schemas/incident.schema.json', imported.value));
  return { file, became: issueFile(id), kind: imported.kind, failed: false, losses };
}
