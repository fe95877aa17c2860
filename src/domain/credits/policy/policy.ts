import { z } from 'zod';
import { form } from '../../form.ts';
import { currencyDecimals } from '../exact/money.ts';
import { roundingModes } from '../exact/rounding.ts';
import { timeZone } from '../../site.ts';
import { statuses } from '../../status.ts';
import { id, line, plain } from '../../text.ts';
import { duration, plainDate } from '../../time.ts';

const percentage = z.number().gt(0).max(100);
const threshold = z.number().min(0).max(100);
const count = z.int().min(1);

/** Minutes, and a little more than a year of them. */
const minutes = z.number().gt(0).max(530_000);
const wholeMinutes = count.max(530_000);
/** Ten years. */
const days = z.number().gt(0).max(3660);
const months = z.number().gt(0).max(120);
const sum = z.number().min(0).max(1e12);

/** One of two bounds: `gt` leaves the value itself out, `gte` takes it in. */
const over = <T extends z.ZodType>(value: T, what: string) =>
  z.union([
    z.strictObject({ gt: value.describe(`More than ${what}`) }),
    z.strictObject({ gte: value.describe(`${what}, or more`) }),
  ]);
const under = <T extends z.ZodType>(value: T, what: string) =>
  z.union([
    z.strictObject({ lt: value.describe(`Less than ${what}`) }),
    z.strictObject({ lte: value.describe(`${what}, or less`) }),
  ]);

export const plan = z.strictObject({
  id: id.describe('The id by which policies name the plan'),
  name: plain.describe('What customers call it; lists of customers may use either'),
});

const zone = timeZone.describe(
  'The zone in which the period begins and ends, its days with 23 or 25 hours included',
);

export const period = z.discriminatedUnion('every', [
  z.strictObject({ every: z.literal('month'), zone }),
  z.strictObject({
    every: z.literal('quarter'),
    zone,
    first_month: z
      .int()
      .min(1)
      .max(3)
      .default(1)
      .describe(
        'The month of the year in which the first quarter begins: 1 is January, 2 February',
      ),
  }),
  z.strictObject({
    every: z.literal('days'),
    zone,
    days: z
      .int()
      .min(1)
      .max(366)
      .describe('How many whole days, up to and with the last day asked for'),
  }),
]);

export const down = z.strictObject({
  statuses: z
    .array(z.enum(statuses).exclude(['operational']))
    .min(1, 'names no status')
    .default(['major_outage', 'partial_outage'])
    .describe(
      'The statuses that are downtime. Maintenance counts like a major outage: where `major_outage` or `under_maintenance` is listed, except for what `exclude` takes out',
    ),
  error_rate: z
    .strictObject({
      gt: z.number().min(0).max(1).optional().describe('More than this share of requests failed'),
      gte: z.number().min(0).max(1).optional().describe('This share of requests failed, or more'),
      unmeasured: z
        .array(z.enum(statuses).exclude(['operational']))
        .default(['major_outage', 'partial_outage', 'degraded_performance'])
        .describe(
          'The statuses, of those above, that are downtime when nobody has written down an error rate',
        ),
    })
    .optional()
    .describe('A window with an error rate is downtime only above this share, from 0 to 1'),
  min_consecutive_minutes: z
    .union([wholeMinutes, over(minutes, 'this many minutes')])
    .optional()
    .describe(
      'An unbroken stretch of downtime shorter than this does not count at all. A plain number is the least that counts. A stretch is measured whole, also where it reaches out of the period or of the covered time; what lies inside counts',
    ),
  whole_minutes: z
    .union([z.boolean(), wholeMinutes])
    .default(false)
    .describe(
      'Each unbroken stretch of downtime inside the period is rounded down to whole minutes, or to multiples of that many minutes. The left-over part is taken from where the stretch weighs least',
    ),
  weigh_by_share: z
    .boolean()
    .default(false)
    .describe(
      'A window counts with its `share`: 30 minutes that hit 40% of customers are 12 minutes. A window without a share counts in full',
    ),
});

const tier = z.strictObject({
  lt: threshold.optional().describe('For uptime below this percentage'),
  lte: threshold.optional().describe('For uptime of this percentage or less'),
  gt: threshold.optional().describe('And above this percentage; left out, down to the next tier'),
  gte: threshold
    .optional()
    .describe('And of this percentage or more; left out, down to the next tier'),
  percent: percentage.optional().describe('This percentage of the base is credited'),
  days: days.optional().describe('Or the base of this many days of the period'),
  months: months.optional().describe('Or the base of this many months'),
});

/** The time that is credited, and how it is counted. */
const lostTime = {
  of: z
    .enum(['downtime', 'excess'])
    .default('downtime')
    .describe('All of the downtime, or only the excess over what `when` allows'),
  when: under(threshold, 'this percentage of uptime')
    .optional()
    .describe('Only if uptime is below this; left out, always'),
  after_minutes: z
    .number()
    .min(0)
    .max(530_000)
    .default(0)
    .describe('Minutes of downtime that earn nothing, taken off first'),
  begun: z
    .boolean()
    .default(false)
    .describe('Whether a step that has only begun counts as a whole one'),
};

const multiple = z.strictObject({
  times: z
    .number()
    .gt(0)
    .max(10_000)
    .describe(
      'How many times the base of the downtime is credited: times × base × downtime ÷ denominator',
    ),
  each_minutes: minutes
    .optional()
    .describe(
      'The downtime of the period is counted in steps of so many minutes; left out, exactly',
    ),
  ...lostTime,
});

const steps = z.strictObject({
  each_minutes: minutes.describe('For each of so many minutes of downtime in the period'),
  percent: percentage.describe('This percentage of the base is credited'),
  ...lostTime,
});

const base = z.strictObject({
  fee_for: z
    .enum(['period', 'month', 'quarter', 'year'])
    .default('period')
    .describe(
      'What the fee in the list of customers pays for; the base is the part of it that falls to one period. For rolling days a month has 30 days, a quarter 90 and a year 365',
    ),
  prorated: z
    .boolean()
    .default(false)
    .describe('Whether the base is only the part of the fee that falls to the covered time'),
});

const capPerYear = z.strictObject({
  percent: z
    .number()
    .gt(0)
    .max(10_000)
    .describe('At most this percentage of what is paid for a year'),
  begins: z
    .string()
    .regex(
      /^((01|03|05|07|08|10|12)-(0[1-9]|[12]\d|3[01])|(04|06|09|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|1\d|2[0-8]))$/,
    )
    .meta(form('the month and day on which the year begins, in quotes', "'01-01'"))
    .describe(
      'The day on which the year begins, in the policy’s zone. A period belongs to the year in which it begins',
    ),
});

const cap = z.strictObject({
  percent: z.number().gt(0).max(10_000).optional().describe('At most this percentage of the base'),
  days: days.optional().describe('At most the base of this many days of the period'),
  months: months.optional().describe('At most the base of this many months'),
});

const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'is not a currency code')
  .refine((code) => currencyDecimals(code) !== undefined, 'is no currency')
  .meta(form('a code of ISO 4217, three capital letters', 'EUR'));

const amount = z
  .union([
    sum,
    z
      .record(currency, sum)
      .refine((amounts) => Object.keys(amounts).length > 0, 'names no currency'),
  ])
  .meta({ examples: [1, '{ EUR: 1, JPY: 150 }'] });

const exclude = z.strictObject({
  maintenance: z
    .strictObject({
      by: z
        .enum(['window', 'its_own_impact'])
        .optional()
        .describe(
          'What is no downtime: all that happens to the service inside the announced `window`, other outages too; or only what the work itself does there, `its_own_impact`. Left out, the window',
        ),
      notice: duration
        .optional()
        .describe(
          'Only what customers were told at least this long before it was to begin; when it was moved, the time that lay in the old window and in the new one',
        ),
      per_year: duration
        .optional()
        .describe(
          'Only up to this much in a calendar year of the policy’s zone, the earliest first; the rest is downtime',
        ),
    })
    .optional()
    .describe(
      'Maintenance that was announced beforehand is no downtime, inside the window that was announced. Left out, all maintenance is downtime',
    ),
  flagged: z
    .union([z.literal('all'), z.array(line).max(100)])
    .default([])
    .describe(
      'The reasons in `excluded_as` of an impact window for which this policy leaves that window out, or `all`',
    ),
});

const claim = z.union([
  z.literal('automatic'),
  z.strictObject({
    within: z
      .union([
        z.strictObject({ days: count.max(3660).describe('So many days') }),
        z.strictObject({
          months: count.max(120).describe('So many calendar months'),
          until: z
            .enum(['same_day', 'end_of_month'])
            .default('same_day')
            .describe('Up to the same day of that month, or up to its last day'),
        }),
      ])
      .describe(
        'How long a customer can ask for it; the last day is counted whole, in the policy’s zone',
      ),
    after: z
      .enum(['incident', 'period_end'])
      .describe(
        'Counted from the day on which the last incident with downtime in the period ended, or from the last day of the period',
      ),
    how: line.describe('How to ask for it'),
  }),
]);

export const creditPolicy = z.strictObject({
  id: id.describe('The id of the policy; its versions share it'),
  name: line.describe('What customers call it'),
  effective: z
    .strictObject({
      from: plainDate.describe('The first day on which it is in force'),
      until: plainDate.optional().describe('The last day; left out, until a later version begins'),
    })
    .describe(
      'The version that is in force on the first day of a period governs all of it. Of several, the one that began last',
    ),
  plans: z
    .union([z.literal('all'), z.array(id).min(1, 'names no plan').max(500)])
    .describe('The ids of the plans it is for, or `all`'),
  services: z
    .union([z.literal('all'), z.array(id).min(1, 'names no service').max(1000)])
    .default('all')
    .describe('The ids of the services it is about, or `all`'),
  scope: z
    .enum(['account', 'service', 'service_and_region'])
    .describe(
      'Whose downtime counts for a row: that of all services together, of the row’s service in any region, or of that service in the row’s region',
    ),
  period: period.describe('The period over which uptime is measured, in a stated zone'),
  down: down.prefault({}).describe('What counts as downtime'),
  denominator: z
    .enum(['period', 'period_minus_maintenance', 'covered', 'covered_minus_maintenance'])
    .default('period')
    .describe(
      'What downtime is divided by: the whole period, or the part of it that the row covers; and whether excluded maintenance is taken off',
    ),
  tiers: z
    .array(tier)
    .min(1, 'has no tier')
    .max(100)
    .optional()
    .describe('What is credited by uptime, one tier at a time. Give tiers, a multiple or steps'),
  multiple: multiple.optional().describe('A multiple of the fee for the downtime'),
  steps: steps.optional().describe('A percentage for each so many minutes'),
  base: base.prefault({}).describe('What the percentage is of'),
  stacking: z
    .enum(['best', 'sum'])
    .default('best')
    .describe(
      'When several policies credit the same row: only the greatest credit, or all of them added. They are added only if every one of them says `sum`',
    ),
  cap: cap.optional().describe('The most that is credited for one row and period'),
  cap_per_year: capPerYear
    .optional()
    .describe(
      'The most that is granted for one charge in a year, all its periods together. The ledger says what was granted before: it needs one',
    ),
  minimum: over(amount, 'this much, in the customer’s currency or for each currency')
    .optional()
    .describe(
      'The least that is credited, compared before rounding; what is less is not credited at all',
    ),
  exclude: exclude.prefault({}).describe('What is left out'),
  claim: claim.describe('Whether customers get it without asking, or how and until when they ask'),
  rounding: z
    .strictObject({
      mode: z
        .enum(roundingModes)
        .default('half_even')
        .describe('How the last digit of the currency is rounded'),
      per: z
        .enum(['line', 'total'])
        .default('line')
        .describe(
          'Each row by itself, or the sum of a customer’s rows under this policy in one currency; rows then take their part so that they add up to that sum',
        ),
    })
    .prefault({})
    .describe('How amounts are rounded'),
  note: line.optional().describe('One line more for customers'),
});

/** content/credits.yaml: what customers are owed when a service was not there. */
export const credits = z
  .strictObject({
    plans: z.array(plan).min(1, 'names no plan').max(500).describe('The plans customers can be on'),
    policies: z
      .array(creditPolicy)
      .min(1, 'names no policy')
      .max(200)
      .describe('The policies, each version by itself'),
  })
  .meta({ title: 'Credits' });

export type Plan = z.output<typeof plan>;
export type Period = z.output<typeof period>;
export type CreditPolicy = z.output<typeof creditPolicy>;
export type Tier = z.output<typeof tier>;
/** What a tier or a cap gives: one of these. */
export type Worth = Pick<Tier, 'percent' | 'days' | 'months'>;
/** What uptime or a length of time has to be; what is left out does not bound it. */
export type WrittenBounds = Pick<Tier, 'lt' | 'lte' | 'gt' | 'gte'>;
export type Credits = z.output<typeof credits>;
