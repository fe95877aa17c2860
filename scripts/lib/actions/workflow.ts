import { appendFileSync } from 'node:fs';
import { readStory } from '../../../src/record/read-source.ts';
import type { Files } from '../../../src/record/files/files.ts';
import type { Conflict } from '../../../src/domain/tracking/conflicts.ts';
import type { Finding, FindingText } from '../../../src/domain/findings/finding.ts';
import type { IssueKey } from '../../../src/domain/tracking/key.ts';
import { postmortemFile } from '../../../src/domain/findings/rule.ts';
import { neutralLine } from '../../../src/domain/tracking/neutral-text.ts';
import { type Result, comeBackAt, issueNumber } from './result.ts';
import { withoutSecrets } from '../secrets.ts';
import { count, print } from '../report.ts';
import { results } from './text.ts';

/** The place of an action in its postmortem, or the top of the postmortem if the action has gone. */
function placeOf(key: IssueKey, files: Files): Pick<Finding, 'file' | 'line' | 'column'> {
  const [id = '', action] = key.split('/');
  const file = postmortemFile({ id });
  if (!files.list().includes(file)) return { file, line: 1, column: 1 };
  const { source } = readStory(files, file);
  const { actions } = (source.value ?? {}) as { actions?: readonly ({ id?: unknown } | null)[] };
  const index = Array.isArray(actions) ? actions.findIndex((found) => found?.id === action) : -1;
  return { file, ...(index === -1 ? { line: 1, column: 1 } : source.locate(['actions', index])) };
}

const siteFile = { file: 'site.yaml', line: 1, column: 1 };

const located = (
  { code, key, what, expected, write }: Conflict,
  level: Finding['level'],
  files: Files,
): Finding => ({
  code: `action-${code}`,
  level,
  what: key ? `${key}: ${what}` : what,
  expected,
  write,
  ...(key ? placeOf(key, files) : siteFile),
});

/** The halt as a finding, at the line of its action if it is about one. */
function stopped({ halt }: Result, files: Files): Finding[] {
  if (!halt) return [];
  const told: FindingText = {
    what: halt.message,
    expected: 'a run that is completed',
    write: 'Look up the exit code in docs/actions.md.',
  };
  const at = halt.key ? placeOf(halt.key, files) : siteFile;
  return [{ code: `action-${halt.code}`, level: 'error', ...told, ...at }];
}

/** Annotations: conflicts and what stopped the run are errors, what is only worth knowing is a warning. */
function annotations(result: Result, files: Files, content: string): string {
  const { outcome, findings } = result;
  const conflicts = (outcome?.conflicts ?? []).map((found) => located(found, 'error', files));
  const notes = (outcome?.notes ?? []).map((found) => located(found, 'warning', files));
  return print(
    {
      findings: [...findings, ...stopped(result, files), ...conflicts, ...notes],
      content,
      files: 0,
    },
    'github',
  );
}

const cell = (text: string): string => neutralLine(text).replaceAll('|', '\\|');

function summary(result: Result): string {
  const { outcome, halt, repository, findings } = result;
  const steps = outcome?.changePlan?.steps ?? [];
  const rows = steps.map((step) => {
    const number = issueNumber(step, result);
    return `| ${step.type} | ${cell(step.key)} | ${number === undefined ? '' : `#${number}`} | ${step.type === 'conflict' ? cell(step.conflict.what) : ''} |`;
  });
  const back = comeBackAt(result);
  return [
    `## Promises in ${repository ?? 'no repository'}`,
    ...(findings.length
      ? [`**The record has ${count(findings.length, 'error')}.** Nothing was sent.`]
      : []),
    ...(outcome ? [`${results(outcome, steps).join(', ')}.`] : []),
    ...(halt
      ? [`**Stopped.** ${cell(halt.message)}${back ? ` Come back after ${back}.` : ''}`]
      : []),
    ...(rows.length
      ? [['| plan | promise | issue | |', '| --- | --- | --- | --- |', ...rows].join('\n')]
      : []),
    '',
  ].join('\n\n');
}

/**
 * If this runs in a workflow, gives it annotations on standard error and the summary of the job. A summary that cannot be written changes
 * nothing about the outcome of the run.
 */
export function tellWorkflow(
  result: Result,
  { files, content }: { files: Files; content: string },
): void {
  if (process.env['GITHUB_ACTIONS'] === 'true')
    process.stderr.write(withoutSecrets(annotations(result, files, content)));
  const path = process.env['GITHUB_STEP_SUMMARY'];
  if (!path) return;
  try {
    appendFileSync(path, withoutSecrets(summary(result)));
  } catch (error) {
    process.stderr.write(
      `The summary cannot be written to GITHUB_STEP_SUMMARY (${(error as NodeJS.ErrnoException).code}).\n`,
    );
  }
}
