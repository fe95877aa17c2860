import { styleText } from 'node:util';
import { explain, openable } from '../../src/record/report.ts';
import type { Finding } from '../../src/domain/findings/finding.ts';
import type { Waived } from '../../src/record/waivers.ts';
import { visible } from '../../src/text/visible.ts';
import { type Told, groupedFindings } from './finding-groups.ts';

export const formats = ['text', 'github', 'json'] as const;
export type Format = (typeof formats)[number];

/** One report of findings; how it is printed is up to the format. */
export interface Report {
  findings: readonly Finding[];
  content: string;
  /** Files of which nothing has been said for long; what many of them have is told as one. */
  quiet?: ReadonlySet<string>;
  /** How many files were read. */
  files: number;
}

export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

/** Findings for people; a group as one line with its first places, and what it is about. */
const explainTold = ({ finding, group }: Told, content: string): string =>
  group
    ? [
        `${group.times} times  ${finding.level}  ${finding.code}  older than a month: ${group.places}`,
        `  Such as: ${finding.what}`,
        `  Write: ${finding.write}`,
        '  `check --format json` lists each.',
      ].join('\n')
    : explain([finding], content);

const tally = (findings: readonly Finding[], level: Finding['level']): number =>
  findings.filter((finding) => finding.level === level).length;

function text({ findings, quiet, content, files }: Report): string {
  const errors = tally(findings, 'error');
  const warnings = tally(findings, 'warning');
  const notes = tally(findings, 'note');
  const wrong =
    errors + warnings === 0
      ? 'nothing wrong'
      : `${count(errors, 'error')}, ${count(warnings, 'warning')}`;
  const verdict = `${count(files, 'file')} read: ${wrong}${notes ? `, ${count(notes, 'note')}` : ''}.`;
  const coloured = styleText(errors ? 'red' : warnings ? 'yellow' : 'green', verdict, {
    stream: process.stdout,
  });
  const told = groupedFindings(findings, content, quiet);
  return [...told.map((each) => explainTold(each, content)), coloured].join('\n\n');
}

const escapeData = (value: string): string =>
  value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (value: string): string =>
  escapeData(value).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** Workflow commands, which GitHub shows beside the changed lines. */
function github({ findings, quiet, content }: Report): string {
  return groupedFindings(findings, content, quiet)
    .map(({ finding: { level, file, line, column, code, what, expected, write }, group }) => {
      const properties = `file=${escapeProperty(openable(file, content))},line=${line},col=${column},title=${escapeProperty(code)}`;
      const others = group ? `\n${group.times} times: ${group.places}` : '';
      return `::${level === 'note' ? 'notice' : level} ${properties}::${escapeData(`${what}\nExpected: ${expected}\nWrite: ${write}${others}`)}`;
    })
    .join('\n');
}

const json = ({ findings, content, files }: Report): string =>
  JSON.stringify(
    {
      files,
      errors: tally(findings, 'error'),
      warnings: tally(findings, 'warning'),
      notes: tally(findings, 'note'),
      findings: findings.map((f) => ({ ...f, file: openable(f.file, content) })),
    },
    null,
    2,
  );

const printers: Record<Format, (report: Report) => string> = { text, github, json };

/** The report as text that ends with a line feed, or nothing at all. */
export function print(report: Report, format: Format): string {
  const printed = printers[format](report);
  return printed && `${printed}\n`;
}

/** What is allowed in a record, a line each: where, what, and why. For programs as JSON. */
export function printWaivers(waivers: readonly Waived[], content: string, format: Format): string {
  const all = waivers.map((waiver) => ({ ...waiver, file: openable(waiver.file, content) }));
  if (format === 'json') return `${JSON.stringify(all, null, 2)}\n`;
  return [
    ...all.map(({ file, line, column, key, text, because }) =>
      visible(`${file}:${line}:${column}  ${key}  “${text}”: ${because}`),
    ),
    `${count(all.length, 'waiver')}.\n`,
  ].join('\n');
}
