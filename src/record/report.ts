import { join, relative, sep } from 'node:path';
import type { Finding } from '../domain/findings/finding.ts';
import { visible } from '../text/visible.ts';

/** The path of a finding's file as an editor or a terminal can open it. At the beginning of a line, a colon would give orders to GitHub. */
export const openable = (file: string, content: string): string =>
  (relative(process.cwd(), join(content, file)).replaceAll(sep, '/') || file).replace(/^:/, './:');

/** Findings for people: where, what is wrong, what was expected, what to write. */
export const explain = (findings: readonly Finding[], content: string): string =>
  findings
    .map(({ file, line, column, level, code, what, expected, write }) =>
      [
        `${visible(openable(file, content))}:${line}:${column}  ${level}  ${code}`,
        `  ${what}`,
        `  Expected: ${expected}`,
        `  Write: ${write}`,
      ].join('\n'),
    )
    .join('\n\n');

/** The record has errors, and nothing can be made of it. There is no stack: where in the code that was noticed helps nobody. */
export class BrokenRecord extends Error {
  constructor(findings: readonly Finding[], content: string) {
    super(`The record has errors.\n\n${explain(findings, content)}`);
    this.stack = this.message;
  }
}
