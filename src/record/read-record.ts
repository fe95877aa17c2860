import type { Finding, Place } from '../domain/findings/finding.ts';
import { incidentIn } from '../domain/incident.ts';
import type { Translations } from '../domain/language.ts';
import {
  type PartialRecord,
  postmortemFile,
  templateFile,
  translationFile,
} from '../domain/findings/rule.ts';
import { valueAt } from '../domain/findings/schema/described.ts';
import type { Pages } from '../domain/pages.ts';
import { type StatusRecord, byBeginning, byPublication } from '../domain/record/record.ts';
import { type Lock, emptyLock } from '../domain/tracking/lock.ts';
import { formerKeys, lockOfToday } from '../domain/tracking/names.ts';
import type { CheckedFile } from './checked-file.ts';
import { type CheckedFiles, byName, checkFiles } from './checked-files.ts';
import { type InDrafts, isError, leveled, unfinishedDrafts } from './drafts.ts';
import type { Files } from './files/files.ts';
import { inCorrectionOf } from './held-back.ts';
import { layoutOf, themeFile } from './files/layout.ts';
import { publicFiles } from './files/public-files.ts';
import { publicFolder } from './files/public-folder.ts';
import { strayFindings } from './files/stray-files.ts';
import { fieldFindings, picturesAskedFor, storyFindings } from './guard-findings.ts';
import { knownIdsIn } from './known-ids.ts';
import { pagesIn } from './pages-in.ts';
import { readPicture } from './picture/picture.ts';
import { readPreview } from './preview.ts';
import { recordDisclosures } from './record-disclosures.ts';
import type { StoryFile } from './read-source.ts';
import { type Since, ruleFindings } from './rule-findings.ts';
import { quietFiles } from './quiet.ts';
import { formatFinding } from './record-format.ts';
import { readTheme } from './theme.ts';
import { allPaths, missingIn } from '../strings/words.ts';
import { toldOf } from './told.ts';
import { type Waived, waiversIn } from './waivers.ts';

/** What reading a content folder gives: the findings, and, if none of them is an error, the record. */
export interface Reading {
  record: StatusRecord | undefined;
  findings: readonly Finding[];
  /** The pages that the site has, for whoever writes it. */
  pages: Pages;
  /** The files of which nothing has been said for long. */
  quiet: ReadonlySet<string>;
  /** What is allowed in the record although a rule finds fault with it. */
  waivers: readonly Waived[];
  /** The files of drafts that cannot be shown yet, not even to whoever writes them, each with what is to be mended first. */
  unfinished: ReadonlyMap<string, readonly Finding[]>;
}

const withIds = <T extends object>(
  files: ReadonlyMap<string, CheckedFile<T>>,
): (T & { id: string })[] =>
  [...files].flatMap(([id, { value }]) => (value ? [{ ...value, id }] : []));

/** The words of those files that could be understood. */
export const translationsIn = (files: CheckedFiles['translations']): Translations =>
  Object.fromEntries(
    [...files].flatMap(([tag, { value }]) => (value === undefined ? [] : [[tag, value]])),
  );

/** What could be understood of the files, for the rules. */
function understood(
  checked: CheckedFiles,
  named: ReadonlyMap<string, CheckedFile>,
  { now, isPinned }: Pick<PartialRecord, 'now' | 'isPinned'>,
): PartialRecord {
  const translations = translationsIn(checked.translations);
  const known = {
    now,
    isPinned,
    written: ({ file, path }: Place) => valueAt(named.get(file)?.source.value, path),
    site: checked.site.value,
    services: checked.services.value,
    incidents: withIds(checked.incidents).map(incidentIn(checked.site.value?.time_zone ?? 'UTC')),
    postmortems: withIds(checked.postmortems),
    stories: new Map([...checked.stories].map(([id, { body }]) => [id, body])),
    templates: withIds(checked.templates),
    translations,
    untranslated: (language: string) => ({
      missing: missingIn(language, translations),
      of: allPaths().length,
    }),
    credits: checked.credits.value,
    knownIds: knownIdsIn(checked),
  };
  return { ...known, pages: pagesIn(known, checked, publicFiles()) };
}

/** The drafts, where only drafts show a picture: what is wrong with it stops no more than they do. */
function inDraftsThatShow(stories: readonly StoryFile[], pages: Pages) {
  let asking: { story: StoryFile; asked: ReadonlySet<string> }[] | undefined;
  return (finding: Finding): InDrafts => {
    // Mostly nothing is wrong, and nobody asks.
    asking ??= stories.map((story) => ({ story, asked: picturesAskedFor(story.body, pages) }));
    const showing = asking.filter(({ asked }) => asked.has(finding.file));
    const isOnlyOfDrafts = showing.every(({ story }) => story.isDraft);
    const drafts = isOnlyOfDrafts ? showing.map(({ story }) => story.source.file) : [];
    return { finding, drafts };
  };
}

/** These files, and the postmortems that show one of them. */
const withStories = (
  files: ReadonlySet<string>,
  stories: readonly StoryFile[],
  pages: Pages,
): ReadonlySet<string> =>
  files.size === 0
    ? files
    : files.union(
        new Set(
          stories
            .filter(({ body }) => !picturesAskedFor(body, pages).isDisjointFrom(files))
            .map(({ source: { file } }) => file),
        ),
      );

/**
 * Reads a content folder whole and finds all that is wrong with it in one go, as of `now` (epoch ms); `isPinned` if that was asked for. What is
 * wrong in files that are held back (`without`) stops nothing, and nothing of them is in the record. What became of an earlier record is found `since` that.
 */
export function readRecord(
  files: Files,
  now: number,
  isPinned = false,
  { without = new Set(), since }: { without?: ReadonlySet<string>; since?: Since | undefined } = {},
): Reading {
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

  const isPicture = new Set(layout.pictures);
  const ofFiles = [
    ...[...named.values()].flatMap((file) => [...file.findings, ...fieldFindings(file, linked)]),
    ...stories.flatMap(({ source: { file }, body, isDraft }) =>
      storyFindings(file, body, (picture) => isPicture.has(picture), isDraft ? pages : linked),
    ),
  ].map(inDraft);
  const pictures = layout.pictures.map((file) => ({ file, ...readPicture(files, file) }));
  const inPicture = inDraftsThatShow(stories, pages);
  const ofPictures = pictures.flatMap((picture) => picture.findings).map(inPicture);
  const ofRules = ruleFindings({ ...partial, pages: linked }, named, since).map(inDraft);
  const copied = publicFolder();
  const theme = readTheme(files, layout);
  const preview = readPreview(checked.site);
  const disclosures = recordDisclosures(checked, pictures, copied);
  const ofTexts = disclosures.findings.map((finding) =>
    isPicture.has(finding.file) ? inPicture(finding) : inDraft(finding),
  );
  const inOtherFormat = formatFinding(checked.site.source);
  const found = [
    ...strayFindings(files, layout.unexpected),
    ...copied.findings,
    ...theme.findings,
    ...preview.findings,
    ...[...ofFiles, ...ofPictures, ...ofRules, ...ofTexts].map(leveled),
  ];
  const findings = inOtherFormat ? [inOtherFormat] : found;

  const unfinished = unfinishedDrafts([...ofFiles, ...ofPictures]);
  const held = withStories(without, stories, pages);
  const stops = findings.some((finding) => isError(finding) && !held.has(finding.file));
  const shown = {
    ...partial,
    postmortems: partial.postmortems.filter((one) => {
      const file = postmortemFile(one);
      return !unfinished.has(file) && !held.has(file);
    }),
    credits: held.has(checked.credits.source.file) ? undefined : partial.credits,
    translations: Object.fromEntries(
      Object.entries(partial.translations).filter(([tag]) => !held.has(translationFile(tag))),
    ),
  };
  return {
    record: stops
      ? undefined
      : assemble(shown, {
          lock: checked.lock.value,
          theme: held.has(themeFile) ? undefined : theme.text,
          preview: preview.picture,
          inCorrection: inCorrectionOf(checked, held, findings),
        }),
    findings: disclosures.sayable(toldOf(findings)),
    quiet: quietFiles(partial),
    pages,
    waivers: waiversIn(checked),
    unfinished,
  };
}

function assemble(
  { site, services, incidents, postmortems, translations, credits }: PartialRecord,
  {
    lock,
    ...shown
  }: { lock: Lock | undefined } & Pick<StatusRecord, 'theme' | 'preview' | 'inCorrection'>,
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
    lock: lockOfToday(lock ?? emptyLock, formerKeys({ site, postmortems })),
    translations,
    ...shown,
  };
}
