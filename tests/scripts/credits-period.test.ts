import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type CreditRun, creditContent, credits, headings, monthly } from '../support/customers.ts';

const list = `${headings}\na,team,webhooks,eu,EUR,49.00\nb,free,webhooks,eu,EUR,49.00\n`;
const formats = ['--format', 'csv,json,html'];
const read = ({ out }: CreditRun, file: string): string => readFileSync(join(out, file), 'utf8');

const rolling = `  - id: thirty-days
    name: Thirty days
    effective: { from: 2025-01-01 }
    plans: [free]
    scope: account
    period: { every: days, days: 30, zone: UTC }
    tiers: [{ lt: 100, percent: 5 }]
    claim: automatic
`;

test('a period that has not begun is refused', async () => {
  for (const period of ['2027-01', '2026-13', '9999-12']) {
    const { code, files } = await credits(list, { args: ['--period', period] });
    expect([period, code, files]).toEqual([period, 2, []]);
  }
  const { stderr } = await credits(list, { args: ['--period', '2027-01'] });
  expect(stderr).toMatch(/2027-01 has not begun: .*uptime begins on 2027-01-01 \(UTC\)/);
});

test('a period that is not over says so everywhere', async () => {
  const run = await credits(list, {
    args: formats,
    settings: { OWNUP_NOW: '2026-01-20T00:00:00Z' },
  });
  expect(run.rows.map(({ period_over: over }) => over)).toEqual(['no', 'no']);
  expect([run.stdout, read(run, 'credits-2026-01.html')]).toEqual(
    Array(2).fill(expect.stringContaining('The period is not over')),
  );
  expect(JSON.parse(read(run, 'credits-2026-01.json'))).toMatchObject({ unfinished: true });
  expect((await credits(list)).rows.map(({ period_over: over }) => over)).toEqual(['yes', 'yes']);
});

test('the days of each policy are said, because rolling days are not those of the month', async () => {
  const run = await credits(list, {
    content: creditContent(monthly + rolling),
    args: [...formats, '--period', '2026-10'],
    settings: { OWNUP_NOW: '2026-12-01T00:00:00Z' },
  });
  expect(run.stdout).toContain('uptime: 2026-10-01 to 2026-10-31 in UTC');
  expect(run.stdout).toContain('thirty-days: 2026-10-02 to 2026-10-31 in UTC');
  const html = read(run, 'credits-2026-10.html');
  expect(html).toContain('2026-10-01 to 2026-10-31 in UTC');
  expect(html).toContain('2026-10-02 to 2026-10-31 in UTC');
});

test('of rolling days, those that end with an incident are named, to be looked at too', async () => {
  const content = creditContent(monthly + rolling);
  const month = await credits(list, { content });
  expect(month.stdout).toContain('thirty-days: the site also speaks of the days up to 2026-01-17');
  const day = await credits(list, { content, args: ['--period', '2026-01-17'] });
  expect(day.rows.map(({ state }) => state)).toEqual(['not_flagged', 'flagged']);
  expect(day.stdout).not.toContain('also speaks');
});

test('the report of one policy is another one, and gives the true reason for rows of others', async () => {
  const content = creditContent(monthly + rolling);
  const run = await credits(list, { content, args: [...formats, '--policy', 'thirty-days'] });
  expect(run.files).toEqual(
    ['csv', 'html', 'json', 'seal.json'].map((ending) => `credits-2026-01-thirty-days.${ending}`),
  );
  expect(run.rows.map(({ state }) => state)).toEqual(['not_flagged', 'flagged']);
  const json = JSON.parse(read(run, 'credits-2026-01-thirty-days.json'));
  expect([json.only_policy, json.rows[0].reasons[0].code]).toEqual(['thirty-days', 'other-policy']);
  expect(read(run, 'credits-2026-01-thirty-days.html')).toMatch(
    /<h1>[^<]*, policy thirty-days<\/h1>/,
  );
  expect(run.stdout).toContain('Only the policy thirty-days');
});
