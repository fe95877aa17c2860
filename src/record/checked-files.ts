import type { Translation } from '../domain/language.ts';
import { credits } from '../domain/credits/policy/policy.ts';
import {
  incidentFile,
  postmortemFile,
  templateFile,
  translationFile,
} from '../domain/findings/rule.ts';
import { incident } from '../domain/incident.ts';
import { postmortem } from '../domain/postmortem.ts';
import { services } from '../domain/service.ts';
import { site } from '../domain/site.ts';
import { template } from '../domain/template.ts';
import { type Lock, lock, lockFile } from '../domain/tracking/lock.ts';
import { type CheckedFile, checked, isClear } from './checked-file.ts';
import type { Files } from './files/files.ts';
import type { Layout } from './files/layout.ts';
import { readOptional, readRequired, readStory, readYaml } from './read-source.ts';
import { translationSchema } from '../strings/translation-schema.ts';

const restoreLock = [
  `Take the last good version from Git: \`git checkout HEAD -- content/${lockFile}\`, or an older commit in the place of HEAD.`,
  'Only if there is none, delete it: `npm run actions -- --apply` makes it anew, and opens issues again that were deleted or transferred.',
].join(' ');

/** Nobody mends by hand what a program has written. */
const restored = (file: CheckedFile<Lock>): CheckedFile<Lock> => ({
  ...file,
  findings: file.findings.map((finding) => ({ ...finding, write: restoreLock })),
});

/** Reads what a company says in its own words, by the tags of languages. */
export const checkTranslations = (
  files: Files,
  { translations }: Pick<Layout, 'translations'>,
): ReadonlyMap<string, CheckedFile<Translation>> =>
  new Map(
    translations.map((tag) => [
      tag,
      checked(readYaml(files, translationFile(tag)), translationSchema(tag)),
    ]),
  );

/** Reads the files of a record and checks each by itself. */
export function checkFiles(files: Files, layout: Layout) {
  const { all, incidents, postmortems, templates } = layout;
  const siteFile = checked(readRequired(files, all, 'site.yaml'), site);
  const zone = isClear(siteFile, 'time_zone') ? siteFile.value?.time_zone : undefined;
  const stories = new Map(
    postmortems.map((id) => [id, readStory(files, postmortemFile({ id }))] as const),
  );
  return {
    site: siteFile,
    services: checked(readRequired(files, all, 'services.yaml'), services),
    credits: checked(readOptional(files, all, 'credits.yaml'), credits),
    lock: restored(checked(readOptional(files, all, lockFile), lock)),
    incidents: new Map(
      incidents.map((id) => [id, checked(readYaml(files, incidentFile({ id })), incident, zone)]),
    ),
    postmortems: new Map(
      [...stories].map(([id, { source }]) => [id, checked(source, postmortem, zone)]),
    ),
    templates: new Map(
      templates.map((id) => [id, checked(readYaml(files, templateFile({ id })), template)]),
    ),
    translations: checkTranslations(files, layout),
    stories,
  };
}

export type CheckedFiles = ReturnType<typeof checkFiles>;

/** All of them, by their names. */
export const byName = ({
  site,
  services,
  credits,
  lock,
  incidents,
  postmortems,
  templates,
  translations,
}: CheckedFiles): ReadonlyMap<string, CheckedFile> =>
  new Map(
    [
      site,
      services,
      credits,
      lock,
      ...incidents.values(),
      ...postmortems.values(),
      ...templates.values(),
      ...translations.values(),
    ].map((file) => [file.source.file, file]),
  );
