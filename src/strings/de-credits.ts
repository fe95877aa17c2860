import type { CreditPolicy, Tier } from '../domain/credits/policy.ts';
import type { credits as en } from './en-credits.ts';
import type { Format } from './format.ts';

const worth = ({ percent, days, months }: Pick<Tier, 'percent' | 'days' | 'months'>, { number, rulePercent }: Format): string =>
  percent !== undefined
    ? `${rulePercent(percent)} des Entgelts`
    : days !== undefined
      ? `das Entgelt für ${days === 1 ? 'einen Tag' : `${number(days)} Tage`}`
      : `das Entgelt für ${months === 1 ? 'einen Monat' : `${number(months ?? 0)} Monate`}`;

const minutes = (count: number, { number }: Format): string => (count === 1 ? 'eine Minute' : `${number(count)} Minuten`);

const statuses: Record<CreditPolicy['down']['statuses'][number], string> = {
  major_outage: 'schwere Ausfälle',
  partial_outage: 'Teilausfälle',
  degraded_performance: 'Einschränkungen',
  under_maintenance: 'Wartungen',
};

const rounding = {
  half_even: 'gerundet, genau die Hälfte zur geraden Ziffer',
  half_up: 'kaufmännisch gerundet',
  down: 'abgerundet',
};

/** The words of the credits page in German. */
export const credits: typeof en = {
  title: 'Gutschriften',
  description: (name) => `Was ${name} Ihnen schuldet, wenn ein Dienst ausgefallen ist, und wie Sie es erhalten.`,
  none: 'Es gibt keine Regelungen für Gutschriften.',
  lead: 'War ein Dienst länger ausgefallen, als wir zusagen, schulden wir Ihnen einen Teil dessen, was Sie dafür zahlen.',
  example: 'Ein Beispiel',
  from: 'Gültig ab {day}.',
  until: 'Gültig bis {day}.',
  plansOf: (plans) => `Für diese Tarife: ${plans}.`,
  allPlans: 'Für alle Tarife.',
  servicesOf: (services) => `Für diese Dienste: ${services}.`,
  allServices: 'Für alle Dienste.',

  scope: {
    account: 'Die Ausfallzeit aller dieser Dienste zählt zusammen.',
    service: 'Jeder Dienst zählt für sich, gleich in welcher Region er ausgefallen war.',
    service_and_region: 'Jeder Dienst zählt für sich, in Ihrer Region.',
  },
  period(period) {
    if (period.every === 'month') return `Die Verfügbarkeit wird je Kalendermonat gemessen (Zeitzone ${period.zone}).`;
    if (period.every === 'quarter')
      return `Die Verfügbarkeit wird je Quartal gemessen (Zeitzone ${period.zone})${period.first_month === 1 ? '' : `; das erste beginnt im ${['', '', 'Februar', 'März'][period.first_month]}`}.`;
    return `Die Verfügbarkeit wird über ${period.days === 1 ? 'einen Tag' : `${period.days} Tage`} gemessen (Zeitzone ${period.zone}).`;
  },
  down(down, format) {
    const least = down.min_consecutive_minutes;
    const unit = down.whole_minutes === true ? 1 : down.whole_minutes;
    const rate = down.error_rate;
    return [
      `Als Ausfallzeit gelten: ${format.list(down.statuses.map((status) => statuses[status]))}.`,
      ...(rate
        ? [
            `Wo wir gemessen haben, wie viele Anfragen fehlschlugen, zählt als Ausfallzeit nur ein Anteil von ${rate.gt !== undefined ? `mehr als ${format.ruleShare(rate.gt)}` : `mindestens ${format.ruleShare(rate.gte ?? 0)}`}.`,
          ]
        : []),
      ...(least === undefined
        ? []
        : [
            `Ein Ausfall zählt erst, wenn er ${typeof least === 'object' && 'gt' in least ? `länger als ${minutes(least.gt, format)}` : `mindestens ${minutes(typeof least === 'number' ? least : least.gte, format)}`} ohne Unterbrechung dauert.`,
          ]),
      ...(unit ? [unit === 1 ? 'Nur volle Minuten zählen.' : `Nur volle Abschnitte von ${minutes(unit, format)} zählen.`] : []),
      ...(down.weigh_by_share ? ['Was nur einen Teil der Kunden traf, zählt anteilig: bei der Hälfte der Kunden die halbe Zeit.'] : []),
    ];
  },
  exclude({ maintenance, flagged }, { duration, list }) {
    const notice = maintenance?.notice ? `mindestens ${duration(maintenance.notice.total('milliseconds'))} vorher` : 'vorher';
    const perYear = maintenance?.per_year && `, bis zu ${duration(maintenance.per_year.total('milliseconds'))} im Jahr`;
    return [
      maintenance
        ? `Wartung, die wir ${notice} angekündigt haben, ist keine Ausfallzeit${perYear ?? ''}.`
        : 'Auch Wartung ist Ausfallzeit.',
      ...(flagged === 'all'
        ? ['Was laut Störungsseite ausgenommen ist, zählt nicht.']
        : flagged.length
          ? [`Ausgenommen, wo die Störungsseite es angibt: ${list(flagged)}.`]
          : []),
    ];
  },
  denominator: {
    period: 'Die Ausfallzeit wird durch den ganzen Zeitraum geteilt.',
    period_minus_maintenance: 'Die Ausfallzeit wird durch den Zeitraum ohne solche Wartung geteilt.',
    covered: 'Die Ausfallzeit wird durch die Zeit geteilt, in der Sie im Zeitraum Kunde waren.',
    covered_minus_maintenance: 'Die Ausfallzeit wird durch die Zeit geteilt, in der Sie im Zeitraum Kunde waren, ohne solche Wartung.',
  },
  tier(tier, format) {
    const { lt, lte = 100, gt, gte } = tier;
    const { rulePercent } = format;
    const upper = lt === undefined ? `höchstens ${rulePercent(lte)}` : `unter ${rulePercent(lt)}`;
    const lower = gt !== undefined ? ` und über ${rulePercent(gt)}` : gte !== undefined ? ` und mindestens ${rulePercent(gte)}` : '';
    return `Verfügbarkeit ${upper}${lower}: ${worth(tier, format)}.`;
  },
  multiple({ times, of, when }, { number, rulePercent }) {
    const bound = when && ('lt' in when ? `unter ${rulePercent(when.lt)}` : `bei höchstens ${rulePercent(when.lte)}`);
    return `${bound ? `Liegt die Verfügbarkeit ${bound}, erhalten Sie` : 'Sie erhalten'} ${times === 1 ? 'das Entgelt' : `das ${number(times)}-Fache des Entgelts`} für die Ausfallzeit${of === 'excess' ? ', die darüber hinausgeht' : ''}.`;
  },
  steps({ each_minutes: each, percent, begun, after_minutes: after }, format) {
    const step = each === 1 ? 'Minute' : minutes(each, format);
    const first = after === 1 ? 'der ersten Minute' : `den ersten ${minutes(after, format)}`;
    return `Sie erhalten ${format.rulePercent(percent)} des Entgelts je ${step} Ausfallzeit${begun ? ' (auch angefangene)' : ''}${after ? `, nach ${first}` : ''}.`;
  },
  cap: (cap, format) => `Höchstens ${worth(cap, format)}.`,
  minimum(minimum, { list, number }) {
    const [bound, word] = 'gt' in minimum ? [minimum.gt, 'mehr als'] : [minimum.gte, 'mindestens'];
    const amounts =
      typeof bound === 'number'
        ? `${number(bound)} in Ihrer Währung`
        : list(Object.entries(bound).map(([code, amount]) => `${number(amount)} ${code}`));
    return `Nur bei einem Betrag von ${word} ${amounts}.`;
  },
  stacking: {
    best: 'Schreibt eine andere Regelung für dasselbe etwas gut, erhalten Sie den höheren der beiden Beträge.',
    sum: 'Der Betrag kommt zu dem hinzu, was andere Regelungen gutschreiben.',
  },
  rounding: ({ mode, per }) =>
    `${per === 'line' ? 'Jeder Betrag wird für sich' : 'Die Summe einer Rechnung wird einmal'} ${rounding[mode]}.`,
  automatic: 'Sie brauchen nichts zu tun: Wir schreiben den Betrag auf Ihrer nächsten Rechnung gut.',
  within: {
    days: (count) => (count === 1 ? 'eines Tages' : `von ${count} Tagen`),
    months: (count) => (count === 1 ? 'eines Monats' : `von ${count} Monaten`),
  },
  claim: (within, after) =>
    `Fordern Sie die Gutschrift innerhalb ${within} nach ${after === 'incident' ? 'der Störung' : 'Ende des Zeitraums'} an. {how}`,

  worked: (downtime, period, whole) => `Zeitraum: ${period}, das sind ${whole}. Ein Dienst fällt davon ${downtime} aus.`,
  workedUptime: (fraction, percent) => `Die Verfügbarkeit ist ${fraction}, also ${percent}.`,
  workedCredit: (share, fee, credit) => `Sie erhalten ${share} des Entgelts: Bei ${fee} sind das ${credit}.`,
  minutes: (count) => `${count} Minuten`,

  table: {
    caption: (period) => `Gutschrift für einen einzelnen Ausfall (${period})`,
    downtime: 'Ausfallzeit',
    uptime: 'Verfügbarkeit',
    credit: (fee) => `Gutschrift je ${fee}`,
  },
  calculator: {
    title: 'Selbst rechnen',
    minutes: 'Minuten Ausfallzeit, die zählen',
    fee: 'Was Sie für den Zeitraum zahlen',
    answer: 'Gutschrift',
    private: 'Was Sie hier eingeben, verlässt diese Seite nicht.',
  },

  box: {
    title: 'Was Sie zurückerhalten',
    who: (plans, targets) => `${plans}${targets && `: ${targets}`}`,
    downtime: 'Ausfallzeit ({period}): {time}',
    uptime: (percent) => `Verfügbarkeit ${percent}`,
    earns: (share) => `${share} des Entgelts`,
    soFar: 'Der Zeitraum ist noch nicht zu Ende; es kann also noch mehr werden.',
    until: 'Fordern Sie die Gutschrift bis zum {day} an. {how}',
    automatic: 'Sie brauchen nichts zu tun: Wir schreiben den Betrag auf Ihrer nächsten Rechnung gut.',
    rule: 'Die Regelung und wie wir rechnen',
    everyPlan: 'Alle Tarife',
  },
};
