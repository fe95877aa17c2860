import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeRules } from '../../src/domain/findings/rules/changes/rules.ts';
import { redactionUnexplained } from '../../src/domain/findings/rules/record/redactions.ts';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { type RecordFiles, edited, without } from '../support/edit.ts';
import { dayAfter, findingsSince } from '../support/reading.ts';

const incident = 'incidents/late-webhooks.yaml';
const work = 'incidents/database-upgrade.yaml';
const account = 'postmortems/late-webhooks.mdx';
type Edits = Parameters<typeof edited>[0];

const record = edited([]);
const ours = new Set([...changeRules, redactionUnexplained].map(({ code }) => code));

/** What is found of changes; whatever else is wrong with such a record. */
const codesSince = (before: RecordFiles, after: RecordFiles, now?: number, at?: number): string[] =>
  findingsSince(before, after, now, at)
    .filter(({ code }) => ours.has(code))
    .map(({ code, level }) => (level === 'error' ? code : `${level} ${code}`));
const since = (before: Edits, after: Edits): string[] => codesSince(edited(before), edited(after));
const became = (...edits: readonly Exclude<Edits, readonly unknown[]>[]): string[] =>
  since([], edits);

const ending = `  - at: 2026-01-17T10:01:00Z
    status: resolved
    text: Deliveries are on time again.
`;
const open = [
  { file: incident, replace: ending, by: '' },
  { file: incident, replace: '    to: 2026-01-17T10:01:00Z\n', by: '' },
];
const correcting = (changed: string) => ({
  file: incident,
  replace: 'workaround: none\n',
  by: `workaround: none\ncorrections:\n  - { at: 2026-01-23, text: It was wrong., changed: [${changed}] }\n`,
});

test('of a record that is the same, nothing is found, and everything is new where there was none', () => {
  expect(codesSince(record, record)).toEqual([]);
  expect(codesSince({}, record)).toEqual([]);
});

describe('changed in silence is', () => {
  test.each<[string, string, string, string]>([
    ['a time of an update', incident, 'at: 2026-01-17T09:31:00Z', 'at: 2026-01-17T09:21:00Z'],
    ['when the next was promised', incident, '    next_update_by: 2026-01-17T10:00:00Z\n', ''],
    ['the service', incident, 'service: api', 'service: webhooks'],
    ['the share', incident, 'share: 0.4', 'share: 0.2'],
    ['the regions', incident, '    regions: [eu]\n', ''],
    ['how bad it was', incident, 'severity: major', 'severity: minor'],
    ['when it was noticed', incident, '2026-01-17T09:25:00Z', '2026-01-17T09:15:00Z'],
    ['who noticed', incident, 'by: monitor', 'by: customer'],
    ['the title', incident, 'Webhooks arrived late', 'Webhooks were slow'],
    ['how many', account, 'count: 1240', 'count: 240'],
    ['a why', account, 'It was reviewed as a rename.', 'Nobody looked.'],
    ['what a promise breaks', account, 'breaks: no-bound', 'breaks: first'],
    ['an owner', account, 'owner: delivery-team\n    due', 'owner: nobody\n    due'],
    ['when it was published', account, '2026-01-20T15:00:00Z', '2026-01-19T15:00:00Z'],
    ['a correction', account, 'We first wrote 1100 workspaces.', 'We first wrote 1200.'],
    ['a paragraph that is added', account, 'it grew.\n', 'it grew.\n\nThat was all.\n'],
  ])('%s', (_, file, replace, by) => {
    expect(became({ file, replace, by })).toEqual(['changed-in-silence']);
  });

  test('an update that is gone, an impact that is added later, and an update between two', () => {
    expect(since([], open)).toContain('changed-in-silence');
    const more = `  - { service: api, status: major_outage, from: 2026-01-17T09:41:00Z, to: 2026-01-17T09:45:00Z }\nworkaround`;
    expect(became({ file: incident, replace: 'workaround', by: more })).toEqual([
      'changed-in-silence',
    ]);
    const between = `  - { at: 2026-01-17T09:50:00Z, status: identified, text: We know why. }\n${ending}`;
    expect(became({ file: incident, replace: ending, by: between })).toEqual([
      'changed-in-silence',
    ]);
  });

  test('a correction that is taken away, though another comes', () => {
    const other = '{ at: 2026-01-22, text: We counted again., answers: [only-eu] }';
    const was = '{ at: 2026-01-22, text: We first wrote 1100 workspaces., answers: [only-eu] }';
    expect(became({ file: account, replace: was, by: other })).toEqual(['changed-in-silence']);
  });

  test('only a warning while the incident goes on', () => {
    const titled = { file: incident, replace: 'arrived late', by: 'are not arriving' };
    expect(since(open, [...open, titled])).toEqual(['warning changed-in-silence']);
  });
});

describe('nothing is found of', () => {
  test.each<[string, string, string, string]>([
    [
      'another way to write a time',
      incident,
      'to: 2026-01-17T10:01:00Z',
      'to: 2026-01-17T11:01:00+01:00',
    ],
    [
      'an update that is added',
      incident,
      ending,
      `${ending}  - { at: 2026-01-18T10:00:00Z, status: resolved, text: It stayed so. }\n`,
    ],
    ['an end that the last update says already', incident, '    to: 2026-01-17T10:01:00Z\n', ''],
    ['an id that nobody sees', account, 'id: first, why', 'id: one, why'],
    [
      'another order of keys',
      incident,
      'kind: incident\ntitle: Webhooks arrived late',
      'title: Webhooks arrived late\nkind: incident',
    ],
  ])('%s', (_, file, replace, by) => {
    expect(became({ file, replace, by })).toEqual([]);
  });

  test('what becomes known while an incident goes on', () => {
    expect(since(open, [])).toEqual([]);
    const way = { file: incident, replace: 'workaround: none', by: 'workaround: Fetch events.' };
    expect(since(open, [...open, way])).toEqual([]);
  });

  test('planned work that is moved with an update, or turns out otherwise', () => {
    const moved = [
      {
        file: work,
        replace: 'scheduled: { from: 2026-02-03T02:00:00Z, to: 2026-02-03T03:00:00Z }',
        by: 'scheduled: { from: 2026-02-04T02:00:00Z, to: 2026-02-04T03:00:00Z }',
      },
      {
        file: work,
        replace: 'from: 2026-02-03T02:00:00Z, to: 2026-02-03T02:40:00Z',
        by: 'from: 2026-02-04T02:00:00Z, to: 2026-02-04T02:40:00Z',
      },
    ];
    const said = {
      file: work,
      replace: 'updates: []',
      by: 'updates: [{ at: 2026-02-01T09:00:00Z, status: scheduled, text: Moved., moved_from: { from: 2026-02-03T02:00:00Z, to: 2026-02-03T03:00:00Z } }]',
    };
    const now = Date.parse('2026-02-02T00:00:00Z');
    const found = (edits: Edits): string[] =>
      findingsSince(record, edited(edits), now).map(({ code }) => code);
    expect(found([...moved, said])).toEqual([]);
    expect(found(moved)).toEqual(['changed-in-silence', 'changed-in-silence']);
  });

  test('a draft, and what waits for its day', () => {
    const draft = { file: account, replace: 'status: published', by: 'status: draft' };
    const title = { file: account, replace: 'Why webhooks arrived late', by: 'Why' };
    expect(since([draft], [draft, title])).toEqual([]);
    const waits = { file: account, replace: 'published: 2026', by: 'published: 2962' };
    expect(since([waits], [waits, title])).not.toContain('changed-in-silence');
  });

  test('what a service or an account is called, where a redirect shows that it is the same', () => {
    const old = edited([]);
    const renamed = edited([
      {
        file: 'site.yaml',
        replace: 'url: https://status.ferry.example/',
        by: `url: https://status.ferry.example/\nredirects:\n  /services/webhooks/: /services/hooks/\n  /postmortems/late-webhooks/: { to: /postmortems/queue/, because: It tells of the queue. }`,
      },
      { file: 'services.yaml', replace: 'id: webhooks', by: 'id: hooks' },
      { file: incident, replace: 'service: webhooks', by: 'service: hooks' },
      { file: 'postmortems/queue.mdx', by: exampleRecord[account] ?? '' },
    ]);
    expect(codesSince(old, without(renamed, account))).toEqual([]);
    const rewritten = {
      ...renamed,
      'postmortems/queue.mdx': (renamed[account] ?? '').replace('1240', '240'),
    };
    expect(codesSince(old, without(rewritten, account))).toEqual(['changed-in-silence']);
  });
});

describe('a correction', () => {
  const shorter = {
    file: incident,
    replace: 'to: 2026-01-17T10:01:00Z',
    by: 'to: 2026-01-17T09:51:00Z',
  };
  test.each([
    [
      'tells of it',
      '{ of: impact.1.to, was: "2026-01-17T10:01:00Z", is: "2026-01-17T09:51:00Z" }',
      [],
    ],
    ['does not say what stood there', '', ['changed-in-silence']],
    [
      'says something else of what stood there',
      '{ of: impact.1.to, was: "2026-01-17T09:52:00Z", is: "2026-01-17T09:51:00Z" }',
      ['changed-in-silence', 'correction-untrue'],
    ],
    [
      'says something else of what stands there',
      '{ of: impact.1.to, was: "2026-01-17T10:01:00Z", is: "2026-01-17T09:00:00Z" }',
      ['changed-in-silence'],
    ],
    [
      'is of something else',
      '{ of: title, was: "2026-01-17T10:01:00Z", is: "2026-01-17T09:51:00Z" }',
      ['changed-in-silence', 'correction-untrue'],
    ],
  ])('that %s', (_, changed, codes) => {
    expect(became(correcting(changed), shorter).sort()).toEqual(codes);
  });

  test('of a correction in between is one too', () => {
    const twice =
      '{ of: title, was: Webhooks arrived late, is: Webhooks were slow }, { of: title, was: Webhooks were slow, is: Webhooks were late }';
    const title = { file: incident, replace: 'Webhooks arrived late', by: 'Webhooks were late' };
    expect(became(title, correcting(twice))).toEqual([]);
  });

  test('may say later what stood there', () => {
    const looked = {
      file: account,
      replace: 'answers: [only-eu] }',
      by: 'answers: [only-eu], changed: [{ of: affected.count, was: "1100", is: "1240" }] }',
    };
    expect(became(looked)).toEqual([]);
  });
});

test('a mark without a day lets nobody take out anything, and a day without a mark neither', () => {
  const marked = { file: incident, replace: 'Nothing is lost.', by: 'Nothing [redacted]' };
  expect(became(marked).sort()).toEqual(['changed-in-silence', 'warning redaction-unexplained']);
  const dated = {
    file: incident,
    replace: 'workaround: none',
    by: 'redacted: [{ on: 2026-01-18, because: A name. }]\nworkaround: none',
  };
  const gone = { file: incident, replace: ' Nothing is lost.', by: '' };
  expect(became(dated, gone)).toEqual(['changed-in-silence']);
  expect(became(dated, marked)).toEqual([]);
});

test('what cannot be understood then or now is compared with nothing', () => {
  const broken = { file: incident, replace: 'from: 2026-01-17T09:14:00Z', by: 'from: yesterday' };
  const other = { file: incident, replace: 'share: 0.4', by: 'share: 0.5' };
  expect(since([broken], [])).toEqual([]);
  expect(since([broken], [other])).toEqual(['changed-in-silence']);
  expect(since([], [broken])).toEqual([]);
  expect(since([{ file: account, by: 'no account' }], [])).toEqual([]);
});

test('a picture that is another needs a correction', () => {
  const shows = { file: account, replace: 'The workers', by: '![Queue](queue.svg)\n\nThe workers' };
  const redrawn = { file: 'postmortems/queue.svg', replace: 'M0 9 9 0', by: 'M0 9 9 1' };
  expect(since([shows], [shows, redrawn])).toEqual(['changed-in-silence']);
  expect(since([], [redrawn])).toEqual([]);
});

test('whatever is put in the place of a word, it is found, and with what stood there in a correction it is not', () => {
  const word = fc
    .stringMatching(/^[a-z]{3,9}$/)
    .filter((one) => !/^(true|false|null|yes|off)$/.test(one));
  fc.assert(
    fc.property(word, word, (before, after) => {
      fc.pre(before !== after);
      const text = (one: string) => ({
        file: incident,
        replace: 'Nothing is lost.',
        by: `It was ${one} 4 of 5.`,
      });
      const [then, now] = [text(before), text(after)];
      const is = (one: string): string => `Webhook deliveries are late. It was ${one} 4 of 5.`;
      const told = correcting(`{ of: updates.1.text, was: "${is(before)}", is: "${is(after)}" }`);
      expect(since([then], [now, told])).toEqual([]);
      expect(since([then], [then])).toEqual([]);
    }),
    { numRuns: 15 },
  );
});

describe('what hides is found:', () => {
  const title = { file: incident, replace: 'Webhooks arrived late', by: 'Webhooks were slow' };
  const changed = 'changed: [{ of: title, was: Webhooks arrived late, is: Webhooks were slow }]';
  const corrected = (at: string) => ({
    file: incident,
    replace: 'workaround: none\n',
    by: `workaround: none\ncorrections:\n  - { at: ${at}, text: It was wrong., ${changed} }\n`,
  });
  const now = Date.parse('2026-03-01T00:00:00Z');

  test('a correction that no reader sees yet', () => {
    const found = (at: string): string[] => codesSince(record, edited([title, corrected(at)]), now);
    expect(found('2026-02-28')).toEqual([]);
    expect(found('2026-03-02')).toEqual(['changed-in-silence']);
  });

  test('a page that is put off, whatever a correction says of it', () => {
    const put = { file: account, replace: 'published: 2026-01-20', by: 'published: 2027-01-20' };
    const told = {
      file: account,
      replace: 'answers: [only-eu] }',
      by: 'answers: [only-eu] }\n  - { at: 2026-02-01, text: Wrong day., changed: [{ of: published, was: "2026-01-20T15:00:00Z", is: "2027-01-20T15:00:00Z" }] }',
    };
    expect(codesSince(record, edited([put, told]), now)).toEqual(['page-vanished']);
  });

  test('a text that was taken out whole, unless a correction says so', () => {
    const text =
      'We deleted the wrong table and then its copy, and told you for two days that all was well with it.';
    const before = edited({ file: incident, replace: 'Nothing is lost.', by: text });
    const out = [
      {
        file: incident,
        replace: 'text: Webhook deliveries are late. Nothing is lost.',
        by: 'text: "Webhook deliveries are late. [redacted]"',
      },
      {
        file: incident,
        replace: 'severity: major',
        by: 'severity: major\nredacted: [{ on: 2026-01-18, because: It named a customer. }]',
      },
    ];
    expect(codesSince(before, edited(out))).toEqual(['changed-in-silence']);
    const is = '"Webhook deliveries are late. [redacted]"';
    const told = correcting(`{ of: updates.1.text, was: ${is}, is: ${is} }`);
    expect(codesSince(before, edited([...out, told]))).toEqual([]);
  });
});

describe('dated before it was there, by the version that is compared with, is', () => {
  const sinceDayAfter = (before: Edits, after: Edits): string[] =>
    codesSince(edited(before), edited(after), undefined, dayAfter);
  const draft = { file: account, replace: 'status: published', by: 'status: draft' };
  const marked = { file: account, replace: 'published: 2026-01-20', by: 'published: 2026-01-10' };
  const said = (at: string) => ({
    file: incident,
    replace: ending,
    by: `${ending}  - { at: ${at}, status: resolved, text: It stayed so. }\n`,
  });
  const silent = (until: string): Edits => [
    {
      file: 'incidents/silent.yaml',
      by: `kind: incident\ntitle: An hour without API\nseverity: minor\nimpact: [{ service: api, status: partial_outage, from: 2026-01-10T09:00:00Z, to: 2026-01-10T10:00:00Z }]\nupdates: []\nsilence: { until: ${until}, because: We had not seen it. }\n`,
    },
  ];

  test.each<[string, Edits, Edits, string[]]>([
    ['an account', [draft], [marked], ['warning backdated']],
    ['an account of its time', [draft], [], []],
    ['an update', [], [said('2026-01-17T11:00:00Z')], ['warning backdated']],
    ['an update that took half an hour', [], [said('2026-01-18T11:30:00Z')], []],
    ['an end of silence', [], silent('2026-01-12T09:00:00Z'), ['warning backdated']],
    ['an end of silence today', [], silent('2026-01-18T13:00:00Z'), []],
  ])('%s', (_, before, after, codes) => {
    expect(sinceDayAfter(before, after)).toEqual(codes);
  });

  test('an update while it goes on, of which a note says so', () => {
    const goesOn = `${ending}  - { at: 2026-01-17T11:00:00Z, status: monitoring, text: Late again. }\n`;
    const again = { file: incident, replace: ending, by: goesOn };
    expect(sinceDayAfter(open, [again, ...open.slice(1)])).toContain('note backdated');
  });
});

describe('what has been is measured by what held then:', () => {
  const terms = (...edits: readonly Exclude<Edits, readonly unknown[]>[]): string[] =>
    codesSince(record, edited(edits), Date.parse('2026-03-01T00:00:00Z'));
  const weights = (value: number) => ({
    file: 'site.yaml',
    replace: 'format: 1',
    by: `format: 1\nuptime_weights: { partial_outage: ${value} }`,
  });

  test.each<[string, string, string, string, string[]]>([
    [
      'how bad a severity is',
      'site.yaml',
      'name: Major, level: major',
      'name: Major, level: minor',
      ['terms-rewritten'],
    ],
    ['what a severity means', 'site.yaml', 'Many customers', 'All customers', ['terms-rewritten']],
    ['a slip in what it means', 'site.yaml', 'use a service', 'use a servicce', []],
    ['from when on', 'credits.yaml', 'from: 2026-01-01', 'from: 2026-02-15', ['terms-rewritten']],
    ['until when', 'credits.yaml', 'from: 2026-01-01', 'from: 2026-01-01, until: 2026-03-31', []],
    ['of what', 'credits.yaml', 'services: [api]', 'services: [webhooks]', ['terms-rewritten']],
    [
      'the least that is paid',
      'credits.yaml',
      'claim: automatic',
      'claim: automatic\n    cap: { percent: 5 }',
      ['terms-rewritten'],
    ],
  ])('%s', (_, file, replace, by, codes) => {
    expect(terms({ file, replace, by })).toEqual(codes);
  });

  test('the weights of uptime, which nothing but a notice can tell of', () => {
    expect(terms(weights(0.1))).toEqual(['warning terms-rewritten']);
    expect(terms(weights(0.3))).toEqual([]);
  });

  test('a policy that is gone, with its file or without', () => {
    expect(codesSince(record, without(record, 'credits.yaml'))).toEqual(['terms-rewritten']);
    expect(codesSince(record, { ...record, 'credits.yaml': 'policies: [' })).toEqual([]);
  });

  test('not a policy that is to come, nor words in another language', () => {
    const coming = { file: 'credits.yaml', replace: 'from: 2026-01-01', by: 'from: 2026-04-01' };
    const less = { file: 'credits.yaml', replace: 'percent: 10', by: 'percent: 1' };
    expect(
      codesSince(edited(coming), edited([coming, less]), Date.parse('2026-03-01T00:00:00Z')),
    ).toEqual([]);
    const german = {
      file: 'site.yaml',
      replace: 'format: 1',
      by: 'format: 1\nlanguage: de',
    };
    const words = {
      file: 'site.yaml',
      replace: 'Many customers cannot use a service.',
      by: 'Viele.',
    };
    expect(terms(german, words)).toEqual([]);
  });
});
