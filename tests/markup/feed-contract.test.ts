import { describe, expect, test, vi } from 'vitest';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import type { Entry } from '../../src/feeds/model/entry.ts';
import { edited } from '../support/edit.ts';
import { localsOf, parsers } from '../support/feeds.ts';

vi.stubEnv('SITE', 'https://status.ferry.example');
const { postmortemsFeed, promisesFeed, recordFeed, serviceFeed, updatesFeed } =
  await import('../../src/feeds/feeds.ts');
const { rssText } = await import('../../src/feeds/print/rss.ts');
const { atomText } = await import('../../src/feeds/print/atom.ts');
const { jsonFeedText } = await import('../../src/feeds/print/json-feed.ts');

const incident = 'incidents/late-webhooks.yaml';
const account = 'postmortems/late-webhooks.mdx';
const site = 'site.yaml';
const severities = 'severities:\n';

type Files = Readonly<Record<string, string>>;

/** The record with a file under another name. */
const moved = (files: Files, from: string, to: string): Files =>
  Object.fromEntries(
    Object.entries(files).map(([file, text]) => [file === from ? to : file, text]),
  );

const feeds = {
  updates: updatesFeed,
  record: recordFeed('/feed.xml'),
  postmortems: postmortemsFeed,
  promises: promisesFeed,
  'one service': (locals: App.Locals) => {
    const service = locals.record.service.get('webhooks');
    if (!service) throw new Error('There is no such service.');
    return serviceFeed(service, locals);
  },
};

const before = localsOf(exampleRecord, '2026-02-20T12:00:00Z');
const entriesIn = (locals: App.Locals, feed: keyof typeof feeds): readonly Entry[] =>
  feeds[feed](locals).entries;

/** What the record becomes; `published`: the ids whose dates were wrong and are right now. */
const changes: [
  name: string,
  files: Files,
  ids: { renamed?: true; published?: readonly string[] },
][] = [
  [
    'an update is added',
    edited({
      file: incident,
      replace: '    text: Deliveries are on time again.\n',
      by: `    text: Deliveries are on time again.
  - at: 2026-01-18T09:00:00Z
    status: resolved
    text: We have looked once more, and all is well.
`,
    }),
    {},
  ],
  [
    'the text of an old update is corrected',
    edited({ file: incident, replace: 'Nothing is lost.', by: 'None is lost.' }),
    {},
  ],
  [
    'the time of an old update is corrected',
    edited({ file: incident, replace: 'at: 2026-01-17T09:31:00Z', by: 'at: 2026-01-17T09:34:00Z' }),
    { published: ['update:late-webhooks/1', 'incident:late-webhooks'] },
  ],
  [
    'titles are changed',
    edited([
      { file: incident, replace: 'title: Webhooks arrived late', by: 'title: Late webhooks' },
      { file: account, replace: 'title: Why webhooks arrived late', by: 'title: Too few workers' },
      { file: account, replace: 'title: Refuse pool sizes', by: 'title: Refuse sizes' },
    ]),
    {},
  ],
  [
    'a correction is added, and a promise put off',
    edited([
      {
        file: account,
        replace: '---\nThe workers',
        by: '  - { at: 2026-02-10, text: It will take until June. }\n---\nThe workers',
      },
      { file: account, replace: 'due: 2026-02-01\n', by: 'due: 2026-06-01\n' },
    ]),
    {},
  ],
  [
    'maintenance gets the updates that nobody wrote',
    edited({
      file: 'incidents/database-upgrade.yaml',
      replace: 'updates: []\n',
      by: `updates:
  - { at: 2026-02-03T02:05:00Z, status: in_progress, text: It has begun. }
`,
    }),
    {},
  ],
  [
    'files and a promise get other names',
    moved(
      moved(
        edited([
          {
            file: site,
            replace: severities,
            by: `redirects:
  /incidents/late-webhooks/: /incidents/2026-01-17-late/
  /postmortems/late-webhooks/: /postmortems/2026-01-17-late/
${severities}`,
          },
          { file: account, replace: '[late-webhooks]', by: '[2026-01-17-late]' },
          {
            file: account,
            replace: '  - id: pool-floor',
            by: '  - id: floor\n    was: pool-floor',
          },
        ]),
        incident,
        'incidents/2026-01-17-late.yaml',
      ),
      account,
      'postmortems/2026-01-17-late.mdx',
    ),
    { renamed: true },
  ],
];

describe.each(changes)('after %s', (_change, files, { renamed, published = [] }) => {
  const after = localsOf(files, '2026-02-21T12:00:00Z');

  test.each(Object.keys(feeds) as (keyof typeof feeds)[])(
    'every entry of the feed of %s stands, with its link and its date',
    (feed) => {
      const now = new Map(entriesIn(after, feed).map((entry) => [entry.id, entry]));
      const old = entriesIn(before, feed).filter(({ id }) => !/^late:.*2026-02-01$/.test(id));
      expect(old.length).toBeGreaterThan(0);
      for (const entry of old) {
        const { path = '', published: date = 0 } = now.get(entry.id) ?? {};
        const expected = renamed
          ? entry.path
              .replace('/late-webhooks/', '/2026-01-17-late/')
              .replace('Promise_pool-floor', 'Promise_floor')
          : entry.path;
        expect([entry.id, path]).toEqual([entry.id, expected]);
        if (!published.includes(entry.id))
          expect([entry.id, date]).toEqual([entry.id, entry.published]);
      }
    },
  );
});

describe('what is told once', () => {
  const ids = (files: Files, now: string): string[] =>
    updatesFeed(localsOf(files, now)).entries.map(({ id }) => id);

  test('of work that nobody wrote updates on, the plan tells', () => {
    expect(ids(exampleRecord, '2026-02-20T12:00:00Z')).toEqual([
      'done:database-upgrade/0',
      'begun:database-upgrade/0',
      'late:late-webhooks/pool-floor/2026-02-01',
      'announced:database-upgrade',
      'correction:late-webhooks/1',
      'postmortem:late-webhooks',
      'update:late-webhooks/2',
      'update:late-webhooks/1',
    ]);
  });

  test('of work with updates, these tell', () => {
    const files = edited({
      file: 'incidents/database-upgrade.yaml',
      replace: 'updates: []\n',
      by: `updates:
  - { at: 2026-01-27T09:00:00Z, status: scheduled, text: We upgrade it. }
  - { at: 2026-02-03T02:00:00Z, status: in_progress, text: It has begun. }
  - { at: 2026-02-03T02:40:00Z, status: completed, text: It is done. }
`,
    });
    const work = ids(files, '2026-02-20T12:00:00Z').filter((id) => id.includes('upgrade'));
    expect(work).toEqual([3, 2, 1].map((number) => `update:database-upgrade/${number}`));
  });

  test('nothing that is to come is told before it has', () => {
    expect(ids(exampleRecord, '2026-01-27T08:59:00Z')).not.toContain('announced:database-upgrade');
    expect(ids(exampleRecord, '2026-02-03T01:59:59Z')).not.toContain('begun:database-upgrade/0');
    expect(ids(exampleRecord, '2026-02-03T02:00:00Z')).toContain('begun:database-upgrade/0');
  });

  const lock = (entry: object): string =>
    JSON.stringify({
      version: 1,
      actions: [
        {
          promise: 'late-webhooks/pool-floor',
          repository: 1,
          number: 7,
          state: 'closed',
          verified_at: '2026-02-10T02:00:00Z',
          ...entry,
        },
      ],
    });

  test.each([
    [
      { state_reason: 'completed', closed_at: '2026-01-30T10:00:00Z' },
      ['kept:…/2026-01-30T10:00:00Z'],
    ],
    [
      { state_reason: 'completed', closed_at: '2026-02-05T10:00:00Z' },
      ['kept:…/2026-02-05T10:00:00Z', 'late:…/2026-02-01'],
    ],
    [
      { state_reason: 'not_planned', closed_at: '2026-01-30T10:00:00Z' },
      ['dropped:…/2026-01-30T10:00:00Z'],
    ],
    [{ state_reason: 'completed' }, []],
    [{ state: 'open' }, ['late:…/2026-02-01']],
  ])('of a promise whose issue is %j', (entry, told) => {
    const files = { ...exampleRecord, 'actions.lock.json': lock(entry) };
    const promise = 'late-webhooks/pool-floor';
    const locals = localsOf(files, '2026-02-20T12:00:00Z');
    const ids = promisesFeed(locals).entries.map(({ id }) => id.replace(promise, '…'));
    expect(ids).toEqual([...told, 'promised:…']);
  });
});

const printers = { rss: rssText, atom: atomText, json: jsonFeedText };

describe.each(Object.keys(printers) as (keyof typeof printers)[])('as %s', (form) => {
  const outline = updatesFeed(before);
  const feed = {
    ...outline,
    hub: 'https://hub.ferry.example/?a=1&b=2',
    entries: outline.entries.map((entry) => ({ ...entry, content: '<p>Hello</p>' })),
  };
  const text = printers[form](feed);

  test.each(Object.entries(parsers[form]))('%s reads every entry', async (name, parse) => {
    // It cuts addresses off at the place on the page.
    const linked = (path: string): string =>
      name === 'feed-extractor' ? path.replace(/#.*/, '') : path;
    const prefix = form === 'atom' ? 'urn:ownup:' : '';
    expect(await parse(text)).toEqual(
      feed.entries.map(({ id, path, published, title }) => ({
        id: prefix + id,
        link: `https://status.ferry.example${linked(path)}`,
        published,
        title,
      })),
    );
  });

  test('has no character in it that it cannot have', () => {
    const wild = 'a\u0000\u0008b\uD800c\uFFFE😀';
    const [entry] = feed.entries;
    const entries = entry
      ? [{ ...entry, title: wild, summary: wild, content: `<p>${wild}</p>` }]
      : [];
    const wildText = printers[form]({ ...feed, title: wild, description: wild, entries });
    expect(wildText.replaceAll('\\ud800', '\uD800')).not.toMatch(
      /[\u0000-\u0008\uFFFE]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/,
    );
    expect(wildText).toContain('abc😀');
  });

  test('names its hub and its language', () => {
    expect(text).toContain(
      {
        rss: '<atom:link href="https://hub.ferry.example/?a=1&amp;b=2" rel="hub"/>',
        atom: '<link href="https://hub.ferry.example/?a=1&amp;b=2" rel="hub"/>',
        json: '"hubs":[{"type":"WebSub","url":"https://hub.ferry.example/?a=1&b=2"}]',
      }[form],
    );
    expect(text).toContain(form === 'json' ? '"language":"en"' : 'xml:lang="en"');
  });
});
