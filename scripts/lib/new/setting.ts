import type { Comparison } from '../../../src/domain/changes/comparison.ts';
import { type Incident, incidentIn } from '../../../src/domain/incident.ts';
import type { Postmortem } from '../../../src/domain/postmortem.ts';
import type { Service } from '../../../src/domain/service.ts';
import type { Site } from '../../../src/domain/site.ts';
import type { Template } from '../../../src/domain/template.ts';
import { type Lock, emptyLock } from '../../../src/domain/tracking/lock.ts';
import { checkFiles } from '../../../src/record/checked-files.ts';
import type { Files } from '../../../src/record/files/files.ts';
import { formatFinding } from '../../../src/record/record-format.ts';
import { layoutOf } from '../../../src/record/files/layout.ts';
import { WrongUsage } from '../command.ts';

/** What is known of the record when something is to be said: also where other files of it have errors, which are no reason for silence. */
export interface Known {
  site: Site;
  services: readonly Service[];
  incidents: ReadonlyMap<string, Incident>;
  postmortems: ReadonlyMap<string, Postmortem>;
  templates: ReadonlyMap<string, Template>;
  /** What stands in drafts, as it was written. */
  drafts: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  lock: Lock;
}

/** Where and when something is said. */
export interface Setting {
  known: Known;
  /** Epoch ms. */
  now: number;
  /** When the words were written, where that was before. Epoch ms. */
  written?: number;
  /** Where it was asked for, where that can happen twice. */
  origin?: string;
  /** What became of all that was public in a version that Git knows, where there is a clone. */
  changesSince?: (version: string) => Comparison[];
  /** The zone that a time without one is in. */
  zone: string;
}

const withIds = <T extends object>(
  files: ReadonlyMap<string, { value: T | undefined }>,
): ReadonlyMap<string, T & { id: string }> =>
  new Map([...files].flatMap(([id, { value }]) => (value ? [[id, { ...value, id }]] : [])));

/** @throws WrongUsage where nobody can know what the services and severities are, as of a record in another format. */
export function knownIn(files: Files): Known {
  const checked = checkFiles(files, layoutOf(files.list()));
  const { site, services, incidents, postmortems, templates, stories, lock } = checked;
  const strange = formatFinding(site.source);
  if (strange) throw new WrongUsage(`${strange.what} ${strange.write}`);
  for (const { value, source } of [site, services])
    if (value === undefined)
      throw new WrongUsage(`${source.file} cannot be understood. Run: npm run check`);
  if (!site.value || !services.value) throw new WrongUsage('Run: npm run check');
  return {
    site: site.value,
    services: services.value.services,
    incidents: new Map(
      [...withIds(incidents)].map(([id, one]) => [
        id,
        incidentIn(site.value?.time_zone ?? 'UTC')(one),
      ]),
    ),
    postmortems: withIds(postmortems),
    templates: withIds(templates),
    drafts: new Map(
      [...stories].flatMap(
        ([
          id,
          {
            isDraft,
            source: { value },
          },
        ]) => (isDraft ? [[id, (value ?? {}) as Record<string, unknown>]] : []),
      ),
    ),
    lock: lock.value ?? emptyLock,
  };
}
