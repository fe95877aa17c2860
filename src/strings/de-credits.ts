import type { CreditPolicy, Worth } from '../domain/credits/policy/policy.ts';
import { excludedBy } from '../domain/credits/downtime/maintenance.ts';
import { listed, takesOffMaintenance } from '../domain/credits/downtime/windows.ts';
import type { credits as en } from './en-credits.ts';
import type { Format } from './format.ts';

const worth = ({ percent, days, months }: Worth, { number, rulePercent }: Format): string =>
  percent !== undefined
    ? `${rulePercent(percent)} des Entgelts`
    : days !== undefined
      ? `das Entgelt für ${days === 1 ? 'einen Tag' : `${number(days)} Tage`}`
      : `das Entgelt für ${months === 1 ? 'einen Monat' : `${number(months ?? 0)} Monate`}`;

const minutes = (count: number, { number }: Format): string =>
  count === 1 ? 'eine Minute' : `${number(count)} Minuten`;

type Lost = NonNullable<CreditPolicy['multiple'] | CreditPolicy['steps']>;

const lostTime = (
  { each_minutes: each, begun, of, after_minutes: after }: Lost,
  format: Format,
): string =>
  [
    each === undefined
      ? 'die Ausfallzeit'
      : `je ${each === 1 ? 'Minute' : minutes(each, format)} Ausfallzeit`,
    of === 'excess' ? ', die darüber hinausgeht' : '',
    begun ? ' (auch angefangene)' : '',
    after
      ? `, nach ${after === 1 ? 'der ersten Minute' : `den ersten ${minutes(after, format)}`}`
      : '',
  ].join('');

const only = ({ when }: Lost, { rulePercent }: Format): string =>
  when
    ? `Liegt die Verfügbarkeit ${'lt' in when ? `unter ${rulePercent(when.lt)}` : `bei höchstens ${rulePercent(when.lte)}`}, erhalten Sie`
    : 'Sie erhalten';

const unit = (period: CreditPolicy['period']): string =>
  period.every === 'month'
    ? 'den Monat'
    : period.every === 'quarter'
      ? 'das Quartal'
      : period.days === 1
        ? 'den Tag'
        : `die ${period.days} Tage`;

const ends = { month: 'Ende des Monats', quarter: 'Ende des Quartals', days: 'Ende des Zeitraums' };

const fees = {
  period: '',
  month: 'Ihr Entgelt für einen Monat',
  quarter: 'Ihr Entgelt für ein Quartal',
  year: 'Ihr Entgelt für ein Jahr',
};

const statuses: Record<CreditPolicy['down']['statuses'][number], string> = {
  major_outage: 'schwere Ausfälle',
  partial_outage: 'Teilausfälle',
  degraded_performance: 'Einschränkungen',
  under_maintenance: 'Wartungen',
};

function measured(
  { gt, gte, unmeasured }: NonNullable<CreditPolicy['down']['error_rate']>,
  counted: CreditPolicy['down']['statuses'],
  { list, ruleShare }: Format,
): string {
  const enough =
    gt === undefined ? `mindestens ${ruleShare(gte ?? 0)}` : `mehr als ${ruleShare(gt)}`;
  const others = counted.filter((status) => listed(unmeasured, status));
  const rest =
    others.length === 0
      ? 'zählt nichts'
      : others.length === counted.length
        ? 'zählt alles'
        : `zählen ${list(others.map((status) => statuses[status]))}`;
  return `Wo wir gemessen haben, wie viele Anfragen fehlschlugen, zählt als Ausfallzeit nur ein Anteil von ${enough}; wo nicht, ${rest}.`;
}

const weighed = (time: string, felt: string | undefined): string =>
  felt ? `${time} (von ${felt}, danach gewichtet, wie viele betroffen waren)` : time;

const rounding = {
  half_even: 'gerundet, genau die Hälfte zur geraden Ziffer',
  half_up: 'kaufmännisch gerundet',
  down: 'abgerundet',
};

const automatic = 'Sie brauchen nichts zu tun: Wir schreiben den Betrag gut.';

const span = (within: Exclude<CreditPolicy['claim'], 'automatic'>['within']): string =>
  'days' in within
    ? within.days === 1
      ? 'eines Tages'
      : `von ${within.days} Tagen`
    : within.months === 1
      ? 'eines Monats'
      : `von ${within.months} Monaten`;

/** The words of the credits page in German. */
export const credits: typeof en = {
  title: 'Gutschriften',
  description: (name) =>
    `Was ${name} Ihnen schuldet, wenn ein Dienst ausgefallen ist, und wie Sie es erhalten.`,
  none: 'Es gibt keine Regelungen für Gutschriften.',
  lead: 'War ein Dienst länger ausgefallen, als wir zusagen, schulden wir Ihnen einen Teil dessen, was Sie dafür zahlen.',
  example: 'Ein Beispiel',
  from: 'Gültig ab {day}.',
  until: 'Gültig bis {day}.',
  counting: 'Wie gerechnet wird',
  plansOf: (plans, count) =>
    `Für ${count === 1 ? 'diesen' : 'diese'} Tarif${count === 1 ? '' : 'e'}: ${plans}.`,
  allPlans: 'Für alle Tarife.',
  servicesOf: (services) => `Für diese Dienste: ${services}.`,
  allServices: 'Für alle Dienste.',

  scope: {
    account: 'Die Ausfallzeit aller dieser Dienste zählt zusammen.',
    service: 'Jeder Dienst zählt für sich, gleich in welcher Region er ausgefallen war.',
    service_and_region: 'Jeder Dienst zählt für sich, in Ihrer Region.',
  },
  period(period) {
    if (period.every === 'month')
      return `Die Verfügbarkeit wird je Kalendermonat gemessen (Zeitzone ${period.zone}).`;
    if (period.every === 'quarter')
      return `Die Verfügbarkeit wird je Quartal gemessen (Zeitzone ${period.zone})${period.first_month === 1 ? '' : `; das erste beginnt im ${['', '', 'Februar', 'März'][period.first_month]}`}.`;
    return `Die Verfügbarkeit wird ${period.days === 1 ? 'je Tag' : `über ${period.days} Tage, die an jedem Tag enden können,`} gemessen (Zeitzone ${period.zone}).`;
  },
  quarter: (name) => `Quartal ${name}`,
  down(down, format) {
    const { min_consecutive_minutes: least, error_rate: rate } = down;
    const whole = Number(down.whole_minutes);
    const longEnough = (text: string): string =>
      `Ein Ausfall zählt erst, wenn er ${text} ohne Unterbrechung dauert.`;
    return [
      `Als Ausfallzeit gelten: ${format.list(down.statuses.map((status) => statuses[status]))}.`,
      ...(rate ? [measured(rate, down.statuses, format)] : []),
      ...(typeof least === 'number' ? [longEnough(`mindestens ${minutes(least, format)}`)] : []),
      ...(typeof least === 'object' && 'gte' in least
        ? [longEnough(`mindestens ${minutes(least.gte, format)}`)]
        : []),
      ...(typeof least === 'object' && 'gt' in least
        ? [longEnough(`länger als ${minutes(least.gt, format)}`)]
        : []),
      ...(whole
        ? [
            whole === 1
              ? 'Nur volle Minuten zählen.'
              : `Nur volle Abschnitte von ${minutes(whole, format)} zählen.`,
          ]
        : []),
      ...(down.weigh_by_share
        ? [
            'Was nur einen Teil der Kunden traf, zählt anteilig: bei der Hälfte der Kunden die halbe Zeit. Wo wir wissen, wen es traf, zählt es für diese ganz und für andere nicht.',
          ]
        : []),
    ];
  },
  maintenance(policy, { exactDuration }) {
    const { down, exclude } = policy;
    const { maintenance } = exclude;
    const counts = listed(down.statuses, 'under_maintenance');
    if (!maintenance) {
      if (!counts) return ['Wartung ist keine Ausfallzeit.'];
      return down.statuses.includes('major_outage')
        ? ['Wartung zählt wie ein schwerer Ausfall.']
        : [];
    }
    const { notice, per_year: perYear } = maintenance;
    const before = notice
      ? `mindestens ${exactDuration(notice.total('milliseconds'))} vorher`
      : 'vorher';
    const most = perYear ? `, bis zu ${exactDuration(perYear.total('milliseconds'))} im Jahr` : '';
    const others =
      excludedBy(policy) === 'window'
        ? `Auch was sonst in einem Wartungsfenster am Dienst ausfällt, das wir ${before} angekündigt haben, zählt nicht${most}.`
        : 'Was während einer Wartung sonst ausfällt, zählt.';
    if (counts)
      return [
        `Wartung, die wir ${before} angekündigt haben, ist keine Ausfallzeit${most}.`,
        others,
      ];
    return [
      'Wartung ist keine Ausfallzeit.',
      ...(takesOffMaintenance(policy)
        ? [`Haben wir sie ${before} angekündigt, gehört sie auch nicht zum Zeitraum${most}.`]
        : []),
      others,
    ];
  },
  flagged(flagged, { list }) {
    if (flagged === 'all') return ['Was laut Störungsseite ausgenommen ist, zählt nicht.'];
    return flagged.length ? [`Ausgenommen, wo die Störungsseite es angibt: ${list(flagged)}.`] : [];
  },
  denominator: {
    period: 'Die Ausfallzeit wird durch den ganzen Zeitraum geteilt.',
    period_minus_maintenance:
      'Die Ausfallzeit wird durch den Zeitraum ohne solche Wartung geteilt.',
    covered: 'Die Ausfallzeit wird durch die Zeit geteilt, in der Sie im Zeitraum Kunde waren.',
    covered_minus_maintenance:
      'Die Ausfallzeit wird durch die Zeit geteilt, in der Sie im Zeitraum Kunde waren, ohne solche Wartung.',
  },
  tier(tier, format) {
    const { lt, lte = 100, gt, gte } = tier;
    const { rulePercent } = format;
    const upper = lt === undefined ? `höchstens ${rulePercent(lte)}` : `unter ${rulePercent(lt)}`;
    const lower =
      gt !== undefined
        ? ` und über ${rulePercent(gt)}`
        : gte !== undefined
          ? ` und mindestens ${rulePercent(gte)}`
          : '';
    return `Verfügbarkeit ${upper}${lower}: ${worth(tier, format)}.`;
  },
  highestTier: 'Sie werden nicht addiert: Es zählt der höchste Satz, der zutrifft.',
  multiple: (multiple, format) =>
    `${only(multiple, format)} ${multiple.times === 1 ? 'das Entgelt' : `das ${format.number(multiple.times)}-Fache des Entgelts`} für ${lostTime(multiple, format)}.`,
  steps: (steps, format) =>
    `${only(steps, format)} ${format.rulePercent(steps.percent)} des Entgelts ${lostTime(steps, format)}.`,
  base: ({ base, period, scope }, share) => [
    `Das Entgelt ist, was Sie für ${unit(period)}${scope === 'account' ? '' : ' für den Dienst'} zahlen${base.fee_for === 'period' ? '' : `: ${share === '1' ? '' : `${share} × `}${fees[base.fee_for]}`}.`,
    ...(base.prorated
      ? ['Waren Sie nur einen Teil dieser Zeit Kunde, ist es dieser Teil davon.']
      : []),
  ],
  cap: (cap, format) => `Höchstens ${worth(cap, format)}.`,
  minimum(minimum, { either, number }) {
    const [bound, word] = 'gt' in minimum ? [minimum.gt, 'mehr als'] : [minimum.gte, 'mindestens'];
    const amounts =
      typeof bound === 'number'
        ? `${number(bound)} in Ihrer Währung`
        : either(Object.entries(bound).map(([code, amount]) => `${number(amount)} ${code}`));
    return `Nur bei einem Betrag von ${word} ${amounts}.`;
  },
  stacking: {
    best: (others) =>
      `Diese Gutschrift kommt zu einer nach ${others} nicht hinzu: Nur die höchste zählt.`,
    sum: (others) => `Diese Gutschrift kommt zu einer nach ${others} hinzu.`,
    mixed: (others, undoing) =>
      `Diese Gutschrift kommt zu einer nach ${others} hinzu, es sei denn, es gibt auch eine nach ${undoing}: Dann zählt nur die höchste.`,
  },
  rounding: ({ mode, per }) =>
    `${per === 'line' ? 'Jeder Betrag wird für sich' : 'Die Summe einer Rechnung wird einmal'} ${rounding[mode]}.`,
  claim({ claim, period }) {
    if (claim === 'automatic') return automatic;
    const { within, after } = claim;
    const toEnd =
      'until' in within && within.until === 'end_of_month' ? ', bis zum Ende jenes Monats,' : '';
    return `Fordern Sie die Gutschrift innerhalb ${span(within)} nach ${after === 'incident' ? 'dem letzten Ausfall in diesem Zeitraum' : ends[period.every]}${toEnd} an. {how}`;
  },

  worked: (downtime, period, whole) =>
    `Zeitraum: ${period}, das sind ${whole}. Ein Dienst fällt davon ${downtime} aus.`,
  workedUptime: (fraction, percent) => `Die Verfügbarkeit ist ${fraction}, also ${percent}.`,
  workedCredit: (share, fee, credit) =>
    `Sie erhalten ${share} des Entgelts: Bei ${fee} sind das ${credit}.`,
  minutes: (count) => `${count} Minuten`,
  worth,

  table: {
    caption: (period, currency) =>
      `Gutschrift für einen einzelnen Ausfall (${period})${currency ? ` in ${currency}: Der Mindestbetrag hängt von der Währung ab` : ''}`,
    downtime: 'Ausfallzeit',
    uptime: 'Verfügbarkeit',
    credit: (fee) => `Gutschrift je ${fee}`,
  },
  calculator: {
    title: 'Selbst rechnen',
    minutes: 'Minuten eines Ausfalls',
    fee: (period, currency) =>
      `Was Sie für ${unit(period)} zahlen${currency ? ` (${currency})` : ''}`,
    answer: 'Gutschrift',
    private: 'Was Sie hier eingeben, verlässt diese Seite nicht.',
    expected: (minutes, fee) =>
      `Bitte einfache Zahlen wie ${minutes} und ${fee}, ohne andere Zeichen, auch zwischen Tausendern.`,
  },

  box: {
    title: 'Was Sie zurückerhalten',
    who: (plans, targets) => `${plans}${targets && `: ${targets}`}`,
    paid: (share, period, scope) =>
      `${share} dessen, was Sie ${scope === 'account' ? `für ${period}` : `für den Dienst (${period})`} zahlen`,
    partOf: (worth, period) => `${worth}, für ${period}`,
    known: {
      earns: (amount) => `Sie erhalten ${amount}`,
      uptime: (percent) => `Verfügbarkeit ${percent}`,
      downtime: (time, felt) => `Ausfallzeit ${weighed(time, felt)}`,
    },
    atLeast: {
      earns: (amount) => `Sie erhalten mindestens ${amount}`,
      uptime: (percent) => `Verfügbarkeit höchstens ${percent}`,
      downtime: (time, felt) => `Ausfallzeit mindestens ${weighed(time, felt)}`,
    },
    notKnown: (period) => `Für ${period} noch nicht bekannt`,
    endUnknown: 'Wir wissen nicht von jedem Ausfall, wann er endete; es kann also mehr sein.',
    soFar: 'Der Zeitraum ist noch nicht zu Ende; es kann also noch mehr werden.',
    until: 'Fordern Sie die Gutschrift bis zum {day} an. {how}',
    ask: 'Fordern Sie die Gutschrift an. {how}',
    automatic,
    rule: (policy) => `Die Regelung: ${policy}`,
    ruleThen: (policy, from) => `Die Regelung: ${policy} in der Fassung vom ${from}.`,
    everyPlan: 'Alle Tarife',
  },
};
