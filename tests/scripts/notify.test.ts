import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { contentFolder } from '../support/content.ts';
import {
  type Got,
  type Reply,
  type Says,
  buttondownSays,
  fakeTarget,
  listmonkSays,
} from '../support/fake-target.ts';
import { ownup } from '../support/ownup.ts';

const [first, last] = ['update:late-webhooks/1', 'update:late-webhooks/2'];
const now = '2026-01-17T10:30:00Z';
const whsec = `whsec_${Buffer.from('0123456789abcdef01234567').toString('base64')}`;

const incident = exampleRecord['incidents/late-webhooks.yaml'] ?? '';

/** Everything that can be in a text. */
const hostile = '1 < 2 {{ .Subscriber }} &lt;!channel> \\*bold\\* 😀 مرحبا ]]> ';

interface Desk {
  url: string;
  content: string;
  got: Got[];
  letters: { id: string; status: string; metadata: unknown }[];
  campaigns: { id: number; name: string; status: string }[];
  /** What readers see in the feed; all that happened, by default. */
  seen: { feed: string };
  run: (
    args?: readonly string[],
    settings?: Record<string, string>,
  ) => Promise<{ code: number; stdout: string; stderr: string }>;
}

/** A record whose news goes to `targets` (YAML, with {url} in it), which a fake stands for; `says` answers what would be sent to chats and webhooks. */
async function withTargets(
  targets: string,
  use: (desk: Desk) => Promise<void>,
  says: Says = ({ path }) => good(path),
  changes: Readonly<Record<string, string>> = {},
): Promise<void> {
  const letters: Desk['letters'] = [];
  const campaigns: Desk['campaigns'] = [];
  const seen = {
    feed: [first, last].map((id) => `<guid isPermaLink="false">${id}</guid>`).join(''),
  };
  const [buttondown, listmonk] = [buttondownSays(letters), listmonkSays(campaigns)];
  const server = await fakeTarget((got) => {
    if (got.path === '/updates.xml') return { body: seen.feed };
    const said = says(got);
    if (said === 'reset' || said.status !== undefined || said.body !== undefined) return said;
    return got.path.startsWith('/v1/') ? buttondown(got) : listmonk(got);
  });
  const content = contentFolder({
    'site.yaml': `${(exampleRecord['site.yaml'] ?? '').replace('https://status.ferry.example', server.url)}notify:\n${targets.replaceAll('{url}', server.url)}\n`,
    ...changes,
  });
  const settings = {
    OWNUP_NOW: now,
    SLACK: `${server.url}/slack/T0/B0/secret-in-the-path`,
    DISCORD: `${server.url}/discord/1/secret-in-the-path`,
    TEAMS: `${server.url}/teams/secret-in-the-path?sig=0123456789`,
    KEY: whsec,
    BUTTONDOWN: 'bd-key-0123456789',
    LISTMONK: 'lm-token-0123',
  };
  try {
    await use({
      url: server.url,
      content,
      letters,
      campaigns,
      seen,
      got: server.got,
      run: (args = [], more = {}) =>
        ownup('notify', ['--content', content, ...args], { ...settings, ...more }),
    });
  } finally {
    await server.stop();
  }
}

/** What the services say when they have taken a message; nothing of those with an API of their own. */
const good = (path: string): Reply => {
  if (path.startsWith('/slack')) return { body: 'ok', headers: { 'content-type': 'text/html' } };
  if (path.startsWith('/discord')) return { body: { id: '1' } };
  if (path.startsWith('/teams')) return { status: 202, body: '' };
  return path.startsWith('/hook') ? { status: 204, body: '' } : {};
};

const line: Record<string, string> = {
  slack: '  - { id: slack, type: slack, secret: SLACK }',
  discord: '  - { id: discord, type: discord, secret: DISCORD }',
  teams: '  - { id: teams, type: teams, secret: TEAMS }',
  webhook: '  - { id: hook, type: webhook, url: "{url}/hook", secret: KEY }',
  buttondown: '  - { id: letter, type: buttondown, url: "{url}/", secret: BUTTONDOWN }',
  listmonk:
    '  - { id: list, type: listmonk, url: "{url}", user: ownup, lists: [3], secret: LISTMONK }',
};
const all = Object.values(line).join('\n');
const posts = (got: readonly Got[], path: string): Got[] =>
  got.filter((one) => one.method === 'POST' && one.path.startsWith(path));
const stateOf = (content: string) =>
  JSON.parse(readFileSync(join(dirname(content), 'notified.json'), 'utf8')) as {
    open: { target: string; id: string; state: string }[];
  };

test('what has happened goes to every target, once, in order', () =>
  withTargets(all, async ({ run, got, letters, campaigns, content, url }) => {
    const { code, stdout } = await run();
    expect([code, stdout.trim().split('\n').at(-1)]).toEqual([0, '12 sent.']);
    const address = `${url}/incidents/late-webhooks/#Update_1`;
    const [slack] = posts(got, '/slack');
    expect(slack?.body).toEqual({
      text: 'Investigating: Webhooks arrived late: Webhook deliveries are late. Nothing is lost.',
      blocks: [
        {
          type: 'header',
          text: { type: 'plain_text', text: 'Investigating: Webhooks arrived late', emoji: false },
        },
        {
          type: 'section',
          text: {
            type: 'plain_text',
            text: 'Webhook deliveries are late. Nothing is lost.',
            emoji: false,
          },
        },
        { type: 'section', text: { type: 'mrkdwn', text: `<${address}>` } },
      ],
      unfurl_links: false,
    });
    const [discord] = posts(got, '/discord');
    expect(discord?.path).toContain('?wait=true');
    expect(discord?.body).toMatchObject({
      embeds: [{ url: address, timestamp: '2026-01-17T09:31:00.000Z' }],
      allowed_mentions: { parse: [] },
    });
    expect(posts(got, '/teams').map(({ body }) => body['type'])).toEqual(['message', 'message']);
    expect(letters.map(({ status, metadata }) => [status, metadata])).toEqual([
      ['about_to_send', { ownup: first }],
      ['about_to_send', { ownup: last }],
    ]);
    expect(campaigns.map(({ name, status }) => [name, status])).toEqual([
      [first, 'running'],
      [last, 'running'],
    ]);
    expect(posts(got, '/api/campaigns')[0]?.body).toMatchObject({ lists: [3], type: 'regular' });

    const before = got.length;
    expect((await run()).stdout).toBe('0 sent.\n');
    expect(got.length).toBe(before);
    expect(stateOf(content).open).toEqual([]);
  }));

test('a webhook is signed as standardwebhooks.com has it, and always under the same id', () =>
  withTargets(line['webhook'] ?? '', async ({ run, got, url }) => {
    await run();
    const [hook] = posts(got, '/hook');
    const {
      'webhook-id': id,
      'webhook-timestamp': seconds,
      'webhook-signature': signed,
    } = hook?.headers ?? {};
    const key = Buffer.from(whsec.slice(6), 'base64');
    const hmac = createHmac('sha256', key)
      .update(`${id}.${seconds}.${hook?.text}`)
      .digest('base64');
    expect(signed).toBe(`v1,${hmac}`);
    expect(Math.abs(Number(seconds) * 1000 - Date.now())).toBeLessThan(24 * 3_600_000);
    expect(hook?.body).toEqual({
      type: 'update',
      timestamp: '2026-01-17T09:31:00.000Z',
      data: {
        id: first,
        title: 'Investigating: Webhooks arrived late',
        text: 'Webhook deliveries are late. Nothing is lost.',
        url: `${url}/incidents/late-webhooks/#Update_1`,
      },
    });
    expect(id).toMatch(/^news_[a-z0-9]{12}$/);
  }));

test('what would go out is said, and nothing is sent or written', () =>
  withTargets(all, async ({ run, got, content }) => {
    const { code, stdout } = await run(['--dry-run']);
    expect(code).toBe(0);
    expect(stdout).toContain(`+ ${first} → slack, discord, teams, hook, letter, list`);
    expect(got).toEqual([]);
    expect(existsSync(join(dirname(content), 'notified.json'))).toBe(false);
  }));

describe('an answer that is none', () => {
  const answers: Record<string, [Reply | 'reset', code: number, tries: number, open: string[]]> = {
    'a page': [
      { body: '<!doctype html><p>Log in', headers: { 'content-type': 'text/html' } },
      7,
      1,
      ['unknown', 'waiting'],
    ],
    'a redirect': [
      { status: 302, body: '', headers: { location: 'https://elsewhere.example/' } },
      4,
      1,
      ['waiting', 'waiting'],
    ],
    nothing: ['reset', 7, 1, ['unknown', 'waiting']],
    'that it is gone': [{ status: 404, body: 'no_service' }, 4, 1, ['waiting', 'waiting']],
    'that it fails': [{ status: 500, body: 'oops' }, 7, 1, ['unknown', 'waiting']],
    'that the message is wrong': [
      { status: 400, body: 'invalid_blocks' },
      4,
      2,
      ['waiting', 'waiting'],
    ],
    'to wait long': [
      { status: 429, body: '', headers: { 'retry-after': '3600' } },
      5,
      1,
      ['waiting', 'waiting'],
    ],
    'to wait again and again': [
      { status: 429, body: '', headers: { 'retry-after': '2' } },
      5,
      3,
      ['waiting', 'waiting'],
    ],
  };
  test.each(Object.entries(answers))('of Slack: %s', (_what, [reply, code, tries, open]) =>
    withTargets(
      `${line['slack']}\n${line['webhook']}`,
      async ({ run, got, content }) => {
        const ran = await run();
        expect([ran.code, posts(got, '/slack').length]).toEqual([code, tries]);
        expect(stateOf(content).open.map(({ state }) => state)).toEqual(open);
        // A dead target stops no other.
        expect(posts(got, '/hook').length).toBe(2);
        expect(ran.stdout + ran.stderr).not.toMatch(/secret-in-the-path|whsec_/);
      },
      ({ path }) => (path.startsWith('/slack') ? reply : good(path)),
    ),
  );

  test('of a webhook, which is sent again under the same id', () => {
    let asked = 0;
    return withTargets(
      line['webhook'] ?? '',
      async ({ run, got, content }) => {
        expect((await run()).code).toBe(0);
        const ids = posts(got, '/hook').map(({ headers }) => headers['webhook-id']);
        expect([ids.length, new Set(ids).size, stateOf(content).open]).toEqual([4, 2, []]);
      },
      ({ path }) => (++asked < 3 ? { body: '<p>Log in' } : good(path)),
    );
  });

  test.each([
    ['letter', 'buttondown', '/v1/emails', 'PATCH'],
    ['list', 'listmonk', '/api/campaigns', 'PUT'],
  ])('of a list, which is asked what it has: %s', (_id, name, path, start) => {
    let [made, started] = [0, 0];
    return withTargets(
      line[name] ?? '',
      async ({ run, got, letters, campaigns }) => {
        const { code, stdout } = await run();
        expect([code, stdout.split('\n').at(-2)]).toEqual([0, '2 sent.']);
        const there = [...letters, ...campaigns];
        expect(there.map(({ status }) => status)).toEqual(
          name === 'buttondown' ? ['about_to_send', 'about_to_send'] : ['running', 'running'],
        );
        expect(posts(got, path).length).toBe(3);
      },
      (got) => {
        // The first draft is not made, and the first start is not heard of.
        if (got.method === 'POST' && ++made === 1) return 'reset';
        if (got.method === start && ++started === 1)
          return { status: 429, body: '', headers: { 'retry-after': '1' } };
        return {};
      },
    );
  });
});

test('a limit is waited for as long as it asks', () => {
  let asked = 0;
  return withTargets(
    line['slack'] ?? '',
    async ({ run }) => {
      const { code, stdout, stderr } = await run();
      expect([code, stdout.split('\n').at(-2)]).toEqual([0, '2 sent.']);
      expect(stderr).toContain('Waiting for 30 s.');
    },
    ({ path }) =>
      ++asked === 1 ? { status: 429, body: '', headers: { 'retry-after': '30' } } : good(path),
  );
});

test('of what nobody knows a person decides, and it is sent again or not', () => {
  let asked = 0;
  return withTargets(
    line['slack'] ?? '',
    async ({ run, got, content }) => {
      const { code, stdout } = await run();
      expect(code).toBe(7);
      expect(stdout).toContain(`--arrived slack=${first}`);
      // The next one is not held up, and the first is not sent.
      expect((await run()).code).toBe(7);
      expect(posts(got, '/slack').length).toBe(2);
      expect((await run(['--again', `slack=${first}`])).code).toBe(0);
      expect(posts(got, '/slack').length).toBe(3);
      expect(stateOf(content).open).toEqual([]);
      expect((await run(['--arrived', `slack=${first}`])).code).toBe(3);
    },
    ({ path }) => (++asked === 1 ? 'reset' : good(path)),
  );
});

test('nothing is told that readers do not see yet', () =>
  withTargets(line['slack'] ?? '', async ({ run, got, seen }) => {
    const whole = seen.feed;
    seen.feed = whole.replace(last, 'update:other/1');
    const { code, stderr } = await run(['--wait', '1']);
    expect([code, posts(got, '/slack').length]).toEqual([5, 1]);
    expect(stderr).toContain('Not all is public yet');
    seen.feed = whole;
    expect((await run()).code).toBe(0);
    expect(posts(got, '/slack').length).toBe(2);
  }));

test('a first run on an old record tells nobody of what is long over', () =>
  withTargets(all, async ({ run, got, content }) => {
    expect((await run([], { OWNUP_NOW: '2026-03-01T00:00:00Z' })).stdout).toBe('0 sent.\n');
    expect(got).toEqual([]);
    expect(stateOf(content)).toMatchObject({ open: [] });
  }));

test('secrets that are missing or unusable are named, and cost the others nothing', () =>
  withTargets(
    `${line['slack']}\n${line['webhook']}\n${line['listmonk']}\n${line['teams']}`,
    async ({ run, got }) => {
      const { code, stdout } = await run([], {
        SLACK: '',
        KEY: 'not-long',
        LISTMONK: 'to ken',
        TEAMS: 'teams-address',
      });
      expect(code).toBe(4);
      for (const name of ['SLACK', 'KEY', 'LISTMONK', 'TEAMS'])
        expect(stdout).toContain(`refused: ${name} `);
      expect(stdout).not.toMatch(/not-long|to ken|teams-address/);
      expect(got.filter(({ method }) => method === 'POST')).toEqual([]);
    },
  ));

test('whatever is in a text, it is shown as it is, is short enough, and calls nobody', () => {
  const text = hostile + 'word '.repeat(8_000);
  return withTargets(
    all,
    async ({ run, got }) => {
      expect((await run()).code).toBe(0);
      const [slack] = posts(got, '/slack');
      expect(slack?.text).toContain('&lt;!channel&gt;');
      expect(slack?.text.length).toBeLessThan(9_000);
      const [discord] = posts(got, '/discord');
      const [{ description = '' } = {}] = discord?.body['embeds'] as { description?: string }[];
      expect(description.length).toBeLessThanOrEqual(4096);
      expect(description).toContain('\\*bold\\*');
      expect(posts(got, '/teams')[0]?.text.length).toBeLessThan(28_000);
      for (const letter of [posts(got, '/v1')[0], posts(got, '/api')[0]]) {
        expect(letter?.text).not.toMatch(/\{\{ /);
        expect(letter?.text).toContain('word word');
      }
    },
    undefined,
    {
      'incidents/late-webhooks.yaml': incident.replace(
        'Webhook deliveries are late. Nothing is lost.',
        () => JSON.stringify(text),
      ),
    },
  );
});

test.each([
  ['a state that is none', 'not json', []],
  ['one of somebody else', '{"version": 2}', []],
  ['a decision about nothing', '', ['--again', 'slack=update:none/1']],
  ['a wait that is no number', '', ['--wait', 'long']],
])('%s is wrong usage, and nothing is sent', (_what, state, args) =>
  withTargets(line['slack'] ?? '', async ({ run, got, content }) => {
    if (state) writeFileSync(join(dirname(content), 'notified.json'), state);
    expect((await run(args)).code).toBe(3);
    expect(got).toEqual([]);
  }),
);

test('a record with a mistake in a postmortem still tells of the rest', () =>
  withTargets(
    line['slack'] ?? '',
    async ({ run, got }) => {
      expect((await run()).code).toBe(0);
      expect(posts(got, '/slack').length).toBe(2);
    },
    undefined,
    {
      'postmortems/late-webhooks.mdx': (
        exampleRecord['postmortems/late-webhooks.mdx'] ?? ''
      ).replace('cause: capacity', 'cause: nobody-knows'),
    },
  ));

test('where nobody is named, that is said, nothing is waited for and nothing written', async () => {
  const content = contentFolder();
  const { code, stdout } = await ownup('notify', [], { OWNUP_CONTENT: content, OWNUP_NOW: now });
  expect([code, stdout]).toEqual([0, expect.stringContaining('site.yaml')]);
  expect(existsSync(join(dirname(content), 'notified.json'))).toBe(false);
});
