import type { Incident } from '../domain/incident.ts';
import type { Outcome } from '../domain/promises/tally.ts';
import type { SpeedPromiseKind } from '../domain/speed/speed-promises.ts';
import type { Situation } from '../domain/status/headline.ts';
import type { Status } from '../domain/status.ts';
import { credits } from './en-credits.ts';
import { follow } from './en-follow.ts';
import { letters } from './en-letters.ts';
import { says } from './says.ts';

/**
 * English, and with it what every language has to say. `says` lists what the program fills in; other {names} are filled with times and links by
 * the page. sentences.ts puts together what takes more than one text.
 */
export const en = {
  siteTitle: says('{name} status', 'name'),
  skip: 'Skip to content',
  navigation: 'Main',
  nav: {
    home: 'Status',
    incidents: 'History',
    postmortems: 'Postmortems',
    promises: 'Promises',
    search: 'Search',
  },
  feeds: {
    all: 'Incidents and postmortems (RSS)',
    postmortems: 'Postmortems (RSS)',
  },
  contact: 'Contact us',

  status: {
    operational: 'Operational',
    under_maintenance: 'Maintenance',
    degraded_performance: 'Degraded',
    partial_outage: 'Partial outage',
    major_outage: 'Major outage',
  } satisfies Record<Status, string>,
  /** The same within a sentence. */
  statusWithin: {
    operational: 'normal operation',
    under_maintenance: 'maintenance',
    degraded_performance: 'degraded performance',
    partial_outage: 'partial outage',
    major_outage: 'major outage',
  } satisfies Record<Status, string>,
  updateStatus: {
    information: 'Information',
    investigating: 'Investigating',
    identified: 'Cause identified',
    monitoring: 'Fixed, being watched',
    resolved: 'Resolved',
    scheduled: 'Scheduled',
    in_progress: 'In progress',
    running_over: 'Running over',
    completed: 'Completed',
    past_end: 'Planned end passed',
  },
  kind: {
    incident: 'Incident',
    maintenance: 'Maintenance',
    notice: 'Notice',
  } satisfies Record<Incident['kind'], string>,

  headline: {
    calm: 'All services are working.',
    /** Of the service that is worst off. */
    service: says('{service}: {status}.', 'service', 'status'),
    others: says(
      {
        one: '# more service has trouble.',
        other: '# more services have trouble.',
      },
      '#',
    ),
    several: {
      incident: says({ one: '# incident is open.', other: '# incidents are open.' }, '#'),
      notice: says({ one: '# notice is open.', other: '# notices are open.' }, '#'),
      maintenance: says(
        {
          one: 'Maintenance is in progress.',
          other: 'Maintenance is in progress in # places.',
        },
        '#',
      ),
    } satisfies Record<Incident['kind'], unknown>,
  },
  maintenanceNow: says('Maintenance in progress: {title}', 'title'),
  /** Of a page that does not know more. */
  maintenancePast: says('The planned end has passed: {title}', 'title'),
  maintenancesPast: 'The planned end of all maintenance has passed.',
  noticeNow: says('Notice: {title}', 'title'),
  /** What is true of the services that the headline does not speak of. */
  rest: {
    all_working: 'All services are working.',
    others_working: 'Everything else is working.',
    others_maintained: 'Everything else is working or in maintenance.',
    others_troubled: 'Other services have trouble too.',
  } satisfies Record<Exclude<Situation['rest'], 'no_others'>, string>,
  /** Of a page that is a day old and more. */
  stale: {
    main: says('All services were working on {date}.', 'date'),
    rest: says('This page has not been renewed since {date}.', 'date'),
  },
  asOf: 'As of {time}.',

  home: {
    description: says(
      'How {name} is doing right now, what went wrong, and what was promised.',
      'name',
    ),
    now: 'Right now',
    alsoNow: 'Also right now',
    upcoming: 'Planned maintenance',
    services: 'Services',
    allServices: 'All services, day by day',
    postmortems: 'Latest postmortems',
    allPostmortems: 'All postmortems',
    resolved: 'Last resolved',
    allIncidents: 'All incidents, maintenance and notices',
  },

  strip: {
    today: 'today',
    key: 'Each bar is a day: the taller, the worse. A hollow one has no data.',
    recent: says({ one: 'last # day', other: 'last # days' }, '#'),
    badDays: says('{days}: {status}. {titles}', 'days', 'status', 'titles'),
    label: says('{name}, {period}: {days}', 'name', 'period', 'days'),
    quiet: says('{quiet} without trouble.', 'quiet'),
    trouble: says('{quiet} without trouble; {trouble}.', 'quiet', 'trouble'),
    days: {
      major_outage: says(
        {
          one: '# day with a major outage',
          other: '# days with a major outage',
        },
        '#',
      ),
      partial_outage: says(
        {
          one: '# day with a partial outage',
          other: '# days with a partial outage',
        },
        '#',
      ),
      degraded_performance: says({ one: '# day degraded', other: '# days degraded' }, '#'),
      under_maintenance: says(
        { one: '# day with maintenance', other: '# days with maintenance' },
        '#',
      ),
      no_data: says({ one: '# day without data', other: '# days without data' }, '#'),
      operational: says({ one: '# day', other: '# days' }, '#'),
    } satisfies Record<Status | 'no_data', unknown>,
  },
  uptime: {
    over: says({ one: '{percent} over # day', other: '{percent} over # days' }, '#'),
    since: '{percent} since {day}',
    none: 'No data yet',
    atMost: says('at most {percent}', 'percent'),
    /** Why it is no more than at most so much. */
    uncertain: {
      ends: says(
        {
          one: 'of # impact nobody knows when it ended',
          other: 'of # impacts nobody knows when they ended',
        },
        '#',
      ),
      announcements: says(
        {
          one: 'of # maintenance window nobody knows if it was announced',
          other: 'of # maintenance windows nobody knows if they were announced',
        },
        '#',
      ),
    },
  },

  services: {
    title: 'Services',
    description: says('The services of {name}, and their year day by day.', 'name'),
  },
  service: {
    description: says(
      'How {name} is doing, what went wrong before, and its uptime month by month.',
      'name',
    ),
    recent: says({ one: 'The last day', other: 'The last # days' }, '#'),
    year: says('{year} day by day', 'year'),
    months: 'Uptime by month',
    monthsShown: says('The latest {shown} months; older ones are in their years.', 'shown'),
    years: 'Uptime by year',
    soFar: says('{period}, so far', 'period'),
    down: says('{time} of downtime', 'time'),
    quiet: 'No downtime',
    quietAsKnown: 'No downtime known',
    /** How the company counts; each weight as the site writes it. */
    policy: says(
      'Downtime is the time of a major outage × {major}, of a partial outage × {partial}, and of degraded performance × {degraded}. Where impacts overlap, the heaviest counts. Maintenance that was announced does not count; what runs over it counts like a major outage. Percentages are rounded down.',
      'major',
      'partial',
      'degraded',
    ),
    credits: 'Credits count by rules of their own',
    incidents: 'What happened',
    latest: says('The latest {shown}.', 'shown'),
    nothing: 'Nothing has happened to this service yet.',
  },
  breakdown: {
    line: says('{inside} × {weight} = {result}', 'inside', 'weight', 'result'),
    announced: says('{time} announced, not counted', 'time'),
    overlapped: says('{time} counted elsewhere, by an impact that weighs as much or more', 'time'),
    unknownEnd: 'nobody knows when it ended; not counted',
    unknownAnnouncement: says(
      '{time} of which nobody knows if they were announced; not counted',
      'time',
    ),
    sum: 'Downtime',
    whole: 'The whole time',
    share: 'Uptime',
    division: says('({whole} − {down}) ÷ {whole} = {percent}', 'whole', 'down', 'percent'),
    cut: says('shown as {percent}', 'percent'),
  },

  update: {
    latest: 'Latest update',
    next: 'The next update is due by {time}.',
    overdue: 'The next update was promised for {time}, and is overdue.',
    /** Of a page that has not asked again. */
    passed: says(
      'The next update was promised by {time}. This page knows what was known at {asOf}; load it again to see more.',
      'asOf',
    ),
  },
  workaround: {
    label: 'What you can do meanwhile',
    none: 'There is no workaround.',
  },
  pastWorkaround: {
    label: 'What you could do meanwhile',
    none: 'There was no workaround.',
  },
  affected: {
    link: 'I am affected',
    subject: says('I am affected: {title}', 'title'),
  },
  followAlong: 'All updates',

  incident: {
    description: {
      incident: says('What happened to {services}, when, and what was said.', 'services'),
      maintenance: says('Planned work on {services}: when, and what was said.', 'services'),
      notice: says('A notice to customers, and what was said.', 'services'),
    },
    description_anything: 'our services',
    severity: 'Severity',
    noticed: 'Noticed',
    by: {
      monitor: 'by our monitoring',
      staff: 'by our staff',
      customer: 'by a customer',
    },
    noticedAfter: says('{time} after it began', 'time'),
    noticedBefore: says('{time} before it began', 'time'),
    noticedAtOnce: 'As it began',
    announced: 'Announced',
    notKnown: 'not known',
    scheduled: 'Scheduled',
    began: 'Began',
    /** Behind a day. */
    timeNotKnown: 'at what time is not known',
    published: 'Published',
    lasted: 'Lasted',
    impact: {
      past: 'What was affected',
      open: 'What is affected',
      planned: 'What will be affected',
    },
    regions: says('{regions} only', 'regions'),
    share: says('{share} affected', 'share'),
    errorRate: says('{share} of requests failed', 'share'),
    window: {
      known: '{from} to {to}',
      runningOver: '{from} to {to}. It has run over since then.',
      ranOver: '{from} to {to}. It ran over.',
      passed: says(
        '{from} to {to}. This page knows what was known at {asOf}; load it again to see whether it has ended.',
        'asOf',
      ),
      notAnnounced: 'not announced',
      open: 'since {from}',
      unknown: 'from {from}; when it ended is not known',
      soFar: says('{time} so far', 'time'),
      over: says('{status}, over', 'status'),
    },
    timeline: 'Timeline',
    zone: says('Oldest first. Times are in {zone}.', 'zone'),
    postmortem: 'Postmortem',
    promised: 'We promised a postmortem by {time}.',
    promisedOverdue: 'We promised a postmortem by {time}, and it is overdue.',
  },
  duration: {
    soFar: says('{time} so far', 'time'),
    /** Where only the day of the beginning is known. */
    atMost: says('at most {time}', 'time'),
    atLeast: says('at least {time}', 'time'),
    unknown: 'not known',
  },

  timeline: {
    announced: 'Announced.',
    moved: {
      from: 'Moved. The times that no longer hold: {from} to {to}.',
      unknown: 'Moved. From what times is not known.',
    },
    silence_ended: 'We told customers for the first time.',
    ran_over: 'The end that was announced passed, and the work went on.',
    began: says('{what} began.', 'what'),
    beganOnDay: says('{what} began on this day; at what time is not known.', 'what'),
    ended: says('{what} ended.', 'what'),
    of: says('{status} of {services}', 'status', 'services'),
    and: '; ',
    detected: {
      monitor: 'Noticed by our monitoring.',
      staff: 'Noticed by our staff.',
      customer: 'A customer told us.',
    },
  },

  /** Of an outage of which customers were told nothing while it lasted. */
  silence: {
    short: 'Nothing was said',
    until: says('We said nothing in public until {time}, {after} after it began.', 'after'),
  },

  history: {
    title: 'History',
    description: says('All incidents, maintenance and notices of {name}.', 'name'),
    latest: says('The latest {shown}. Everything older is listed by year.', 'shown'),
    ofYear: says('History of {year}', 'year'),
    ofMonth: says('History of {month}', 'month'),
    ofPart: says('{title}, part {part}', 'title', 'part'),
    years: 'By year',
    months: 'By month',
    parts: 'Parts',
    part: says('Part {part}', 'part'),
    entries: says({ one: '# entry', other: '# entries' }, '#'),
    nothing: 'Nothing has happened yet.',
  },

  inCorrection: {
    title: 'This postmortem is being corrected',
    about:
      'We found a mistake in how it is written down, and are mending it. It will be here again, at this address.',
    incidents: 'What it is about',
    promises: 'Promises of a postmortem that is being corrected are missing here until then.',
    credits:
      'Our credit policies are being corrected, and will be here again. What they promised holds.',
  },
  postmortems: {
    title: 'Postmortems',
    description: says('What went wrong at {name}, why, and what was promised.', 'name'),
    nothing: 'No postmortem has been published yet.',
    page: says('Postmortems, page {page}', 'page'),
    older: 'Older postmortems',
    newer: 'Newer postmortems',
  },

  quarter: says('Q{quarter} {year}', 'year', 'quarter'),
  promises: {
    title: 'Promises',
    description: says(
      'What {name} promised to change after something went wrong, by when, and whether it has.',
      'name',
    ),
    nothing: 'Nothing has been promised yet.',
    counts: {
      late: says({ one: '# is late', other: '# are late' }, '#'),
      due: says({ one: '# is due', other: '# are due' }, '#'),
      unverified: says(
        {
          one: '# is past due and not verified',
          other: '# are past due and not verified',
        },
        '#',
      ),
      kept_on_time: says({ one: '# was kept on time', other: '# were kept on time' }, '#'),
      kept_late: says({ one: '# was kept late', other: '# were kept late' }, '#'),
      kept: says(
        {
          one: '# was kept without a day to keep it by',
          other: '# were kept without a day to keep them by',
        },
        '#',
      ),
      undated: says({ one: '# has no day', other: '# have no day' }, '#'),
      dropped: says({ one: '# was given up', other: '# were given up' }, '#'),
    } satisfies Record<Outcome, unknown>,
    /** Of all of them, whatever they came to. */
    moved: says({ one: '# was moved to a later day', other: '# were moved to a later day' }, '#'),
    keptOf: says(
      { one: '{kept} of # promise kept', other: '{kept} of # promises kept' },
      'kept',
      '#',
    ),
    /** Of the top of a postmortem whose promises are still open. */
    stillOpen: says(
      {
        one: 'This postmortem is more than a year old, and # of its promises is still not kept.',
        other: 'This postmortem is more than a year old, and # of its promises are still not kept.',
      },
      '#',
    ),
    seeOpen: 'See what we promised',
    quarters: 'Quarter by quarter',
    quartersAbout:
      'Each promise counts in the quarter in which it was first to be kept, also where it was kept later, or not at all.',
    promisedFor: says({ one: '# promise', other: '# promises' }, '#'),
    group: {
      late: 'Late',
      unverified: 'Past due, not verified',
      due: 'Due',
      undated: 'Without a day',
    },
    about: {
      unverified: 'The date has passed, and nobody has checked since whether it was done.',
    },
    dropped: {
      not_planned: 'It will not be done.',
      duplicate: 'Another piece of work took its place.',
    },
    /** Of what no issue shows. */
    keptSaid: 'We say so ourselves. What you can look at: {evidence}',
    /** Of what the record says was done, while its issue is open. */
    contradicted: 'We wrote that it was done, but the issue that tracks it is open.',
    from: 'Promised in {postmortem}',
    issue: says('Issue #{number} on GitHub', 'number'),
    latest: says('The latest {shown}. Older ones stand in their postmortems.', 'shown'),
    all: 'All promises',
  },

  cause: {
    kind: 'Cause',
    all: 'By cause',
    howOften: says(
      { one: '# postmortem names this cause.', other: '# postmortems name this cause.' },
      '#',
    ),
    open: 'What is still open',
    nothingOpen: 'Nothing that was promised about it is open.',
    when: 'When it happened',
    over: 'What was promised, and is over',
  },

  /** What was promised about speed. */
  speed: {
    title: 'How we did',
    link: 'How fast we told you, and what we missed',
    description: says(
      'How soon {name} promised to tell you what is wrong, and whether it did, quarter by quarter.',
      'name',
    ),
    about:
      'We promise how soon we say that something is wrong, when the next update comes, and when you can read why it happened. Here is each time that we kept that, and each time that we did not. Where an update did not say when the next one comes, what we promise for the severity counts.',
    all: says('{kept} kept, {missed} missed.', 'kept', 'missed'),
    nothing: 'We have promised nothing about speed yet.',
    quarters: 'Quarter by quarter',
    counted:
      'Each incident counts in the quarter in which it began. What is not due yet is not counted. There are no averages: how long repairs take on average says nothing about the next one.',
    columns: {
      quarter: 'Quarter',
      acknowledge: 'First update in time',
      updates: 'Next updates in time',
      postmortem: 'Postmortem in time',
      noticed: 'Who noticed first',
    },
    of: says('{kept} of {all}', 'kept', 'all'),
    score: says('{kept} kept, {missed} missed', 'kept', 'missed'),
    noticed: {
      us: says('we: {n}', 'n'),
      customers: says('customers: {n}', 'n'),
      unknown: says('not known: {n}', 'n'),
    },
    misses: 'What we missed',
    noMisses: 'Nothing.',
    latest: says(
      'Of the latest {quarters} quarters. Older ones stand on the pages of their incidents.',
      'quarters',
    ),
    ofIncident: 'What we promised about speed',
    kind: {
      acknowledge: 'First update',
      next_update: 'Next update',
      update_every: 'Next update, of which we had not said when it comes',
      postmortem: 'Postmortem',
    } satisfies Record<SpeedPromiseKind, string>,
    by: 'due by {time}',
    byEvery: says('one every {every} is promised: due by {time}', 'every'),
    state: {
      kept: 'In time',
      open: 'Due',
      notCome: 'Has not come',
      late: says('{time} late', 'time'),
    },
  },

  search: {
    title: 'Search',
    description: says(
      'Search the incidents, maintenance, notices and postmortems of {name}.',
      'name',
    ),
    label: 'Words to find',
    service: 'Service',
    severity: 'Severity',
    cause: 'Cause',
    year: 'Year',
    any: 'Any',
    submit: 'Search',
    without: 'Search needs JavaScript. Everything is also in the history, by year and month.',
    history: 'History',
    loading: 'Searching …',
    none: 'Nothing was found.',
    found: { one: '# result.', other: '# results.' },
    failed: 'The search could not be loaded. Everything is also in the history.',
    more: 'Show more',
    postmortem: 'Postmortem',
  },

  credits,
  letters,

  follow,

  moved: {
    title: 'This page has moved.',
    to: 'It is now at {page}.',
    here: 'Before, this was at {address}.',
    gone: 'There is no page at {address} any more.',
  },

  /** Of a page that is open, once it has asked whether there is news. */
  live: {
    news: 'There is news: {headline}',
    load: 'Load it',
    lost: 'This page cannot reach its server. It does not know what has happened since {time}.',
  },

  /** Added to a time of day where the reader's clock shows another. */
  localTime: '({time} your time)',

  postmortem: {
    draft: 'Draft. This page is not public.',
    parts: 'On this page',
    facts: {
      began: 'Began',
      noticed: 'Noticed',
      lasted: 'Lasted',
      affected: 'Affected',
      counted: says('{n} {unit}', 'n', 'unit'),
      countedOf: says('{n} of {of} {unit}', 'n', 'of', 'unit'),
      howCounted: 'Counted: {how}',
      measured: says('{percent} of {unit}', 'percent', 'unit'),
      howMeasured: 'Measured, not counted: {how}',
      notKnown: 'Not known yet',
      cause: 'Cause',
      severity: 'Severity',
      services: 'Services',
      published: 'Published',
      promised: 'Promised',
      changes: says({ one: '# change', other: '# changes' }, '#'),
      after: says('{time} after it was resolved', 'time'),
      before: says('{time} before it was resolved', 'time'),
    },
    noticed: { by: says('{when}, {by}', 'when', 'by'), notKnown: 'Not known' },
    recurrence: 'This has happened before',
    earlier: 'Earlier: {postmortem}',
    recurred: {
      looksAlike: 'This looks like something that happened before',
      again: 'It has happened again',
      alike: 'Something alike has happened since',
      later: 'Later: {postmortem}',
      notAgain: 'Why we think that it is another thing:',
      openThen: says(
        {
          one: '# promise of the earlier postmortem was not kept yet when it happened again:',
          other: '# promises of the earlier postmortem were not kept yet when it happened again:',
        },
        '#',
      ),
      allKept: 'All that the earlier postmortem promised had been kept, or given up, by then.',
      notPromisedYet: 'The earlier postmortem had not been published yet.',
    },
    ourPart: 'Our part in what our supplier did',
    ownership: 'What we did wrong',
    goodwill: 'What we give back',
    goodwillFull: 'We give back the full fee for the time affected.',
    goodwillPercent: {
      on_top: says(
        'We give back {percent} of the fee, on top of any credit, up to the whole fee.',
        'percent',
      ),
      instead: says(
        'We give back {percent} of the fee, instead of a credit that is less.',
        'percent',
      ),
    },
    promises: 'What we promise',
    promise: {
      what: 'Promise',
      owner: 'Owner',
      due: 'Due',
      notKnown: 'not known',
      state: 'State',
      first: 'first promised for {day}',
      moved: 'Moved on {on} from {from} to {to}: {why}',
      movedLate: 'Moved on {on}, when it was late already, from {from} to {to}: {why}',
      doneWhen: 'Done when: {how}',
      breaks: 'Answers: {why}',
    },
    type: {
      prevent: 'Prevents it',
      detect: 'Notices it sooner',
      recover: 'Ends it sooner',
      mitigate: 'Makes it less bad',
      tell: 'Tells you sooner or better',
      process: 'Changes how we work',
    },
    standing: {
      dueToday: 'Due today',
      due: says({ one: 'Due in # day', other: 'Due in # days' }, '#'),
      kept: says('Kept {on}', 'on'),
      keptLate: says({ one: 'Kept {on}, # day late', other: 'Kept {on}, # days late' }, 'on', '#'),
      /** Where no issue shows it. */
      keptSaid: says('Kept {on}, by our own word', 'on'),
      keptSaidLate: says(
        {
          one: 'Kept {on}, # day late, by our own word',
          other: 'Kept {on}, # days late, by our own word',
        },
        'on',
        '#',
      ),
      undated: 'Without a day',
      late: says({ one: '# day late', other: '# days late' }, '#'),
      dropped: says('Given up {on}', 'on'),
      unverified: says(
        {
          one: 'Due # day ago, not verified yet',
          other: 'Due # days ago, not verified yet',
        },
        '#',
      ),
      unverifiedSince: says(
        {
          one: 'Due # day ago, not verified since {since}',
          other: 'Due # days ago, not verified since {since}',
        },
        '#',
        'since',
      ),
    },
    unknowns: 'What we do not know yet',
    unknownsNever: 'What nobody can know any more',
    unknownsAnswered: 'What we did not know',
    unknown: {
      open: 'Open',
      late: 'Late',
      owner: '{owner} will answer by {day}',
      overdue: '{owner} was to answer by {day}, and is overdue',
      /** Of what nobody can find out any more. */
      never: 'Nobody can know',
      answered: 'Answered',
      answeredOn: 'on {day}',
    },
    story: 'What happened',
    timeline: 'Timeline',
    whys: 'Why it happened',
    why: {
      confirmed: 'Confirmed by',
      suspected: 'Suspected, not confirmed',
      accepted: 'We accept this risk:',
      promise: 'What we promise about it:',
    },
    endsEarly: 'Why we stop asking here',
    thanks: 'Thank you',
    corrections: 'Corrections',
    corrected: 'Corrected {day}.',
    seeCorrections: says({ one: 'See what changed', other: 'See all # corrections' }, '#'),
  },

  /** What a correction changed: where, and what was taken out and put in. */
  changed: {
    was: 'taken out:',
    is: 'put in:',
    redacted: '{day}: something was taken out that should never have been public.',
    /** What has a heading on the page is called by that. */
    part: { title: 'Title', summary: 'Summary', incidents: 'Incidents', kind: 'Kind' },
    value: {
      from: 'from',
      to: 'to',
      at: 'time',
      by: 'by',
      service: 'service',
      status: 'status',
      regions: 'regions',
      share: 'share',
      error_rate: 'error rate',
      count: 'how many',
      of: 'of how many',
      unit: 'unit',
      how_counted: 'how it was counted',
      owner: 'owner',
      due: 'due',
      done_when: 'done when',
      evidence: 'evidence',
      next_update_by: 'next update by',
    },
  },

  story: { footnotes: 'Footnotes', backTo: 'Back to reference {reference}' },

  notFound: {
    title: 'There is no such page.',
    text: 'It may have moved, or the address may have lost a piece.',
    home: 'How things are now',
    history: 'Everything that has happened',
  },

  feed: {
    updates: says('{name}: every update', 'name'),
    service: says('{name}: updates on {service}', 'name', 'service'),
    promises: says('{name}: promises', 'name'),
    calendar: says('{name}: planned maintenance', 'name'),
    all: says('{name}: incidents and postmortems', 'name'),
    postmortems: says('{name}: postmortems', 'name'),
    incident: says('{status}: {title}', 'status', 'title'),
    notice: says('Notice: {title}', 'title'),
    noticeResolved: says('Notice, resolved: {title}', 'title'),
    postmortem: says('Postmortem: {title}', 'title'),
    correction: says('Corrected: {title}', 'title'),
    /** In the place of a status, of planned work. */
    moved: 'Moved',
    promise: {
      promised: says('Promise: {title}', 'title'),
      moved: says('Promise moved: {title}', 'title'),
      kept: says('Promise kept: {title}', 'title'),
      dropped: says('Promise given up: {title}', 'title'),
      late: says('Promise past its day: {title}', 'title'),
    },
    unanswered: says('Not answered by its day: {question}', 'question'),
    answerBy: says('{owner} was to answer by {day}.', 'owner', 'day'),
    promisedBy: says('Owner: {owner}. Due: {day}.', 'owner', 'day'),
    scheduled: says('Scheduled from {from} to {to}.', 'from', 'to'),
    /** What stays true while nothing happens, where a page counts days or minutes. */
    still: {
      goesOn: 'not over yet',
      due: 'Due',
      pastDue: 'Past its day, and not seen to be done',
      nextUpdate: 'We promised the next update by {time}.',
      answer: '{owner} is to answer by {day}',
    },
  },
};
