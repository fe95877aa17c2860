import type { Difference } from '../../../src/domain/tracking/comparison.ts';
import { type Step, bodyOf } from '../../../src/domain/tracking/change-plan.ts';
import type { Conflict } from '../../../src/domain/tracking/conflicts.ts';
import { type Result, comeBackAt, exitCode, issueNumber, totals } from './result.ts';

const told = ({ code, key, number, what, expected, write }: Conflict) => ({
  code,
  key: key ?? null,
  number: number ?? null,
  what,
  expected,
  write,
});

const change = ({ field, is, shouldBe, edited }: Difference) => ({
  field,
  is: is ?? null,
  should_be: shouldBe,
  edited,
});

const step = (found: Step, result: Result) => ({
  key: found.key,
  plan: found.type,
  number: issueNumber(found, result) ?? null,
  title: 'wanted' in found ? found.wanted.text.title : null,
  labels: 'labels' in found ? found.labels : 'wanted' in found ? found.wanted.text.labels : [],
  assignee: ('assignee' in found ? found.assignee : undefined) ?? null,
  body: bodyOf(found) ?? null,
  changes: 'changes' in found ? found.changes.map(change) : [],
});

/** What stands in the document for parts that a run did not reach. */
const nothing = {
  mode: null,
  repository: null,
  totals: totals([]),
  actions: [],
  created: [],
  updated: [],
  adopted: [],
  conflicts: [],
  notes: [],
  findings: [],
};

const written = (document: object): string => `${JSON.stringify(document, null, 2)}\n`;

/** What a run found and did, as one document for programs. */
export function asJson(result: Result): string {
  const { options, repository, outcome, findings, halt } = result;
  const steps = outcome?.changePlan?.steps ?? [];
  return written({
    exit: exitCode(result),
    ...nothing,
    mode: options.mode,
    repository: repository ?? null,
    totals: totals(steps),
    actions: steps.map((found) => step(found, result)),
    ...(outcome && {
      created: outcome.created,
      updated: outcome.updated,
      adopted: outcome.adopted,
      conflicts: outcome.conflicts.map(told),
      notes: outcome.notes.map(told),
    }),
    stopped: halt
      ? {
          code: halt.code,
          why: halt.message,
          come_back_at: comeBackAt(result) ?? null,
        }
      : null,
    findings,
  });
}

/** The same document where the command could not run at all. */
export const failureJson = ({
  exit,
  why,
  wrongUsage,
}: {
  exit: number;
  why: string;
  wrongUsage: boolean;
}): string =>
  written({
    exit,
    ...nothing,
    stopped: { code: wrongUsage ? 'usage' : 'internal', why, come_back_at: null },
  });
