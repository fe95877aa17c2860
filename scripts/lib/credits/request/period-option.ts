import {
  type AskedPeriod,
  askedName,
  askedPeriod,
} from '../../../../src/domain/credits/policy/period.ts';
import type { CreditBook } from '../../../../src/domain/credits/verdict/verdict.ts';
import { listOf, suggest } from '../../../../src/text/suggest.ts';
import type { StatusRecord } from '../../../../src/domain/record/record.ts';
import { WrongUsage } from '../../command.ts';
import type { Column } from '../list/customers.ts';
import type { ReportHead } from '../assess/reported-row.ts';

/** @throws WrongUsage */
export function periodOf(text: string): AskedPeriod {
  const asked = askedPeriod(text);
  if (asked) return asked;
  throw new WrongUsage(
    `--period is “${text}”. Expected: a month such as 2026-01, a quarter such as 2026-Q1, or a day such as 2026-01-31.`,
  );
}

/** @throws WrongUsage */
export function knownPolicy(
  id: string | undefined,
  { policies }: StatusRecord,
): string | undefined {
  const ids = [...new Set(policies.map((policy) => policy.id))];
  if (id === undefined || ids.includes(id)) return id;
  const meant = suggest(id, ids);
  throw new WrongUsage(
    `There is no policy “${id}”.${meant ? ` Did you mean “${meant}”?` : ''} Expected: ${listOf(ids)}.`,
  );
}

/** The columns that all policies need. If only some policies need a column, rows without it need review. */
export function neededColumns({ policies }: StatusRecord, policy: string | undefined): Column[] {
  const scopes = policies
    .filter(({ id }) => policy === undefined || id === policy)
    .map(({ scope }) => scope);
  return [
    ...(scopes.every((scope) => scope !== 'account') ? (['service'] as const) : []),
    ...(scopes.every((scope) => scope === 'service_and_region') ? (['region'] as const) : []),
  ];
}

const kinds = {
  month: 'a month such as 2026-01',
  quarter: 'a quarter such as 2026-Q1',
  days: 'the last day, such as 2026-01-31',
};

/**
 * Refuses a period that no policy has, and one that has not begun: of that nothing can be said, not even that uptime is high.
 * @throws WrongUsage
 */
export function requirePeriod({ policies, otherPolicies, now }: CreditBook, name: string): void {
  const wanted = otherPolicies.map(
    ({ id, period, effective }) =>
      `${id} is in force from ${effective.from.toString()}, and its period is ${kinds[period.every]}`,
  );
  if (policies.length === 0)
    throw new WrongUsage(
      `No policy has the period ${name}. Expected: ${[...new Set(wanted)].join('; ')}.`,
    );
  const coming = policies.find(({ period }) => period.span.from > now);
  if (coming)
    throw new WrongUsage(
      `The period ${name} has not begun: that of ${coming.policy.id} begins on ${coming.period.first.toString()} (${coming.policy.period.zone}). Expected: a period that has begun, and better one that is over.`,
    );
}

/** The head of the report of what was asked for. */
export function headOf(
  { policies, now, asked: span }: CreditBook,
  asked: AskedPeriod,
  only: string | undefined,
  { site }: StatusRecord,
  readAs: readonly string[],
  kept: readonly string[],
): ReportHead {
  const unfinished = Math.max(span.to, ...policies.map(({ period }) => period.span.to)) > now;
  return {
    period: askedName(asked),
    only,
    site: site.name,
    policies,
    asked: span,
    unfinished,
    now,
    readAs,
    kept,
  };
}
