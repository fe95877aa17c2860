import { credits } from '../domain/credits/policy/policy.ts';
import { type Finding, type Place, inReadingOrder } from '../domain/findings/finding.ts';
import { type PartialRecord, incidentFile, postmortemFile } from '../domain/findings/rule.ts';
import { valueAt } from '../domain/findings/schema/described.ts';
import { incident } from '../domain/incident.ts';
import { type Lock, emptyLock, lock, lockFile } from '../domain/tracking/lock.ts';
import { formerKeys, lockOfToday } from '../domain/tracking/names.ts';
import type { Pages } from '../domain/pages.ts';
import { postmortem } from '../domain/postmortem.ts';
import { type StatusRecord, byBeginning, byPublication } from '../domain/record/record.ts';
import { services } from '../domain/service.ts';
import { site } from '../domain/site.ts';
import type { Files } from './files/files.ts';
import { fieldFindings, picturesAskedFor, storyFindings } from './guard-findings.ts';
import { type Layout, layoutOf } from './files/layout.ts';
import { type Seen, knownIdsIn } from './known-ids.ts';
import { pagesIn } from './pages-in.ts';
import { type Part, checked, isClear } from './checked-file.ts';
import { readPicture } from './picture/picture.ts';
import { publicFiles } from './files/public-files.ts';
import { publicFolderFindings } from './files/public-folder.ts';
import { type StoryFile, readOptional, readRequired, readStory, readYaml } from './read-source.ts';
import { ruleFindings } from './rule-findings.ts';
import { strayFindings } from './files/stray-files.ts';

/** What reading a content folder gives: the findings, and, if none of them is an error, the record. */
export interface Reading {
  record: StatusRecord | undefined;
  findings: Finding[];
  /** The pages that the site has, for whoever writes it. */
  pages: Pages;
  /** The files of drafts that cannot be shown yet, not even to whoever writes them, each with what is to be mended first. */
  unfinished: ReadonlyMap<string, readonly Finding[]>;
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

const told = (findings: readonly Finding[]): Finding[] => fewOfAKind(eachOnce(findings));

/** The files of a record, each read and checked by itself. */
function readParts(files: Files, { incidents, postmortems }: Layout) {
  const stories = new Map(
    postmortems.map((id) => [id, readStory(files, postmortemFile({ id }))] as const),
  );
  const sitePart = checked(readRequired(files, 'site.yaml'), site);
  const zone = isClear(sitePart, 'time_zone') ? sitePart.value?.time_zone : undefined;
  return {
    site: sitePart,
    services: checked(readRequired(files, 'services.yaml'), services),
    credits: checked(readOptional(files, 'credits.yaml'), credits),
    lock: restored(checked(readOptional(files, lockFile), lock)),
    incidents: new Map(
      incidents.map((id) => [id, checked(readYaml(files, incidentFile({ id })), incident, zone)]),
    ),
    postmortems: new Map(
      [...stories].map(([id, { source }]) => [id, checked(source, postmortem, zone)]),
    ),
    stories,
  };
}

type Parts = ReturnType<typeof readParts>;

const listed = ({ site, services, credits, lock, incidents, postmortems }: Parts): Part[] => [
  site,
  services,
  credits,
  lock,
  ...incidents.values(),
  ...postmortems.values(),
];

/** What could be understood of the parts, for the rules. */
function understood(
  parts: Parts,
  partOf: ReadonlyMap<string, Part>,
  { now, isPinned }: Pick<PartialRecord, 'now' | 'isPinned'>,
): PartialRecord {
  const { site, services, credits, incidents, postmortems } = parts;
  const known = {
    now,
    isPinned,
    written: ({ file, path }: Place) => valueAt(partOf.get(file)?.source.value, path),
    site: site.value,
    services: services.value,
    incidents: withIds(incidents),
    postmortems: withIds(postmortems),
    credits: credits.value,
    knownIds: knownIdsIn({
      site: seen(site),
      services: seen(services),
      credits: seen(credits),
      incidents: incidents.keys(),
      postmortems: postmortems.keys(),
    }),
  };
  const dated = {
    site,
    credits,
    incidents: [...incidents.values()],
    postmortems: [...postmortems.values()],
  };
  return { ...known, pages: pagesIn(known, dated, publicFiles()) };
}

/** What is wrong with the files by themselves. What readers can open leads to `linked`, a draft to `pages`. */
const ownFindings = (
  parts: Parts,
  { pictures }: Layout,
  { pages, linked }: { pages: Pages; linked: Pages },
): Finding[] => [
  ...listed(parts).flatMap((part) => part.findings),
  ...listed(parts).flatMap((part) => fieldFindings(part, linked)),
  ...[...parts.stories.values()].flatMap(({ source: { file }, body, isDraft }) =>
    storyFindings(file, body, pictures, isDraft ? pages : linked),
  ),
];

/** Something wrong, and the drafts that it is no error in. */
interface Judged {
  finding: Finding;
  drafts: readonly string[];
}

/** What is wrong with pictures; where only drafts show one, it stops no more than they do. */
function pictureFindings(
  files: Files,
  { pictures }: Layout,
  stories: readonly StoryFile[],
  pages: Pages,
): Judged[] {
  const broken = pictures.flatMap((file) => readPicture(files, file).findings);
  if (broken.length === 0) return [];
  const asking = stories.map((story) => ({ story, asked: picturesAskedFor(story.body, pages) }));
  return broken.map((finding) => {
    const showing = asking.filter(({ asked }) => asked.has(finding.file));
    const isOnlyOfDrafts = showing.every(({ story }) => story.isDraft);
    const drafts = isOnlyOfDrafts ? showing.map(({ story }) => story.source.file) : [];
    return { finding, drafts };
  });
}

/** A draft never stops a build: what is an error elsewhere is a warning there, and the draft is left out. */
const leveled = ({ finding, drafts }: Judged): Finding =>
  drafts.length > 0 ? { ...finding, level: 'warning' } : finding;

/** The drafts that cannot be shown, each with what is an error elsewhere. */
function unfinishedIn(judged: readonly Judged[]): ReadonlyMap<string, readonly Finding[]> {
  const blocking = judged.filter(({ finding }) => isError(finding));
  const files = new Set(blocking.flatMap(({ drafts }) => drafts));
  return new Map(
    [...files].map((file) => [
      file,
      told(blocking.filter(({ drafts }) => drafts.includes(file)).map(leveled)),
    ]),
  );
}

/** Reads a content folder whole and finds all that is wrong with it in one go, as of `now` (epoch ms); `isPinned` if that was asked for. */
export function readRecord(files: Files, now: number, isPinned = false): Reading {
  const layout = layoutOf(files.list());
  const parts = readParts(files, layout);
  const partOf = new Map(listed(parts).map((part) => [part.source.file, part]));
  const partial = understood(parts, partOf, { now, isPinned });
  const { pages, knownIds } = partial;
  const stories = [...parts.stories.values()];
  const draftIds = [...parts.stories].filter(([, { isDraft }]) => isDraft).map(([id]) => id);
  const draftFiles = new Set(draftIds.map((id) => postmortemFile({ id })));
  // What readers can open does not lead to what they cannot.
  const linked = { ...pages, postmortems: knownIds.postmortems.difference(new Set(draftIds)) };
  const inFile = (finding: Finding): Judged => ({
    finding,
    drafts: draftFiles.has(finding.file) ? [finding.file] : [],
  });
  const own = [
    ...ownFindings(parts, layout, { pages, linked }).map(inFile),
    ...pictureFindings(files, layout, stories, pages),
  ];
  const unfinished = unfinishedIn(own);
  const findings = [
    ...strayFindings(files, layout.unexpected),
    ...publicFolderFindings(),
    ...own.map(leveled),
    ...ruleFindings({ ...partial, pages: linked }, partOf)
      .map(inFile)
      .map(leveled),
  ];
  const sound = partial.postmortems.filter((one) => !unfinished.has(postmortemFile(one)));
  return {
    record: findings.some(isError)
      ? undefined
      : assemble({ ...partial, postmortems: sound }, parts.lock.value),
    findings: told(findings),
    pages,
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
