import { Temporal } from 'temporal-polyfill';
import type { CreditPolicy, Tier, Worth } from '../domain/credits/policy/policy.ts';
import { excludedBy } from '../domain/credits/downtime/maintenance.ts';
import { listed, takesOffMaintenance } from '../domain/credits/downtime/windows.ts';
import type { credits } from './en-credits.ts';
import type { Format } from './format.ts';
import type { WordsOf } from './says.ts';

type Words = WordsOf<typeof credits>;
type Lost = NonNullable<CreditPolicy['multiple'] | CreditPolicy['steps']>;
type Period = CreditPolicy['period'];
type Units = Words['unit'];

/** What is said of a period: by its kind, and of days by how many there are. */
const ofPeriod = (period: Period, units: Units): string =>
  period.every === 'days' ? units.days(period.days) : units[period.every];

const firstMonths = { 1: 'january', 2: 'february', 3: 'march' } as const;

function measuredWords(
  { gt, gte, unmeasured }: NonNullable<CreditPolicy['down']['error_rate']>,
  counted: CreditPolicy['down']['statuses'],
  { measured, share, status }: Words['down'],
  { list, ruleShare }: Format,
): string {
  const enough = gt === undefined ? share.gte(ruleShare(gte ?? 0)) : share.gt(ruleShare(gt));
  const others = counted.filter((one) => listed(unmeasured, one));
  if (others.length === 0) return measured.nothingElse(enough);
  return others.length === counted.length
    ? measured.allElse(enough)
    : measured.someElse(enough, list(others.map((one) => status[one])));
}

function lostTime(
  { each_minutes: each, begun, of, after_minutes: after }: Lost,
  { lost }: Words,
): string {
  const counted = each === undefined ? lost.all : lost.each(each);
  const beyond = of === 'excess' ? lost.excess(counted) : counted;
  const rounded = begun ? lost.begun(beyond) : beyond;
  return after ? lost.after(rounded, after) : rounded;
}

function getWords({ when }: Lost, { get }: Words, { rulePercent }: Format): string {
  if (!when) return get.always;
  return 'lt' in when ? get.lt(rulePercent(when.lt)) : get.lte(rulePercent(when.lte));
}

function rangeWords(
  { lt, lte = 100, gt, gte }: Tier,
  { range }: Words,
  { rulePercent }: Format,
): string {
  const upper = lt === undefined ? range.lte(rulePercent(lte)) : range.lt(rulePercent(lt));
  if (gt !== undefined) return range.andGt(upper, rulePercent(gt));
  return gte === undefined ? upper : range.andGte(upper, rulePercent(gte));
}

function maintenanceWords(
  policy: CreditPolicy,
  words: Words['maintenance'],
  { exactDuration }: Format,
): string[] {
  const { down, exclude } = policy;
  const { maintenance } = exclude;
  const counts = listed(down.statuses, 'under_maintenance');
  if (!maintenance) {
    if (!counts) return [words.isNone];
    return down.statuses.includes('major_outage') ? [words.isOutage] : [];
  }
  const { notice, per_year: perYear } = maintenance;
  const before = notice
    ? words.before.least(exactDuration(notice.total('milliseconds')))
    : words.before.any;
  const most = perYear && exactDuration(perYear.total('milliseconds'));
  const within = ({ always, upTo }: Words['maintenance']['inWindow']): string =>
    most ? upTo(before, most) : always(before);
  const others = excludedBy(policy) === 'window' ? within(words.inWindow) : words.othersCount;
  if (counts) return [within(words.ifAnnounced), others];
  return [words.isNone, ...(takesOffMaintenance(policy) ? [within(words.offPeriod)] : []), others];
}

/** What a policy says, from the words of a language. */
export function creditSentences(words: Words) {
  const { box } = words;
  const worth = ({ percent, days, months }: Worth, { rulePercent }: Format): string =>
    percent !== undefined
      ? words.worth.percent(rulePercent(percent))
      : days !== undefined
        ? words.worth.days(days)
        : words.worth.months(months ?? 0);
  const downtimeIn =
    (said: Words['box']['known']) =>
    (time: string, felt?: string): string =>
      said.downtime(felt ? box.weighed(time, felt) : time);
  return {
    ...words,
    worth,
    period(period: Period): string {
      const { month, quarter, days } = words.period;
      if (period.every === 'month') return month(period.zone);
      return period.every === 'days'
        ? days(period.zone, period.days)
        : quarter[firstMonths[period.first_month as keyof typeof firstMonths]](period.zone);
    },
    down(down: CreditPolicy['down'], format: Format): string[] {
      const { min_consecutive_minutes: least, error_rate: rate, whole_minutes: whole } = down;
      const { statuses, status, lasting, weighed } = words.down;
      const bound = typeof least === 'number' ? { gte: least } : least;
      return [
        statuses(format.list(down.statuses.map((one) => status[one]))),
        ...(rate ? [measuredWords(rate, down.statuses, words.down, format)] : []),
        ...(bound ? ['gt' in bound ? lasting.gt(bound.gt) : lasting.gte(bound.gte)] : []),
        ...(whole ? [words.down.whole(Number(whole))] : []),
        ...(down.weigh_by_share ? [weighed] : []),
      ];
    },
    maintenance: (policy: CreditPolicy, format: Format): string[] =>
      maintenanceWords(policy, words.maintenance, format),
    flagged(flagged: CreditPolicy['exclude']['flagged'], { list }: Format): string[] {
      if (flagged === 'all') return [words.flagged.all];
      return flagged.length ? [words.flagged.some(list(flagged))] : [];
    },
    tier: (tier: Tier, format: Format): string =>
      words.tier(rangeWords(tier, words, format), worth(tier, format)),
    multiple: (multiple: NonNullable<CreditPolicy['multiple']>, format: Format): string =>
      words.multiple(
        getWords(multiple, words, format),
        words.times(multiple.times),
        lostTime(multiple, words),
      ),
    steps: (steps: NonNullable<CreditPolicy['steps']>, format: Format): string =>
      words.steps(
        getWords(steps, words, format),
        format.rulePercent(steps.percent),
        lostTime(steps, words),
      ),
    /** `share`: how much of the fee in question falls to one period. */
    base({ base, period, scope }: CreditPolicy, share: string): string[] {
      const said = words.base;
      const unit = ofPeriod(period, words.unit);
      const isAccount = scope === 'account';
      const sentence = (): string => {
        if (base.fee_for === 'period') return (isAccount ? said.account : said.service)(unit);
        const whole = said.fee[base.fee_for];
        const fee = share === '1' ? whole : said.share(share, whole);
        return (isAccount ? said.accountOf : said.serviceOf)(unit, fee);
      };
      return [sentence(), ...(base.prorated ? [said.prorated] : [])];
    },
    cap: (cap: NonNullable<CreditPolicy['cap']>, format: Format): string =>
      words.cap(worth(cap, format)),
    capPerYear: (
      { percent, begins }: NonNullable<CreditPolicy['cap_per_year']>,
      { rulePercent, shortDay }: Format,
    ): string =>
      // Any year has the day.
      words.capPerYear(shortDay(Temporal.PlainDate.from(`2001-${begins}`)), rulePercent(percent)),
    minimum(minimum: NonNullable<CreditPolicy['minimum']>, { either, number }: Format): string {
      const [bound, say] =
        'gt' in minimum
          ? ([minimum.gt, words.minimum.gt] as const)
          : ([minimum.gte, words.minimum.gte] as const);
      return say(
        typeof bound === 'number'
          ? words.minimum.yours(number(bound))
          : either(Object.entries(bound).map(([code, amount]) => `${number(amount)} ${code}`)),
      );
    },
    rounding: ({ mode, per }: CreditPolicy['rounding']): string =>
      words.rounding[per](words.rounding.how[mode]),
    claim({ claim, period }: CreditPolicy): string {
      if (claim === 'automatic') return box.automatic;
      const { within, after } = claim;
      const said = words.claim;
      const time = 'days' in within ? said.days(within.days) : said.months(within.months);
      const moment = ofPeriod(period, after === 'incident' ? said.incident : said.end);
      const isToEnd = 'until' in within && within.until === 'end_of_month';
      return (isToEnd ? said.withinToEnd : said.within)(time, moment);
    },
    table: {
      ...words.table,
      caption: (period: string, currency: string | undefined): string =>
        currency ? words.table.captionIn(period, currency) : words.table.caption(period),
    },
    calculator: {
      ...words.calculator,
      fee(period: Period, currency: string | undefined): string {
        const unit = ofPeriod(period, words.unit);
        return currency ? words.calculator.feeIn(unit, currency) : words.calculator.fee(unit);
      },
    },
    box: {
      ...box,
      who: (plans: string, targets: string): string => (targets ? box.who(plans, targets) : plans),
      paid: (share: string, period: string, scope: CreditPolicy['scope']): string =>
        (scope === 'account' ? box.paid.account : box.paid.service)(share, period),
      known: { ...box.known, downtime: downtimeIn(box.known) },
      atLeast: { ...box.atLeast, downtime: downtimeIn(box.atLeast) },
    },
  };
}
