import type { CreditPolicy, Tier, Worth } from '../domain/credits/policy/policy.ts';
import { excludedBy } from '../domain/credits/downtime/maintenance.ts';
import { listed, takesOffMaintenance } from '../domain/credits/downtime/windows.ts';
import type { Format } from './format.ts';

const worth = ({ percent, days, months }: Worth, { number, rulePercent }: Format): string =>
  percent !== undefined
    ? `${rulePercent(percent)} of the fee`
    : days !== undefined
      ? `the fee of ${days === 1 ? 'one day' : `${number(days)} days`}`
      : months === 1
        ? 'the fee of one month'
        : `the fee of ${number(months ?? 0)} months`;

const minutes = (count: number, { number }: Format): string =>
  count === 1 ? 'one minute' : `${number(count)} minutes`;
/** After “each” or “first”. */
const minutesThere = (count: number, format: Format): string =>
  count === 1 ? 'minute' : minutes(count, format);

type Lost = NonNullable<CreditPolicy['multiple'] | CreditPolicy['steps']>;

const lostTime = (
  { each_minutes: each, begun, of, after_minutes: after }: Lost,
  format: Format,
): string =>
  [
    each === undefined ? 'the downtime' : `each ${minutesThere(each, format)} of downtime`,
    of === 'excess' ? ' beyond that' : '',
    begun ? ', begun ones included' : '',
    after ? `, after the first ${minutesThere(after, format)}` : '',
  ].join('');

const only = ({ when }: Lost, { rulePercent }: Format): string =>
  when
    ? `If uptime is ${'lt' in when ? `less than ${rulePercent(when.lt)}` : `${rulePercent(when.lte)} or less`}, you get`
    : 'You get';

const unit = (period: CreditPolicy['period']): string =>
  period.every === 'days'
    ? period.days === 1
      ? 'the day'
      : `the ${period.days} days`
    : `the ${period.every}`;

const statuses: Record<CreditPolicy['down']['statuses'][number], string> = {
  major_outage: 'major outages',
  partial_outage: 'partial outages',
  degraded_performance: 'degraded performance',
  under_maintenance: 'maintenance',
};

function measured(
  { gt, gte, unmeasured }: NonNullable<CreditPolicy['down']['error_rate']>,
  counted: CreditPolicy['down']['statuses'],
  { list, ruleShare }: Format,
): string {
  const enough = gt === undefined ? `${ruleShare(gte ?? 0)} or more` : `more than ${ruleShare(gt)}`;
  const others = counted.filter((status) => listed(unmeasured, status));
  const rest =
    others.length === 0
      ? 'nothing is'
      : others.length === counted.length
        ? 'all of it is'
        : `${list(others.map((status) => statuses[status]))} are`;
  return `Where we measured how many requests failed, only ${enough} is downtime; where we did not, ${rest}.`;
}

/** `felt`: the time of which only a part counts, because not everybody was hit. */
const weighed = (time: string, felt: string | undefined): string =>
  felt ? `${time} (${felt}, counted by how many it hit)` : time;

/** How the last digit is rounded. */
export const roundingWords = { half_even: 'half to even', half_up: 'half up', down: 'down' };

const automatic = 'You need not ask: we credit it.';

const span = (within: Exclude<CreditPolicy['claim'], 'automatic'>['within']): string =>
  'days' in within
    ? within.days === 1
      ? 'one day'
      : `${within.days} days`
    : within.months === 1
      ? 'one month'
      : `${within.months} months`;

/** The words of the credits page. A policy is said in short sentences, each about one of its rules. */
export const credits = {
  title: 'Credits',
  description: (name: string) =>
    `What ${name} owes you when a service was not there, and how to get it.`,
  none: 'There is no credit policy in force.',
  lead: 'When a service was down for longer than we promise, we owe you a part of what you pay for it.',
  example: 'An example',
  from: 'In force from {day}.',
  until: 'In force until {day}.',
  counting: 'How it is counted',
  plansOf: (plans: string, count: number) => `For the plan${count === 1 ? '' : 's'} ${plans}.`,
  allPlans: 'For all plans.',
  servicesOf: (services: string) => `About ${services}.`,
  allServices: 'About all services.',

  scope: {
    account: 'The downtime of all these services counts together.',
    service: 'Each service counts by itself, in whichever region it was down.',
    service_and_region: 'Each service counts by itself, in your region.',
  },
  period(period: CreditPolicy['period']): string {
    if (period.every === 'month')
      return `Uptime is measured by the calendar month, in ${period.zone}.`;
    if (period.every === 'quarter')
      return `Uptime is measured by the quarter, in ${period.zone}${period.first_month === 1 ? '' : `, the first of which begins in ${['', '', 'February', 'March'][period.first_month]}`}.`;
    return `Uptime is measured over ${period.days} days that can end on any day, in ${period.zone}.`;
  },
  quarter: (name: string) => `the quarter ${name}`,
  down(down: CreditPolicy['down'], format: Format): string[] {
    const { min_consecutive_minutes: least, error_rate: rate } = down;
    const whole = Number(down.whole_minutes);
    const tooShort = (count: number): string =>
      `Less than ${minutes(count, format)} without a break does not count.`;
    return [
      `We count as downtime: ${format.list(down.statuses.map((status) => statuses[status]))}.`,
      ...(rate ? [measured(rate, down.statuses, format)] : []),
      ...(typeof least === 'number' ? [tooShort(least)] : []),
      ...(typeof least === 'object' && 'gte' in least ? [tooShort(least.gte)] : []),
      ...(typeof least === 'object' && 'gt' in least
        ? [`It has to last longer than ${minutes(least.gt, format)} without a break.`]
        : []),
      ...(whole
        ? [
            whole === 1
              ? 'Only whole minutes count.'
              : `Only whole stretches of ${minutes(whole, format)} count.`,
          ]
        : []),
      ...(down.weigh_by_share
        ? [
            'What hit only some customers counts by how many: half of them, half the time. Where we know whom it hit, it counts in full for them, and not for others.',
          ]
        : []),
    ];
  },
  maintenance(policy: CreditPolicy, { exactDuration }: Format): string[] {
    const { down, exclude } = policy;
    const { maintenance } = exclude;
    const counts = listed(down.statuses, 'under_maintenance');
    if (!maintenance) {
      if (!counts) return ['Maintenance is no downtime.'];
      return down.statuses.includes('major_outage')
        ? ['Maintenance counts like a major outage.']
        : [];
    }
    const { notice, per_year: perYear } = maintenance;
    const before = notice
      ? `at least ${exactDuration(notice.total('milliseconds'))} before`
      : 'beforehand';
    const most = perYear ? `, up to ${exactDuration(perYear.total('milliseconds'))} a year` : '';
    const announced = `that we announced ${before}${most}`;
    const others =
      excludedBy(policy) === 'window'
        ? `Nothing else that fails in the service counts inside a maintenance window ${announced}.`
        : 'Anything else that fails during maintenance counts.';
    if (counts) return [`Maintenance that we announced ${before} is no downtime${most}.`, others];
    return [
      'Maintenance is no downtime.',
      ...(takesOffMaintenance(policy)
        ? [`If we announced it ${before}, it is no part of the period either${most}.`]
        : []),
      others,
    ];
  },
  flagged(flagged: CreditPolicy['exclude']['flagged'], { list }: Format): string[] {
    if (flagged === 'all') return ['What an incident says is left out does not count.'];
    return flagged.length ? [`Left out, where an incident says so: ${list(flagged)}.`] : [];
  },
  denominator: {
    period: 'Downtime is divided by the whole period.',
    period_minus_maintenance: 'Downtime is divided by the period without such maintenance.',
    covered: 'Downtime is divided by the time you were a customer in the period.',
    covered_minus_maintenance:
      'Downtime is divided by the time you were a customer in the period, without such maintenance.',
  },
  tier(tier: Tier, format: Format): string {
    const { lt, lte = 100, gt, gte } = tier;
    const { rulePercent } = format;
    const upper = lt === undefined ? `${rulePercent(lte)} or less` : `less than ${rulePercent(lt)}`;
    const lower =
      gt !== undefined
        ? ` and more than ${rulePercent(gt)}`
        : gte !== undefined
          ? ` and ${rulePercent(gte)} or more`
          : '';
    return `Uptime of ${upper}${lower}: ${worth(tier, format)}.`;
  },
  highestTier: 'They are not added: the highest that applies counts.',
  multiple: (multiple: NonNullable<CreditPolicy['multiple']>, format: Format): string =>
    `${only(multiple, format)} ${multiple.times === 1 ? 'the fee' : `${format.number(multiple.times)} times the fee`} of ${lostTime(multiple, format)}.`,
  steps: (steps: NonNullable<CreditPolicy['steps']>, format: Format): string =>
    `${only(steps, format)} ${format.rulePercent(steps.percent)} of the fee for ${lostTime(steps, format)}.`,
  /** `share`: how much of the fee in question falls to one period. */
  base: ({ base, period, scope }: CreditPolicy, share: string): string[] => [
    `The fee is what you pay for ${scope === 'account' ? '' : 'the service for '}${unit(period)}${base.fee_for === 'period' ? '' : `: ${share === '1' ? '' : `${share} × `}your ${base.fee_for}ly fee`}.`,
    ...(base.prorated
      ? [`If you were a customer for only a part of ${unit(period)}, the fee is that part of it.`]
      : []),
  ],
  cap: (cap: NonNullable<CreditPolicy['cap']>, format: Format): string =>
    `At most ${worth(cap, format)}.`,
  minimum(minimum: NonNullable<CreditPolicy['minimum']>, { either, number }: Format): string {
    const [bound, word] = 'gt' in minimum ? [minimum.gt, 'more than '] : [minimum.gte, 'at least '];
    const amounts =
      typeof bound === 'number'
        ? `${number(bound)} in your currency`
        : either(Object.entries(bound).map(([code, amount]) => `${number(amount)} ${code}`));
    return `Only if it comes to ${word}${amounts}.`;
  },
  /** `others`: all of which only one is given; or those that are added, and those that undo that. */
  stacking: {
    best: (others: string) =>
      `This credit is not added to one by ${others}: only the greatest counts.`,
    sum: (others: string) => `This credit is added to one by ${others}.`,
    mixed: (others: string, undoing: string) =>
      `This credit is added to one by ${others}, unless there is one by ${undoing} too: then only the greatest counts.`,
  },
  rounding: ({ mode, per }: CreditPolicy['rounding']): string =>
    per === 'line'
      ? `Each amount is rounded ${roundingWords[mode]}.`
      : `The sum of an invoice is rounded once, ${roundingWords[mode]}.`,
  /** How to get it, and until when; {how} is the company's to say. */
  claim({ claim, period }: CreditPolicy): string {
    if (claim === 'automatic') return automatic;
    const { within, after } = claim;
    const toEnd =
      'until' in within && within.until === 'end_of_month' ? ', up to the end of that month' : '';
    return `Ask for it within ${span(within)} after ${after === 'incident' ? `the last outage in ${unit(period)}` : `the end of ${unit(period)}`}${toEnd}. {how}`;
  },

  worked: (downtime: string, period: string, whole: string): string =>
    `A service is down for ${downtime} in ${period}, which has ${whole}.`,
  workedUptime: (fraction: string, percent: string): string =>
    `Uptime is ${fraction}, that is ${percent}.`,
  workedCredit: (share: string, fee: string, credit: string): string =>
    `You get ${share} of the fee: of ${fee} that is ${credit}.`,
  minutes: (count: string) => `${count} minutes`,
  worth,

  table: {
    caption: (period: string, currency: string | undefined) =>
      `What one outage in ${period} would earn${currency ? `, in ${currency}: the least amount depends on the currency` : ''}`,
    downtime: 'Down for',
    uptime: 'Uptime',
    credit: (fee: string) => `Of a fee of ${fee}`,
  },
  calculator: {
    title: 'Work it out',
    minutes: 'Minutes of one outage',
    fee: (period: CreditPolicy['period'], currency: string | undefined) =>
      `What you pay for ${unit(period)}${currency ? ` (${currency})` : ''}`,
    answer: 'Credit',
    private: 'Nothing that you type leaves this page.',
    expected: (minutes: string, fee: string) =>
      `Write plain numbers, such as ${minutes} and ${fee}: no signs, no marks between thousands.`,
  },

  box: {
    title: 'What you get back',
    who: (plans: string, targets: string) => `${plans}${targets && `: ${targets}`}`,
    paid: (share: string, period: string, scope: CreditPolicy['scope']) =>
      `${share} of what you pay for ${scope === 'account' ? period : `the service in ${period}`}`,
    /** Days or months of the fee; which period these are a part of decides what that is. */
    partOf: (worth: string, period: string) => `${worth}, for ${period}`,
    known: {
      earns: (amount: string) => `You get ${amount}`,
      uptime: (percent: string) => `uptime ${percent}`,
      downtime: (time: string, felt?: string) => `downtime ${weighed(time, felt)}`,
    },
    /** Where an end is unknown. */
    atLeast: {
      earns: (amount: string) => `You get at least ${amount}`,
      uptime: (percent: string) => `uptime at most ${percent}`,
      downtime: (time: string, felt?: string) => `downtime at least ${weighed(time, felt)}`,
    },
    notKnown: (period: string) => `Not known yet for ${period}`,
    endUnknown: 'We do not know when every outage ended, so it may be more.',
    soFar: 'The period is not over, so this may still grow.',
    until: 'Ask for it until {day}. {how}',
    ask: 'Ask for it. {how}',
    automatic,
    rule: (policy: string) => `The rule: ${policy}`,
    /** Of a version that has been replaced. */
    ruleThen: (policy: string, from: string) => `The rule: ${policy}, as it was from ${from}.`,
    everyPlan: 'Every plan',
  },
};
