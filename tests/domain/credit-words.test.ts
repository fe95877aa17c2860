import { describe, expect, test } from 'vitest';
import { policyRules } from '../../src/components/credits/rules.ts';
import { jsonSchema } from '../../src/domain/record/json-schemas.ts';
import { periodWith } from '../../src/domain/credits/policy/period.ts';
import { stackingOf } from '../../src/domain/credits/policy/stacking.ts';
import { indexRecord } from '../../src/domain/record/index-record.ts';
import { service } from '../../src/domain/service.ts';
import { formatIn } from '../../src/strings/format.ts';
import { stringsIn } from '../../src/strings/index.ts';
import { aRecord } from '../support/accounts.ts';
import { aPolicy } from '../support/credits.ts';
import { day } from '../support/moments.ts';

type Fields = Readonly<Record<string, unknown>>;

const other = aPolicy({ id: 'other', name: 'Other', stacking: 'sum' });
const record = indexRecord(
  aRecord({
    services: [
      service.parse({ id: 'api', name: 'API' }),
      service.parse({ id: 'web', name: 'Web' }),
    ],
    incidents: [],
    postmortems: [],
    plans: [
      { id: 'team', name: 'Team' },
      { id: 'free', name: 'Free' },
    ],
    policies: [other],
  }),
  Date.parse('2026-01-17T00:00:00Z'),
);

/** All that the page says of a policy in its own words. */
function said(fields: Fields, language: string): string {
  const [say, format] = [stringsIn(language, {}), formatIn(language, 'UTC')];
  const policy = aPolicy(fields);
  const { about, earns, counting } = policyRules(
    record,
    policy,
    periodWith(policy.period, day('2026-01-17')),
    [policy, other],
    say,
    format,
  );
  return [...about, ...earns, ...counting, say.credits.claim(policy)].join('\n');
}

const statuses = ['major_outage', 'partial_outage', 'degraded_performance', 'under_maintenance'];
const down = (...choices: object[]): Fields[] => choices.map((choice) => ({ down: choice }));
const rate = (...choices: object[]): Fields[] =>
  down(...choices.map((choice) => ({ statuses, error_rate: { gt: 0.05, ...choice } })));
const tiers = (...choices: object[]): Fields[] => choices.map((tier) => ({ tiers: [tier] }));
const instead = (key: string, always: object) => (choices: object[]) =>
  choices.map((choice): Fields => ({ tiers: undefined, [key]: { ...always, ...choice } }));
const multiple = (...choices: object[]) =>
  instead('multiple', { times: 1, each_minutes: 60, when: { lt: 99.9 } })(choices);
const steps = (...choices: object[]) =>
  instead('steps', { each_minutes: 60, percent: 5, when: { lt: 99.9 } })(choices);
const maintained = (...choices: object[]): Fields[] =>
  choices.map((maintenance) => ({ exclude: { maintenance } }));
const claim = (...choices: object[]): Fields[] =>
  choices.map((choice) => ({
    claim: { within: { days: 30 }, after: 'incident', how: 'Write.', ...choice },
  }));
const each = (key: string, ...choices: unknown[]): Fields[] =>
  choices.map((choice) => ({ [key]: choice }));

/** Choices of each key that mean something else to customers. */
const choices: Readonly<Record<string, readonly Fields[]>> = {
  plans: each('plans', 'all', ['team'], ['team', 'free']),
  services: each('services', 'all', ['api'], ['api', 'web']),
  scope: each('scope', 'account', 'service', 'service_and_region'),
  'period.every': each(
    'period',
    { every: 'month', zone: 'UTC' },
    { every: 'quarter', zone: 'UTC' },
    { every: 'days', days: 30, zone: 'UTC' },
  ),
  'period.zone': each(
    'period',
    { every: 'month', zone: 'UTC' },
    { every: 'month', zone: 'Europe/Berlin' },
  ),
  'period.first_month': each(
    'period',
    ...[1, 2, 3].map((first) => ({ every: 'quarter', zone: 'UTC', first_month: first })),
  ),
  'period.days': each(
    'period',
    ...[1, 7, 30].map((days) => ({ every: 'days', zone: 'UTC', days })),
  ),
  'down.statuses': [...statuses.map((status) => [status]), statuses].map((list) => ({
    down: { statuses: list },
  })),
  'down.error_rate.gt': [{}, ...rate({}, { gt: 0.1 })],
  'down.error_rate.gte': rate({}, { gt: undefined, gte: 0.05 }, { gt: undefined, gte: 0.1 }),
  'down.error_rate.unmeasured': rate(
    ...[[], ...statuses.map((status) => [status]).slice(1), statuses].map((unmeasured) => ({
      unmeasured,
    })),
  ),
  'down.min_consecutive_minutes': down(
    {},
    { min_consecutive_minutes: 5 },
    { min_consecutive_minutes: 120 },
  ),
  'down.min_consecutive_minutes.gt': down(
    {},
    { min_consecutive_minutes: 5 },
    { min_consecutive_minutes: { gt: 5 } },
  ),
  'down.min_consecutive_minutes.gte': down(
    {},
    { min_consecutive_minutes: { gt: 5 } },
    { min_consecutive_minutes: { gte: 5 } },
  ),
  'down.whole_minutes': down(
    { whole_minutes: false },
    { whole_minutes: true },
    { whole_minutes: 5 },
  ),
  'down.weigh_by_share': down({ weigh_by_share: false }, { weigh_by_share: true }),
  denominator: ['period', 'period_minus_maintenance', 'covered', 'covered_minus_maintenance'].map(
    (denominator) => ({
      denominator,
      exclude: { maintenance: {} },
    }),
  ),
  'tiers.lt': tiers({ lt: 99.9, percent: 10 }, { lt: 99.95, percent: 10 }),
  'tiers.lte': tiers({ lt: 99.9, percent: 10 }, { lte: 99.9, percent: 10 }),
  'tiers.gt': tiers({ lt: 99.9, percent: 10 }, { lt: 99.9, gt: 99, percent: 10 }),
  'tiers.gte': tiers({ lt: 99.9, gte: 99, percent: 10 }, { lt: 99.9, gt: 99, percent: 10 }),
  'tiers.percent': tiers({ lt: 99.9, percent: 10 }, { lt: 99.9, percent: 12.5 }),
  'tiers.days': tiers({ lt: 99.9, percent: 1 }, { lt: 99.9, days: 1 }, { lt: 99.9, days: 3 }),
  'tiers.months': tiers({ lt: 99.9, days: 1 }, { lt: 99.9, months: 1 }, { lt: 99.9, months: 0.5 }),
  'multiple.times': multiple({ times: 1 }, { times: 10 }),
  'multiple.each_minutes': multiple(
    { each_minutes: undefined },
    { each_minutes: 1 },
    { each_minutes: 60 },
  ),
  'multiple.of': multiple({ of: 'downtime' }, { of: 'excess' }),
  'multiple.when.lt': multiple({ when: undefined }, { when: { lt: 99 } }, { when: { lt: 99.9 } }),
  'multiple.when.lte': multiple({ when: { lt: 99 } }, { when: { lte: 99 } }),
  'multiple.after_minutes': multiple({}, { after_minutes: 1 }, { after_minutes: 10 }),
  'multiple.begun': multiple({ begun: false }, { begun: true }),
  'steps.each_minutes': steps({ each_minutes: 1 }, { each_minutes: 30 }),
  'steps.percent': steps({ percent: 5 }, { percent: 2.5 }),
  'steps.of': steps({ of: 'downtime' }, { of: 'excess' }),
  'steps.when.lt': steps({ when: undefined }, { when: { lt: 99 } }, { when: { lt: 99.9 } }),
  'steps.when.lte': steps({ when: { lt: 99 } }, { when: { lte: 99 } }),
  'steps.after_minutes': steps({}, { after_minutes: 1 }, { after_minutes: 10 }),
  'steps.begun': steps({ begun: false }, { begun: true }),
  'base.fee_for': each(
    'base',
    ...['period', 'month', 'quarter', 'year'].map((feeFor) => ({ fee_for: feeFor })),
  ),
  'base.prorated': each('base', { prorated: false }, { prorated: true }),
  stacking: each('stacking', 'best', 'sum'),
  'cap.percent': each('cap', undefined, { percent: 30 }, { percent: 50 }),
  'cap.days': each('cap', { percent: 30 }, { days: 1 }, { days: 30 }),
  'cap.months': each('cap', { days: 1 }, { months: 1 }, { months: 2 }),
  'cap_per_year.percent': each(
    'cap_per_year',
    undefined,
    { percent: 30, begins: '01-01' },
    { percent: 50, begins: '01-01' },
  ),
  'cap_per_year.begins': each(
    'cap_per_year',
    { percent: 30, begins: '01-01' },
    { percent: 30, begins: '04-01' },
  ),
  'minimum.gt': each(
    'minimum',
    undefined,
    { gt: 1 },
    { gt: 2 },
    { gt: { EUR: 1 } },
    { gt: { EUR: 1, JPY: 150 } },
  ),
  'minimum.gte': each('minimum', { gt: 1 }, { gte: 1 }),
  'exclude.maintenance.by': [
    ...maintained({ by: 'window' }, { by: 'its_own_impact' }),
    ...[{ by: 'window' }, { by: 'its_own_impact' }].map((maintenance) => ({
      down: { statuses: ['partial_outage'] },
      exclude: { maintenance },
    })),
  ],
  'exclude.maintenance.notice': [
    {},
    ...maintained({}, { notice: 'P1D' }, { notice: 'P1DT1H' }, { notice: 'P1DT1H1M' }),
  ],
  'exclude.maintenance.per_year': maintained(
    {},
    { per_year: 'PT10H' },
    { per_year: 'PT10H30M10S' },
  ),
  'exclude.flagged': each(
    'exclude',
    {},
    { flagged: 'all' },
    { flagged: ['force majeure'] },
    { flagged: ['force majeure', 'attack'] },
  ),
  claim: [{ claim: 'automatic' }, ...claim({})],
  'claim.within.days': claim({ within: { days: 1 } }, { within: { days: 30 } }),
  'claim.within.months': claim(
    { within: { days: 1 } },
    { within: { months: 1 } },
    { within: { months: 2 } },
  ),
  'claim.within.until': claim(
    { within: { months: 2, until: 'same_day' } },
    { within: { months: 2, until: 'end_of_month' } },
  ),
  'claim.after': claim({ after: 'incident' }, { after: 'period_end' }),
  'rounding.mode': each('rounding', { mode: 'half_even' }, { mode: 'half_up' }, { mode: 'down' }),
  'rounding.per': each('rounding', { per: 'line' }, { per: 'total' }),
};

/** What the page shows as it is written. */
const shownAsWritten = ['id', 'name', 'effective.from', 'effective.until', 'claim.how', 'note'];

interface Schema {
  properties?: Record<string, Schema>;
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  enum?: string[];
  const?: string;
  type?: string;
}

/** Every key of a schema that holds a value, with the words it can hold. */
function keysOf(schema: Schema, path: readonly string[] = []): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const nested = Object.entries(schema.properties ?? {}).map(([key, value]) =>
    keysOf(value, [...path, key]),
  );
  const variants = [
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
    ...(schema.items ? [schema.items] : []),
  ].map((one) => keysOf(one, path));
  for (const [key, words] of [...nested, ...variants].flatMap((keys) => [...keys]))
    found.set(key, [...(found.get(key) ?? []), ...words]);
  if (nested.length === 0 && variants.length === 0)
    found.set(path.join('.'), [...(schema.enum ?? []), ...(schema.const ? [schema.const] : [])]);
  return found;
}

const schema = jsonSchema('credits') as { properties: { policies: { items: Schema } } };
const keys = keysOf(schema.properties.policies.items);

/** What stands at a path in a choice; of lists, what stands in them. */
const wordsAt = (value: unknown, [key, ...rest]: readonly string[]): unknown[] =>
  Array.isArray(value)
    ? value.flatMap((one) => wordsAt(one, key === undefined ? [] : [key, ...rest]))
    : key === undefined
      ? [value]
      : typeof value === 'object' && value !== null
        ? wordsAt((value as Fields)[key], rest)
        : [];

test('each key of a policy is thought of, with each word that it can hold', () => {
  expect([...keys.keys()].filter((key) => !shownAsWritten.includes(key)).sort()).toEqual(
    Object.keys(choices).sort(),
  );
  for (const [key, words] of keys) {
    const tried = (choices[key] ?? []).flatMap((fields) => wordsAt(fields, key.split('.')));
    expect(
      shownAsWritten.includes(key) ? [] : words.filter((word) => !tried.includes(word)),
      key,
    ).toEqual([]);
  }
});

describe.each(['en', 'de'])('in %s', (language) => {
  test.each(Object.entries(choices))('each choice of %s reads otherwise', (_, fields) => {
    const texts = fields.map((one) => said(one, language));
    expect(new Set(texts).size, texts.join('\n\n')).toBe(texts.length);
  });
});

const has = (
  fields: Fields,
  sentence: (words: ReturnType<typeof stringsIn>['credits']) => string,
): boolean =>
  said(fields, 'en')
    .split('\n')
    .includes(sentence(stringsIn('en', {}).credits));

test('maintenance is said to count only where it does', () => {
  const sentence = (fields: Fields) =>
    stringsIn('en', {}).credits.maintenance(aPolicy(fields), formatIn('en', 'UTC'))[0] ?? '';
  const [counts, not] = [sentence({}), sentence({ down: { statuses: ['partial_outage'] } })];
  expect(counts).not.toBe(not);
  expect(
    has(
      { down: { statuses: ['partial_outage'] }, exclude: { maintenance: { notice: 'P2D' } } },
      () => not,
    ),
  ).toBe(true);
  expect(has({ down: { statuses: ['major_outage'] } }, () => counts)).toBe(true);
  // Where none is excluded, none is taken off the period.
  expect(
    has({ denominator: 'period_minus_maintenance' }, (words) => words.denominator.period),
  ).toBe(true);
});

test('credits are said to be added only where all of them are', () => {
  const best = aPolicy({ id: 'third', name: 'Third' });
  const sum = aPolicy({ stacking: 'sum' });
  const ids = ({ added, undoing }: ReturnType<typeof stackingOf>) =>
    [added, undoing].map((found) => found.map(({ id }) => id));
  expect(ids(stackingOf(sum, [sum, other]))).toEqual([['other'], []]);
  expect(ids(stackingOf(sum, [sum, best]))).toEqual([[], ['third']]);
  expect(ids(stackingOf(sum, [sum, other, best]))).toEqual([['other'], ['third']]);
  expect(ids(stackingOf(aPolicy(), [other]))).toEqual([[], ['other']]);
  // Those that no row can be under together say nothing of each other.
  const apart = [
    { plans: ['free'] },
    { services: ['web'] },
    { period: { every: 'quarter', zone: 'UTC' } },
  ];
  for (const fields of apart)
    expect(
      ids(
        stackingOf(aPolicy({ plans: ['team'], services: ['api'] }), [
          aPolicy({ id: 'other', ...fields }),
        ]),
      ),
    ).toEqual([[], []]);
});
