import { shownTime } from '../../../src/domain/spoken-time.ts';
import { explain, openable } from '../../../src/record/report.ts';
import type { Publication } from '../publish/publish.ts';
import type { Saying } from './edit.ts';
import type { Trial } from './trial.ts';

const shownBack = ({ back }: Saying, zones: readonly string[]): string =>
  back
    .map(([what, is]) => `  ${what}: ${typeof is === 'number' ? shownTime(is, zones) : is}\n`)
    .join('');

/** What was written, what follows from it, and what the check says of it. */
export function told(
  saying: Saying,
  { file, before, findings }: Trial,
  { content, zones }: { content: string; zones: readonly string[] },
): string {
  const done = before === undefined ? 'is written' : 'is changed';
  const found = findings.length ? `\n${explain(findings, content)}\n` : '';
  return `${openable(file, content)} ${done}.\n${shownBack(saying, zones)}${found}`;
}

/** What would have been an error. */
export const refusal = ({ findings }: Trial, content: string): string =>
  `Nothing was written, because the check would refuse it:\n\n${explain(findings, content)}\n`;

/** What is to become public of it, on the site at `url`. */
export const publicationOf = (
  { edit: { file }, message, shown }: Saying,
  content: string,
  url: string,
): Publication => ({
  content,
  file,
  message,
  shown: shown && { address: url.replace(/\/*$/, `/${shown.page}`), at: shown.at },
});
