import { type IncidentFacts, incident as schema } from '../../../src/domain/incident.ts';
import { readCourse } from './course.ts';
import { parseIssue } from './frontmatter.ts';
import { writeIncident } from './incident.ts';
import { readKeys } from './keys.ts';
import { asLine, plainLine } from './line.ts';
import type { Note } from './loss.ts';
import { readProse } from './prose.ts';
import type { ServiceBook } from './services.ts';

/** An issue as a file of the record. */
export interface Imported {
  kind: IncidentFacts['kind'];
  value: unknown;
}

/** Where an issue stood. */
export interface Origin {
  /** The file name without its ending. */
  name: string;
  isHtml: boolean;
  /** The old site's address, if it is known, and the zone of its times. */
  site: string | undefined;
  zone: string;
}

/** “2021-03-04-Search-is-slow” as a title. */
function titleFrom(name: string): string {
  const words =
    name
      .replace(/^\d{4}-\d{1,2}-\d{1,2}[-_ ]*/, '')
      .replace(/[-_]+/g, ' ')
      .trim() || name;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Imports one issue. `undefined`: it is none that was public. A string: why it cannot be imported. */
export function importIssue(
  text: string,
  { name, isHtml, site, zone }: Origin,
  services: ServiceBook,
  note: Note,
): Imported | undefined | string {
  const issue = parseIssue(text);
  if (typeof issue === 'string') return issue;
  const facts = readKeys(issue, note);
  const section = facts.text('section');
  if (facts.flag('draft')) return void note('draft');
  if (section !== undefined && !/^issues?$/i.test(section))
    return void note('other-section', section);
  if (section === undefined) note('unlisted');

  const course = readCourse(facts, name, zone, note);
  if (!course)
    return 'it does not say when it began; give it a date, as in “date: 2024-01-31T09:00:00Z”';
  const given = asLine(facts.text('title') ?? '');
  if (!given) note('title-from-name', titleFrom(name));
  const prose = readProse(
    issue.body,
    { site, page: `issues/${name.toLowerCase()}/` },
    isHtml,
    note,
  );
  const value = writeIncident(
    { title: plainLine(given || titleFrom(name)), fileName: name, facts, course, prose, services },
    note,
  );

  const { success, data, error } = schema.safeParse(value);
  if (success) return { kind: data.kind, value };
  return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
}
