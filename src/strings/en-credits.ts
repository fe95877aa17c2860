import { says } from './says.ts';

const unit = {
  month: 'the month',
  quarter: 'the quarter',
  days: says({ one: 'the day', other: 'the # days' }, '#'),
};

/** The words of the credits page. A policy is said in short sentences, each about one of its rules; credit-sentences.ts puts them together. */
export const credits = {
  title: 'Credits',
  description: says(
    'What {name} owes you when a service was not there, and how to get it.',
    'name',
  ),
  none: 'There is no credit policy in force.',
  lead: 'When a service was down for longer than we promise, we owe you a part of what you pay for it.',
  example: 'An example',
  from: 'In force from {day}.',
  until: 'In force until {day}.',
  counting: 'How it is counted',
  plansOf: says({ one: 'For the plan {plans}.', other: 'For the plans {plans}.' }, 'plans', '#'),
  allPlans: 'For all plans.',
  servicesOf: says('About {services}.', 'services'),
  allServices: 'About all services.',

  scope: {
    account: 'The downtime of all these services counts together.',
    service: 'Each service counts by itself, in whichever region it was down.',
    service_and_region: 'Each service counts by itself, in your region.',
  },
  period: {
    month: says('Uptime is measured by the calendar month, in {zone}.', 'zone'),
    /** By the month in which the first quarter begins. */
    quarter: {
      january: says('Uptime is measured by the quarter, in {zone}.', 'zone'),
      february: says(
        'Uptime is measured by the quarter, in {zone}, the first of which begins in February.',
        'zone',
      ),
      march: says(
        'Uptime is measured by the quarter, in {zone}, the first of which begins in March.',
        'zone',
      ),
    },
    days: says(
      {
        one: 'Uptime is measured by the day, in {zone}.',
        other: 'Uptime is measured over # days that can end on any day, in {zone}.',
      },
      'zone',
      '#',
    ),
  },
  quarter: says('the quarter {name}', 'name'),
  down: {
    statuses: says('We count as downtime: {statuses}.', 'statuses'),
    status: {
      major_outage: 'major outages',
      partial_outage: 'partial outages',
      degraded_performance: 'degraded performance',
      under_maintenance: 'maintenance',
    },
    /** Where an error rate decides; `share` is one of the two below. */
    measured: {
      nothingElse: says(
        'Where we measured how many requests failed, only {share} is downtime; where we did not, nothing is.',
        'share',
      ),
      allElse: says(
        'Where we measured how many requests failed, only {share} is downtime; where we did not, all of it is.',
        'share',
      ),
      someElse: says(
        'Where we measured how many requests failed, only {share} is downtime; where we did not, {statuses} are.',
        'share',
        'statuses',
      ),
    },
    share: {
      gte: says('{share} or more', 'share'),
      gt: says('more than {share}', 'share'),
    },
    /** How long it has to last without a break. */
    lasting: {
      gte: says(
        {
          one: 'Less than one minute without a break does not count.',
          other: 'Less than # minutes without a break does not count.',
        },
        '#',
      ),
      gt: says(
        {
          one: 'It has to last longer than one minute without a break.',
          other: 'It has to last longer than # minutes without a break.',
        },
        '#',
      ),
    },
    whole: says(
      {
        one: 'Only whole minutes count.',
        other: 'Only whole stretches of # minutes count.',
      },
      '#',
    ),
    weighed:
      'What hit only some customers counts by how many: half of them, half the time. Where we know whom it hit, it counts in full for them, and not for others.',
  },
  maintenance: {
    isNone: 'Maintenance is no downtime.',
    isOutage: 'Maintenance counts like a major outage.',
    /** How long before it is announced, in the sentences below. */
    before: {
      any: 'beforehand',
      least: says('at least {time} before', 'time'),
    },
    ifAnnounced: {
      always: says('Maintenance that we announced {before} is no downtime.', 'before'),
      upTo: says(
        'Maintenance that we announced {before} is no downtime, up to {time} a year.',
        'before',
        'time',
      ),
    },
    offPeriod: {
      always: says('If we announced it {before}, it is no part of the period either.', 'before'),
      upTo: says(
        'If we announced it {before}, it is no part of the period either, up to {time} a year.',
        'before',
        'time',
      ),
    },
    inWindow: {
      always: says(
        'Nothing else that fails in the service counts inside a maintenance window that we announced {before}.',
        'before',
      ),
      upTo: says(
        'Nothing else that fails in the service counts inside a maintenance window that we announced {before}, up to {time} a year.',
        'before',
        'time',
      ),
    },
    othersCount: 'Anything else that fails during maintenance counts.',
  },
  flagged: {
    all: 'What an incident says is left out does not count.',
    some: says('Left out, where an incident says so: {reasons}.', 'reasons'),
  },
  denominator: {
    period: 'Downtime is divided by the whole period.',
    period_minus_maintenance: 'Downtime is divided by the period without such maintenance.',
    covered: 'Downtime is divided by the time you were a customer in the period.',
    covered_minus_maintenance:
      'Downtime is divided by the time you were a customer in the period, without such maintenance.',
  },
  tier: says('Uptime of {range}: {worth}.', 'range', 'worth'),
  range: {
    lt: says('less than {percent}', 'percent'),
    lte: says('{percent} or less', 'percent'),
    andGt: says('{upper} and more than {percent}', 'upper', 'percent'),
    andGte: says('{upper} and {percent} or more', 'upper', 'percent'),
  },
  /** What is given back, within a sentence. */
  worth: {
    percent: says('{percent} of the fee', 'percent'),
    days: says({ one: 'the fee of one day', other: 'the fee of # days' }, '#'),
    months: says({ one: 'the fee of one month', other: 'the fee of # months' }, '#'),
  },
  highestTier: 'They are not added: the highest that applies counts.',
  /** Begins the two sentences below it. */
  get: {
    lt: says('If uptime is less than {percent}, you get', 'percent'),
    lte: says('If uptime is {percent} or less, you get', 'percent'),
    always: 'You get',
  },
  multiple: says('{get} {fee} of {lost}.', 'get', 'fee', 'lost'),
  times: says({ one: 'the fee', other: '# times the fee' }, '#'),
  steps: says('{get} {percent} of the fee for {lost}.', 'get', 'percent', 'lost'),
  /** The time that counts, within those sentences; each of the last three is put behind what is there. */
  lost: {
    all: 'the downtime',
    each: says({ one: 'each minute of downtime', other: 'each # minutes of downtime' }, '#'),
    excess: says('{lost} beyond that', 'lost'),
    begun: says('{lost}, begun ones included', 'lost'),
    after: says(
      {
        one: '{lost}, after the first minute',
        other: '{lost}, after the first # minutes',
      },
      'lost',
      '#',
    ),
  },
  base: {
    account: says('The fee is what you pay for {unit}.', 'unit'),
    service: says('The fee is what you pay for the service for {unit}.', 'unit'),
    accountOf: says('The fee is what you pay for {unit}: {fee}.', 'unit', 'fee'),
    serviceOf: says('The fee is what you pay for the service for {unit}: {fee}.', 'unit', 'fee'),
    share: says('{share} × {fee}', 'share', 'fee'),
    fee: {
      month: 'your monthly fee',
      quarter: 'your quarterly fee',
      year: 'your yearly fee',
    },
    prorated: 'If you were a customer for only a part of that time, the fee is that part of it.',
  },
  /** A period, within a sentence. */
  unit,
  cap: says('At most {worth}.', 'worth'),
  capPerYear: says(
    'In a year, which begins on {day}, at most {percent} of what you pay for a year.',
    'day',
    'percent',
  ),
  minimum: {
    gt: says('Only if it comes to more than {amounts}.', 'amounts'),
    gte: says('Only if it comes to at least {amounts}.', 'amounts'),
    yours: says('{amount} in your currency', 'amount'),
  },
  /** `others`: all of which only one is given; or those that are added, and those that undo that. */
  stacking: {
    best: says('This credit is not added to one by {others}: only the greatest counts.', 'others'),
    sum: says('This credit is added to one by {others}.', 'others'),
    mixed: says(
      'This credit is added to one by {others}, unless there is one by {undoing} too: then only the greatest counts.',
      'others',
      'undoing',
    ),
  },
  rounding: {
    line: says('Each amount is rounded {how}.', 'how'),
    total: says('The sum of an invoice is rounded once, {how}.', 'how'),
    how: { half_even: 'half to even', half_up: 'half up', down: 'down' },
  },
  /** How to get it, and until when; {how} is the company's to say. */
  claim: {
    within: says('Ask for it within {time} after {moment}. {how}', 'time', 'moment'),
    withinToEnd: says(
      'Ask for it within {time} after {moment}, up to the end of that month. {how}',
      'time',
      'moment',
    ),
    days: says({ one: 'one day', other: '# days' }, '#'),
    months: says({ one: 'one month', other: '# months' }, '#'),
    incident: {
      month: 'the last outage in the month',
      quarter: 'the last outage in the quarter',
      days: says(
        {
          one: 'the last outage in the day',
          other: 'the last outage in the # days',
        },
        '#',
      ),
    },
    end: {
      month: 'the end of the month',
      quarter: 'the end of the quarter',
      days: says({ one: 'the end of the day', other: 'the end of the # days' }, '#'),
    },
  },

  worked: says(
    'A service is down for {downtime} in {period}, which has {whole}.',
    'downtime',
    'period',
    'whole',
  ),
  workedUptime: says('Uptime is {fraction}, that is {percent}.', 'fraction', 'percent'),
  workedCredit: says(
    'You get {share} of the fee: of {fee} that is {credit}.',
    'share',
    'fee',
    'credit',
  ),
  minutes: says('{count} minutes', 'count'),

  table: {
    caption: says('What one outage in {period} would earn', 'period'),
    captionIn: says(
      'What one outage in {period} would earn, in {currency}: the least amount depends on the currency',
      'period',
      'currency',
    ),
    downtime: 'Down for',
    uptime: 'Uptime',
    credit: says('Of a fee of {fee}', 'fee'),
  },
  calculator: {
    title: 'Work it out',
    minutes: 'Minutes of one outage',
    fee: says('What you pay for {unit}', 'unit'),
    feeIn: says('What you pay for {unit} ({currency})', 'unit', 'currency'),
    answer: 'Credit',
    private: 'Nothing that you type leaves this page.',
    expected: says(
      'Write plain numbers, such as {minutes} and {fee}: no signs, no marks between thousands.',
      'minutes',
      'fee',
    ),
  },

  box: {
    title: 'What you get back',
    who: says('{plans}: {targets}', 'plans', 'targets'),
    paid: {
      account: says('{share} of what you pay for {period}', 'share', 'period'),
      service: says('{share} of what you pay for the service in {period}', 'share', 'period'),
    },
    /** Days or months of the fee; which period these are a part of decides what that is. */
    partOf: says('{worth}, for {period}', 'worth', 'period'),
    known: {
      earns: says('You get {amount}', 'amount'),
      uptime: says('uptime {percent}', 'percent'),
      downtime: says('downtime {time}', 'time'),
    },
    /** Where an end is unknown. */
    atLeast: {
      earns: says('You get at least {amount}', 'amount'),
      uptime: says('uptime at most {percent}', 'percent'),
      downtime: says('downtime at least {time}', 'time'),
    },
    /** `felt`: the time of which only a part counts, because not everybody was hit. */
    weighed: says('{time} ({felt}, counted by how many it hit)', 'time', 'felt'),
    notKnown: says('Not known yet for {period}', 'period'),
    endUnknown: 'We do not know when every outage ended, so it may be more.',
    soFar: 'The period is not over, so this may still grow.',
    until: 'Ask for it until {day}. {how}',
    ask: 'Ask for it. {how}',
    automatic: 'You need not ask: we credit it.',
    rule: says('The rule: {policy}', 'policy'),
    /** Of a version that has been replaced. */
    ruleThen: says('The rule: {policy}, as it was from {from}.', 'policy', 'from'),
    everyPlan: 'Every plan',
  },
};
