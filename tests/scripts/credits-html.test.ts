import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  accountOf,
  creditContent,
  credits,
  headings,
  monthly,
  outage,
  outageOf,
  policyFile,
} from '../support/customers.ts';

const policy = (id: string, plan: string, rule: string): string =>
  `  - { id: ${id}, name: X, effective: { from: 2025-01-01 }, plans: [${plan}], scope: service_and_region, period: { every: month, zone: UTC }, claim: automatic, exclude: { maintenance: {} }, ${rule} }\n`;

const policies = policyFile(
  policy('tiers', 'team', 'tiers: [{ lt: 99.9, days: 3 }], minimum: { gt: 1 }') +
    policy('multiple', 'business', 'multiple: { times: 10 }, cap: { percent: 100 }') +
    policy('other', 'business', 'multiple: { times: 1, of: excess, when: { lt: 99.9 } }') +
    policy(
      'steps',
      'free',
      'steps: { each_minutes: 25, percent: 5 }, base: { fee_for: year, prorated: true }',
    ),
);

const maintenance = `kind: maintenance
title: Work
announced: 2026-01-01T00:00:00Z
scheduled: { from: 2026-01-05T02:00:00Z, to: 2026-01-05T03:00:00Z }
impact:
  - { service: webhooks, status: under_maintenance, from: 2026-01-05T02:00:00Z, to: 2026-01-05T02:51:00Z }
updates:
  - { at: 2026-01-01T00:00:00Z, status: scheduled, text: Soon. }
  - { at: 2026-01-05T02:00:00Z, status: in_progress, text: Begun. }
  - { at: 2026-01-05T02:51:00Z, status: completed, text: Over. }
`;

const list = `${headings},covered_from,covered_to
a,team,webhooks,eu,EUR,100,,
b,team,webhooks,eu,EUR,10,,
c,business,webhooks,eu,EUR,77,,
d,free,webhooks,eu,EUR,1200,2026-01-17,
e,team,api,,EUR,5,,
f,gold,webhooks,eu,EUR,5,,
g,team,webhooks,eu,JPY,1000,,
`;

/** What is inside each thing that opens, by what its line says first: the words as a reader sees them, a space between any two. */
function opened(html: string): Map<string, { line: string; inside: string }> {
  const text = (part = ''): string =>
    part
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll('&lt;', '<')
      .replaceAll(/\s+/g, ' ')
      .trim();
  return new Map(
    [...html.matchAll(/<details><summary>(.*?)<\/summary>(.*?)<\/details>/g)].map(
      ([, line, inside]) => [
        text(line?.split('</span>')[0]),
        { line: text(line), inside: text(inside) },
      ],
    ),
  );
}

async function report(account = ''): Promise<ReturnType<typeof opened>> {
  const content = creditContent(policies, {
    'incidents/down.yaml': outage,
    'incidents/work.yaml': maintenance,
    'postmortems/down.mdx': account,
  });
  const { out, code, stderr } = await credits(list, { content, args: ['--format', 'html'] });
  if (code !== 0) throw new Error(stderr);
  return opened(readFileSync(join(out, 'credits-2026-01.html'), 'utf8'));
}

describe('each number opens into its arithmetic', () => {
  let lines: Awaited<ReturnType<typeof report>>;
  let withGoodwill: typeof lines;
  const inside = (what: string): string => lines.get(what)?.inside ?? '';

  beforeAll(async () => {
    lines = await report();
    withGoodwill = await report(accountOf('full'));
  });

  test('the excluded maintenance, window by window', () => {
    expect(inside('row 2')).toContain(
      'Excluded 2026-01-05T02:00:00Z to 2026-01-05T02:51:00Z: 3060 s together 3060 s',
    );
  });

  test('days of the period as a share, and what does not end is no equality', () => {
    expect(inside('row 2')).toContain('3 of 31 days = 3/31, ≈ 9.677419% of the base');
    expect(inside('row 2')).toContain(
      'base 100 EUR × 3/31 = 300/31 ≈ 9.677419 rounded half to even: 9.68 EUR',
    );
  });

  test('a multiple, and a policy that gives less', () => {
    // 10 × 3600 ÷ 2,678,400 s is 5/372; 0.1% of that time is 2678.4 s, which leaves 921.6 s, that is 4/11625.
    expect(inside('row 4')).toContain('10 × 3600 s ÷ 2678400 s = 5/372, ≈ 1.344086% of the base');
    expect(inside('row 4')).toContain('Cap 100% of the base: not more than this was earned');
    expect(inside('row 4')).toContain(
      '3600 s − 2678.4 s (what 99.9% allows of 2678400 s) = 921.6 s 1 × 921.6 s ÷ 2678400 s = 4/11625,',
    );
    expect(inside('row 4')).toContain('another policy gives as much or more, so nothing');
  });

  test('steps, and a part of the fee', () => {
    expect(inside('row 5')).toContain('3600 s ÷ 1500 s = 2.4: 2 whole 2 × 5% = 10% of the base');
    // 15 of 31 days, and a month of a year.
    expect(inside('row 5')).toContain(
      'covered: 1296000 s ÷ 2678400 s of the period = 15/31 together 5/124 of the fee',
    );
  });

  test('why nothing is owed: what was worked out is less than the least amount, or uptime is high', () => {
    expect(lines.get('row 3')?.line).toContain('the credit is less than the policy gives out');
    expect(inside('row 3')).toContain('Reached uptime < 99.9%: 3 days');
    expect(inside('row 3')).toContain(
      '30/31 ≈ 0.967741 the policy gives only what is more than 1 EUR, so nothing',
    );
    expect(inside('row 6')).toContain(
      'Downtime none that the policy counts Divided by 2678400 s, the whole period Uptime 1 − 0 s',
    );
    expect(inside('row 6')).toContain('Owed nothing: uptime was as high as the policy asks for');
  });

  test('why nobody can say', () => {
    expect(inside('row 7')).toContain('Needs review the plan is not known (gold)');
  });

  test('the totals, row by row', () => {
    // 9.68 + 77 × 5/372 = 1.03 + 1200 × 5/124 × 10% = 4.84; 1000 × 3/31 = 97.
    expect(lines.get('EUR')?.line).toBe('EUR 3 rows 15.55 EUR');
    expect(inside('EUR')).toBe(
      'tiers 9.68 (row 2) multiple 1.03 (row 4) steps 4.84 (row 5) together 9.68 + 1.03 + 4.84 = 15.55 EUR',
    );
    expect(inside('JPY')).toBe('tiers 97 (row 8)');
  });

  test('goodwill: of which postmortem, of what, and beside which credit', () => {
    const { inside: steps = '' } = withGoodwill.get('row 2') ?? {};
    expect(steps).toContain(
      'Goodwill, down 2026-01-17T09:00:00Z to 2026-01-17T10:00:00Z: 3600 s 3600 s ÷ 2678400 s of the period = 1/744',
    );
    expect(steps).toContain(
      'of the fee 100 EUR = 25/186 ≈ 0.134408 EUR on top of the credit, and all at most the base',
    );
    expect(steps).toContain(
      'at most base 100 EUR − credit 300/31 ≈ 9.677419 EUR = 2800/31 ≈ 90.322580 EUR: 25/186 ≈ 0.134408 EUR is given rounded half to even together with the credit: 0.13 EUR',
    );
    expect(steps).toContain('Together 9.68 EUR + 0.13 EUR goodwill = 9.81 EUR');
    expect(withGoodwill.get('EUR')?.inside).toMatch(
      /goodwill 0\.13 \(row 2\) \+ .* = .* together .* EUR/,
    );
  });
});

test.each([
  // 90 minutes of 44,640.
  [
    'multiple: { times: 1, each_minutes: 60, begun: true }',
    '5400 s ÷ 3600 s = 1.5: 2 begun 1 × 2 × 3600 s ÷ 2678400 s = 1/372,',
  ],
  [
    'multiple: { times: 2, after_minutes: 10 }',
    '5400 s − 600 s (the first 10 min) = 4800 s 2 × 4800 s ÷ 2678400 s = 1/279,',
  ],
  [
    'steps: { percent: 5, each_minutes: 60, begun: true, of: excess, when: { lt: 99.95 } }',
    '5400 s − 1339.2 s (what 99.95% allows of 2678400 s) = 4060.8 s 4060.8 s ÷ 3600 s = 1.128: 2 begun 2 × 5% = 10% of the base',
  ],
])('time is credited as %s says', async (rule, expected) => {
  const content = creditContent(
    monthly.replace(/ {4}tiers:[^]*?claim/, () => `    ${rule}\n    claim`),
    {
      'incidents/down.yaml': outageOf('2026-01-17T09:00:00Z', '2026-01-17T10:30:00Z'),
    },
  );
  const { out, stderr } = await credits(`${headings}\na,team,webhooks,eu,EUR,100\n`, {
    content,
    args: ['--format', 'html'],
  });
  expect(stderr).toBe('');
  expect(
    opened(readFileSync(join(out, 'credits-2026-01.html'), 'utf8')).get('row 2')?.inside,
  ).toContain(expected);
});
