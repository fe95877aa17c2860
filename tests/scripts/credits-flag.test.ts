import { describe, expect, test } from 'vitest';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { withGitHub } from '../support/actions.ts';
import { type FakeGitHub, post } from '../support/fake-github.ts';
import { creditContent, credits, headings } from '../support/customers.ts';

const list = `${headings}\nws-canary-1,team,webhooks,eu,EUR,49.00\nws-canary-2,team,webhooks,eu,JPY,1500\nws-canary-3,gold,webhooks,eu,EUR,1\n`;
const longer = `${list}ws-canary-4,team,webhooks,eu,EUR,10\n`;

interface Flagging {
  text?: string;
  args?: readonly string[];
  content?: string;
  settings?: Readonly<Record<string, string>>;
}

const flag = (
  github: FakeGitHub,
  { text = list, args = [], content = creditContent(), settings = {} }: Flagging = {},
) =>
  credits(text, {
    content,
    args: ['--flag-in', github.repository.name, ...args],
    settings: { ...github.settings, GITHUB_REPOSITORY: '', ...settings },
  });

/** A private repository for one test. */
const withPrivate = (use: (github: FakeGitHub) => Promise<void>): Promise<void> =>
  withGitHub(async (github) => {
    github.repository.isPrivate = true;
    await use(github);
  });

const only = ({ issues }: FakeGitHub) => {
  const [issue, ...more] = issues.values();
  if (!issue || more.length) throw new Error(`There are ${issues.size} issues.`);
  return issue;
};

describe.concurrent('the issue of a period', () => {
  test('is one, with counts, sums and the hash of the report, and no account', () =>
    withPrivate(async (github) => {
      expect((await flag(github)).code).toBe(0);
      expect((await flag(github, { text: longer })).code).toBe(0);
      const body = String(only(github).body);
      expect(body).toContain('4 rows: 3 flagged, 0 not flagged, 1 needs review.');
      expect(body).toMatch(/\| EUR \| 5\.90 \| 2 \|/);
      expect(body).toMatch(/credits-2026-01\.csv` `[0-9a-f]{64}`/);
      expect(JSON.stringify(github.requests)).not.toContain('canary');
    }));

  test('is not written to again while the report is the same', () =>
    withPrivate(async (github) => {
      await flag(github);
      github.forget();
      expect((await flag(github)).code).toBe(0);
      expect(github.writes).toEqual([]);
    }));

  test('keeps what people tick and write below it', () =>
    withPrivate(async (github) => {
      await flag(github);
      const issue = only(github);
      issue.body = `${issue.body?.replace('- [ ] settled', '- [x] settled')}\n\nPaid on Monday.`;
      expect((await flag(github, { text: longer })).code).toBe(0);
      expect(issue.body).toContain('4 rows');
      expect(issue.body).toContain('- [x] settled: 1 row');
      expect(issue.body).toMatch(/- \[ \] issued: EUR 5\.90/);
      expect(issue.body).toMatch(/\n\nPaid on Monday\.$/);
    }));

  test('that somebody edited is left alone unless it is forced', () =>
    withPrivate(async (github) => {
      await flag(github);
      const issue = only(github);
      issue.body = issue.body?.replace('3 rows', 'All rows') ?? null;
      expect((await flag(github, { text: longer })).code).toBe(6);
      expect(issue.body).toContain('All rows');
      expect((await flag(github, { text: longer, args: ['--force'] })).code).toBe(0);
      expect(issue.body).toContain('4 rows');
    }));

  test('is found without its label, and closed', () =>
    withPrivate(async (github) => {
      await flag(github);
      const issue = only(github);
      issue.labels = [];
      github.close(issue.number);
      expect((await flag(github, { text: longer })).code).toBe(0);
      expect(only(github)).toMatchObject({
        state: 'closed',
        body: expect.stringContaining('4 rows') as string,
      });
    }));

  test('is not what a stranger’s issue with the same marker is', () =>
    withPrivate(async (github) => {
      const stranger = github.add({
        body: '<!-- ownup:credits status.ferry.example/2026-01 -->',
        labels: ['ownup-credits'],
      });
      expect((await flag(github)).code).toBe(0);
      expect([github.issues.size, stranger.title]).toEqual([2, 'Something else']);
    }));

  test('is another one for another site', () =>
    withPrivate(async (github) => {
      await flag(github);
      const site = (exampleRecord['site.yaml'] ?? '').replace(
        /^url: .*$/m,
        'url: https://status.tide.example',
      );
      expect(
        (await flag(github, { content: creditContent(undefined, { 'site.yaml': site }) })).code,
      ).toBe(0);
      expect(github.issues.size).toBe(2);
    }));

  test('is another one for the report of one policy', () =>
    withPrivate(async (github) => {
      await flag(github);
      expect((await flag(github, { args: ['--policy', 'uptime'] })).code).toBe(0);
      expect([...github.issues.values()].map(({ title }) => title)).toEqual([
        expect.stringMatching(/2026-01$/),
        expect.stringMatching(/2026-01, policy uptime$/),
      ]);
    }));

  test('says that the period is not over, and which days each policy looked at', () =>
    withPrivate(async (github) => {
      await flag(github, { settings: { OWNUP_NOW: '2026-01-20T00:00:00Z' } });
      expect(only(github).body).toContain('The period is not over');
      expect(only(github).body).toContain('`uptime` (2026-01-01 to 2026-01-31)');
      await flag(github);
      expect(only(github).body).not.toContain('The period is not over');
    }));

  test('is not written for a list without rows', () =>
    withPrivate(async (github) => {
      expect(await flag(github, { text: `${headings}\n` })).toMatchObject({ code: 1, files: [] });
      expect(github.requests).toEqual([]);
    }));

  for (const [setting, value] of [
    ['GITHUB_API_URL', 'not an address'],
    ['OWNUP_PATIENCE', 'none'],
    ['GITHUB_TOKEN', ''],
  ] as const)
    test(`and the report are not written if ${setting} is “${value}”`, () =>
      withPrivate(async (github) => {
        expect(await flag(github, { settings: { [setting]: value } })).toMatchObject({
          code: 2,
          files: [],
        });
        expect(github.requests).toEqual([]);
      }));

  for (const when of ['before', 'after'] as const)
    test(`is one in the end, if nobody knows what became of its creation (${when})`, () =>
      withPrivate(async (github) => {
        github.faults = [{ on: post, when, answer: 'reset' }];
        const first = await flag(github);
        expect([first.code, github.requests.filter(post).length]).toEqual(
          when === 'after' ? [0, 1] : [7, 1],
        );
        expect(first.files).toEqual(['credits-2026-01.csv', 'credits-2026-01.seal.json']);
        expect((await flag(github)).code).toBe(0);
        expect(only(github).title).toContain('2026-01');
      }));

  test('is not opened in a repository that is public, or of which nobody says that it is not', () =>
    withGitHub(async (github) => {
      for (const isPrivate of [false, undefined]) {
        github.repository.isPrivate = isPrivate;
        const { code, stderr } = await flag(github);
        expect([code, stderr.includes('private')]).toEqual([4, true]);
      }
      expect(github.writes).toEqual([]);
    }));

  test('is not opened where a whole enterprise can read it', () =>
    withPrivate(async (github) => {
      github.repository.visibility = 'internal';
      expect((await flag(github)).code).toBe(4);
      expect(github.writes).toEqual([]);
    }));
});
