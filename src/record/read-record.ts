import type { Finding, Place } from '../domain/findings/finding.ts';
import { type PartialRecord, postmortemFile, templateFile } from '../domain/findings/rule.ts';
import { valueAt } from '../domain/findings/schema/described.ts';
import type { Pages } from '../domain/pages.ts';
import { type StatusRecord, byBeginning, byPublication } from '../domain/record/record.ts';
import { type Lock, emptyLock } from '../domain/tracking/lock.ts';
import { formerKeys, lockOfToday } from '../domain/tracking/names.ts';
import type { CheckedFile } from './checked-file.ts';
import { type CheckedFiles, byName, checkFiles } from './checked-files.ts';
import { type InDrafts, isError, leveled, unfinishedDrafts } from './drafts.ts';
import type { Files } from './files/files.ts';
import { layoutOf } from './files/layout.ts';
import { publicFiles } from './files/public-files.ts';
import { publicFolderFindings } from './files/public-folder.ts';
import { strayFindings } from './files/stray-files.ts';
import { fieldFindings, picturesAskedFor, storyFindings } from './guard-findings.ts';
import { knownIdsIn } from './known-ids.ts';
import { pagesIn } from './pages-in.ts';
import { readPicture } from './picture/picture.ts';
import type { StoryFile } from './read-source.ts';
import { ruleFindings } from './rule-findings.ts';
import { toldOf } from './told.ts';

/** What reading a content folder gives: the findings, and, if none of them is an error, the record. */
export interface Reading {
  record: StatusRecord | undefined;
  findings: Finding[];
  /** The pages that the site has, for whoever writes it. */
  pages: Pages;
  /** The files of drafts that cannot be shown yet, not even to whoever writes them, each with what is to be mended first. */
  unfinished: ReadonlyMap<string, readonly Finding[]>;
}

const withIds = <T extends object>(
  files: ReadonlyMap<string, CheckedFile<T>>,
): (T & { id: string })[] =>
  [...files].flatMap(([id, { value }]) => (value ? [{ ...value, id }] : []));

/** What could be understood of the files, for the rules. */
function understood(
  checked: CheckedFiles,
  named: ReadonlyMap<string, CheckedFile>,
  { now, isPinned }: Pick<PartialRecord, 'now' | 'isPinned'>,
): PartialRecord {
  const known = {
    now,
    isPinned,
    written: ({ file, path }: Place) => valueAt(named.get(file)?.source.value, path),
    site: checked.site.value,
    services: checked.services.value,
    incidents: withIds(checked.incidents),
    postmortems: withIds(checked.postmortems),
    templates: withIds(checked.templates),
    credits: checked.credits.value,
    knownIds: knownIdsIn(checked),
  };
  return { ...known, pages: pagesIn(known, checked, publicFiles()) };
}

/** What is wrong with pictures; where only drafts show one, it stops no more than they do. */
function pictureFindings(
  files: Files,
  pictures: readonly string[],
  stories: readonly StoryFile[],
  pages: Pages,
): InDrafts[] {
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

/** Reads a content folder whole and finds all that is wrong with it in one go, as of `now` (epoch ms); `isPinned` if that was asked for. */
export function readRecord(files: Files, now: number, isPinned = false): Reading {
  const layout = layoutOf(files.list());
  const checked = checkFiles(files, layout);
  const named = byName(checked);
  const partial = understood(checked, named, { now, isPinned });

  const stories = [...checked.stories.values()];
  const drafts = new Map([...checked.stories].filter(([, { isDraft }]) => isDraft));
  // What nobody is shown stops nothing either.
  const draftFiles = new Set([
    ...[...drafts.values()].map(({ source }) => source.file),
    ...layout.templates.map((id) => templateFile({ id })),
  ]);
  const inDraft = (finding: Finding): InDrafts => ({
    finding,
    drafts: draftFiles.has(finding.file) ? [finding.file] : [],
  });
  const { pages } = partial;
  // What readers can open does not lead to what they cannot; a draft leads anywhere.
  const linked = { ...pages, postmortems: pages.postmortems.difference(drafts) };

  const ofFiles = [
    ...[...named.values()].flatMap((file) => [...file.findings, ...fieldFindings(file, linked)]),
    ...stories.flatMap(({ source: { file }, body, isDraft }) =>
      storyFindings(file, body, layout.pictures, isDraft ? pages : linked),
    ),
  ].map(inDraft);
  const ofPictures = pictureFindings(files, layout.pictures, stories, pages);
  const ofRules = ruleFindings({ ...partial, pages: linked }, named).map(inDraft);
  const findings = [
    ...strayFindings(files, layout.unexpected),
    ...publicFolderFindings(),
    ...[...ofFiles, ...ofPictures, ...ofRules].map(leveled),
  ];

  const unfinished = unfinishedDrafts([...ofFiles, ...ofPictures]);
  const postmortems = partial.postmortems.filter((one) => !unfinished.has(postmortemFile(one)));
  return {
    record: findings.some(isError)
      ? undefined
      : assemble({ ...partial, postmortems }, checked.lock.value),
    findings: toldOf(findings),
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
