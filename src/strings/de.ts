import { credits } from './de-credits.ts';
import { follow } from './de-follow.ts';
import { letters } from './de-letters.ts';
import type { en } from './en.ts';
import type { TextsOf } from './says.ts';

/** German. Times, numbers and lists come in the form that has no case: sentences are built so that they need none. */
export const de: TextsOf<typeof en> = {
  siteTitle: 'Status von {name}',
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
  statusWithin: {
    operational: 'Normalbetrieb',
    under_maintenance: 'Wartung',
    degraded_performance: 'Einschränkung',
    partial_outage: 'Teilausfall',
    major_outage: 'schwerer Ausfall',
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

  headline: {
    calm: 'Alle Dienste funktionieren.',
    service: '{service}: {status}.',
    others: {
      one: '# weiterer Dienst ist gestört.',
      other: '# weitere Dienste sind gestört.',
    },
    several: {
      incident: {
        one: '# Störung dauert an.',
        other: '# Störungen dauern an.',
      },
      notice: {
        one: '# Mitteilung ist aktuell.',
        other: '# Mitteilungen sind aktuell.',
      },
      maintenance: { one: 'Eine Wartung läuft.', other: '# Wartungen laufen.' },
    },
  },
  maintenanceNow: 'Wartung läuft: {title}',
  maintenancePast: 'Das geplante Ende ist vorbei: {title}',
  maintenancesPast: 'Das geplante Ende aller Wartungen ist vorbei.',
  noticeNow: 'Mitteilung: {title}',
  rest: {
    all_working: 'Alle Dienste funktionieren.',
    others_working: 'Alles andere funktioniert.',
    others_maintained: 'Alles andere funktioniert oder wird gewartet.',
    others_troubled: 'Auch andere Dienste sind gestört.',
  },
  stale: {
    main: 'Am {date} funktionierten alle Dienste.',
    rest: 'Diese Seite wurde seit dem {date} nicht erneuert.',
  },
  asOf: 'Stand: {time}.',

  home: {
    description: 'Wie es um {name} steht, was nicht funktioniert hat und was wir zugesagt haben.',
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
    recent: { one: 'letzter Tag', other: 'letzte # Tage' },
    badDays: '{days}: {status}. {titles}',
    label: '{name}, {period}: {days}',
    quiet: '{quiet} ohne Störung.',
    trouble: '{quiet} ohne Störung; {trouble}.',
    days: {
      major_outage: {
        one: '# Tag mit schwerem Ausfall',
        other: '# Tage mit schwerem Ausfall',
      },
      partial_outage: {
        one: '# Tag mit Teilausfall',
        other: '# Tage mit Teilausfall',
      },
      degraded_performance: {
        one: '# Tag mit Einschränkung',
        other: '# Tage mit Einschränkung',
      },
      under_maintenance: {
        one: '# Tag mit Wartung',
        other: '# Tage mit Wartung',
      },
      no_data: { one: '# Tag ohne Daten', other: '# Tage ohne Daten' },
      operational: { one: '# Tag', other: '# Tage' },
    },
  },
  uptime: {
    over: { one: '{percent} an # Tag', other: '{percent} in # Tagen' },
    since: '{percent} seit dem {day}',
    none: 'Noch keine Daten',
    atMost: 'höchstens {percent}',
    uncertain: {
      ends: {
        one: 'bei # Beeinträchtigung ist nicht bekannt, wann sie endete',
        other: 'bei # Beeinträchtigungen ist nicht bekannt, wann sie endeten',
      },
      announcements: {
        one: 'bei # Wartung ist nicht bekannt, ob sie angekündigt war',
        other: 'bei # Wartungen ist nicht bekannt, ob sie angekündigt waren',
      },
    },
  },

  services: {
    title: 'Dienste',
    description: 'Die Dienste von {name} und ihr Jahr, Tag für Tag.',
  },
  service: {
    description:
      'Wie es um {name} steht, was bisher nicht funktioniert hat, und die Verfügbarkeit Monat für Monat.',
    recent: { one: 'Der letzte Tag', other: 'Die letzten # Tage' },
    year: '{year} Tag für Tag',
    months: 'Verfügbarkeit nach Monaten',
    monthsShown: 'Die letzten {shown} Monate; frühere sind in ihrem Jahr enthalten.',
    years: 'Verfügbarkeit nach Jahren',
    soFar: '{period}, bisher',
    down: '{time} Ausfallzeit',
    quiet: 'Keine Ausfallzeit',
    quietAsKnown: 'Keine Ausfallzeit bekannt',
    policy:
      'Ausfallzeit ist die Dauer schwerer Ausfälle × {major}, von Teilausfällen × {partial} und von Einschränkungen × {degraded}. Überschneiden sich Beeinträchtigungen, zählt die schwerste. Angekündigte Wartung zählt nicht; was länger dauert als angekündigt, zählt wie ein schwerer Ausfall. Prozentwerte sind abgerundet.',
    credits: 'Für Gutschriften gelten eigene Regeln',
    incidents: 'Was geschehen ist',
    latest: 'Die neuesten {shown}.',
    nothing: 'Bei diesem Dienst ist noch nichts vorgefallen.',
  },
  breakdown: {
    line: '{inside} × {weight} = {result}',
    announced: '{time} angekündigt, nicht gezählt',
    overlapped:
      '{time} schon bei einer anderen, mindestens ebenso schweren Beeinträchtigung gezählt',
    unknownEnd: 'das Ende ist nicht bekannt; nicht gezählt',
    unknownAnnouncement: '{time} ohne bekannte Ankündigung; nicht gezählt',
    sum: 'Ausfallzeit',
    whole: 'Gesamte Zeit',
    share: 'Verfügbarkeit',
    division: '({whole} − {down}) ÷ {whole} = {percent}',
    cut: 'angezeigt als {percent}',
  },

  update: {
    latest: 'Letzte Meldung',
    next: 'Die nächste Meldung folgt bis {time}.',
    overdue: 'Die nächste Meldung war für {time} zugesagt und ist überfällig.',
    passed:
      'Die nächste Meldung war bis {time} zugesagt. Diese Seite zeigt den Stand von {asOf}; neu geladen zeigt sie vielleicht mehr.',
  },
  workaround: {
    label: 'Was Sie bis dahin tun können',
    none: 'Eine Zwischenlösung gibt es nicht.',
  },
  pastWorkaround: {
    label: 'Was Sie in dieser Zeit tun konnten',
    none: 'Eine Zwischenlösung gab es nicht.',
  },
  affected: {
    link: 'Ich bin betroffen',
    subject: 'Ich bin betroffen: {title}',
  },
  followAlong: 'Alle Meldungen',

  incident: {
    description: {
      incident: 'Was mit {services} geschah, wann, und was wir dazu gemeldet haben.',
      maintenance: 'Geplante Arbeiten an {services}: wann, und was wir dazu gemeldet haben.',
      notice: 'Eine Mitteilung an unsere Kunden, und was wir dazu gemeldet haben.',
    },
    description_anything: 'unseren Diensten',
    severity: 'Schweregrad',
    noticed: 'Bemerkt',
    by: {
      monitor: 'durch unsere Überwachung',
      staff: 'durch unser Team',
      customer: 'durch eine Kundenmeldung',
    },
    noticedAfter: '{time} nach Beginn',
    noticedBefore: '{time} vor Beginn',
    noticedAtOnce: 'Gleich zu Beginn',
    announced: 'Angekündigt',
    notKnown: 'nicht bekannt',
    scheduled: 'Geplant',
    began: 'Beginn',
    timeNotKnown: 'um welche Zeit, ist nicht bekannt',
    published: 'Veröffentlicht',
    lasted: 'Dauer',
    impact: {
      past: 'Was betroffen war',
      open: 'Was betroffen ist',
      planned: 'Was betroffen sein wird',
    },
    regions: 'nur {regions}',
    share: '{share} betroffen',
    errorRate: '{share} der Anfragen fehlgeschlagen',
    window: {
      known: '{from} bis {to}',
      runningOver: '{from} bis {to}. Seither dauert sie länger als angekündigt.',
      ranOver: '{from} bis {to}. Sie dauerte länger als angekündigt.',
      passed:
        '{from} bis {to}. Diese Seite zeigt den Stand von {asOf}; neu geladen zeigt sie, ob die Wartung vorbei ist.',
      notAnnounced: 'nicht angekündigt',
      open: 'seit {from}',
      unknown: 'ab {from}; das Ende ist nicht bekannt',
      soFar: 'bisher {time}',
      over: '{status}, vorbei',
    },
    timeline: 'Ablauf',
    zone: 'Älteste zuerst. Zeitzone: {zone}.',
    postmortem: 'Bericht',
    promised: 'Wir haben einen Bericht bis {time} zugesagt.',
    promisedOverdue: 'Wir haben einen Bericht bis {time} zugesagt; er ist überfällig.',
  },
  duration: {
    soFar: 'bisher {time}',
    atMost: 'höchstens {time}',
    atLeast: 'mindestens {time}',
    unknown: 'nicht bekannt',
  },

  timeline: {
    announced: 'Angekündigt.',
    moved: {
      from: 'Verlegt. Nicht mehr gültig: {from} bis {to}.',
      unknown: 'Verlegt. Von welchen Zeiten, ist nicht bekannt.',
    },
    silence_ended: 'Wir haben es unseren Kunden zum ersten Mal gesagt.',
    ran_over: 'Das angekündigte Ende war erreicht, und die Arbeiten gingen weiter.',
    began: 'Beginn: {what}.',
    beganOnDay: 'Beginn an diesem Tag, um welche Zeit, ist nicht bekannt: {what}.',
    ended: 'Ende: {what}.',
    of: '{status} bei {services}',
    and: '; ',
    detected: {
      monitor: 'Von unserer Überwachung bemerkt.',
      staff: 'Von unserem Team bemerkt.',
      customer: 'Durch eine Kundenmeldung bemerkt.',
    },
  },

  silence: {
    short: 'Nichts gesagt',
    until: 'Wir haben öffentlich nichts gesagt bis {time}, {after} nach Beginn.',
  },

  history: {
    title: 'Verlauf',
    description: 'Alle Störungen, Wartungen und Mitteilungen von {name}.',
    latest: 'Die neuesten {shown}. Alles Ältere finden Sie nach Jahren geordnet.',
    ofYear: 'Verlauf {year}',
    ofMonth: 'Verlauf {month}',
    ofPart: '{title}, Teil {part}',
    years: 'Nach Jahren',
    months: 'Nach Monaten',
    parts: 'Teile',
    part: 'Teil {part}',
    entries: { one: '# Eintrag', other: '# Einträge' },
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
    description: 'Was bei {name} nicht funktioniert hat, warum, und was wir zugesagt haben.',
    nothing: 'Es ist noch kein Bericht veröffentlicht.',
    page: 'Berichte, Seite {page}',
    older: 'Ältere Berichte',
    newer: 'Neuere Berichte',
  },

  quarter: '{quarter}. Quartal {year}',
  promises: {
    title: 'Zusagen',
    description:
      'Was {name} nach Störungen zu ändern zugesagt hat, bis wann, und ob es geschehen ist.',
    nothing: 'Es wurde noch nichts zugesagt.',
    counts: {
      late: '# überfällig',
      due: '# noch nicht fällig',
      unverified: '# fällig und nicht geprüft',
      kept_on_time: '# pünktlich eingehalten',
      kept_late: '# verspätet eingehalten',
      kept: '# ohne Termin eingehalten',
      undated: '# ohne Termin',
      dropped: '# aufgegeben',
    },
    moved: '# auf später verschoben',
    keptOf: '{kept} von # Zusagen eingehalten',
    stillOpen: {
      one: 'Dieser Bericht ist mehr als ein Jahr alt, und # seiner Zusagen ist noch nicht eingehalten.',
      other:
        'Dieser Bericht ist mehr als ein Jahr alt, und # seiner Zusagen sind noch nicht eingehalten.',
    },
    seeOpen: 'Was wir zugesagt haben',
    quarters: 'Quartal für Quartal',
    quartersAbout:
      'Jede Zusage zählt in dem Quartal, in dem sie einzuhalten war, auch wenn sie später oder gar nicht eingehalten wurde.',
    promisedFor: { one: '# Zusage', other: '# Zusagen' },
    group: {
      late: 'Überfällig',
      unverified: 'Termin verstrichen, nicht geprüft',
      due: 'Offen',
      undated: 'Ohne Termin',
    },
    about: {
      unverified:
        'Der Termin ist verstrichen, und seither hat niemand geprüft, ob die Zusage eingehalten wurde.',
    },
    dropped: {
      not_planned: 'Die Zusage wird nicht umgesetzt.',
      duplicate: 'Eine andere Arbeit ist an ihre Stelle getreten.',
    },
    keptSaid: 'Das sagen wir selbst. Ansehen lässt sich: {evidence}',
    contradicted: 'Wir haben geschrieben, es sei erledigt, aber das Issue dazu ist offen.',
    from: 'Zugesagt in: {postmortem}',
    issue: 'GitHub-Issue Nr. {number}',
    latest: 'Die neuesten {shown}. Ältere stehen in ihren Berichten.',
    all: 'Alle Zusagen',
  },

  cause: {
    kind: 'Ursache',
    all: 'Nach Ursachen',
    howOften: {
      one: '# Bericht nennt diese Ursache.',
      other: '# Berichte nennen diese Ursache.',
    },
    open: 'Was noch offen ist',
    nothingOpen: 'Nichts, was dazu zugesagt wurde, ist offen.',
    when: 'Wann es geschehen ist',
    over: 'Was zugesagt wurde und vorbei ist',
  },

  speed: {
    title: 'Wie schnell wir waren',
    link: 'Wie schnell wir Bescheid gesagt haben, und was wir versäumt haben',
    description:
      'Wie schnell {name} zugesagt hat, Ihnen Bescheid zu sagen, und ob es geschehen ist, Quartal für Quartal.',
    about:
      'Wir sagen zu, wie schnell wir melden, dass etwas nicht stimmt, wann die nächste Meldung kommt und wann Sie lesen können, warum es geschehen ist. Hier steht jedes Mal, dass wir das eingehalten haben, und jedes Mal, dass wir es nicht haben. Wo eine Meldung nicht sagte, wann die nächste kommt, zählt, was wir für den Schweregrad zusagen.',
    all: '{kept} eingehalten, {missed} versäumt.',
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
    of: '{kept} von {all}',
    score: '{kept} eingehalten, {missed} versäumt',
    noticed: { us: 'wir: {n}', customers: 'Kunden: {n}', unknown: 'nicht bekannt: {n}' },
    misses: 'Was wir versäumt haben',
    noMisses: 'Nichts.',
    latest: 'Aus den letzten {quarters} Quartalen. Älteres steht auf den Seiten der Störungen.',
    ofIncident: 'Was wir zur Schnelligkeit zugesagt haben',
    kind: {
      acknowledge: 'Erste Meldung',
      next_update: 'Nächste Meldung',
      update_every: 'Nächste Meldung, ohne dass wir gesagt hatten, wann',
      postmortem: 'Bericht',
    },
    by: 'fällig bis {time}',
    byEvery: 'zugesagt ist eine alle {every}: fällig bis {time}',
    state: {
      kept: 'Pünktlich',
      open: 'Offen',
      notCome: 'Nicht gekommen',
      late: '{time} zu spät',
    },
  },

  search: {
    title: 'Suche',
    description: 'Störungen, Wartungen, Mitteilungen und Berichte von {name} durchsuchen.',
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
    here: 'Früher stand dies unter {address}.',
    gone: 'Unter {address} gibt es keine Seite mehr.',
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
      counted: '{n} {unit}',
      countedOf: '{n} von {of} {unit}',
      howCounted: 'Gezählt: {how}',
      measured: '{percent} ({unit})',
      howMeasured: 'Gemessen, nicht gezählt: {how}',
      notKnown: 'Noch nicht bekannt',
      cause: 'Ursache',
      severity: 'Schweregrad',
      services: 'Dienste',
      published: 'Veröffentlicht',
      promised: 'Zugesagt',
      changes: { one: '# Änderung', other: '# Änderungen' },
      after: '{time} nach der Behebung',
      before: '{time} vor der Behebung',
    },
    noticed: { by: '{when}, {by}', notKnown: 'Nicht bekannt' },
    recurrence: 'Das ist schon einmal geschehen',
    earlier: 'Früher: {postmortem}',
    recurred: {
      looksAlike: 'Das sieht aus wie etwas, das schon einmal geschehen ist',
      again: 'Es ist wieder geschehen',
      alike: 'Ähnliches ist seither geschehen',
      later: 'Später: {postmortem}',
      notAgain: 'Warum wir es für etwas anderes halten:',
      openThen: {
        one: '# Zusage des früheren Berichts war noch nicht eingehalten, als es wieder geschah:',
        other:
          '# Zusagen des früheren Berichts waren noch nicht eingehalten, als es wieder geschah:',
      },
      allKept: 'Alles, was der frühere Bericht zugesagt hatte, war da eingehalten oder aufgegeben.',
      notPromisedYet: 'Der frühere Bericht war noch nicht veröffentlicht.',
    },
    ourPart: 'Unser Anteil an dem, was beim Lieferanten geschah',
    ownership: 'Was wir falsch gemacht haben',
    goodwill: 'Was wir erstatten',
    goodwillFull: 'Wir erstatten das volle Entgelt für die betroffene Zeit.',
    goodwillPercent: {
      on_top:
        'Wir erstatten {percent} des Entgelts, zusätzlich zu Gutschriften, bis zum ganzen Entgelt.',
      instead:
        'Wir erstatten {percent} des Entgelts, anstelle einer Gutschrift, die niedriger ist.',
    },
    promises: 'Was wir zusagen',
    promise: {
      what: 'Zusage',
      owner: 'Zuständig',
      due: 'Termin',
      notKnown: 'nicht bekannt',
      state: 'Stand',
      first: 'zuerst zugesagt für {day}',
      moved: 'Am {on} verschoben von {from} auf {to}: {why}',
      movedLate: 'Am {on}, als der Termin schon vorbei war, verschoben von {from} auf {to}: {why}',
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
      dueToday: 'Heute fällig',
      due: { one: 'Fällig in # Tag', other: 'Fällig in # Tagen' },
      kept: 'Eingehalten am {on}',
      keptLate: {
        one: 'Eingehalten am {on}, # Tag verspätet',
        other: 'Eingehalten am {on}, # Tage verspätet',
      },
      keptSaid: 'Eingehalten am {on}, nach eigener Angabe',
      keptSaidLate: {
        one: 'Eingehalten am {on}, # Tag verspätet, nach eigener Angabe',
        other: 'Eingehalten am {on}, # Tage verspätet, nach eigener Angabe',
      },
      undated: 'Ohne Termin',
      late: { one: '# Tag überfällig', other: '# Tage überfällig' },
      dropped: 'Aufgegeben am {on}',
      unverified: {
        one: 'Vor # Tag fällig, noch nicht geprüft',
        other: 'Vor # Tagen fällig, noch nicht geprüft',
      },
      unverifiedSince: {
        one: 'Vor # Tag fällig, seit dem {since} nicht geprüft',
        other: 'Vor # Tagen fällig, seit dem {since} nicht geprüft',
      },
    },
    unknowns: 'Was wir noch nicht wissen',
    unknownsNever: 'Was niemand mehr wissen kann',
    unknownsAnswered: 'Was wir nicht wussten',
    unknown: {
      open: 'Offen',
      late: 'Überfällig',
      owner: '{owner} antwortet bis zum {day}',
      overdue: '{owner} sollte bis zum {day} antworten; die Antwort ist überfällig',
      never: 'Niemand kann es mehr wissen',
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
    seeCorrections: {
      one: 'Was sich geändert hat',
      other: 'Alle # Berichtigungen',
    },
  },

  /** What a correction changed: where, and what was taken out and put in. */
  changed: {
    was: 'gestrichen:',
    is: 'eingefügt:',
    redacted: '{day}: Etwas wurde entfernt, das nie hätte öffentlich sein dürfen.',
    /** What has a heading on the page is called by that. */
    part: { title: 'Titel', summary: 'Zusammenfassung', incidents: 'Störungen', kind: 'Art' },
    value: {
      from: 'von',
      to: 'bis',
      at: 'Zeit',
      by: 'durch',
      service: 'Dienst',
      status: 'Zustand',
      regions: 'Regionen',
      share: 'Anteil',
      error_rate: 'Fehlerquote',
      count: 'wie viele',
      of: 'von wie vielen',
      unit: 'Einheit',
      how_counted: 'wie gezählt wurde',
      owner: 'zuständig',
      due: 'fällig',
      done_when: 'erledigt, wenn',
      evidence: 'Beleg',
      next_update_by: 'nächste Meldung bis',
    },
  },

  story: { footnotes: 'Fußnoten', backTo: 'Zurück zur Stelle {reference}' },

  notFound: {
    title: 'Diese Seite gibt es nicht.',
    text: 'Vielleicht ist sie umgezogen, oder in der Adresse fehlt ein Stück.',
    home: 'Wie es jetzt steht',
    history: 'Alles, was geschehen ist',
  },

  feed: {
    updates: '{name}: jede Meldung',
    service: '{name}: Meldungen zu {service}',
    promises: '{name}: Zusagen',
    calendar: '{name}: geplante Wartung',
    all: '{name}: Störungen und Berichte',
    postmortems: '{name}: Berichte',
    incident: '{status}: {title}',
    notice: 'Mitteilung: {title}',
    noticeResolved: 'Mitteilung, abgeschlossen: {title}',
    postmortem: 'Bericht: {title}',
    correction: 'Berichtigt: {title}',
    moved: 'Verlegt',
    promise: {
      promised: 'Zusage: {title}',
      moved: 'Zusage verschoben: {title}',
      kept: 'Zusage eingehalten: {title}',
      dropped: 'Zusage aufgegeben: {title}',
      late: 'Zusage über dem Termin: {title}',
    },
    unanswered: 'Bis zum Termin nicht beantwortet: {question}',
    answerBy: '{owner} sollte bis zum {day} antworten.',
    promisedBy: 'Zuständig: {owner}. Termin: {day}.',
    scheduled: 'Geplant von {from} bis {to}.',
    still: {
      goesOn: 'noch nicht vorbei',
      due: 'Offen',
      pastDue: 'Frist vorbei, und nicht als erledigt bekannt',
      nextUpdate: 'Wir haben die nächste Meldung bis {time} zugesagt.',
      answer: '{owner} soll bis zum {day} antworten',
    },
  },
};
