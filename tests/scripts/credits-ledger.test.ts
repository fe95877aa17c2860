import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reportFile } from '../../scripts/lib/credits/report/report-file.ts';
import {
  creditContent,
  credits,
  headings,
  monthly,
  outageOf,
  policyFile,
} from '../support/customers.ts';
import { cloned } from '../support/cloned.ts';
import { newFolder } from '../support/ownup.ts';

/** A month later than the outage, so that a claim is still open. */
const open = { OWNUP_NOW: '2026-02-10T00:00:00Z' };
const list = `${headings}\ncafé,team,webhooks,eu,EUR,49.00\nb,team,webhooks,us,EUR,49.00\n`;
/** Webhooks in the EU are down for nine hours: below 99%. */
const worse = outageOf('2026-01-17T00:00:00Z', '2026-01-17T09:00:00Z');
const corrected = creditContent(monthly, { 'incidents/down.yaml': worse });
const gone = creditContent(monthly, { 'incidents/down.yaml': '' });

type Row = Record<string, string>;
const grantsIn = (out: string, period = '2026-01'): Row[] =>
  parse(readFileSync(join(out, `credits-${period}-grants.csv`)), {
    columns: true,
    bom: true,
  }) as Row[];
const figures = (rows: readonly Row[]) =>
  rows.map((row) => [
    row['id'],
    row['policy'],
    row['change'],
    row['granted_before'],
    row['to_grant'],
  ]);

interface Run {
  list?: string;
  content?: string;
  args?: readonly string[];
}

/** Runs that record, one after the other, into one ledger. */
async function recorded(...runs: readonly Run[]): Promise<{
  out: string;
  figures: unknown[][];
  ledger: string;
  said: string[];
}> {
  const folder = newFolder('ledger');
  const found: unknown[][] = [];
  const said: string[] = [];
  let out = '';
  for (const { list: own = list, content = creditContent(), args = [] } of runs) {
    const run = await credits(own, {
      folder,
      content,
      settings: open,
      args: ['--record', ...args],
    });
    if (run.code !== 0) throw new Error(run.stderr);
    ({ out } = run);
    const period = args.includes('--period') ? args[args.indexOf('--period') + 1] : undefined;
    found.push(figures(grantsIn(out, period)));
    said.push(run.stdout);
  }
  return {
    out,
    figures: found,
    ledger: join(out, 'credits-ledger.jsonl'),
    said,
  };
}

test('what is recorded twice is granted once', async () => {
  const run = await recorded({}, {});
  expect(run.figures).toEqual([
    [['café', 'uptime', 'new', '0.00', '4.90']],
    [['café', 'uptime', 'unchanged', '4.90', '0.00']],
  ]);
  expect((statSync(run.ledger).mode & 0o777).toString(8)).toBe('600');
});

test('a correction and its reversal sum to nothing, and both figures are said', async () => {
  const run = await recorded({}, { content: corrected }, { content: gone }, {});
  expect(run.figures).toEqual([
    [['café', 'uptime', 'new', '0.00', '4.90']],
    [['café', 'uptime', 'changed', '4.90', '7.35']],
    [['café', 'uptime', 'withdrawn', '12.25', '-12.25']],
    [['café', 'uptime', 'new', '0.00', '4.90']],
  ]);
  const amounts = readFileSync(run.ledger, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('['))
    .map((line) => (JSON.parse(line) as string[])[3]);
  expect(amounts).toEqual(['490', '735', '-1225', '490']);
});

test('a month that was granted is not granted again in its quarter, nor the same downtime in other rolling days', async () => {
  const quarterly = monthly
    .slice(monthly.indexOf('  - id: uptime'))
    .replace('id: uptime', 'id: quarterly')
    .replace('every: month', 'every: quarter');
  const both = creditContent(monthly + quarterly);
  const run = await recorded({ content: both }, { content: both, args: ['--period', '2026-Q1'] });
  expect(run.figures).toEqual([
    [['café', 'uptime', 'new', '0.00', '4.90']],
    // 60 minutes of a quarter are no credit.
    [],
  ]);
  const long = monthly.replace('every: month', 'every: days, days: 30');
  const rolling = creditContent(long);
  const days = await recorded(
    { content: rolling, args: ['--period', '2026-01-31'] },
    { content: rolling, args: ['--period', '2026-02-05'] },
    { content: rolling, args: ['--period', '2026-02-05'] },
  );
  expect(days.figures).toEqual([
    [['café', 'uptime', 'new', '0.00', '4.90']],
    [['café', 'uptime', 'unchanged', '0.00', '0.00']],
    [['café', 'uptime', 'unchanged', '0.00', '0.00']],
  ]);
});

test('what one policy gives for a quarter is beyond what another gave for its months', async () => {
  const quarterly = policyFile('').replace(
    'policies:\n',
    () =>
      monthly.slice(monthly.indexOf('policies:')) +
      monthly
        .slice(monthly.indexOf('  - id: uptime'))
        .replace('id: uptime', 'id: quarterly')
        .replace('every: month', 'every: quarter')
        .replace('lt: 99.9,', 'lt: 99.99,')
        .replace('percent: 10', 'percent: 15'),
  );
  const content = creditContent(quarterly);
  const run = await recorded({ content }, { content, args: ['--period', '2026-Q1'] });
  expect(run.figures[1]).toEqual([['café', 'quarterly', 'new', '0.00', '2.45']]);
});

test('a row that needs review takes nothing back, nor does a row of which nobody knows whose it is', async () => {
  const unknown = list.replace('café,team', 'café,tame');
  const nobody = list.replace('café,', ',');
  for (const changed of [unknown, nobody])
    expect((await recorded({}, { list: changed })).figures[1]).toEqual([
      ['café', 'uptime', 'unsettled', '4.90', '0.00'],
    ]);
  const left = `${headings}\nb,team,webhooks,us,EUR,49.00\n`;
  expect((await recorded({}, { list: left })).figures[1]).toEqual([
    ['café', 'uptime', 'withdrawn', '4.90', '-4.90'],
  ]);
});

test('what was granted in time does not expire, also where it grows later', async () => {
  const { out } = await recorded({});
  const late = await credits(list, {
    folder: join(out, '..'),
    content: corrected,
    args: ['--record'],
    settings: { OWNUP_NOW: '2026-03-20T00:00:00Z' },
  });
  expect(late.rows.map(({ state, total, standing }) => [state, total, standing])[0]).toEqual([
    'flagged',
    '12.25',
    'claimed',
  ]);
  expect(figures(grantsIn(out))).toEqual([['café', 'uptime', 'changed', '4.90', '7.35']]);
});

test('a ledger that was changed, cut off or is none is refused, and nothing is written', async () => {
  const { out, ledger } = await recorded({}, { content: corrected });
  const whole = readFileSync(ledger, 'utf8');
  const lines = whole.split('\n');
  const changes: [string, RegExp][] = [
    [whole.replace('"490"', '"590"'), /line 4/],
    [whole.replace('"735"', '"1"'), /line 8/],
    [lines.slice(0, 7).join('\n'), /line 7/],
    [`${lines.slice(0, 7).join('\n')}\n`, /line 8/],
    // The next run would begin on the last line.
    [whole.trimEnd(), /line 8/],
    [whole.replace('"ledger":1', '"\u0085":1'), /line 1/],
    [lines.slice(4).join('\n'), /line 1/],
    [whole.replace('"ledger":1', '"ledger":2'), /line 1/],
    ['', /line 1/],
    [`${whole}[0,"x","","0"]\n`, /line 9/],
    [`${whole}café\n`, /line 9/],
  ];
  const before = readFileSync(join(out, 'credits-2026-01-grants.csv'), 'utf8');
  for (const [text, where] of changes) {
    writeFileSync(ledger, text);
    const run = await credits(list, {
      folder: join(out, '..'),
      settings: open,
    });
    expect([run.code, where.exec(run.stderr)?.length]).toEqual([1, 1]);
    expect(run.stderr).not.toContain('café');
    expect(readFileSync(join(out, 'credits-2026-01-grants.csv'), 'utf8')).toBe(before);
  }
});

test('the ledger of another page is refused, also where it is none, and where another file is to be', async () => {
  const { out, ledger } = await recorded({});
  const site = readFileSync(join(creditContent(), 'site.yaml'), 'utf8');
  const renamed = site.replace('name: Ferry', 'name: Boat');
  const other = renamed.replace(/^url: .*$/m, 'url: https://boat.example/');
  const folder = join(out, '..');
  const run = (changed: string, ...args: string[]) =>
    credits(list, {
      folder,
      content: creditContent(monthly, { 'site.yaml': changed }),
      settings: open,
      args: ['--record', ...args],
    });
  const before = readFileSync(ledger, 'utf8');
  expect((await run(other)).code).toBe(2);
  expect(readFileSync(ledger, 'utf8')).toBe(before);
  expect([(await run(renamed)).code, (await run(other)).code]).toEqual([0, 0]);
  expect((await run(site, '--ledger', join(out, 'credits-2026-01.csv'))).code).toBe(2);
  const none = await run(site, '--ledger', out);
  expect([none.code, none.stderr]).toEqual([1, expect.not.stringContaining('EISDIR')]);
});

test('a run without --record reads the ledger and leaves it as it is', async () => {
  const { out, ledger } = await recorded({});
  const before = readFileSync(ledger);
  const run = await credits(list, {
    folder: join(out, '..'),
    content: corrected,
    settings: open,
  });
  expect(figures(grantsIn(out))).toEqual([['café', 'uptime', 'changed', '4.90', '7.35']]);
  expect(readFileSync(ledger)).toEqual(before);
  expect(run.stdout).toContain('incidents/down.yaml');
});

test('a rerun says which sums became what, and why', async () => {
  const folder = newFolder('rerun');
  const runs = [
    { content: creditContent() },
    { content: creditContent() },
    { content: gone },
    { content: creditContent(monthly.replace('percent: 10', 'percent: 20')) },
  ];
  const said: string[] = [];
  for (const run of runs)
    said.push((await credits(list, { folder, settings: open, ...run })).stdout);
  expect(said.map((text) => /became/.test(text))).toEqual([false, false, true, true]);
  expect(said[2]).toContain('4.90 became 0');
  expect(said[2]).toContain('incidents/down.yaml');
  expect(said[3]).toContain('uptime@2025-01-01');
  const changed = await credits(`${list}c,team,webhooks,eu,EUR,10.00\n`, {
    folder,
    settings: open,
  });
  expect(changed.stdout).toMatch(/the list of customers changed/);
});

test('the same input gives the same seal, the moment aside, and the seal names no customer', async () => {
  const folder = newFolder('seal');
  const content = creditContent();
  const read = (out: string) =>
    JSON.parse(readFileSync(join(out, 'credits-2026-01.seal.json'), 'utf8')) as Row;
  const first = read((await credits(list, { folder, content, settings: open })).out);
  const second = read(
    (
      await credits(list, {
        folder,
        content,
        settings: { OWNUP_NOW: '2026-02-11T00:00:00Z' },
      })
    ).out,
  );
  expect({ ...second, as_of: first['as_of'] }).toEqual(first);
  expect(JSON.stringify(first)).not.toMatch(/café/);
});

test('the seal names the commit of the record, and whether it stands there as it is', async () => {
  const { content, git } = cloned(creditContent());
  const sealed = async (of: string): Promise<unknown> => {
    const { out } = await credits(list, { content: of, settings: open });
    const seal = JSON.parse(readFileSync(join(out, 'credits-2026-01.seal.json'), 'utf8')) as Row;
    return seal['record'];
  };
  const commit = git('rev-parse', 'HEAD');
  expect(await sealed(content)).toEqual({ commit, clean: true });
  writeFileSync(join(content, 'site.yaml'), '# not committed\n', { flag: 'a' });
  expect(await sealed(content)).toEqual({ commit, clean: false });
  expect(await sealed(creditContent())).toBeNull();
});

test('a page to sign has the sums, what they were made of, and no customer', async () => {
  const { out } = await credits(list, {
    settings: open,
    args: ['--format', 'csv,summary'],
  });
  const page = readFileSync(join(out, 'credits-2026-01-summary.html'), 'utf8');
  const seal = readFileSync(join(out, 'credits-2026-01.seal.json'));
  for (const said of [
    'Prepared by',
    'Approved by',
    '4.90',
    'uptime@2025-01-01',
    hash('sha256', seal),
  ])
    expect(page).toContain(said);
  expect(page).not.toContain('café');
});

/** The outage of January, and one as long in the next month. */
const automatic = monthly.replace(/claim: \{.*\}/, 'claim: automatic');
const everyMonth = (policies: string): string =>
  creditContent(policies, {
    'incidents/again.yaml': outageOf('2026-02-17T09:00:00Z', '2026-02-17T10:00:00Z'),
    'incidents/later.yaml': outageOf('2027-01-17T09:00:00Z', '2027-01-17T10:00:00Z'),
  });
const capped = (begins: string): string =>
  automatic.replace(
    '    claim:',
    `    cap_per_year: { percent: 1.25, begins: '${begins}' }\n    claim:`,
  );
const later = { OWNUP_NOW: '2027-02-10T00:00:00Z' };
const months = ['2026-01', '2026-02', '2027-01'];

test('a cap by year counts what was granted in other periods of it, and says how much it takes off', async () => {
  const folder = newFolder('year');
  // 49.00 a month are 588.00 a year, and 1.25% of that are 7.35: one month and a half of 4.90.
  const content = everyMonth(capped('01-01'));
  const rows: unknown[] = [];
  for (const period of [...months, '2026-01', '2026-02']) {
    const { out } = await credits(list, {
      folder,
      content,
      settings: later,
      args: ['--record', '--period', period],
    });
    rows.push(
      ...grantsIn(out, period)
        .filter(({ id }) => id === 'café')
        .map((row) => [period, row['change'], row['due'], row['over_year_cap'], row['to_grant']]),
    );
  }
  expect(rows).toEqual([
    ['2026-01', 'new', '4.90', '0.00', '4.90'],
    ['2026-02', 'new', '2.45', '2.45', '2.45'],
    ['2027-01', 'new', '4.90', '0.00', '4.90'],
    ['2026-01', 'unchanged', '4.90', '0.00', '0.00'],
    ['2026-02', 'unchanged', '2.45', '2.45', '0.00'],
  ]);
});

test('the year begins on the day that the policy says', async () => {
  const folder = newFolder('year');
  const content = everyMonth(capped('02-01'));
  const granted: unknown[] = [];
  for (const period of months) {
    const args = ['--record', '--period', period];
    const { out } = await credits(list, {
      folder,
      content,
      settings: later,
      args,
    });
    granted.push(grantsIn(out, period)[0]?.['to_grant']);
  }
  expect(granted).toEqual(['4.90', '4.90', '2.45']);
});

test('each change says why: the incident, the policy, the list, a row that is gone, the affected accounts', async () => {
  const content = creditContent(automatic);
  const touched = join(newFolder('touched'), 'affected.csv');
  writeFileSync(touched, 'incident,id\ndown,b\n');
  const changes: [Run, string, RegExp][] = [
    [
      { content: creditContent(automatic, { 'incidents/down.yaml': worse }) },
      'changed',
      /^incidents\/down\.yaml was corrected$/,
    ],
    [
      { content: creditContent(automatic, { 'incidents/down.yaml': '' }) },
      'withdrawn',
      /^incidents\/down\.yaml was removed$/,
    ],
    [
      {
        content: creditContent(automatic.replace('percent: 10', 'percent: 20')),
      },
      'changed',
      /^the policy uptime@2025-01-01 changed$/,
    ],
    [
      { content, list: list.replace('49.00', '98.00') },
      'changed',
      /^the list of customers changed$/,
    ],
    [
      { content, list: `${headings}\nb,team,webhooks,us,EUR,49.00\n` },
      'withdrawn',
      /^it is no longer in the list/,
    ],
    [
      { content, args: ['--affected', touched] },
      'withdrawn',
      /^the list of affected accounts changed$/,
    ],
    // Another file of the record and another row changed: nothing to say of this charge.
    [
      {
        content: everyMonth(automatic),
        list: `${list}c,team,webhooks,eu,EUR,1.00\n`,
      },
      'unchanged',
      /^$/,
    ],
  ];
  for (const [run, change, why] of changes) {
    const { out } = await recorded({ content }, run);
    const row = grantsIn(out).find(({ id }) => id === 'café');
    expect([row?.['change'], row?.['why']]).toEqual([change, expect.stringMatching(why)]);
  }
});

/** What a ledger grants in all, by customer. */
function grantedIn(ledger: string): Record<string, bigint> {
  const sums: Record<string, bigint> = {};
  for (const text of readFileSync(ledger, 'utf8').split('\n'))
    if (text.startsWith('[')) {
      const [, id = '', , amount = '0'] = JSON.parse(text) as string[];
      sums[id] = (sums[id] ?? 0n) + BigInt(amount);
    }
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0n));
}

test('real runs: recorded twice grants once, a correction and its reversal sum to nothing, and a month and its quarter come to the greater', async () => {
  const linear = (id: string, every: string): string =>
    `  - { id: ${id}, name: ${id}, effective: { from: 2025-01-01 }, plans: [team], scope: service_and_region, period: { every: ${every}, zone: UTC }, multiple: { times: 3 }, cap: { percent: 100 }, claim: automatic }\n`;
  const both = policyFile(linear('monthly', 'month') + linear('quarterly', 'quarter'));
  const minutes = fc.integer({ min: 1, max: 3 * 24 * 60 });
  const fees = fc.array(fc.integer({ min: 0, max: 99_999 }), {
    minLength: 1,
    maxLength: 5,
  });
  const down = (length: number): string =>
    outageOf(
      '2026-01-17T00:00:00Z',
      new Date(Date.parse('2026-01-17T00:00:00Z') + length * 60_000).toISOString(),
    );
  await fc.assert(
    fc.asyncProperty(minutes, minutes, fees, async (length, other, amounts) => {
      const own = `${headings}\n${amounts.map((fee, at) => `c${at},team,webhooks,eu,EUR,${(fee / 100).toFixed(2)}\n`).join('')}`;
      const contents = [length, other].map((one) =>
        creditContent(both, { 'incidents/down.yaml': down(one) }),
      );
      const after = async (...runs: readonly [period: string, content?: string | undefined][]) => {
        const { ledger } = await recorded(
          ...runs.map(([period, content = contents[0] ?? '']) => ({
            list: own,
            content,
            args: ['--period', period],
          })),
        );
        return grantedIn(ledger);
      };
      const month = await after(['2026-01']);
      expect(await after(['2026-01'], ['2026-01'])).toEqual(month);
      expect(await after(['2026-01'], ['2026-01', contents[1]], ['2026-01'])).toEqual(month);
      const quarter = await after(['2026-Q1']);
      const ids = [...new Set([...Object.keys(month), ...Object.keys(quarter)])];
      const greater = ids.map((id) => {
        const [a, b] = [month[id] ?? 0n, quarter[id] ?? 0n];
        return [id, a > b ? a : b] as const;
      });
      expect(await after(['2026-01'], ['2026-Q1'])).toEqual(Object.fromEntries(greater));
    }),
    { numRuns: 2 },
  );
});

test('a new claim is granted, and one that is gone from the list takes nothing back: it came in time', async () => {
  const folder = newFolder('asked');
  mkdirSync(folder, { recursive: true });
  const claims = join(folder, 'claims.csv');
  const two = list.replace('us', 'eu');
  const runs: unknown[] = [];
  for (const id of ['café', 'b', 'café']) {
    writeFileSync(claims, `id,received_on\n${id},2026-02-02\n`);
    const args = ['--record', '--claims', claims];
    const { out, stdout } = await credits(two, { folder, settings: open, args });
    runs.push([...figures(grantsIn(out)), stdout.includes('the claims changed')]);
  }
  expect(runs).toEqual([
    [['café', 'uptime', 'new', '0.00', '4.90'], false],
    [['café', 'uptime', 'unchanged', '4.90', '0.00'], ['b', 'uptime', 'new', '0.00', '4.90'], true],
    [
      ['café', 'uptime', 'unchanged', '4.90', '0.00'],
      ['b', 'uptime', 'unchanged', '4.90', '0.00'],
      true,
    ],
  ]);
});

/** A unit of the fee for each minute of downtime: what is granted can be told by looking at a clock. */
const byMinute = (every: string): string =>
  creditContent(
    policyFile(
      `  - { id: clock, name: Clock, effective: { from: 2025-01-01 }, plans: [team], scope: service_and_region, period: { every: ${every}, zone: UTC }, multiple: { times: 1 }, claim: automatic }\n`,
    ),
    {
      'incidents/down.yaml': outageOf('2026-01-10T00:00:00Z', '2026-01-12T00:00:00Z'),
      'incidents/again.yaml': outageOf('2026-01-28T12:00:00Z', '2026-01-30T12:00:00Z'),
    },
  );
const dayMinutes = 24 * 60;

test('days that are run in two parts, overlapping or not, are granted what one run over all of them would be', async () => {
  const content = byMinute('days, days: 20');
  const fee = ((20 * dayMinutes) / 100).toFixed(2);
  /** Minutes of downtime on each day of January. */
  const downOn = (day: number): number =>
    [10, 11, 29].includes(day) ? dayMinutes : [28, 30].includes(day) ? dayMinutes / 2 : 0;
  const last = fc.integer({ min: 9, max: 31 });
  await fc.assert(
    fc.asyncProperty(last, last, async (first, second) => {
      const { ledger } = await recorded(
        ...[first, second].map((day) => ({
          list: `${headings}\na,team,webhooks,eu,EUR,${fee}\n`,
          content,
          args: ['--period', `2026-01-${String(day).padStart(2, '0')}`],
        })),
      );
      const days = Array.from({ length: 31 }, (_, at) => at + 1).filter((day) =>
        [first, second].some((end) => day > end - 20 && day <= end),
      );
      const minutes = days.reduce((sum, day) => sum + downOn(day), 0);
      expect(grantedIn(ledger)).toEqual(minutes ? { a: BigInt(minutes) } : {});
    }),
    { numRuns: 4, examples: [[15, 31]] },
  );
});

test('a row that is parted on any day changes nothing, also in a later run', async () => {
  const content = byMinute('month');
  const fee = ((31 * dayMinutes) / 100).toFixed(2);
  const row = (from: number, to: number): string =>
    `a,team,webhooks,eu,EUR,${fee},2026-01-${String(from).padStart(2, '0')},2026-01-${String(to).padStart(2, '0')}\n`;
  const withSpans = `${headings},covered_from,covered_to\n`;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 30 }), async (cut) => {
      const parted = `${withSpans}${row(1, cut)}${row(cut + 1, 31)}`;
      const run = await recorded(
        { content, list: parted },
        { content, list: withSpans + row(1, 31) },
        { content, list: parted },
      );
      expect(grantedIn(run.ledger)).toEqual({ a: BigInt(4 * dayMinutes) });
      expect(run.figures.slice(1).flat()).toEqual(
        Array(2).fill(['a', 'clock', 'unchanged', '57.60', '0.00']),
      );
    }),
    { numRuns: 3, examples: [[10]] },
  );
});

test('a file that begins with what stood in another is known by all of its bytes', () => {
  const folder = newFolder('begun');
  const [before, now] = [join(folder, 'before'), join(folder, 'now')];
  writeFileSync(before, 'ä'.repeat(200_000));
  const file = reportFile(now, before);
  file.write('one line more\n');
  file.close();
  file.publish();
  const all = readFileSync(now);
  expect(all.toString()).toBe(`${'ä'.repeat(200_000)}one line more\n`);
  expect(file.sha256()).toBe(hash('sha256', all));
});
