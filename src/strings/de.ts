import type { Status } from '../domain/status.ts';
import { countIn } from './count.ts';
import { credits } from './de-credits.ts';
import { letters } from './de-letters.ts';
import { follow } from './de-follow.ts';
import type { Strings } from './en.ts';

const count = countIn('de');

const impact: Record<Status, string> = {
  operational: 'Normalbetrieb',
  under_maintenance: 'Wartung',
  degraded_performance: 'Einschränkung',
  partial_outage: 'Teilausfall',
  major_outage: 'schwerer Ausfall',
};

/** German. Times, numbers and lists come in the form that has no case: sentences are built so that they need none. */
export const de: Strings = {
  siteTitle: (name) => `Status von ${name}`,
  skip: 'Zum Inhalt springen',
  navigation: 'Hauptmenü',
  nav: {
    home: 'Status',
    incidents: 'Verlauf',
    postmortems: 'Berichte',
    promises: 'Zusagen',
    search: 'Suche',
  },
  feeds: { all: 'Störungen und Berichte (RSS)', postmortems: 'Berichte (RSS)' },
  contact: 'Kontakt',

  status: {
    operational: 'In Betrieb',
    under_maintenance: 'Wartung',
    degraded_performance: 'Eingeschränkt',
    partial_outage: 'Teilausfall',
    major_outage: 'Schwerer Ausfall',
  },
  updateStatus: {
    information: 'Information',
    investigating: 'Wird untersucht',
    identified: 'Ursache gefunden',
    monitoring: 'Behoben, wird beobachtet',
    resolved: 'Behoben',
    scheduled: 'Geplant',
    in_progress: 'Läuft',
    running_over: 'Dauert länger als angekündigt',
    completed: 'Abgeschlossen',
    past_end: 'Geplantes Ende vorbei',
  },
  kind: { incident: 'Störung', maintenance: 'Wartung', notice: 'Mitteilung' },

  headline(headline) {
    switch (headline.type) {
      case 'calm':
        return 'Alle Dienste funktionieren.';
      case 'service':
        return [
          `${headline.service.name}: ${impact[headline.status]}.`,
          ...(headline.others
            ? [
                count(headline.others, {
                  one: '# weiterer Dienst ist gestört.',
                  other: '# weitere Dienste sind gestört.',
                }),
              ]
            : []),
        ].join(' ');
      case 'several':
        return count(
          headline.count,
          {
            incident: { one: '# Störung dauert an.', other: '# Störungen dauern an.' },
            notice: { one: '# Mitteilung ist aktuell.', other: '# Mitteilungen sind aktuell.' },
            maintenance: { one: 'Eine Wartung läuft.', other: '# Wartungen laufen.' },
          }[headline.kind],
        );
    }
  },
  maintenanceNow: (title) => `Wartung läuft: ${title}`,
  maintenancePast: (title) => `Das geplante Ende ist vorbei: ${title}`,
  maintenancesPast: 'Das geplante Ende aller Wartungen ist vorbei.',
  noticeNow: (title) => `Mitteilung: ${title}`,
  rest(rest, headline) {
    if (headline.type === 'calm') return '';
    return {
      all_working: 'Alle Dienste funktionieren.',
      others_working: 'Alles andere funktioniert.',
      others_maintained: 'Alles andere funktioniert oder wird gewartet.',
      others_troubled: 'Auch andere Dienste sind gestört.',
      no_others: '',
    }[rest];
  },
  stale: {
    main: (date) => `Am ${date} funktionierten alle Dienste.`,
    rest: (date) => `Diese Seite wurde seit dem ${date} nicht erneuert.`,
  },
  asOf: 'Stand: {time}.',

  home: {
    description: (name) =>
      `Wie es um ${name} steht, was nicht funktioniert hat und was wir zugesagt haben.`,
    now: 'Aktuell',
    alsoNow: 'Ebenfalls aktuell',
    upcoming: 'Geplante Wartung',
    services: 'Dienste',
    allServices: 'Alle Dienste, Tag für Tag',
    postmortems: 'Neueste Berichte',
    allPostmortems: 'Alle Berichte',
    resolved: 'Zuletzt behoben',
    allIncidents: 'Alle Störungen, Wartungen und Mitteilungen',
  },

  strip: {
    today: 'heute',
    key: 'Jeder Balken ist ein Tag: je höher, desto schlimmer. Ein hohler hat keine Daten.',
    recent: (days) => count(days, { one: 'letzter Tag', other: 'letzte # Tage' }),
    badDays: (days, status, titles) => `${days}: ${status}. ${titles}`,
    label(name, period, found) {
      const of = (state: keyof typeof found, forms: { one: string; other: string }): string[] =>
        found[state] ? [count(found[state], forms)] : [];
      const trouble = [
        ...of('major_outage', {
          one: '# Tag mit schwerem Ausfall',
          other: '# Tage mit schwerem Ausfall',
        }),
        ...of('partial_outage', { one: '# Tag mit Teilausfall', other: '# Tage mit Teilausfall' }),
        ...of('degraded_performance', {
          one: '# Tag mit Einschränkung',
          other: '# Tage mit Einschränkung',
        }),
        ...of('under_maintenance', { one: '# Tag mit Wartung', other: '# Tage mit Wartung' }),
        ...of('no_data', { one: '# Tag ohne Daten', other: '# Tage ohne Daten' }),
      ];
      const quiet = count(found.operational ?? 0, { one: '# Tag', other: '# Tage' });
      return `${name}, ${period}: ${quiet} ohne Störung${trouble.length ? `; ${trouble.join('; ')}` : ''}.`;
    },
  },
  uptime: {
    over: (days) => count(days, { one: '{percent} an # Tag', other: '{percent} in # Tagen' }),
    since: '{percent} seit dem {day}',
    none: 'Noch keine Daten',
    atMost: (percent) => `höchstens ${percent}`,
    uncertain: ({ ends, announcements }) =>
      [
        ...(ends
          ? [
              count(ends, {
                one: 'bei # Beeinträchtigung ist nicht bekannt, wann sie endete',
                other: 'bei # Beeinträchtigungen ist nicht bekannt, wann sie endeten',
              }),
            ]
          : []),
        ...(announcements
          ? [
              count(announcements, {
                one: 'bei # Wartung ist nicht bekannt, ob sie angekündigt war',
                other: 'bei # Wartungen ist nicht bekannt, ob sie angekündigt waren',
              }),
            ]
          : []),
      ].join('; '),
  },

  services: {
    title: 'Dienste',
    description: (name) => `Die Dienste von ${name} und ihr Jahr, Tag für Tag.`,
  },
  service: {
    description: (name) =>
      `Wie es um ${name} steht, was bisher nicht funktioniert hat, und die Verfügbarkeit Monat für Monat.`,
    recent: (days) => count(days, { one: 'Der letzte Tag', other: 'Die letzten # Tage' }),
    year: (year) => `${year} Tag für Tag`,
    months: 'Verfügbarkeit nach Monaten',
    monthsShown: (shown) => `Die letzten ${shown} Monate; frühere sind in ihrem Jahr enthalten.`,
    years: 'Verfügbarkeit nach Jahren',
    soFar: (period) => `${period}, bisher`,
    down: (time) => `${time} Ausfallzeit`,
    quiet: 'Keine Ausfallzeit',
    quietAsKnown: 'Keine Ausfallzeit bekannt',
    policy: (major, partial, degraded) =>
      `Ausfallzeit ist die Dauer schwerer Ausfälle × ${major}, von Teilausfällen × ${partial} und von Einschränkungen × ${degraded}. Überschneiden sich Beeinträchtigungen, zählt die schwerste. Angekündigte Wartung zählt nicht; was länger dauert als angekündigt, zählt wie ein schwerer Ausfall. Prozentwerte sind abgerundet.`,
    credits: 'Für Gutschriften gelten eigene Regeln',
    incidents: 'Was geschehen ist',
    latest: (shown) => `Die neuesten ${shown}.`,
    nothing: 'Bei diesem Dienst ist noch nichts vorgefallen.',
  },
  breakdown: {
    line: (inside, weight, result) => `${inside} × ${weight} = ${result}`,
    announced: (time) => `${time} angekündigt, nicht gezählt`,
    overlapped: (time) =>
      `${time} schon bei einer anderen, mindestens ebenso schweren Beeinträchtigung gezählt`,
    unknownEnd: 'das Ende ist nicht bekannt; nicht gezählt',
    unknownAnnouncement: (time) => `${time} ohne bekannte Ankündigung; nicht gezählt`,
    sum: 'Ausfallzeit',
    whole: 'Gesamte Zeit',
    share: 'Verfügbarkeit',
    division: (whole, down, percent) => `(${whole} − ${down}) ÷ ${whole} = ${percent}`,
    cut: (percent) => `angezeigt als ${percent}`,
  },

  update: {
    latest: 'Letzte Meldung',
    next: 'Die nächste Meldung folgt bis {time}.',
    overdue: 'Die nächste Meldung war für {time} zugesagt und ist überfällig.',
    passed: (asOf) =>
      `Die nächste Meldung war bis {time} zugesagt. Diese Seite zeigt den Stand von ${asOf}; neu geladen zeigt sie vielleicht mehr.`,
  },
  workaround: { label: 'Was Sie bis dahin tun können', none: 'Eine Zwischenlösung gibt es nicht.' },
  pastWorkaround: {
    label: 'Was Sie in dieser Zeit tun konnten',
    none: 'Eine Zwischenlösung gab es nicht.',
  },
  affected: {
    link: 'Ich bin betroffen',
    subject: (title) => `Ich bin betroffen: ${title}`,
  },
  followAlong: 'Alle Meldungen',

  incident: {
    description: {
      incident: (services) => `Was mit ${services} geschah, wann, und was wir dazu gemeldet haben.`,
      maintenance: (services) =>
        `Geplante Arbeiten an ${services}: wann, und was wir dazu gemeldet haben.`,
      notice: () => 'Eine Mitteilung an unsere Kunden, und was wir dazu gemeldet haben.',
    },
    description_anything: 'unseren Diensten',
    severity: 'Schweregrad',
    noticed: 'Bemerkt',
    by: {
      monitor: 'durch unsere Überwachung',
      staff: 'durch unser Team',
      customer: 'durch eine Kundenmeldung',
    },
    noticedAfter: (time) => `${time} nach Beginn`,
    noticedBefore: (time) => `${time} vor Beginn`,
    noticedAtOnce: 'Gleich zu Beginn',
    announced: 'Angekündigt',
    notKnown: 'nicht bekannt',
    scheduled: 'Geplant',
    began: 'Beginn',
    published: 'Veröffentlicht',
    lasted: 'Dauer',
    impact: {
      past: 'Was betroffen war',
      open: 'Was betroffen ist',
      planned: 'Was betroffen sein wird',
    },
    regions: (regions) => `nur ${regions}`,
    share: (share) => `${share} betroffen`,
    errorRate: (share) => `${share} der Anfragen fehlgeschlagen`,
    window: {
      known: '{from} bis {to}',
      runningOver: '{from} bis {to}. Seither dauert sie länger als angekündigt.',
      ranOver: '{from} bis {to}. Sie dauerte länger als angekündigt.',
      passed: (asOf) =>
        `{from} bis {to}. Diese Seite zeigt den Stand von ${asOf}; neu geladen zeigt sie, ob die Wartung vorbei ist.`,
      notAnnounced: 'nicht angekündigt',
      open: 'seit {from}',
      unknown: 'ab {from}; das Ende ist nicht bekannt',
      soFar: (time) => `bisher ${time}`,
      over: (status) => `${status}, vorbei`,
    },
    timeline: 'Ablauf',
    zone: (zone) => `Älteste zuerst. Zeitzone: ${zone}.`,
    postmortem: 'Bericht',
    promised: 'Wir haben einen Bericht bis {time} zugesagt.',
    promisedOverdue: 'Wir haben einen Bericht bis {time} zugesagt; er ist überfällig.',
  },
  duration: {
    soFar: (time) => `bisher ${time}`,
    atLeast: (time) => `mindestens ${time}`,
    unknown: 'nicht bekannt',
  },

  timeline: {
    announced: 'Angekündigt.',
    moved: {
      from: 'Verlegt. Nicht mehr gültig: {from} bis {to}.',
      unknown: 'Verlegt. Von welchen Zeiten, ist nicht bekannt.',
    },
    ran_over: 'Das angekündigte Ende war erreicht, und die Arbeiten gingen weiter.',
    began: (what) => `Beginn: ${what}.`,
    ended: (what) => `Ende: ${what}.`,
    of: (found, services) => `${impact[found]} bei ${services}`,
    and: '; ',
    detected: {
      monitor: 'Von unserer Überwachung bemerkt.',
      staff: 'Von unserem Team bemerkt.',
      customer: 'Durch eine Kundenmeldung bemerkt.',
    },
  },

  history: {
    title: 'Verlauf',
    description: (name) => `Alle Störungen, Wartungen und Mitteilungen von ${name}.`,
    latest: (shown) => `Die neuesten ${shown}. Alles Ältere finden Sie nach Jahren geordnet.`,
    ofYear: (year) => `Verlauf ${year}`,
    ofMonth: (month) => `Verlauf ${month}`,
    ofPart: (title, part) => `${title}, Teil ${part}`,
    years: 'Nach Jahren',
    months: 'Nach Monaten',
    parts: 'Teile',
    part: (part) => `Teil ${part}`,
    entries: (n) => count(n, { one: '# Eintrag', other: '# Einträge' }),
    nothing: 'Es ist noch nichts vorgefallen.',
  },

  inCorrection: {
    title: 'Dieser Bericht wird berichtigt',
    about:
      'Wir haben einen Fehler in der Datei gefunden und beheben ihn. Der Bericht wird wieder hier stehen, unter dieser Adresse.',
    incidents: 'Worum es geht',
    promises: 'Zusagen aus einem Bericht, der gerade berichtigt wird, fehlen hier bis dahin.',
    credits:
      'Unsere Regeln für Gutschriften werden berichtigt und stehen bald wieder hier. Was sie zusagen, gilt.',
  },
  postmortems: {
    title: 'Berichte',
    description: (name) =>
      `Was bei ${name} nicht funktioniert hat, warum, und was wir zugesagt haben.`,
    nothing: 'Es ist noch kein Bericht veröffentlicht.',
    page: (page) => `Berichte, Seite ${page}`,
    older: 'Ältere Berichte',
    newer: 'Neuere Berichte',
  },

  quarter: (year, quarter) => `${quarter}. Quartal ${year}`,
  promises: {
    title: 'Zusagen',
    description: (name) =>
      `Was ${name} nach Störungen zu ändern zugesagt hat, bis wann, und ob es geschehen ist.`,
    nothing: 'Es wurde noch nichts zugesagt.',
    counts: {
      late: (n) => count(n, { other: '# überfällig' }),
      due: (n) => count(n, { other: '# noch nicht fällig' }),
      unverified: (n) => count(n, { other: '# fällig und nicht geprüft' }),
      kept_on_time: (n) => count(n, { other: '# pünktlich eingehalten' }),
      kept: (n) => count(n, { other: '# ohne Termin eingehalten' }),
      undated: (n) => count(n, { other: '# ohne Termin' }),
      kept_late: (n) => count(n, { other: '# verspätet eingehalten' }),
      dropped: (n) => count(n, { other: '# aufgegeben' }),
    },
    moved: (n) => count(n, { other: '# auf später verschoben' }),
    keptOf: (kept, all) => `${kept} von ${all} Zusagen eingehalten`,
    stillOpen: (n) =>
      count(n, {
        one: 'Dieser Bericht ist mehr als ein Jahr alt, und # seiner Zusagen ist noch nicht eingehalten.',
        other:
          'Dieser Bericht ist mehr als ein Jahr alt, und # seiner Zusagen sind noch nicht eingehalten.',
      }),
    seeOpen: 'Was wir zugesagt haben',
    quarters: 'Quartal für Quartal',
    quartersAbout:
      'Jede Zusage zählt in dem Quartal, in dem sie einzuhalten war, auch wenn sie später oder gar nicht eingehalten wurde.',
    promisedFor: (n) => count(n, { one: '# Zusage', other: '# Zusagen' }),
    group: {
      late: 'Überfällig',
      unverified: 'Termin verstrichen, nicht geprüft',
      due: 'Offen',
      undated: 'Ohne Termin',
    },
    unverified:
      'Der Termin ist verstrichen, und seither hat niemand geprüft, ob die Zusage eingehalten wurde.',
    dropped: {
      not_planned: 'Die Zusage wird nicht umgesetzt.',
      duplicate: 'Eine andere Arbeit ist an ihre Stelle getreten.',
    },
    keptSaid: 'Das sagen wir selbst. Ansehen lässt sich: {evidence}',
    contradicted: 'Wir haben geschrieben, es sei erledigt, aber das Issue dazu ist offen.',
    from: 'Zugesagt in: {postmortem}',
    issue: (number) => `GitHub-Issue Nr. ${number}`,
    latest: (shown) => `Die neuesten ${shown}. Ältere stehen in ihren Berichten.`,
    all: 'Alle Zusagen',
  },

  cause: {
    kind: 'Ursache',
    all: 'Nach Ursachen',
    howOften: (n) =>
      count(n, {
        one: '# Bericht nennt diese Ursache.',
        other: '# Berichte nennen diese Ursache.',
      }),
    open: 'Was noch offen ist',
    nothingOpen: 'Nichts, was dazu zugesagt wurde, ist offen.',
    when: 'Wann es geschehen ist',
    over: 'Was zugesagt wurde und vorbei ist',
  },

  speed: {
    title: 'Wie schnell wir waren',
    link: 'Wie schnell wir Bescheid gesagt haben, und was wir versäumt haben',
    description: (name) =>
      `Wie schnell ${name} zugesagt hat, Ihnen Bescheid zu sagen, und ob es geschehen ist, Quartal für Quartal.`,
    about:
      'Wir sagen zu, wie schnell wir melden, dass etwas nicht stimmt, wann die nächste Meldung kommt und wann Sie lesen können, warum es geschehen ist. Hier steht jedes Mal, dass wir das eingehalten haben, und jedes Mal, dass wir es nicht haben. Wo eine Meldung nicht sagte, wann die nächste kommt, zählt, was wir für den Schweregrad zusagen.',
    all: (kept, missed) => `${kept} eingehalten, ${missed} versäumt.`,
    nothing: 'Wir haben zur Schnelligkeit noch nichts zugesagt.',
    quarters: 'Quartal für Quartal',
    counted:
      'Jede Störung zählt in dem Quartal, in dem sie begann. Was noch nicht fällig ist, zählt nicht. Durchschnitte gibt es nicht: Wie lange eine Behebung im Schnitt dauert, sagt nichts über die nächste.',
    columns: {
      quarter: 'Quartal',
      acknowledge: 'Erste Meldung pünktlich',
      updates: 'Nächste Meldungen pünktlich',
      postmortem: 'Bericht pünktlich',
      noticed: 'Wer es zuerst bemerkt hat',
    },
    of: (kept, all) => `${kept} von ${all}`,
    score: (kept, missed) => `${kept} eingehalten, ${missed} versäumt`,
    noticed: ({ us, customers, unknown }) =>
      [
        ...(us ? [`wir: ${us}`] : []),
        ...(customers ? [`Kunden: ${customers}`] : []),
        ...(unknown ? [`nicht bekannt: ${unknown}`] : []),
      ].join(', ') || '–',
    misses: 'Was wir versäumt haben',
    noMisses: 'Nichts.',
    latest: (quarters) =>
      `Aus den letzten ${quarters} Quartalen. Älteres steht auf den Seiten der Störungen.`,
    ofIncident: 'Was wir zur Schnelligkeit zugesagt haben',
    kind: {
      acknowledge: 'Erste Meldung',
      next_update: 'Nächste Meldung',
      update_every: 'Nächste Meldung, ohne dass wir gesagt hatten, wann',
      postmortem: 'Bericht',
    },
    by: 'fällig bis {time}',
    byEvery: (every) => `zugesagt ist eine alle ${every}: fällig bis {time}`,
    state: {
      kept: 'Pünktlich',
      open: 'Offen',
      notCome: 'Nicht gekommen',
      late: (time) => `${time} zu spät`,
    },
  },

  search: {
    title: 'Suche',
    description: (name) =>
      `Störungen, Wartungen, Mitteilungen und Berichte von ${name} durchsuchen.`,
    label: 'Suchbegriffe',
    service: 'Dienst',
    severity: 'Schweregrad',
    cause: 'Ursache',
    year: 'Jahr',
    any: 'Alle',
    submit: 'Suchen',
    without:
      'Die Suche braucht JavaScript. Alles steht auch im Verlauf, nach Jahren und Monaten geordnet.',
    history: 'Verlauf',
    loading: 'Suche läuft …',
    none: 'Nichts gefunden.',
    found: { one: '# Treffer.', other: '# Treffer.' },
    failed: 'Die Suche konnte nicht geladen werden. Alles steht auch im Verlauf.',
    more: 'Mehr anzeigen',
    postmortem: 'Bericht',
  },

  credits,
  letters,

  follow,

  moved: {
    title: 'Diese Seite ist umgezogen.',
    to: 'Sie steht jetzt unter {page}.',
  },

  live: {
    news: 'Es gibt Neues: {headline}',
    load: 'Laden',
    lost: 'Diese Seite erreicht ihren Server nicht. Was seit {time} geschehen ist, weiß sie nicht.',
  },

  localTime: '({time} nach Ihrer Uhr)',

  postmortem: {
    draft: 'Entwurf. Diese Seite ist nicht öffentlich.',
    parts: 'Auf dieser Seite',
    facts: {
      began: 'Beginn',
      noticed: 'Bemerkt',
      lasted: 'Dauer',
      affected: 'Betroffen',
      counted: (n, unit) => `${n} ${unit}`,
      countedOf: (n, of, unit) => `${n} von ${of} ${unit}`,
      howCounted: 'Gezählt: {how}',
      notKnown: 'Noch nicht bekannt',
      cause: 'Ursache',
      severity: 'Schweregrad',
      services: 'Dienste',
      published: 'Veröffentlicht',
      promised: 'Zugesagt',
      changes: (n) => count(n, { one: '# Änderung', other: '# Änderungen' }),
      after: (time) => `${time} nach der Behebung`,
      before: (time) => `${time} vor der Behebung`,
    },
    recurrence: 'Das ist schon einmal geschehen',
    earlier: 'Früher: {postmortem}',
    recurred: {
      looksAlike: 'Das sieht aus wie etwas, das schon einmal geschehen ist',
      again: 'Es ist wieder geschehen',
      alike: 'Ähnliches ist seither geschehen',
      later: 'Später: {postmortem}',
      notAgain: 'Warum wir es für etwas anderes halten:',
      openThen: (n) =>
        count(n, {
          one: '# Zusage des früheren Berichts war noch nicht eingehalten, als es wieder geschah:',
          other:
            '# Zusagen des früheren Berichts waren noch nicht eingehalten, als es wieder geschah:',
        }),
      allKept: 'Alles, was der frühere Bericht zugesagt hatte, war da eingehalten oder aufgegeben.',
      notPromisedYet: 'Der frühere Bericht war noch nicht veröffentlicht.',
    },
    ourPart: 'Unser Anteil an dem, was beim Lieferanten geschah',
    ownership: 'Was wir falsch gemacht haben',
    goodwill: 'Was wir erstatten',
    goodwillFull: 'Wir erstatten das volle Entgelt für die betroffene Zeit.',
    goodwillPercent: (percent, counts) =>
      `Wir erstatten ${percent} des Entgelts, ${counts === 'instead' ? 'anstelle einer Gutschrift, die niedriger ist' : 'zusätzlich zu Gutschriften, bis zum ganzen Entgelt'}.`,
    promises: 'Was wir zusagen',
    promise: {
      what: 'Zusage',
      owner: 'Zuständig',
      due: 'Termin',
      notKnown: 'nicht bekannt',
      state: 'Stand',
      first: 'zuerst versprochen für {day}',
      moved: 'Am {on} verschoben von {from} auf {to}: {why}',
      doneWhen: 'Erledigt, wenn: {how}',
      breaks: 'Antwort auf: {why}',
    },
    type: {
      prevent: 'Verhindert es',
      detect: 'Erkennt es früher',
      recover: 'Behebt es früher',
      mitigate: 'Mildert die Folgen',
      tell: 'Sagt es Ihnen früher oder besser',
      process: 'Ändert unsere Arbeitsweise',
    },
    standing: {
      due: (days) =>
        days === 0
          ? 'Heute fällig'
          : count(days, { one: 'Fällig in # Tag', other: 'Fällig in # Tagen' }),
      kept(on, late, by) {
        const kept = `Eingehalten am ${on}${by === 'company' ? ', nach eigener Angabe' : ''}`;
        return late === 0
          ? kept
          : count(late, { one: `${kept}, # Tag verspätet`, other: `${kept}, # Tage verspätet` });
      },
      undated: 'Ohne Termin',
      late: (days) => count(days, { one: '# Tag überfällig', other: '# Tage überfällig' }),
      dropped: (on) => `Aufgegeben am ${on}`,
      unverified(days, since) {
        const state = since ? `seit dem ${since} nicht geprüft` : 'noch nicht geprüft';
        return count(days, {
          one: `Vor # Tag fällig, ${state}`,
          other: `Vor # Tagen fällig, ${state}`,
        });
      },
    },
    unknowns: 'Was wir noch nicht wissen',
    unknownsAnswered: 'Was wir nicht wussten',
    unknown: {
      open: 'Offen',
      owner: '{owner} antwortet bis zum {day}',
      overdue: '{owner} sollte bis zum {day} antworten; die Antwort ist überfällig',
      answered: 'Beantwortet',
      answeredOn: 'am {day}',
    },
    story: 'Was geschehen ist',
    timeline: 'Ablauf',
    whys: 'Warum es geschehen ist',
    why: {
      confirmed: 'Belegt durch',
      suspected: 'Vermutet, nicht belegt',
      accepted: 'Dieses Risiko nehmen wir hin:',
      promise: 'Was wir dazu zusagen:',
    },
    endsEarly: 'Warum wir hier nicht weiter fragen',
    thanks: 'Danke',
    corrections: 'Berichtigungen',
    corrected: 'Berichtigt am {day}.',
    seeCorrections: (n) =>
      count(n, { one: 'Was sich geändert hat', other: 'Alle # Berichtigungen' }),
  },

  story: { footnotes: 'Fußnoten', backTo: 'Zurück zur Stelle {reference}' },

  notFound: {
    title: 'Diese Seite gibt es nicht.',
    text: 'Vielleicht ist sie umgezogen, oder in der Adresse fehlt ein Stück.',
    home: 'Wie es jetzt steht',
    history: 'Alles, was geschehen ist',
  },

  feed: {
    updates: (name) => `${name}: jede Meldung`,
    service: (name, service) => `${name}: Meldungen zu ${service}`,
    promises: (name) => `${name}: Zusagen`,
    calendar: (name) => `${name}: geplante Wartung`,
    all: (name) => `${name}: Störungen und Berichte`,
    postmortems: (name) => `${name}: Berichte`,
    incident: (status, title) => `${status}: ${title}`,
    notice: (resolved, title) =>
      resolved ? `Mitteilung, abgeschlossen: ${title}` : `Mitteilung: ${title}`,
    postmortem: (title) => `Bericht: ${title}`,
    correction: (title) => `Berichtigt: ${title}`,
    moved: 'Verlegt',
    promise: {
      promised: (title) => `Zusage: ${title}`,
      moved: (title) => `Zusage verschoben: ${title}`,
      kept: (title) => `Zusage eingehalten: ${title}`,
      dropped: (title) => `Zusage aufgegeben: ${title}`,
      late: (title) => `Zusage über dem Termin: ${title}`,
    },
    promisedBy: (owner, day) => `Zuständig: ${owner}. Termin: ${day}.`,
    scheduled: (from, to) => `Geplant von ${from} bis ${to}.`,
    still: {
      goesOn: 'noch nicht vorbei',
      due: 'Offen',
      pastDue: 'Frist vorbei, und nicht als erledigt bekannt',
      nextUpdate: 'Wir haben die nächste Meldung bis {time} zugesagt.',
      answer: '{owner} soll bis zum {day} antworten',
    },
  },
};
