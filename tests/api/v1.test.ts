import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { answersIn } from '../../src/api/all/answers.ts';
import { answerAboutIncident } from '../../src/api/v1/incident.ts';
import { answerAboutPostmortem } from '../../src/api/v1/postmortem.ts';
import { answerAboutRecord } from '../../src/api/v1/record.ts';
import { type SchemaName, jsonSchema, schemas } from '../../src/api/v1/schemas.ts';
import { answerAboutService } from '../../src/api/v1/service.ts';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import type { StatusRecord } from '../../src/domain/record/record.ts';
import { service } from '../../src/domain/service.ts';
import { aSite, anAccount } from '../support/accounts.ts';
import { sourceFrom, sourceWith } from '../support/api.ts';
import { aMaintenance, anOutage, update, window } from '../support/incidents.ts';
import { at, day, said } from '../support/moments.ts';

const later = Date.parse('2026-11-23T12:00:00Z');
const example = sourceFrom('content', later);
const now = at('12:00');
const api = service.parse({ id: 'api', name: 'API', since: '2026-01-01' });
const record = (fields: Partial<StatusRecord>) => sourceWith({ services: [api], ...fields }, now);

/** The name of the schema of an answer, by its address. */
const schemaOf = (address: string): SchemaName | undefined =>
  (Object.keys(schemas) as SchemaName[]).find((name) =>
    new RegExp(`^v1/${name}(s/[^/]+)?$`).test(address),
  );

const published = (make: (source: typeof example) => object, source = example): unknown =>
  JSON.parse(JSON.stringify(make(source)));

describe('version 1 is as its schemas say', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const validators = Object.fromEntries(
    (Object.keys(schemas) as SchemaName[]).map((name) => [name, ajv.compile(jsonSchema(name))]),
  );

  test.each([example, sourceFrom(exampleRecord, later), sourceWith({}, later)])(
    'in every answer about a record: %#',
    (source) => {
      const kinds = new Set<string>();
      for (const [address, make] of answersIn(source.record)) {
        const name = schemaOf(address);
        if (!name) continue;
        const found = published(make, source);
        expect(validators[name]?.(found), address).toBe(true);
        schemas[name].parse(found);
        kinds.add(name);
      }
      expect(kinds.size).toBe(source.record.incidents.length ? 4 : 1);
    },
  );

  test('and refuse what is in none of them', () => {
    const found = published(answerAboutRecord) as Record<string, unknown>;
    expect(validators['record']?.({ ...found, customers: [] })).toBe(false);
    const { services, ...rest } = found;
    expect(Array.isArray(services) && validators['record']?.(rest)).toBe(false);
  });
});

test('every address is named once', () => {
  const addresses = answersIn(example.record).map(([address]) => address);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses.filter((address) => !/^v[12]\/[a-z0-9./_-]+$/.test(address))).toEqual([]);
});

test('a draft is in no answer', () => {
  const source = record({
    incidents: [anOutage()],
    postmortems: [
      anAccount({
        status: 'draft',
        title: 'Unfinished business',
        actions: [
          {
            id: 'unfinished',
            title: 'Do it',
            type: 'prevent',
            owner: 'team',
            due: '2026-02-01',
            breaks: 'why',
            done_when: 'Done.',
          },
        ],
      }),
    ],
  });
  const saying = (word: string): string[] =>
    answersIn(source.record)
      .filter(([address, make]) => (address + JSON.stringify(make(source))).includes(word))
      .map(([address]) => address);
  expect(saying('nfinished')).toEqual([]);
  expect(saying('/outage/')).toContain('v1/record');
});

describe('the uptime of a service', () => {
  const source = record({
    incidents: [
      anOutage({
        impact: [
          window('09:00', '10:00', { status: 'partial_outage' }),
          window('09:30', '09:40'),
          window('11:00', 'unknown'),
        ],
        updates: [update('09:05', 'resolved')],
      }),
      aMaintenance({ impact: [window('02:00', '03:30', { status: 'under_maintenance' })] }),
    ],
  });
  const found = answerAboutService(source, api);

  test('counts as its lines say', () => {
    const today = found.days.at(-1);
    expect(today).toMatchObject({ date: '2026-01-17', state: 'major_outage' });
    const counted = today?.uptime?.lines.map(
      ({ status, announced_ms, overlapped_ms, counted_ms, weight }) => [
        status,
        announced_ms / 60_000,
        overlapped_ms / 60_000,
        counted_ms / 60_000,
        weight,
      ],
    );
    expect(counted).toEqual([
      ['under_maintenance', 60, 0, 0, 1],
      ['major_outage', 0, 0, 30, 1],
      ['partial_outage', 0, 10, 50, 0.3],
      ['major_outage', 0, 0, 10, 1],
      ['major_outage', 0, 0, 0, 1],
    ]);
    expect(today?.uptime?.downtime_ms).toBe((30 + 50 * 0.3 + 10) * 60_000);
    expect(today?.uptime?.at_most).toBe(true);
  });

  test('can be worked out again from the answer alone', () => {
    const answers = example.record.services.map((one) => answerAboutService(example, one));
    const periods = [found, ...answers].flatMap(({ last_90_days: recent, days, months }) => [
      recent,
      ...days.flatMap(({ uptime }) => uptime ?? []),
      ...months.map(({ uptime }) => uptime),
    ]);
    expect(periods.length).toBeGreaterThan(300);
    for (const { period, downtime_ms: downtime, lines, percent } of periods) {
      const sum = lines.reduce((ms, line) => ms + line.counted_ms * 1000 * line.weight, 0);
      expect(Math.round(sum)).toBe(Math.round(downtime * 1000));
      const length = Date.parse(period.to) - Date.parse(period.from);
      const share = (BigInt(length) * 1000n - BigInt(Math.round(sum))) * 10_000n;
      expect(percent).toBe((Number(share / (BigInt(length) * 1000n)) / 100).toFixed(2));
    }
  });

  test('has no data before there was a service', () => {
    expect(found.days[0]).toEqual({ date: '2025-10-20', state: 'no_data', uptime: null });
    expect(found.days).toHaveLength(90);
  });
});

describe('a postmortem', () => {
  const account = sourceFrom(exampleRecord, Date.parse('2026-01-25T12:00:00Z'));
  const [postmortem] = account.record.postmortems;
  const found = postmortem && answerAboutPostmortem(account, postmortem);

  test('says which why asks about which, and what breaks it', () => {
    expect(
      found?.whys.map(({ follows, confirmed, broken_by }) => [follows, confirmed, broken_by]),
    ).toEqual([
      [null, true, []],
      [0, false, []],
      [1, false, []],
      [2, false, []],
      [3, false, ['pool-floor']],
      [1, false, []],
    ]);
  });

  test('says how its promises stand, what was corrected and what that answered', () => {
    expect(found?.promises).toMatchObject([
      { id: 'pool-floor', state: 'due', due: '2026-02-01', first_due: '2026-02-01', moved: [] },
    ]);
    expect(found?.corrections).toEqual([
      {
        on: '2026-01-22',
        text: 'We first wrote 1100 workspaces.',
        changed: [],
        answers: ['only-eu'],
      },
    ]);
    expect(found?.unknowns[0]?.answered_on).toBe('2026-01-22');
  });
});

test('a promise was kept, late, by its issue', () => {
  const promises = answerAboutRecord(example).promises;
  const kept = promises.filter(({ state }) => state === 'kept');
  expect(kept.length).toBeGreaterThan(0);
  for (const { closed_on: closed, due, days_late: days } of kept)
    expect(days).toBe(due && closed && Math.max(0, day(due).until(day(closed)).days));
});

test('what was moved, promised and measured is in the answer about an incident', () => {
  const moved = {
    ...update('01:30', 'scheduled'),
    moved_from: { from: said('02:30'), to: said('03:30') },
  };
  const [maintenance, outage] = [
    aMaintenance({ updates: [moved] }),
    anOutage({
      impact: [
        window('09:00', 'unknown', {
          share: 0.4,
          error_rate: 0.2,
          regions: ['eu'],
          excluded_as: 'theirs',
        }),
      ],
      updates: [{ ...update('09:05', 'investigating'), next_update_by: said('10:00') }],
      detected: { at: said('09:02'), by: 'customer' },
      workaround: 'none',
    }),
  ];
  const source = record({ incidents: [maintenance, outage], site: aSite() });
  expect(answerAboutIncident(source, maintenance)).toMatchObject({
    announced_at: '2026-01-17T01:00:00.000Z',
    scheduled: { from: '2026-01-17T02:00:00.000Z', to: '2026-01-17T03:00:00.000Z' },
    updates: [{ moved_from: { from: '2026-01-17T02:30:00.000Z', to: '2026-01-17T03:30:00.000Z' } }],
    noticed: null,
  });
  expect(answerAboutIncident(source, outage)).toMatchObject({
    noticed: { at: '2026-01-17T09:02:00.000Z', by: 'customer' },
    workaround: 'none',
    impact: [
      { to: 'unknown', share: 0.4, error_rate: 0.2, regions: ['eu'], excluded_as: 'theirs' },
    ],
    updates: [{ next_update_by: '2026-01-17T10:00:00.000Z' }],
    open: true,
  });
});

test('answers change when something happens, and not with the clock; only uptime goes on', () => {
  const [before, after] = [later, later + 25 * 60 * 60_000].map((then) =>
    sourceFrom('content', then),
  );
  if (!before || !after) throw new Error('There are two.');
  const changed = answersIn(before.record)
    .filter(([, make]) => JSON.stringify(make(before)) !== JSON.stringify(make(after)))
    .map(([address]) => address);
  expect(changed.filter((address) => !address.startsWith('v1/services/'))).toEqual([]);
});

test.each([
  ['HTML', '<script>alert(1)</script> & <img src=x onerror=y>'],
  ['emoji and right to left', '🐢👩‍👩‍👧 שלום عربى'],
  ['lone halves of letters', 'half \ud83d of it'],
  ['a line end of JavaScript', 'before \u2028 after'],
  ['a very long text', `${'It is late. '.repeat(9000)}End`],
])('%s is valid JSON, as it was written', (_, text) => {
  const outage = anOutage();
  const [said] = outage.updates;
  const source = record({
    incidents: [{ ...outage, title: text.slice(0, 900), updates: said ? [{ ...said, text }] : [] }],
  });
  for (const [address, make] of answersIn(source.record)) {
    const json = JSON.stringify(make(source));
    expect(json.isWellFormed(), address).toBe(true);
    if (/^v1\/incidents|^v2\/incidents/.test(address))
      expect(JSON.parse(json), address).toEqual(make(source));
  }
  expect(answerAboutIncident(source, source.record.incidents[0] ?? outage).updates[0]?.text).toBe(
    text,
  );
});
