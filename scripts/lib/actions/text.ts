import type { Difference } from '../../../src/domain/tracking/comparison.ts';
import { type Step, bodyOf } from '../../../src/domain/tracking/plan.ts';
import type { Mode, Outcome } from '../../../src/domain/tracking/run.ts';
import type { Trouble } from '../../../src/domain/tracking/troubles.ts';
import { type Result, comeBackAt, issueNumber, totals } from './result.ts';
import { lineDiff } from './line-diff.ts';
import { unhidden } from '../../../src/text/hidden.ts';
import { count } from '../report.ts';

const signs: Record<Step['type'], string> = {
  create: '+',
  update: '~',
  same: '=',
  conflict: '!',
  unknown: '?',
  old: '-',
};

/** Without what a terminal or a workflow would obey: people write into issues. */
const tame = (text: string): string => unhidden(text).replace(/[\t\n]/g, '\uFFFD');

const change = ({ field, is, shouldBe }: Difference): string[] => [
  `    ${field}:`,
  ...(is === undefined ? ['(cannot be told from the rest)'] : lineDiff(is, shouldBe)).map(
    (line) => `      ${tame(line)}`,
  ),
];

const explained = ({ what, expected, write }: Trouble): string[] => [
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
      ...explained(step.trouble),
      ...step.changes.filter(({ edited }) => edited).flatMap(change),
    ];
  return [head];
}

const note = ({ key, code, what, write }: Trouble): string =>
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
};

/** What a run has done, in a few words. */
export const results = (
  { created, adopted, updated, troubles }: Outcome,
  steps: readonly Step[],
): string[] => [
  `${created.length + adopted.length} created`,
  `${updated.length} updated`,
  `${totals(steps).same} the same`,
  `${troubles.length} in conflict`,
];

function sums(outcome: Outcome, steps: readonly Step[], mode: Mode): string[] {
  if (mode === 'apply') return results(outcome, steps);
  if (isBlind(steps)) return [`${steps.length} wanted`];
  return Object.entries(totals(steps))
    .filter(([type, sum]) => type !== 'old' || sum > 0)
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

/** Of a plan without a token. */
const notCompared = (repository: string | undefined): string =>
  [
    'These issues are wanted. GitHub was not asked, because there is no token: to compare, set GITHUB_TOKEN',
    repository ? '' : ', and name the repository: --repo OWNER/NAME, or `repository` in site.yaml',
    '. See docs/actions.md.',
  ].join('');

/** The issue that --show asks for, as it is to stand. Where a person has to decide first, there is none. */
function issueShown({ options: { show }, outcome }: Result): string | undefined {
  const step = outcome?.plan?.steps.find(({ key }) => key === show);
  const body = step && bodyOf(step);
  if (!step || body === undefined || !('wanted' in step)) return undefined;
  const lines = [step.wanted.text.title, '', ...body.split(/\r?\n/)];
  return lines.map((line) => `${tame(line)}\n`).join('');
}

/** What a run found and did, for people. */
export function asText(result: Result): string {
  const issue = issueShown(result);
  if (issue !== undefined) return issue;
  const { outcome, repository, options, stop } = result;
  const steps = outcome?.plan?.steps ?? [];
  const told = new Set(steps.flatMap((step) => (step.type === 'conflict' ? [step.trouble] : [])));
  const back = comeBackAt(result);
  const parts = [
    ...(isBlind(steps) ? [notCompared(repository)] : []),
    ...(outcome?.plan && repository ? [`${repository}:`] : []),
    ...steps.flatMap((step) => lines(step, result)),
    ...(outcome?.troubles ?? [])
      .filter((found) => !told.has(found))
      .flatMap((found) => [`! ${found.key}`, ...explained(found)]),
    ...(outcome?.notes.length ? ['Worth knowing:', ...outcome.notes.map(note)] : []),
    ...done(result),
    ...(outcome?.plan ? [`${sums(outcome, steps, options.mode).join(', ')}.`] : []),
    ...(options.mode === 'pull' && outcome && !stop
      ? [`States refreshed; ${count(outcome.troubles.length, 'conflict')}.`]
      : []),
    ...(stop
      ? [
          `Stopped${repository ? ` in ${repository}` : ''}: ${tame(stop.message)}${back ? ` Come back after ${back}.` : ''}`,
        ]
      : []),
  ];
  return parts.map((part) => `${part}\n`).join('');
}
