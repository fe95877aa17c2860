import { diffArrays } from 'diff';
import type { Difference } from '../../../src/domain/tracking/comparison.ts';
import { type Step, bodyOf } from '../../../src/domain/tracking/change-plan.ts';
import type { Mode, Outcome } from '../../../src/domain/tracking/run.ts';
import type { Conflict } from '../../../src/domain/tracking/conflicts.ts';
import { type Result, comeBackAt, issueNumber, totals } from './result.ts';
import { unhidden } from '../../../src/text/hidden.ts';
import { count } from '../report.ts';

const signs: Record<Step['type'], string> = {
  create: '+',
  update: '~',
  same: '=',
  conflict: '!',
  unknown: '?',
  old: '-',
  over: '-',
};

const linesOf = (text: string): string[] => text.split(/\r?\n/);

/** The lines that go and come when `before` becomes `after`, in order, with `- ` and `+ ` in front. */
const lineDiff = (before: string, after: string): string[] =>
  diffArrays(linesOf(before), linesOf(after)).flatMap(({ added, removed, value }) =>
    added || removed ? value.map((line) => `${added ? '+' : '-'} ${line}`) : [],
  );

/** Without what a terminal or a workflow would obey: people write into issues. */
const tame = (text: string): string => unhidden(text).replace(/[\t\n]/g, '\uFFFD');

const change = ({ field, is, shouldBe }: Difference): string[] => [
  `    ${field}:`,
  ...(is === undefined ? ['(cannot be told from the rest)'] : lineDiff(is, shouldBe)).map(
    (line) => `      ${tame(line)}`,
  ),
];

const explained = ({ what, expected, write }: Conflict): string[] => [
  `    ${tame(what)}`,
  `    Expected: ${expected}`,
  `    Do: ${tame(write)}`,
];

function lines(step: Step, result: Result): string[] {
  const issue = issueNumber(step, result);
  const title = 'wanted' in step ? `  ${tame(step.wanted.text.title)}` : '';
  const head = `${signs[step.type]} ${step.key}${issue === undefined ? '' : ` #${issue}`}${title}`;
  if (step.type === 'update') {
    const labels = step.labels.length ? [`    labels: ${step.labels.join(', ')}`] : [];
    const assignee = step.assignee === undefined ? [] : [`    assignee: ${step.assignee}`];
    return [head, ...step.changes.flatMap(change), ...labels, ...assignee];
  }
  if (step.type === 'conflict')
    return [
      head,
      ...explained(step.conflict),
      ...step.changes.filter(({ edited }) => edited).flatMap(change),
    ];
  return [head];
}

const note = ({ key, code, what, write }: Conflict): string =>
  `  ${key ? `${key} (${code})` : code}: ${tame(what)} ${tame(write)}`;

/** Without a token nobody knows what is there. */
const isBlind = (steps: readonly Step[]): boolean => steps.some(({ type }) => type === 'unknown');

const names: Record<Step['type'], string> = {
  create: 'to create',
  update: 'to update',
  same: 'the same',
  conflict: 'in conflict',
  unknown: 'unknown',
  old: 'too old for an issue',
  over: 'over without an issue',
};

/** What a run has done, in a few words. */
export const results = (
  { created, adopted, updated, conflicts }: Outcome,
  steps: readonly Step[],
): string[] => [
  `${created.length + adopted.length} created`,
  `${updated.length} updated`,
  `${totals(steps).same} the same`,
  `${conflicts.length} in conflict`,
];

function sums(outcome: Outcome, steps: readonly Step[], mode: Mode): string[] {
  if (mode === 'apply') return results(outcome, steps);
  if (isBlind(steps)) return [`${steps.length} wanted`];
  return Object.entries(totals(steps))
    .filter(([type, sum]) => (type !== 'old' && type !== 'over') || sum > 0)
    .map(([type, sum]) => `${sum} ${names[type as Step['type']]}`);
}

function done(result: Result): string[] {
  const { created = [], updated = [], adopted = [] } = result.outcome ?? {};
  return [
    ...created.map(({ key, number }) => `Created #${number} for ${key}.`),
    ...adopted.map(
      ({ key, number }) => `Found #${number} for ${key}, which had been created meanwhile.`,
    ),
    ...updated.map(({ key, number }) => `Updated #${number} for ${key}.`),
  ];
}

/** Said of a change plan that was made without a token. */
const notCompared = (repository: string | undefined): string =>
  [
    'These issues are wanted. GitHub was not asked, because there is no token: to compare, set GITHUB_TOKEN',
    repository ? '' : ', and name the repository: --repo OWNER/NAME, or `repository` in site.yaml',
    '. See docs/actions.md.',
  ].join('');

/** The issue that --show asks for, as it should be; `undefined` if a person has to decide first. */
function issueShown({ options: { show }, outcome }: Result): string | undefined {
  const step = outcome?.changePlan?.steps.find(({ key }) => key === show);
  const body = step && bodyOf(step);
  if (!step || body === undefined || !('wanted' in step)) return undefined;
  const lines = [step.wanted.text.title, '', ...linesOf(body)];
  return lines.map((line) => `${tame(line)}\n`).join('');
}

/** What a run found and did, for people. */
export function asText(result: Result): string {
  const issue = issueShown(result);
  if (issue !== undefined) return issue;
  const { outcome, repository, options, halt } = result;
  const steps = outcome?.changePlan?.steps ?? [];
  const told = new Set(steps.flatMap((step) => (step.type === 'conflict' ? [step.conflict] : [])));
  const back = comeBackAt(result);
  const parts = [
    ...(isBlind(steps) ? [notCompared(repository)] : []),
    ...(outcome?.changePlan && repository ? [`${repository}:`] : []),
    ...steps.flatMap((step) => lines(step, result)),
    ...(outcome?.conflicts ?? [])
      .filter((found) => !told.has(found))
      .flatMap((found) => [`! ${found.key}`, ...explained(found)]),
    ...(outcome?.notes.length ? ['Worth knowing:', ...outcome.notes.map(note)] : []),
    ...done(result),
    ...(outcome?.changePlan ? [`${sums(outcome, steps, options.mode).join(', ')}.`] : []),
    ...(options.mode === 'pull' && outcome && !halt
      ? [`States refreshed; ${count(outcome.conflicts.length, 'conflict')}.`]
      : []),
    ...(halt
      ? [
          `Stopped${repository ? ` in ${repository}` : ''}: ${tame(halt.message)}${back ? ` Come back after ${back}.` : ''}`,
        ]
      : []),
  ];
  return parts.map((part) => `${part}\n`).join('');
}
