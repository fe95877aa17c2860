import { credits } from '../domain/credits/policy/policy.ts';
import { type Finding, type Place, inReadingOrder } from '../domain/findings/finding.ts';
import { type PartialRecord, incidentFile, postmortemFile } from '../domain/findings/rule.ts';
import { valueAt } from '../domain/findings/schema/node.ts';
import { incident } from '../domain/incident.ts';
import { type Lock, emptyLock, lock, lockFile } from '../domain/tracking/lock.ts';
import { formerKeys, lockOfToday } from '../domain/tracking/names.ts';
import type { Pages } from '../domain/pages.ts';
import { postmortem } from '../domain/postmortem.ts';
import { type StatusRecord, byBeginning, byPublication } from '../domain/record/record.ts';
import { services } from '../domain/service.ts';
import { site } from '../domain/site.ts';
import type { Files } from './files/files.ts';
import { fieldFindings, storyFindings } from './guard-findings.ts';
import { layoutOf } from './files/layout.ts';
import { type Seen, namesIn } from './known-ids.ts';
import { pagesIn } from './pages-in.ts';
import { type Part, checked } from './checked-file.ts';
import { readPicture } from './picture/picture.ts';
import { publicFiles } from './files/public-files.ts';
import { publicFolderFindings } from './files/public-folder.ts';
import { readOptional, readRequired, readStory, readYaml } from './read-source.ts';
import { ruleFindings } from './rule-findings.ts';
import { strayFindings } from './files/stray-files.ts';

/** What reading a content folder gives: the findings, and, if none of them is an error, the record. */
export interface Reading {
  record: StatusRecord | undefined;
  findings: Finding[];
  /** The pages that the site has, for whoever writes it. */
  pages: Pages;
  /** The files of drafts that cannot be shown yet, not even to whoever writes them. */
  unfinished: ReadonlySet<string>;
}

const isError = ({ level }: Finding): boolean => level === 'error';

const seen = ({ source: { value }, guesses }: Part): Seen => ({ value, guesses });

const withIds = <T extends object>(parts: ReadonlyMap<string, Part<T>>): (T & { id: string })[] =>
  [...parts].flatMap(([id, { value }]) => (value ? [{ ...value, id }] : []));

const restoreLock = [
  `Take the last good version from Git: \`git checkout HEAD -- content/${lockFile}\`, or an older commit in the place of HEAD.`,
  'Only if there is none, delete it: `npm run actions -- --apply` makes it anew, and opens issues again that were deleted or transferred.',
].join(' ');

/** What a program has written, nobody mends by hand. */
const restored = (part: Part<Lock>): Part<Lock> => ({
  ...part,
  findings: part.findings.map((finding) => ({ ...finding, write: restoreLock })),
});

/** In reading order, and each once: two tags in one text are one finding. */
const eachOnce = (findings: readonly Finding[]): Finding[] =>
  [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()].sort(
    inReadingOrder,
  );

/** How many findings of a kind are told of one file: who has mended those knows how to find the others. */
const most = 100;

/** The first of each kind in each file; the last of them counts the others. */
const fewOfAKind = (findings: readonly Finding[]): Finding[] =>
  [...Map.groupBy(findings, ({ file, code }) => `${code} ${file}`).values()]
    .flatMap((alike) => {
      const rest = alike.length - most;
      return alike.slice(0, most).map((finding, index) =>
        rest > 0 && index === most - 1
          ? {
              ...finding,
              what: `${finding.what} There are ${rest} more of this kind in the file.`,
            }
          : finding,
      );
    })
    .sort(inReadingOrder);

/** Reads a content folder whole and finds all that is wrong with it in one go, as of `now` (epoch ms); `isPinned` if that was asked for. */
export function readRecord(files: Files, now: number, isPinned = false): Reading {
  const layout = layoutOf(files.list());
  const sitePart = checked(readRequired(files, 'site.yaml'), site);
  const servicesPart = checked(readRequired(files, 'services.yaml'), services);
  const creditsPart = checked(readOptional(files, 'credits.yaml'), credits);
  const lockPart = restored(checked(readOptional(files, lockFile), lock));
  const incidents = new Map(
    layout.incidents.map((id) => [id, checked(readYaml(files, incidentFile({ id })), incident)]),
  );
  const stories = new Map(
    layout.postmortems.map((id) => [id, readStory(files, postmortemFile({ id }))]),
  );
  const postmortems = new Map(
    [...stories].map(([id, { source }]) => [id, checked(source, postmortem)]),
  );
  const names = namesIn({
    site: seen(sitePart),
    services: seen(servicesPart),
    credits: seen(creditsPart),
    incidents: layout.incidents,
    postmortems: layout.postmortems,
  });
  const parts: Part[] = [
    sitePart,
    servicesPart,
    creditsPart,
    lockPart,
    ...incidents.values(),
    ...postmortems.values(),
  ];
  const partOf = new Map(parts.map((part) => [part.source.file, part]));
  const known = {
    now,
    isPinned,
    written: ({ file, path }: Place) => valueAt(partOf.get(file)?.source.value, path),
    site: sitePart.value,
    services: servicesPart.value,
    incidents: withIds(incidents),
    postmortems: withIds(postmortems),
    credits: creditsPart.value,
    names,
  };
  const dated = {
    site: sitePart,
    credits: creditsPart,
    incidents: [...incidents.values()],
    postmortems: [...postmortems.values()],
  };
  const partial: PartialRecord = { ...known, pages: pagesIn(known, dated, publicFiles()) };
  // What readers can open does not lead to what they cannot.
  const drafts = new Set(
    partial.postmortems.filter(({ status }) => status === 'draft').map(({ id }) => id),
  );
  const linked = { ...partial.pages, postmortems: names.postmortems.difference(drafts) };
  const read = [
    ...parts.flatMap((part) => part.findings),
    ...parts.flatMap((part) => fieldFindings(part, linked)),
    ...[...stories].flatMap(([id, { body }]) =>
      storyFindings(
        postmortemFile({ id }),
        body,
        layout.pictures,
        drafts.has(id) ? partial.pages : linked,
      ),
    ),
  ];
  // A draft never stops a build: what is an error elsewhere is a warning there, and the draft is left out.
  const draftFiles = new Set(
    [...stories.values()].filter(({ isDraft }) => isDraft).map(({ source }) => source.file),
  );
  const unfinished = new Set(
    read
      .filter((finding) => isError(finding) && draftFiles.has(finding.file))
      .map(({ file }) => file),
  );
  const findings = [
    ...strayFindings(files, layout.unexpected),
    ...publicFolderFindings(),
    ...read,
    ...ruleFindings(partial, partOf),
    ...layout.pictures.flatMap((file) => readPicture(files, file).findings),
  ].map((finding): Finding =>
    draftFiles.has(finding.file) ? { ...finding, level: 'warning' } : finding,
  );
  const sound = partial.postmortems.filter((one) => !unfinished.has(postmortemFile(one)));
  return {
    record: findings.some(isError)
      ? undefined
      : assemble({ ...partial, postmortems: sound }, lockPart.value),
    findings: fewOfAKind(eachOnce(findings)),
    pages: partial.pages,
    unfinished,
  };
}

function assemble(
  { site, services, incidents, postmortems, credits }: PartialRecord,
  lock: Lock = emptyLock,
): StatusRecord | undefined {
  if (!site || !services) return undefined;
  return {
    site,
    groups: services.groups,
    services: services.services,
    incidents: [...incidents].sort(byBeginning),
    postmortems: [...postmortems].sort(byPublication),
    plans: credits?.plans ?? [],
    policies: credits?.policies ?? [],
    // What a promise was called before finds its issue also where nobody has run anything since.
    lock: lockOfToday(lock, formerKeys({ site, postmortems })),
  };
}
