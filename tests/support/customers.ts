import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { contentFolder } from './content.ts';
import { type Outcome, newFolder, ownup } from './ownup.ts';

export const policyFile = (policies: string): string => `plans:
  - { id: team, name: Team }
  - { id: business, name: Business Plus }
  - { id: free, name: Free }
policies:
${policies}`;

/** 10% below 99.9% of a month, 25% below 99%, for the team plan, by service and region. */
export const monthly = policyFile(`  - id: uptime
    name: Uptime
    effective: { from: 2025-01-01 }
    plans: [team, business]
    scope: service_and_region
    period: { every: month, zone: UTC }
    tiers:
      - { lt: 99.9, percent: 10 }
      - { lt: 99, percent: 25 }
    claim: { within: { days: 30 }, after: period_end, how: Write to us. }
`);

/** Webhooks in the EU are down for 60 minutes on 17 January 2026: uptime is 743/744, which is 99.86%. */
export const outage = `kind: incident
title: Webhooks were down
severity: major
impact:
  - { service: webhooks, status: major_outage, from: 2026-01-17T09:00:00Z, to: 2026-01-17T10:00:00Z, regions: [eu] }
updates:
  - { at: 2026-01-17T10:00:00Z, status: resolved, text: Over. }
`;

/** The model record with these policies and the outage in place of its incidents. */
export const creditContent = (
  policies = monthly,
  changes: Readonly<Record<string, string>> = {},
): string =>
  contentFolder({
    'credits.yaml': policies,
    'incidents/late-webhooks.yaml': '',
    'incidents/down.yaml': outage,
    'postmortems/late-webhooks.mdx': '',
    'postmortems/queue.svg': '',
    ...changes,
  });

/** A published account of these incidents, with what it gives. */
export const accountOf = (
  goodwill: string,
  incidents = 'down',
  published = '2026-02-20T00:00:00Z',
): string => `---
title: Why
status: published
published: ${published}
incidents: [${incidents}]
summary: Down.
ownership: Ours.
thanks: Thank you.
affected: { count: 1, unit: accounts, how_counted: counted }
cause: change
ends_early: It is an example.
whys: [{ id: w, why: Why?, because: So it was. }]
actions: [{ id: x, title: X, type: prevent, owner: o, due: 2026-03-01, breaks: w, done_when: It is. }]
goodwill: ${goodwill}
---
`;

/** An outage of webhooks in the EU from one moment to another. */
export const outageOf = (from: string, to: string, more = ''): string =>
  outage
    .replace(
      'from: 2026-01-17T09:00:00Z, to: 2026-01-17T10:00:00Z',
      () => `from: ${from}, to: ${to}${more}`,
    )
    .replace('at: 2026-01-17T10:00:00Z', () => `at: ${to}`);

export interface CreditRun extends Outcome {
  out: string;
  /** The rows of the CSV report; none if there is no report. */
  rows: Record<string, string>[];
  /** What lies in the output folder. */
  files: string[];
}

export const headings = 'id,plan,service,region,currency,fee';

/** Runs the command on a list of customers: its text, or its bytes. */
export async function credits(
  list: string | Uint8Array,
  {
    content = creditContent(),
    args = [],
    settings = {},
    folder = newFolder('credits'),
  }: {
    content?: string;
    args?: readonly string[];
    settings?: Readonly<Record<string, string>>;
    folder?: string;
  } = {},
): Promise<CreditRun> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'customers.csv');
  const out = join(folder, 'out');
  writeFileSync(file, list);
  const period = args.includes('--period') ? [] : ['--period', '2026-01'];
  const outcome = await ownup('credits', ['--customers', file, '--out', out, ...period, ...args], {
    OWNUP_CONTENT: content,
    OWNUP_NOW: '2026-03-01T00:00:00Z',
    ...settings,
  });
  const files = existsSync(out) && statSync(out).isDirectory() ? readdirSync(out).sort() : [];
  const report = files.find((name) => /(?<!-grants|-chargebee)\.csv$/.test(name));
  const rows = report
    ? (parse(readFileSync(join(out, report)), { columns: true, bom: true }) as Record<
        string,
        string
      >[])
    : [];
  return { ...outcome, out, rows, files };
}
