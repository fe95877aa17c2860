import type { Headline, Situation } from '../domain/headline.ts';
import type { Incident } from '../domain/incident.ts';
import type { Status } from '../domain/status.ts';
import { countIn } from './count.ts';

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
  nav: { home: 'Status', incidents: 'History', postmortems: 'Postmortems' },
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
    completed: 'Completed',
  },
  kind: { incident: 'Incident', maintenance: 'Maintenance', notice: 'Notice' } satisfies Record<Incident['kind'], string>,

  headline(headline: Exclude<Headline, { type: 'one' }>): string {
    switch (headline.type) {
      case 'calm':
        return 'All services are working.';
      case 'service':
        return `${headline.service.name}: ${impact[headline.status]}.`;
      case 'services':
        return count(headline.count, { one: '# service has trouble.', other: '# services have trouble.' });
      case 'several':
        return count(
          headline.count,
          {
            incident: { one: '# incident is open.', other: '# incidents are open.' },
            notice: { one: '# notice is open.', other: '# notices are open.' },
            maintenance: { one: 'Maintenance is in progress.', other: 'Maintenance is in progress in # places.' },
          }[headline.kind],
        );
    }
  },
  maintenanceNow: (title: string) => `Maintenance in progress: ${title}`,
  rest(rest: Situation['rest'], headline: Headline): string {
    if (headline.type === 'calm') return '';
    return {
      all_working: 'All services are working.',
      others_working: 'Everything else is working.',
      others_maintained: 'Everything else is working or in maintenance.',
      others_troubled: 'Other services have trouble too.',
    }[rest];
  },
  asOf: 'As of {time}.',

  home: {
    description: (name: string) => `How ${name} is doing right now, what went wrong, and what was promised.`,
    now: 'Right now',
    alsoNow: 'Also right now',
    upcoming: 'Planned maintenance',
    services: 'Services',
    postmortems: 'Latest postmortems',
    allPostmortems: 'All postmortems',
    resolved: 'Lately resolved',
    allIncidents: 'All incidents, maintenance and notices',
  },

  strip: {
    today: 'today',
    label(name: string, days: number, found: Readonly<Partial<Record<Status | 'no_data', number>>>): string {
      const of = (state: Status | 'no_data', forms: { one: string; other: string }): string[] =>
        found[state] ? [count(found[state], forms)] : [];
      const trouble = [
        ...of('major_outage', { one: '# day with a major outage', other: '# days with a major outage' }),
        ...of('partial_outage', { one: '# day with a partial outage', other: '# days with a partial outage' }),
        ...of('degraded_performance', { one: '# day degraded', other: '# days degraded' }),
        ...of('under_maintenance', { one: '# day with maintenance', other: '# days with maintenance' }),
        ...of('no_data', { one: '# day without data', other: '# days without data' }),
      ];
      const quiet = count(found.operational ?? 0, { one: '# day', other: '# days' });
      return `${name}, last ${days} days: ${quiet} without trouble${trouble.length ? `; ${trouble.join('; ')}` : ''}.`;
    },
  },
  uptime: {
    over: (days: number) => count(days, { one: '{percent} over # day', other: '{percent} over # days' }),
    since: '{percent} since {day}',
    none: 'No data yet',
    atMost: (percent: string) => `at most ${percent}`,
    uncertain: (impacts: number) =>
      count(impacts, {
        one: 'for # impact nobody knows when it ended, or if it was announced',
        other: 'for # impacts nobody knows when they ended, or if they were announced',
      }),
  },

  update: {
    latest: 'Latest update',
    next: 'The next update is due by {time}.',
    overdue: 'The next update was promised for {time}, and is overdue.',
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
    impact: { past: 'What was affected', open: 'What is affected', planned: 'What will be affected' },
    regions: (regions: string) => `only in ${regions}`,
    share: (share: string) => `${share} affected`,
    errorRate: (share: string) => `${share} of requests failed`,
    window: {
      known: '{from} to {to}',
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
  duration: { soFar: (time: string) => `${time} so far`, atLeast: (time: string) => `at least ${time}`, unknown: 'not known' },

  timeline: {
    announced: 'Announced.',
    began: (what: string) => `${capital(what)} began.`,
    ended: (what: string) => `${capital(what)} ended.`,
    of: (found: Status, services: string) => `${impact[found]} of ${services}`,
    and: '; ',
    detected: { monitor: 'Noticed by our monitoring.', staff: 'Noticed by our staff.', customer: 'A customer told us.' },
  },

  history: {
    title: 'History',
    description: (name: string) => `All incidents, maintenance and notices of ${name}.`,
    latest: (shown: number) => `The latest ${shown}. Everything older is listed by year.`,
    ofYear: (year: number) => `History of ${year}`,
    years: 'By year',
    nothing: 'Nothing has happened yet.',
  },

  postmortems: {
    title: 'Postmortems',
    description: (name: string) => `What went wrong at ${name}, why, and what was promised.`,
    nothing: 'No postmortem has been published yet.',
  },

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
      severity: 'Severity',
      services: 'Services',
      published: 'Published',
      promised: 'Promised',
      changes: (n: number) => count(n, { one: '# change', other: '# changes' }),
      pastDue: (n: number) => count(n, { one: '# is past its date', other: '# are past their date' }),
      after: (time: string) => `${time} after it was resolved`,
      before: (time: string) => `${time} before it was resolved`,
    },
    recurrence: 'This has happened before',
    earlier: 'Earlier: {postmortem}',
    ownership: 'What we did wrong',
    goodwill: 'What we give back',
    goodwillFull: 'We give back the full fee for the time affected.',
    goodwillPercent: (percent: string) => `We give back ${percent} of the fee.`,
    promises: 'What we promise',
    promise: { what: 'Promise', owner: 'Owner', due: 'Due', state: 'State', doneWhen: 'Done when: {how}', breaks: 'Answers: {why}' },
    type: { prevent: 'Prevents it', detect: 'Notices it sooner', mitigate: 'Softens it', process: 'Changes how we work' },
    standing: {
      due: (days: number) => (days === 0 ? 'Due today' : count(days, { one: 'Due in # day', other: 'Due in # days' })),
      kept: (on: string, late: number) =>
        late === 0 ? `Kept ${on}` : count(late, { one: `Kept ${on}, # day late`, other: `Kept ${on}, # days late` }),
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
    seeCorrections: (n: number) => count(n, { one: 'See what changed', other: 'See all # corrections' }),
  },

  notFound: {
    title: 'There is no such page.',
    text: 'It may have moved, or the address may have lost a piece.',
    home: 'How things are now',
    history: 'Everything that has happened',
  },

  feed: {
    all: (name: string) => `${name}: incidents and postmortems`,
    postmortems: (name: string) => `${name}: postmortems`,
    incident: (status: string, title: string) => `${status}: ${title}`,
    postmortem: (title: string) => `Postmortem: ${title}`,
    scheduled: (from: string, to: string) => `Scheduled from ${from} to ${to}.`,
  },
};
