import { join, resolve } from 'node:path';
import { filesOnDisk } from '../../../src/data/files.ts';
import { readRecord } from '../../../src/data/read-record.ts';
import { explain } from '../../../src/data/report.ts';
import { type AskedPeriod, askedName, askedPeriod } from '../../../src/domain/credits/period.ts';
import type { CreditBook } from '../../../src/domain/credits/verdict.ts';
import { listOf, suggest } from '../../../src/domain/findings/suggest.ts';
import type { StatusRecord } from '../../../src/domain/record.ts';
import { type Call, WrongUsage, requireFolder } from '../command.ts';
import { type ReportFormat, type ReportHead, reportFormats } from './report.ts';
import { type Affected, everybody, readAffected } from './customers-affected.ts';
import { BadCustomers, type Column, readMap } from './customers-columns.ts';
import { type CustomerList, openCustomers } from './customers.ts';
import { requirePrivate } from './private-place.ts';

export const creditOptions = {
  customers: { type: 'string' },
  period: { type: 'string' },
  out: { type: 'string' },
  policy: { type: 'string' },
  affected: { type: 'string' },
  map: { type: 'string', default: '' },
  format: { type: 'string', default: 'csv' },
  'flag-in': { type: 'string' },
  force: { type: 'boolean' },
} as const;

export type CreditValues = typeof creditOptions;

/** What was asked for, with everything opened that is needed for it. */
export interface Order {
  record: StatusRecord;
  asked: AskedPeriod;
  policy: string | undefined;
  formats: readonly ReportFormat[];
  out: string;
  list: CustomerList;
  affected: Affected;
  /** @throws WrongUsage if no policy has such a period */
  requirePolicies: (book: CreditBook) => void;
  head: (book: CreditBook) => ReportHead;
  /** An error as a person can use it. */
  explained: (error: unknown) => unknown;
}

function given(value: string | undefined, option: string, expected: string): string {
  if (value) return value;
  throw new WrongUsage(`--${option} is missing. Expected: ${expected}.`);
}

function periodOf(text: string): AskedPeriod {
  const asked = askedPeriod(text);
  if (asked) return asked;
  throw new WrongUsage(`--period is “${text}”. Expected: a month such as 2026-01, a quarter such as 2026-Q1, or a day such as 2026-01-31.`);
}

function formatsOf(text: string): ReportFormat[] {
  return [...new Set(text.split(',').map((word) => word.trim()))].map((word) => {
    const format = reportFormats.find((known) => known === word);
    if (!format)
      throw new WrongUsage(`There is no format “${word}”. Expected: ${listOf(reportFormats)}, or several with commas between them.`);
    return format;
  });
}

function recordIn(content: string): StatusRecord {
  requireFolder(content);
  const { record, findings } = readRecord(filesOnDisk(content));
  if (!record) throw new Error(`The record has errors.\n\n${explain(findings, content)}`);
  if (record.policies.length === 0)
    throw new WrongUsage(
      `There are no credit policies. Expected: policies in ${join(content, 'credits.yaml')}; docs/credits.md shows how they are written.`,
    );
  return record;
}

function knownPolicy(id: string | undefined, { policies }: StatusRecord): string | undefined {
  const ids = [...new Set(policies.map((policy) => policy.id))];
  if (id === undefined || ids.includes(id)) return id;
  const meant = suggest(id, ids);
  throw new WrongUsage(`There is no policy “${id}”.${meant ? ` Did you mean “${meant}”?` : ''} Expected: ${listOf(ids)}.`);
}

/** The columns that all of the policies need; where only some do, rows without them need review. */
function neededColumns({ policies }: StatusRecord, policy: string | undefined): Column[] {
  const scopes = policies.filter(({ id }) => policy === undefined || id === policy).map(({ scope }) => scope);
  return [
    ...(scopes.every((scope) => scope !== 'account') ? (['service'] as const) : []),
    ...(scopes.every((scope) => scope === 'service_and_region') ? (['region'] as const) : []),
  ];
}

const kinds = { month: 'a month such as 2026-01', quarter: 'a quarter such as 2026-Q1', days: 'the last day, such as 2026-01-31' };

function requirePolicies({ policies, otherPolicies }: CreditBook, asked: AskedPeriod): void {
  if (policies.length) return;
  const wanted = otherPolicies.map(
    ({ id, period, effective }) => `${id} is in force from ${effective.from.toString()}, and its period is ${kinds[period.every]}`,
  );
  throw new WrongUsage(`No policy has the period ${askedName(asked)}. Expected: ${[...new Set(wanted)].join('; ')}.`);
}

function head({ policies, now, asked: span }: CreditBook, asked: AskedPeriod, { site }: StatusRecord): ReportHead {
  const unfinished = Math.max(span.to, ...policies.map(({ period }) => period.span.to)) > now;
  return { period: askedName(asked), site: site.name, policies, unfinished, now };
}

const onDisk: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full',
  EDQUOT: 'The quota of the disk is used up',
  EFBIG: 'The file may not become so large',
  EIO: 'The disk reports an error',
  EACCES: 'It may not be written there',
  EROFS: 'The disk can only be read',
};

function explained(error: unknown, out: string): unknown {
  const why = onDisk[(error as NodeJS.ErrnoException).code ?? ''];
  return why ? new Error(`${why}: ${out}. Nothing was written. Make room, or give another --out.`) : error;
}

/**
 * Reads what was asked for and opens all that is needed. Places are looked at before anything else, so that nothing private is read into
 * the wrong place, or written there.
 * @throws WrongUsage, BadCustomers
 */
export function readOrder({ values, content, out: site }: Call<CreditValues>): Order {
  const customers = resolve(given(values.customers, 'customers', 'a CSV file'));
  const asked = periodOf(given(values.period, 'period', 'a month such as 2026-01'));
  const out = resolve(given(values.out, 'out', 'a folder'));
  const formats = formatsOf(values.format);
  requirePrivate('--customers', customers, { content, out: site });
  requirePrivate('--out', join(out, 'credits'), { content, out: site });
  if (values.affected) requirePrivate('--affected', resolve(values.affected), { content, out: site });

  const record = recordIn(content);
  const policy = knownPolicy(values.policy, record);
  const list = openCustomers(customers, readMap(values.map), neededColumns(record, policy));
  const affected = values.affected ? readAffected(resolve(values.affected), new Set(record.incidents.map(({ id }) => id))) : everybody;
  return {
    record,
    asked,
    policy,
    formats,
    out,
    list,
    affected,
    requirePolicies: (book) => requirePolicies(book, asked),
    head: (book) => head(book, asked, record),
    explained: (error) => (error instanceof BadCustomers ? error : explained(error, out)),
  };
}
