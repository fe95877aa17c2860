import type { z } from 'zod';
import { type Finding, type Path, type Place, type Position, inReadingOrder, isWithin } from '../domain/findings/finding.ts';
import { markdownFields } from '../domain/findings/markdown-fields.ts';
import { type Draft, type Names, type Problem, type Rule, incidentFile, postmortemFile } from '../domain/findings/rule.ts';
import { recordRules } from '../domain/findings/rules.ts';
import { salvage } from '../domain/findings/salvage.ts';
import { schemaProblems } from '../domain/findings/schema-rules.ts';
import { credits } from '../domain/credit-policy.ts';
import { incident } from '../domain/incident.ts';
import { type Lock, emptyLock, lock, lockFile } from '../domain/lock.ts';
import { postmortem } from '../domain/postmortem.ts';
import { type StatusRecord, byBeginning, byPublication } from '../domain/record.ts';
import { services } from '../domain/service.ts';
import { site } from '../domain/site.ts';
import { drawingTrouble } from './drawing.ts';
import type { Files } from './files.ts';
import { splitFrontmatter } from './frontmatter.ts';
import { contentPicture } from './guard-rules.ts';
import { type Refusal, guardField, guardStory } from './guard.ts';
import { layoutOf } from './layout.ts';
import { type Seen, namesIn } from './names.ts';
import { frontmatterMissing, missingFile, privateFile, unexpectedFile } from './reading-rules.ts';
import { type Source, found, parseYaml } from './source.ts';
import { readBytes, readText } from './text-file.ts';

/** What reading a content folder gives: the findings, and, if none of them is an error, the record. */
export interface Reading {
  record: StatusRecord | undefined;
  findings: Finding[];
}

const top: Position = { line: 1, column: 1 };

/** One file, read and checked against its schema. */
interface Part<T> {
  source: Source;
  /** The value, or what could be salvaged of it. */
  value: T | undefined;
  guesses: readonly Path[];
  findings: Finding[];
}

const seen = ({ source: { value }, guesses }: Part<unknown>): Seen => ({ value, guesses });

function checked<S extends z.ZodType>(source: Source, schema: S): Part<z.output<S>> {
  const { file, value, findings } = source;
  if (value === undefined) return { source, value: undefined, guesses: [], findings };
  const { data, error } = schema.safeParse(value);
  if (!error) return { source, value: data, guesses: [], findings };
  const wrong = schemaProblems(file, schema, value, error.issues).map(({ rule, problem }) => located(rule, problem, source));
  return { source, ...(salvage(schema, value) ?? { value: undefined, guesses: [[]] }), findings: [...findings, ...wrong] };
}

const located = (rule: Rule, problem: Problem, source: Source): Finding =>
  found(rule, problem.place.file, source.locate(problem.place.path, problem.place.of), problem);

const nothing = (file: string, findings: Finding[]): Source => ({ file, value: undefined, findings, locate: () => top });

function readYaml(files: Files, file: string): Source {
  const { text, findings } = readText(files, file);
  if (text === undefined) return nothing(file, findings);
  const source = parseYaml(file, text);
  return { ...source, findings: [...findings, ...source.findings] };
}

/** A postmortem: its frontmatter as YAML, and its story. */
export function readStory(files: Files, file: string): { source: Source; body: string } {
  const { text, findings } = readText(files, file);
  if (text === undefined) return { source: nothing(file, findings), body: '' };
  const parts = splitFrontmatter(text);
  if ('at' in parts) {
    const what = parts.unclosed ? 'The frontmatter has no end.' : 'There is no frontmatter.';
    const expected = 'facts in YAML between two lines of three hyphens, at the top of the file';
    return { source: nothing(file, [...findings, found(frontmatterMissing, file, parts.at, { what, expected, write: '---' })]), body: '' };
  }
  const source = parseYaml(file, parts.frontmatter);
  return { source: { ...source, findings: [...findings, ...source.findings] }, body: parts.body };
}

/** A file that a record may do without. */
const readOptional = (files: Files, file: string): Source => (files.list().includes(file) ? readYaml(files, file) : nothing(file, []));

function readRequired(files: Files, file: string): Source {
  if (files.list().includes(file)) return readYaml(files, file);
  const message = { what: `There is no ${file}.`, expected: `${file} in the content folder`, write: 'Create it; docs/ shows what belongs in it.' };
  return nothing(file, [found(missingFile, file, top, message)]);
}

const refused = (file: string, refusal: Refusal, at: Position = refusal.at): Finding => found(refusal.rule, file, at, refusal);

/** What the Markdown fields of a file may not have. */
const fieldFindings = ({ source }: Part<unknown>, schema: z.ZodType, names: Names): Finding[] =>
  markdownFields(schema, source.value).flatMap(({ path, text }) =>
    guardField(text, { names }).map((refusal) => refused(source.file, refusal, source.locate(path))),
  );

/** What a story may not have. Pictures are looked for beside it. */
export function storyFindings(file: string, body: string, pictures: readonly string[], names: Pick<Names, 'incidents' | 'postmortems'>): Finding[] {
  const hasPicture = (path: string): boolean => pictures.includes(`postmortems/${path}`);
  return guardStory(body, { names, hasPicture }).map((refusal) => refused(file, refusal));
}

function drawingFindings(files: Files, file: string): Finding[] {
  const { text, findings } = readText(files, file);
  const trouble = text === undefined ? undefined : drawingTrouble(text);
  if (!trouble) return findings;
  return [...findings, found(contentPicture, file, top, { what: `This drawing ${trouble}.`, expected: 'shapes and text only', write: 'Save it as a plain SVG, or as a PNG.' })];
}

/** What the rules find, but for what is concluded from something that only stands in for what could not be understood. */
function ruleFindings(draft: Draft, parts: ReadonlyMap<string, Part<unknown>>): Finding[] {
  const isGuess = ({ file, path }: Place): boolean => parts.get(file)?.guesses.some((guess) => isWithin(path, guess)) ?? false;
  const drafts = new Set(draft.postmortems.filter(({ status }) => status === 'draft').map(postmortemFile).filter((file) => !isGuess({ file, path: ['status'] })));
  return recordRules.flatMap((rule) =>
    [...rule.check(draft)].flatMap((problem): Finding[] => {
      const part = parts.get(problem.place.file);
      if (!part || isGuess(problem.place) || problem.restsOn?.some(isGuess)) return [];
      const finding = located(rule, problem, part.source);
      return [rule.milderInDrafts && drafts.has(problem.place.file) ? { ...finding, level: 'warning' } : finding];
    }),
  );
}

const withIds = <T extends object>(parts: ReadonlyMap<string, Part<T>>): (T & { id: string })[] =>
  [...parts].flatMap(([id, { value }]) => (value ? [{ ...value, id }] : []));

/** Reads a content folder whole and finds all that is wrong with it in one go. */
export function readRecord(files: Files): Reading {
  const layout = layoutOf(files.list());
  const sitePart = checked(readRequired(files, 'site.yaml'), site);
  const servicesPart = checked(readRequired(files, 'services.yaml'), services);
  const creditsPart = checked(readOptional(files, 'credits.yaml'), credits);
  const lockPart = checked(readOptional(files, lockFile), lock);
  const incidents = new Map(layout.incidents.map((id) => [id, checked(readYaml(files, incidentFile({ id })), incident)]));
  const stories = new Map(layout.postmortems.map((id) => [id, readStory(files, postmortemFile({ id }))]));
  const postmortems = new Map([...stories].map(([id, { source }]) => [id, checked(source, postmortem)]));
  const names = namesIn({ site: seen(sitePart), services: seen(servicesPart), credits: seen(creditsPart), incidents: layout.incidents, postmortems: layout.postmortems });
  const draft: Draft = { site: sitePart.value, services: servicesPart.value, incidents: withIds(incidents), postmortems: withIds(postmortems), credits: creditsPart.value, names };

  const parts = [sitePart, servicesPart, creditsPart, lockPart, ...incidents.values(), ...postmortems.values()];
  const findings = [
    ...layout.unexpected.map((file) => (looksPrivate(file) ? found(privateFile, file, top, isPrivate) : found(unexpectedFile, file, top, unexpected))),
    ...parts.flatMap((part) => part.findings),
    ...ruleFindings(draft, new Map(parts.map((part) => [part.source.file, part]))),
    ...fieldFindings(sitePart, site, names),
    ...fieldFindings(servicesPart, services, names),
    ...fieldFindings(creditsPart, credits, names),
    ...[...incidents.values()].flatMap((part) => fieldFindings(part, incident, names)),
    ...[...postmortems.values()].flatMap((part) => fieldFindings(part, postmortem, names)),
    ...[...stories].flatMap(([id, { body }]) => storyFindings(postmortemFile({ id }), body, layout.pictures, names)),
    ...layout.pictures.flatMap((file) => (/\.svg$/i.test(file) ? drawingFindings(files, file) : readBytes(files, file).findings)),
  ];
  return { record: findings.some(({ level }) => level === 'error') ? undefined : assemble(draft, lockPart.value), findings: eachOnce(findings) };
}

/** In reading order, and each once: two tags in one text are one finding. */
const eachOnce = (findings: readonly Finding[]): Finding[] => [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()].sort(inReadingOrder);

/** Tables are how lists of customers look. */
const looksPrivate = (file: string): boolean => /\.(csv|tsv|xlsx?|ods)$/i.test(file);

const isPrivate = {
  what: 'This looks like a list of customers, in a folder that is published.',
  expected: 'no tables in the content folder; what concerns single customers is never part of the record',
  write: 'Move it out of the repository. If it was ever committed, remove it from the history too.',
};

const unexpected = {
  what: 'No page shows this file.',
  expected: 'incidents/ID.yaml, postmortems/ID.mdx with pictures beside it, site.yaml, services.yaml or credits.yaml; an ID has small letters, digits, dots and hyphens',
  write: 'Rename it, or move it out of the content folder.',
};

function assemble({ site, services, incidents, postmortems, credits }: Draft, lock: Lock = emptyLock): StatusRecord | undefined {
  if (!site || !services) return undefined;
  return {
    site,
    groups: services.groups,
    services: services.services,
    incidents: [...incidents].sort(byBeginning),
    postmortems: [...postmortems].sort(byPublication),
    plans: credits?.plans ?? [],
    policies: credits?.policies ?? [],
    lock,
  };
}
