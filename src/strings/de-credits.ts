import type { credits as en } from './en-credits.ts';
import type { TextsOf } from './says.ts';

/** The words of the credits page in German. */
export const credits: TextsOf<typeof en> = {
  title: 'Gutschriften',
  description:
    'Was {name} Ihnen schuldet, wenn ein Dienst ausgefallen ist, und wie Sie es erhalten.',
  none: 'Es gibt keine Regelungen für Gutschriften.',
  lead: 'War ein Dienst länger ausgefallen, als wir zusagen, schulden wir Ihnen einen Teil dessen, was Sie dafür zahlen.',
  example: 'Ein Beispiel',
  from: 'Gültig ab {day}.',
  until: 'Gültig bis {day}.',
  counting: 'Wie gerechnet wird',
  plansOf: {
    one: 'Für diesen Tarif: {plans}.',
    other: 'Für diese Tarife: {plans}.',
  },
  allPlans: 'Für alle Tarife.',
  servicesOf: 'Für diese Dienste: {services}.',
  allServices: 'Für alle Dienste.',

  scope: {
    account: 'Die Ausfallzeit aller dieser Dienste zählt zusammen.',
    service: 'Jeder Dienst zählt für sich, gleich in welcher Region er ausgefallen war.',
    service_and_region: 'Jeder Dienst zählt für sich, in Ihrer Region.',
  },
  period: {
    month: 'Die Verfügbarkeit wird je Kalendermonat gemessen (Zeitzone {zone}).',
    quarter: {
      january: 'Die Verfügbarkeit wird je Quartal gemessen (Zeitzone {zone}).',
      february:
        'Die Verfügbarkeit wird je Quartal gemessen (Zeitzone {zone}); das erste beginnt im Februar.',
      march:
        'Die Verfügbarkeit wird je Quartal gemessen (Zeitzone {zone}); das erste beginnt im März.',
    },
    days: {
      one: 'Die Verfügbarkeit wird je Tag gemessen (Zeitzone {zone}).',
      other:
        'Die Verfügbarkeit wird über # Tage, die an jedem Tag enden können, gemessen (Zeitzone {zone}).',
    },
  },
  quarter: 'Quartal {name}',
  down: {
    statuses: 'Als Ausfallzeit gelten: {statuses}.',
    status: {
      major_outage: 'schwere Ausfälle',
      partial_outage: 'Teilausfälle',
      degraded_performance: 'Einschränkungen',
      under_maintenance: 'Wartungen',
    },
    measured: {
      nothingElse:
        'Wo wir gemessen haben, wie viele Anfragen fehlschlugen, zählt als Ausfallzeit nur ein Anteil von {share}; wo nicht, zählt nichts.',
      allElse:
        'Wo wir gemessen haben, wie viele Anfragen fehlschlugen, zählt als Ausfallzeit nur ein Anteil von {share}; wo nicht, zählt alles.',
      someElse:
        'Wo wir gemessen haben, wie viele Anfragen fehlschlugen, zählt als Ausfallzeit nur ein Anteil von {share}; wo nicht, zählen {statuses}.',
    },
    share: { gte: 'mindestens {share}', gt: 'mehr als {share}' },
    lasting: {
      gte: {
        one: 'Ein Ausfall zählt erst, wenn er mindestens eine Minute ohne Unterbrechung dauert.',
        other: 'Ein Ausfall zählt erst, wenn er mindestens # Minuten ohne Unterbrechung dauert.',
      },
      gt: {
        one: 'Ein Ausfall zählt erst, wenn er länger als eine Minute ohne Unterbrechung dauert.',
        other: 'Ein Ausfall zählt erst, wenn er länger als # Minuten ohne Unterbrechung dauert.',
      },
    },
    whole: {
      one: 'Nur volle Minuten zählen.',
      other: 'Nur volle Abschnitte von # Minuten zählen.',
    },
    weighed:
      'Was nur einen Teil der Kunden traf, zählt anteilig: bei der Hälfte der Kunden die halbe Zeit. Wo wir wissen, wen es traf, zählt es für diese ganz und für andere nicht.',
  },
  maintenance: {
    isNone: 'Wartung ist keine Ausfallzeit.',
    isOutage: 'Wartung zählt wie ein schwerer Ausfall.',
    before: { any: 'vorher', least: 'mindestens {time} vorher' },
    ifAnnounced: {
      always: 'Wartung, die wir {before} angekündigt haben, ist keine Ausfallzeit.',
      upTo: 'Wartung, die wir {before} angekündigt haben, ist keine Ausfallzeit, bis zu {time} im Jahr.',
    },
    offPeriod: {
      always: 'Haben wir sie {before} angekündigt, gehört sie auch nicht zum Zeitraum.',
      upTo: 'Haben wir sie {before} angekündigt, gehört sie auch nicht zum Zeitraum, bis zu {time} im Jahr.',
    },
    inWindow: {
      always:
        'Auch was sonst in einem Wartungsfenster am Dienst ausfällt, das wir {before} angekündigt haben, zählt nicht.',
      upTo: 'Auch was sonst in einem Wartungsfenster am Dienst ausfällt, das wir {before} angekündigt haben, zählt nicht, bis zu {time} im Jahr.',
    },
    othersCount: 'Was während einer Wartung sonst ausfällt, zählt.',
  },
  flagged: {
    all: 'Was laut Störungsseite ausgenommen ist, zählt nicht.',
    some: 'Ausgenommen, wo die Störungsseite es angibt: {reasons}.',
  },
  denominator: {
    period: 'Die Ausfallzeit wird durch den ganzen Zeitraum geteilt.',
    period_minus_maintenance:
      'Die Ausfallzeit wird durch den Zeitraum ohne solche Wartung geteilt.',
    covered: 'Die Ausfallzeit wird durch die Zeit geteilt, in der Sie im Zeitraum Kunde waren.',
    covered_minus_maintenance:
      'Die Ausfallzeit wird durch die Zeit geteilt, in der Sie im Zeitraum Kunde waren, ohne solche Wartung.',
  },
  tier: 'Verfügbarkeit {range}: {worth}.',
  range: {
    lt: 'unter {percent}',
    lte: 'höchstens {percent}',
    andGt: '{upper} und über {percent}',
    andGte: '{upper} und mindestens {percent}',
  },
  worth: {
    percent: '{percent} des Entgelts',
    days: { one: 'das Entgelt für einen Tag', other: 'das Entgelt für # Tage' },
    months: {
      one: 'das Entgelt für einen Monat',
      other: 'das Entgelt für # Monate',
    },
  },
  highestTier: 'Sie werden nicht addiert: Es zählt der höchste Satz, der zutrifft.',
  get: {
    lt: 'Liegt die Verfügbarkeit unter {percent}, erhalten Sie',
    lte: 'Liegt die Verfügbarkeit bei höchstens {percent}, erhalten Sie',
    always: 'Sie erhalten',
  },
  multiple: '{get} {fee} für {lost}.',
  times: { one: 'das Entgelt', other: 'das #-Fache des Entgelts' },
  steps: '{get} {percent} des Entgelts {lost}.',
  lost: {
    all: 'die Ausfallzeit',
    each: { one: 'je Minute Ausfallzeit', other: 'je # Minuten Ausfallzeit' },
    excess: '{lost}, die darüber hinausgeht',
    begun: '{lost} (auch angefangene)',
    after: {
      one: '{lost}, nach der ersten Minute',
      other: '{lost}, nach den ersten # Minuten',
    },
  },
  base: {
    account: 'Das Entgelt ist, was Sie für {unit} zahlen.',
    service: 'Das Entgelt ist, was Sie für {unit} für den Dienst zahlen.',
    accountOf: 'Das Entgelt ist, was Sie für {unit} zahlen: {fee}.',
    serviceOf: 'Das Entgelt ist, was Sie für {unit} für den Dienst zahlen: {fee}.',
    share: '{share} × {fee}',
    fee: {
      month: 'Ihr Entgelt für einen Monat',
      quarter: 'Ihr Entgelt für ein Quartal',
      year: 'Ihr Entgelt für ein Jahr',
    },
    prorated: 'Waren Sie nur einen Teil dieser Zeit Kunde, ist es dieser Teil davon.',
  },
  unit: {
    month: 'den Monat',
    quarter: 'das Quartal',
    days: { one: 'den Tag', other: 'die # Tage' },
  },
  cap: 'Höchstens {worth}.',
  capPerYear:
    'In einem Jahr, das am {day} beginnt, höchstens {percent} von dem, was Sie für ein Jahr zahlen.',
  minimum: {
    gt: 'Nur bei einem Betrag von mehr als {amounts}.',
    gte: 'Nur bei einem Betrag von mindestens {amounts}.',
    yours: '{amount} in Ihrer Währung',
  },
  stacking: {
    best: 'Diese Gutschrift kommt zu einer nach {others} nicht hinzu: Nur die höchste zählt.',
    sum: 'Diese Gutschrift kommt zu einer nach {others} hinzu.',
    mixed:
      'Diese Gutschrift kommt zu einer nach {others} hinzu, es sei denn, es gibt auch eine nach {undoing}: Dann zählt nur die höchste.',
  },
  rounding: {
    line: 'Jeder Betrag wird für sich {how}.',
    total: 'Die Summe einer Rechnung wird einmal {how}.',
    how: {
      half_even: 'gerundet, genau die Hälfte zur geraden Ziffer',
      half_up: 'kaufmännisch gerundet',
      down: 'abgerundet',
    },
  },
  claim: {
    within: 'Fordern Sie die Gutschrift innerhalb {time} nach {moment} an. {how}',
    withinToEnd:
      'Fordern Sie die Gutschrift innerhalb {time} nach {moment}, bis zum Ende jenes Monats, an. {how}',
    days: { one: 'eines Tages', other: 'von # Tagen' },
    months: { one: 'eines Monats', other: 'von # Monaten' },
    incident: {
      month: 'dem letzten Ausfall in diesem Zeitraum',
      quarter: 'dem letzten Ausfall in diesem Zeitraum',
      days: {
        one: 'dem letzten Ausfall an diesem Tag',
        other: 'dem letzten Ausfall in diesen # Tagen',
      },
    },
    end: {
      month: 'Ende des Monats',
      quarter: 'Ende des Quartals',
      days: { one: 'Ende des Tages', other: 'Ende der # Tage' },
    },
  },

  worked: 'Zeitraum: {period}, das sind {whole}. Ein Dienst fällt davon {downtime} aus.',
  workedUptime: 'Die Verfügbarkeit ist {fraction}, also {percent}.',
  workedCredit: 'Sie erhalten {share} des Entgelts: Bei {fee} sind das {credit}.',
  minutes: '{count} Minuten',

  table: {
    caption: 'Gutschrift für einen einzelnen Ausfall ({period})',
    captionIn:
      'Gutschrift für einen einzelnen Ausfall ({period}) in {currency}: Der Mindestbetrag hängt von der Währung ab',
    downtime: 'Ausfallzeit',
    uptime: 'Verfügbarkeit',
    credit: 'Gutschrift je {fee}',
  },
  calculator: {
    title: 'Selbst rechnen',
    minutes: 'Minuten eines Ausfalls',
    fee: 'Was Sie für {unit} zahlen',
    feeIn: 'Was Sie für {unit} zahlen ({currency})',
    answer: 'Gutschrift',
    private: 'Was Sie hier eingeben, verlässt diese Seite nicht.',
    expected:
      'Bitte einfache Zahlen wie {minutes} und {fee}, ohne andere Zeichen, auch zwischen Tausendern.',
  },

  box: {
    title: 'Was Sie zurückerhalten',
    who: '{plans}: {targets}',
    paid: {
      account: '{share} dessen, was Sie für {period} zahlen',
      service: '{share} dessen, was Sie für den Dienst ({period}) zahlen',
    },
    partOf: '{worth}, für {period}',
    known: {
      earns: 'Sie erhalten {amount}',
      uptime: 'Verfügbarkeit {percent}',
      downtime: 'Ausfallzeit {time}',
    },
    atLeast: {
      earns: 'Sie erhalten mindestens {amount}',
      uptime: 'Verfügbarkeit höchstens {percent}',
      downtime: 'Ausfallzeit mindestens {time}',
    },
    weighed: '{time} (von {felt}, danach gewichtet, wie viele betroffen waren)',
    notKnown: 'Für {period} noch nicht bekannt',
    endUnknown: 'Wir wissen nicht von jedem Ausfall, wann er endete; es kann also mehr sein.',
    soFar: 'Der Zeitraum ist noch nicht zu Ende; es kann also noch mehr werden.',
    until: 'Fordern Sie die Gutschrift bis zum {day} an. {how}',
    ask: 'Fordern Sie die Gutschrift an. {how}',
    automatic: 'Sie brauchen nichts zu tun: Wir schreiben den Betrag gut.',
    rule: 'Die Regelung: {policy}',
    ruleThen: 'Die Regelung: {policy} in der Fassung vom {from}.',
    everyPlan: 'Alle Tarife',
  },
};
