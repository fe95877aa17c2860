import type { Headline, Situation } from '../domain/status/headline.ts';
import type { Incident } from '../domain/incident.ts';
import type { Status } from '../domain/status.ts';
import type { Noticer } from '../domain/speed/how-we-did.ts';
import type { SpeedPromiseKind } from '../domain/speed/speed-promises.ts';
import type { Outcome } from '../domain/promises/tally.ts';
import { countIn } from './count.ts';
import { credits } from './en-credits.ts';
import { letters } from './en-letters.ts';
import { follow } from './en-follow.ts';

const count = countIn('en');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const status: Record<Status, string> = {
  operational: 'Operational',
  under_maintenance: 'Maintenance',
  degraded_performance: 'Degraded',
  partial_outage: 'Partial outage',
  major_outage: 'Major outage',
};

const impact: Record<Status, string> = {
  operational: 'normal operation',
  under_maintenance: 'maintenance',
  degraded_performance: 'degraded performance',
  partial_outage: 'partial outage',
  major_outage: 'major outage',
};

/** Texts with {names} in them are filled with times and links by the page. */
export const en = {
  siteTitle: (name: string) => `${name} status`,
  skip: 'Skip to content',
  navigation: 'Main',
  nav: {
    home: 'Status',
    incidents: 'History',
    postmortems: 'Postmortems',
    promises: 'Promises',
    search: 'Search',
  },
  feeds: { all: 'Incidents and postmortems (RSS)', postmortems: 'Postmortems (RSS)' },
  contact: 'Contact us',

  status,
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
  kind: { incident: 'Incident', maintenance: 'Maintenance', notice: 'Notice' } satisfies Record<
    Incident['kind'],
    string
  >,

  headline(headline: Exclude<Headline, { type: 'one' }>): string {
    switch (headline.type) {
      case 'calm':
        return 'All services are working.';
      case 'service':
        return [
          `${headline.service.name}: ${impact[headline.status]}.`,
          ...(headline.others
            ? [
                count(headline.others, {
                  one: '# more service has trouble.',
                  other: '# more services have trouble.',
                }),
              ]
            : []),
        ].join(' ');
      case 'several':
        return count(
          headline.count,
          {
            incident: { one: '# incident is open.', other: '# incidents are open.' },
            notice: { one: '# notice is open.', other: '# notices are open.' },
            maintenance: {
              one: 'Maintenance is in progress.',
              other: 'Maintenance is in progress in # places.',
            },
          }[headline.kind],
        );
    }
  },
  maintenanceNow: (title: string) => `Maintenance in progress: ${title}`,
  /** Of a page that does not know more. */
  maintenancePast: (title: string) => `The planned end has passed: ${title}`,
  maintenancesPast: 'The planned end of all maintenance has passed.',
  noticeNow: (title: string) => `Notice: ${title}`,
  rest(rest: Situation['rest'], headline: Headline): string {
    if (headline.type === 'calm') return '';
    return {
      all_working: 'All services are working.',
      others_working: 'Everything else is working.',
      others_maintained: 'Everything else is working or in maintenance.',
      others_troubled: 'Other services have trouble too.',
      no_others: '',
    }[rest];
  },
  /** Of a page that is a day old and more. */
  stale: {
    main: (date: string) => `All services were working on ${date}.`,
    rest: (date: string) => `This page has not been renewed since ${date}.`,
  },
  asOf: 'As of {time}.',

  home: {
    description: (name: string) =>
      `How ${name} is doing right now, what went wrong, and what was promised.`,
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
    recent: (days: number) => count(days, { one: 'last # day', other: 'last # days' }),
    badDays: (days: string, status: string, titles: string) => `${days}: ${status}. ${titles}`,
    label(
      name: string,
      period: string,
      found: Readonly<Partial<Record<Status | 'no_data', number>>>,
    ): string {
      const of = (state: Status | 'no_data', forms: { one: string; other: string }): string[] =>
        found[state] ? [count(found[state], forms)] : [];
      const trouble = [
        ...of('major_outage', {
          one: '# day with a major outage',
          other: '# days with a major outage',
        }),
        ...of('partial_outage', {
          one: '# day with a partial outage',
          other: '# days with a partial outage',
        }),
        ...of('degraded_performance', { one: '# day degraded', other: '# days degraded' }),
        ...of('under_maintenance', {
          one: '# day with maintenance',
          other: '# days with maintenance',
        }),
        ...of('no_data', { one: '# day without data', other: '# days without data' }),
      ];
      const quiet = count(found.operational ?? 0, { one: '# day', other: '# days' });
      return `${name}, ${period}: ${quiet} without trouble${trouble.length ? `; ${trouble.join('; ')}` : ''}.`;
    },
  },
  uptime: {
    over: (days: number) =>
      count(days, { one: '{percent} over # day', other: '{percent} over # days' }),
    since: '{percent} since {day}',
    none: 'No data yet',
    atMost: (percent: string) => `at most ${percent}`,
    uncertain: ({ ends, announcements }: { ends: number; announcements: number }) =>
      [
        ...(ends
          ? [
              count(ends, {
                one: 'of # impact nobody knows when it ended',
                other: 'of # impacts nobody knows when they ended',
              }),
            ]
          : []),
        ...(announcements
          ? [
              count(announcements, {
                one: 'of # maintenance window nobody knows if it was announced',
                other: 'of # maintenance windows nobody knows if they were announced',
              }),
            ]
          : []),
      ].join('; '),
  },

  services: {
    title: 'Services',
    description: (name: string) => `The services of ${name}, and their year day by day.`,
  },
  service: {
    description: (name: string) =>
      `How ${name} is doing, what went wrong before, and its uptime month by month.`,
    recent: (days: number) => count(days, { one: 'The last day', other: 'The last # days' }),
    year: (year: number) => `${year} day by day`,
    months: 'Uptime by month',
    monthsShown: (shown: number) => `The latest ${shown} months; older ones are in their years.`,
    years: 'Uptime by year',
    soFar: (period: string) => `${period}, so far`,
    down: (time: string) => `${time} of downtime`,
    quiet: 'No downtime',
    quietAsKnown: 'No downtime known',
    /** How the company counts; each weight as the site writes it. */
    policy: (major: string, partial: string, degraded: string) =>
      `Downtime is the time of a major outage × ${major}, of a partial outage × ${partial}, and of degraded performance × ${degraded}. Where impacts overlap, the heaviest counts. Maintenance that was announced does not count; what runs over it counts like a major outage. Percentages are rounded down.`,
    credits: 'Credits count by rules of their own',
    incidents: 'What happened',
    latest: (shown: number) => `The latest ${shown}.`,
    nothing: 'Nothing has happened to this service yet.',
  },
  breakdown: {
    line: (inside: string, weight: string, result: string) => `${inside} × ${weight} = ${result}`,
    announced: (time: string) => `${time} announced, not counted`,
    overlapped: (time: string) =>
      `${time} counted elsewhere, by an impact that weighs as much or more`,
    unknownEnd: 'nobody knows when it ended; not counted',
    unknownAnnouncement: (time: string) =>
      `${time} of which nobody knows if they were announced; not counted`,
    sum: 'Downtime',
    whole: 'The whole time',
    share: 'Uptime',
    division: (whole: string, down: string, percent: string) =>
      `(${whole} − ${down}) ÷ ${whole} = ${percent}`,
    cut: (percent: string) => `shown as ${percent}`,
  },

  update: {
    latest: 'Latest update',
    next: 'The next update is due by {time}.',
    overdue: 'The next update was promised for {time}, and is overdue.',
    /** Of a page that has not asked again. */
    passed: (asOf: string) =>
      `The next update was promised by {time}. This page knows what was known at ${asOf}; load it again to see more.`,
  },
  workaround: { label: 'What you can do meanwhile', none: 'There is no workaround.' },
  pastWorkaround: { label: 'What you could do meanwhile', none: 'There was no workaround.' },
  affected: {
    link: 'I am affected',
    subject: (title: string) => `I am affected: ${title}`,
  },
  followAlong: 'All updates',

  incident: {
    description: {
      incident: (services: string) => `What happened to ${services}, when, and what was said.`,
      maintenance: (services: string) => `Planned work on ${services}: when, and what was said.`,
      notice: () => 'A notice to customers, and what was said.',
    },
    description_anything: 'our services',
    severity: 'Severity',
    noticed: 'Noticed',
    by: { monitor: 'by our monitoring', staff: 'by our staff', customer: 'by a customer' },
    noticedAfter: (time: string) => `${time} after it began`,
    noticedBefore: (time: string) => `${time} before it began`,
    noticedAtOnce: 'As it began',
    announced: 'Announced',
    notKnown: 'not known',
    scheduled: 'Scheduled',
    began: 'Began',
    published: 'Published',
    lasted: 'Lasted',
    impact: {
      past: 'What was affected',
      open: 'What is affected',
      planned: 'What will be affected',
    },
    regions: (regions: string) => `${regions} only`,
    share: (share: string) => `${share} affected`,
    errorRate: (share: string) => `${share} of requests failed`,
    window: {
      known: '{from} to {to}',
      runningOver: '{from} to {to}. It has run over since then.',
      ranOver: '{from} to {to}. It ran over.',
      passed: (asOf: string) =>
        `{from} to {to}. This page knows what was known at ${asOf}; load it again to see whether it has ended.`,
      notAnnounced: 'not announced',
      open: 'since {from}',
      unknown: 'from {from}; when it ended is not known',
      soFar: (time: string) => `${time} so far`,
      over: (status: string) => `${status}, over`,
    },
    timeline: 'Timeline',
    zone: (zone: string) => `Oldest first. Times are in ${zone}.`,
    postmortem: 'Postmortem',
    promised: 'We promised a postmortem by {time}.',
    promisedOverdue: 'We promised a postmortem by {time}, and it is overdue.',
  },
  duration: {
    soFar: (time: string) => `${time} so far`,
    atLeast: (time: string) => `at least ${time}`,
    unknown: 'not known',
  },

  timeline: {
    announced: 'Announced.',
    moved: {
      from: 'Moved. The times that no longer hold: {from} to {to}.',
      unknown: 'Moved. From what times is not known.',
    },
    ran_over: 'The end that was announced passed, and the work went on.',
    began: (what: string) => `${capital(what)} began.`,
    ended: (what: string) => `${capital(what)} ended.`,
    of: (found: Status, services: string) => `${impact[found]} of ${services}`,
    and: '; ',
    detected: {
      monitor: 'Noticed by our monitoring.',
      staff: 'Noticed by our staff.',
      customer: 'A customer told us.',
    },
  },

  history: {
    title: 'History',
    description: (name: string) => `All incidents, maintenance and notices of ${name}.`,
    latest: (shown: number) => `The latest ${shown}. Everything older is listed by year.`,
    ofYear: (year: number) => `History of ${year}`,
    ofMonth: (month: string) => `History of ${month}`,
    ofPart: (title: string, part: number) => `${title}, part ${part}`,
    years: 'By year',
    months: 'By month',
    parts: 'Parts',
    part: (part: number) => `Part ${part}`,
    entries: (n: number) => count(n, { one: '# entry', other: '# entries' }),
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
    description: (name: string) => `What went wrong at ${name}, why, and what was promised.`,
    nothing: 'No postmortem has been published yet.',
    page: (page: number) => `Postmortems, page ${page}`,
    older: 'Older postmortems',
    newer: 'Newer postmortems',
  },

  quarter: (year: number, quarter: number) => `Q${quarter} ${year}`,
  promises: {
    title: 'Promises',
    description: (name: string) =>
      `What ${name} promised to change after something went wrong, by when, and whether it has.`,
    nothing: 'Nothing has been promised yet.',
    counts: {
      late: (n: number) => count(n, { one: '# is late', other: '# are late' }),
      due: (n: number) => count(n, { one: '# is due', other: '# are due' }),
      unverified: (n: number) =>
        count(n, {
          one: '# is past due and not verified',
          other: '# are past due and not verified',
        }),
      kept_on_time: (n: number) =>
        count(n, { one: '# was kept on time', other: '# were kept on time' }),
      kept: (n: number) =>
        count(n, {
          one: '# was kept without a day to keep it by',
          other: '# were kept without a day to keep them by',
        }),
      undated: (n: number) => count(n, { one: '# has no day', other: '# have no day' }),
      kept_late: (n: number) => count(n, { one: '# was kept late', other: '# were kept late' }),
      dropped: (n: number) => count(n, { one: '# was given up', other: '# were given up' }),
    } satisfies Record<Outcome, (n: number) => string>,
    /** Of all of them, whatever they came to. */
    moved: (n: number) =>
      count(n, { one: '# was moved to a later day', other: '# were moved to a later day' }),
    keptOf: (kept: number, all: number) =>
      count(all, { one: `${kept} of # promise kept`, other: `${kept} of # promises kept` }),
    /** Of the top of an account whose promises are still open. */
    stillOpen: (n: number) =>
      count(n, {
        one: 'This postmortem is more than a year old, and # of its promises is still not kept.',
        other: 'This postmortem is more than a year old, and # of its promises are still not kept.',
      }),
    seeOpen: 'See what we promised',
    quarters: 'Quarter by quarter',
    quartersAbout:
      'Each promise counts in the quarter in which it was to be kept, also where it was kept later, or not at all.',
    promisedFor: (n: number) => count(n, { one: '# promise', other: '# promises' }),
    group: {
      late: 'Late',
      unverified: 'Past due, not verified',
      due: 'Due',
      undated: 'Without a day',
    },
    unverified: 'The date has passed, and nobody has checked since whether it was done.',
    dropped: {
      not_planned: 'It will not be done.',
      duplicate: 'Another piece of work took its place.',
    },
    /** Of what no issue shows. */
    keptSaid: 'We say so ourselves. What you can look at: {evidence}',
    /** Of what the record says was done, while its issue is open. */
    contradicted: 'We wrote that it was done, but the issue that tracks it is open.',
    from: 'Promised in {postmortem}',
    issue: (number: number) => `Issue #${number} on GitHub`,
    latest: (shown: number) => `The latest ${shown}. Older ones stand in their postmortems.`,
    all: 'All promises',
  },

  cause: {
    kind: 'Cause',
    all: 'By cause',
    howOften: (n: number) =>
      count(n, { one: '# postmortem names this cause.', other: '# postmortems name this cause.' }),
    open: 'What is still open',
    nothingOpen: 'Nothing that was promised about it is open.',
    when: 'When it happened',
    over: 'What was promised, and is over',
  },

  /** What was promised about speed. */
  speed: {
    title: 'How we did',
    link: 'How fast we told you, and what we missed',
    description: (name: string) =>
      `How soon ${name} promised to tell you what is wrong, and whether it did, quarter by quarter.`,
    about:
      'We promise how soon we say that something is wrong, when the next update comes, and when you can read why it happened. Here is each time that we kept that, and each time that we did not. Where an update did not say when the next one comes, what we promise for the severity counts.',
    all: (kept: number, missed: number) => `${kept} kept, ${missed} missed.`,
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
    of: (kept: number, all: number) => `${kept} of ${all}`,
    score: (kept: number, missed: number) => `${kept} kept, ${missed} missed`,
    noticed: ({ us, customers, unknown }: Record<Noticer, number>) =>
      [
        ...(us ? [`we: ${us}`] : []),
        ...(customers ? [`customers: ${customers}`] : []),
        ...(unknown ? [`not known: ${unknown}`] : []),
      ].join(', ') || '–',
    misses: 'What we missed',
    noMisses: 'Nothing.',
    latest: (quarters: number) =>
      `Of the latest ${quarters} quarters. Older ones stand on the pages of their incidents.`,
    ofIncident: 'What we promised about speed',
    kind: {
      acknowledge: 'First update',
      next_update: 'Next update',
      update_every: 'Next update, of which we had not said when it comes',
      postmortem: 'Postmortem',
    } satisfies Record<SpeedPromiseKind, string>,
    by: 'due by {time}',
    byEvery: (every: string) => `one every ${every} is promised: due by {time}`,
    state: {
      kept: 'In time',
      open: 'Due',
      notCome: 'Has not come',
      late: (time: string) => `${time} late`,
    },
  },

  search: {
    title: 'Search',
    description: (name: string) =>
      `Search the incidents, maintenance, notices and postmortems of ${name}.`,
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
      counted: (n: string, unit: string) => `${n} ${unit}`,
      countedOf: (n: string, of: string, unit: string) => `${n} of ${of} ${unit}`,
      howCounted: 'Counted: {how}',
      notKnown: 'Not known yet',
      cause: 'Cause',
      severity: 'Severity',
      services: 'Services',
      published: 'Published',
      promised: 'Promised',
      changes: (n: number) => count(n, { one: '# change', other: '# changes' }),
      after: (time: string) => `${time} after it was resolved`,
      before: (time: string) => `${time} before it was resolved`,
    },
    recurrence: 'This has happened before',
    earlier: 'Earlier: {postmortem}',
    recurred: {
      looksAlike: 'This looks like something that happened before',
      again: 'It has happened again',
      alike: 'Something alike has happened since',
      later: 'Later: {postmortem}',
      notAgain: 'Why we think that it is another thing:',
      openThen: (n: number) =>
        count(n, {
          one: '# promise of the earlier postmortem was not kept yet when it happened again:',
          other: '# promises of the earlier postmortem were not kept yet when it happened again:',
        }),
      allKept: 'All that the earlier postmortem promised had been kept, or given up, by then.',
      notPromisedYet: 'The earlier postmortem had not been published yet.',
    },
    ourPart: 'Our part in what our supplier did',
    ownership: 'What we did wrong',
    goodwill: 'What we give back',
    goodwillFull: 'We give back the full fee for the time affected.',
    goodwillPercent: (percent: string, counts: 'on_top' | 'instead') =>
      `We give back ${percent} of the fee, ${counts === 'instead' ? 'instead of a credit that is less' : 'on top of any credit, up to the whole fee'}.`,
    promises: 'What we promise',
    promise: {
      what: 'Promise',
      owner: 'Owner',
      due: 'Due',
      notKnown: 'not known',
      state: 'State',
      first: 'first promised for {day}',
      moved: 'Moved on {on} from {from} to {to}: {why}',
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
      due: (days: number) =>
        days === 0 ? 'Due today' : count(days, { one: 'Due in # day', other: 'Due in # days' }),
      kept: (on: string, late: number, by: 'issue' | 'company') => {
        const kept = by === 'company' ? `Kept ${on}, by our own word` : `Kept ${on}`;
        return late === 0
          ? kept
          : count(late, { one: `${kept}, # day late`, other: `${kept}, # days late` });
      },
      undated: 'Without a day',
      late: (days: number) => count(days, { one: '# day late', other: '# days late' }),
      dropped: (on: string) => `Given up ${on}`,
      unverified: (days: number, since: string | undefined) => {
        const state = since ? `not verified since ${since}` : 'not verified yet';
        return count(days, { one: `Due # day ago, ${state}`, other: `Due # days ago, ${state}` });
      },
    },
    unknowns: 'What we do not know yet',
    unknownsAnswered: 'What we did not know',
    unknown: {
      open: 'Open',
      owner: '{owner} will answer by {day}',
      overdue: '{owner} was to answer by {day}, and is overdue',
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
    seeCorrections: (n: number) =>
      count(n, { one: 'See what changed', other: 'See all # corrections' }),
  },

  story: { footnotes: 'Footnotes', backTo: 'Back to reference {reference}' },

  notFound: {
    title: 'There is no such page.',
    text: 'It may have moved, or the address may have lost a piece.',
    home: 'How things are now',
    history: 'Everything that has happened',
  },

  feed: {
    updates: (name: string) => `${name}: every update`,
    service: (name: string, service: string) => `${name}: updates on ${service}`,
    promises: (name: string) => `${name}: promises`,
    calendar: (name: string) => `${name}: planned maintenance`,
    all: (name: string) => `${name}: incidents and postmortems`,
    postmortems: (name: string) => `${name}: postmortems`,
    incident: (status: string, title: string) => `${status}: ${title}`,
    notice: (resolved: boolean, title: string) =>
      resolved ? `Notice, resolved: ${title}` : `Notice: ${title}`,
    postmortem: (title: string) => `Postmortem: ${title}`,
    correction: (title: string) => `Corrected: ${title}`,
    /** In the place of a status, of planned work. */
    moved: 'Moved',
    promise: {
      promised: (title: string) => `Promise: ${title}`,
      moved: (title: string) => `Promise moved: ${title}`,
      kept: (title: string) => `Promise kept: ${title}`,
      dropped: (title: string) => `Promise given up: ${title}`,
      late: (title: string) => `Promise past its day: ${title}`,
    },
    promisedBy: (owner: string, day: string) => `Owner: ${owner}. Due: ${day}.`,
    scheduled: (from: string, to: string) => `Scheduled from ${from} to ${to}.`,
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

/** What every language has to say. */
export type Strings = typeof en;
