import type { CreditPolicy, Tier } from '../domain/credits/policy.ts';
import type { Format } from './format.ts';

const worth = ({ percent, days, months }: Pick<Tier, 'percent' | 'days' | 'months'>, { number, rulePercent }: Format): string =>
  percent !== undefined
    ? `${rulePercent(percent)} of the fee`
    : days !== undefined
      ? `the fee of ${number(days)} days`
      : months === 1
        ? 'the fee of one month'
        : `the fee of ${number(months ?? 0)} months`;

const minutes = (count: number, { number }: Format): string => (count === 1 ? 'one minute' : `${number(count)} minutes`);

const statuses: Record<CreditPolicy['down']['statuses'][number], string> = {
  major_outage: 'major outages',
  partial_outage: 'partial outages',
  degraded_performance: 'degraded performance',
  under_maintenance: 'maintenance',
};

const rounding = { half_even: 'half to even', half_up: 'half up', down: 'down' };

/** The words of the credits page. A policy is said in short sentences, each about one of its rules. */
export const credits = {
  title: 'Credits',
  description: (name: string) => `What ${name} owes you when a service was not there, and how to get it.`,
  none: 'There is no credit policy in force.',
  lead: 'When a service was down for longer than we promise, we owe you a part of what you pay for it.',
  example: 'An example',
  from: 'In force from {day}.',
  until: 'In force until {day}.',
  plansOf: (plans: string) => `For the plans ${plans}.`,
  allPlans: 'For all plans.',
  servicesOf: (services: string) => `About ${services}.`,
  allServices: 'About all services.',

  scope: {
    account: 'The downtime of all these services counts together.',
    service: 'Each service counts by itself, in whichever region it was down.',
    service_and_region: 'Each service counts by itself, in your region.',
  },
  period(period: CreditPolicy['period']): string {
    if (period.every === 'month') return `Uptime is measured by the calendar month, in ${period.zone}.`;
    if (period.every === 'quarter')
      return `Uptime is measured by the quarter, in ${period.zone}${period.first_month === 1 ? '' : `, the first of which begins in ${['', '', 'February', 'March'][period.first_month]}`}.`;
    return `Uptime is measured over ${period.days} days, in ${period.zone}.`;
  },
  down(down: CreditPolicy['down'], format: Format): string[] {
    const least = down.min_consecutive_minutes;
    const unit = down.whole_minutes === true ? 1 : down.whole_minutes;
    const rate = down.error_rate;
    return [
      `Downtime is: ${format.list(down.statuses.map((status) => statuses[status]))}.`,
      ...(rate
        ? [
            `Where we measured how many requests failed, only ${rate.gt !== undefined ? `more than ${format.ruleShare(rate.gt)}` : `${format.ruleShare(rate.gte ?? 0)} or more`} is downtime.`,
          ]
        : []),
      ...(least === undefined
        ? []
        : [
            typeof least === 'number'
              ? `Less than ${minutes(least, format)} without a break does not count.`
              : 'gt' in least
                ? `It has to last longer than ${minutes(least.gt, format)} without a break.`
                : `Less than ${minutes(least.gte, format)} without a break does not count.`,
          ]),
      ...(unit ? [unit === 1 ? 'Only whole minutes count.' : `Only whole stretches of ${minutes(unit, format)} count.`] : []),
      ...(down.weigh_by_share ? ['What hit only some customers counts by how many: half of them, half the time.'] : []),
    ];
  },
  exclude({ maintenance, flagged }: CreditPolicy['exclude'], { duration, list }: Format): string[] {
    const notice = maintenance?.notice && ` at least ${duration(maintenance.notice.total('milliseconds'))} before`;
    const perYear = maintenance?.per_year && `, up to ${duration(maintenance.per_year.total('milliseconds'))} a year`;
    return [
      maintenance
        ? `Maintenance that we announced${notice ?? ' beforehand'} is no downtime${perYear ?? ''}.`
        : 'Maintenance is downtime too.',
      ...(flagged === 'all'
        ? ['What an incident says is left out does not count.']
        : flagged.length
          ? [`Left out, where an incident says so: ${list(flagged)}.`]
          : []),
    ];
  },
  denominator: {
    period: 'Downtime is divided by the whole period.',
    period_minus_maintenance: 'Downtime is divided by the period without such maintenance.',
    covered: 'Downtime is divided by the time you were a customer in the period.',
    covered_minus_maintenance: 'Downtime is divided by the time you were a customer in the period, without such maintenance.',
  },
  tier(tier: Tier, format: Format): string {
    const { lt, lte = 100, gt, gte } = tier;
    const { rulePercent } = format;
    const upper = lt === undefined ? `${rulePercent(lte)} or less` : `less than ${rulePercent(lt)}`;
    const lower = gt !== undefined ? ` and more than ${rulePercent(gt)}` : gte !== undefined ? ` and ${rulePercent(gte)} or more` : '';
    return `Uptime of ${upper}${lower}: ${worth(tier, format)}.`;
  },
  multiple({ times, of, when }: NonNullable<CreditPolicy['multiple']>, { number, rulePercent }: Format): string {
    const bound = when && ('lt' in when ? `less than ${rulePercent(when.lt)}` : `${rulePercent(when.lte)} or less`);
    return `${when ? `If uptime is ${bound}, you get` : 'You get'} ${times === 1 ? 'the fee' : `${number(times)} times the fee`} of the downtime${of === 'excess' ? ' beyond that' : ''}.`;
  },
  steps({ each_minutes: each, percent, begun, after_minutes: after }: NonNullable<CreditPolicy['steps']>, format: Format): string {
    return `You get ${format.rulePercent(percent)} of the fee for each ${minutes(each, format)} of downtime${begun ? ', begun ones included' : ''}${after ? `, after the first ${minutes(after, format)}` : ''}.`;
  },
  cap: (cap: NonNullable<CreditPolicy['cap']>, format: Format): string => `At most ${worth(cap, format)}.`,
  minimum(minimum: NonNullable<CreditPolicy['minimum']>, { list, number }: Format): string {
    const [bound, word] = 'gt' in minimum ? [minimum.gt, 'more than '] : [minimum.gte, 'at least '];
    const amounts =
      typeof bound === 'number'
        ? `${number(bound)} in your currency`
        : list(Object.entries(bound).map(([code, amount]) => `${number(amount)} ${code}`));
    return `Only if it comes to ${word}${amounts}.`;
  },
  stacking: {
    best: 'If another policy credits the same thing, you get the greater of the two.',
    sum: 'It is added to what other policies credit.',
  },
  rounding: ({ mode, per }: CreditPolicy['rounding']): string =>
    `Amounts are rounded ${rounding[mode]}, ${per === 'line' ? 'each by itself' : 'the sum of an invoice once'}.`,
  automatic: 'You need not ask: we credit it on your next invoice.',
  within: {
    days: (count: number) => (count === 1 ? 'one day' : `${count} days`),
    months: (count: number) => (count === 1 ? 'one month' : `${count} months`),
  },
  claim: (within: string, after: 'incident' | 'period_end'): string =>
    `Ask for it within ${within} after ${after === 'incident' ? 'the incident' : 'the end of the period'}. {how}`,

  worked: (downtime: string, period: string, whole: string): string =>
    `A service is down for ${downtime} in ${period}, which has ${whole}.`,
  workedUptime: (fraction: string, percent: string): string => `Uptime is ${fraction}, that is ${percent}.`,
  workedCredit: (share: string, fee: string, credit: string): string => `You get ${share} of the fee: of ${fee} that is ${credit}.`,
  minutes: (count: string) => `${count} minutes`,

  table: {
    caption: (period: string) => `What one outage in ${period} would earn`,
    downtime: 'Down for',
    uptime: 'Uptime',
    credit: (fee: string) => `Of a fee of ${fee}`,
  },
  calculator: {
    title: 'Work it out',
    minutes: 'Minutes of downtime that count',
    fee: 'What you pay for the period',
    answer: 'Credit',
    private: 'Nothing that you type leaves this page.',
  },

  box: {
    title: 'What you get back',
    who: (plans: string, targets: string) => `${plans}${targets && `: ${targets}`}`,
    downtime: 'Downtime in {period}: {time}',
    uptime: (percent: string) => `Uptime ${percent}`,
    earns: (share: string) => `${share} of the fee`,
    soFar: 'The period is not over, so this may still grow.',
    until: 'Ask for it until {day}. {how}',
    automatic: 'You need not ask: we credit it on your next invoice.',
    rule: 'The rule and how we count',
    everyPlan: 'Every plan',
  },
};
