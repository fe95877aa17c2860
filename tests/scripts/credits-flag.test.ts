import { expect, test } from 'vitest';
import { FakeGitHub } from '../support/fake-github.ts';
import { credits, headings } from '../support/customers.ts';

const list = `${headings}\nws-canary-1,team,webhooks,eu,EUR,49.00\nws-canary-2,team,webhooks,eu,JPY,1500\nws-canary-3,gold,webhooks,eu,EUR,1\n`;

/** A repository about which the API says whether it is private. */
async function repository(isPrivate: boolean | undefined): Promise<FakeGitHub> {
  const github = await new FakeGitHub().start();
  const about = (path: string): boolean => /\/repos\/[^/]+\/[^/]+$/.test(path);
  github.faults.push({
    on: ({ method, path }) => method === 'GET' && about(path),
    times: 100,
    when: 'after',
    answer: (good) => ({ ...good, body: { ...(good.body as object), ...(isPrivate !== undefined && { private: isPrivate }) } }),
  });
  return github;
}

async function flagged(github: FakeGitHub, text = list) {
  const settings = { GITHUB_TOKEN: github.token, GITHUB_API_URL: github.url, OWNUP_PATIENCE: '0.05' };
  return credits(text, { args: ['--flag-in', 'ferry/ferry'], settings });
}

test('one issue for each period, with counts, sums and the hash of the report, and no account', async () => {
  const github = await repository(true);
  const first = await flagged(github);
  expect([first.code, first.stderr.includes('Nothing was written')]).toEqual([0, false]);
  const again = await flagged(github, `${list}ws-canary-4,team,webhooks,eu,EUR,10\n`);
  expect(again.code).toBe(0);
  const issues = [...github.issues.values()];
  expect(issues).toHaveLength(1);
  const body = String(issues[0]?.body);
  expect(body).toContain('4 rows: 3 flagged, 0 not flagged, 1 need review.');
  expect(body).toMatch(/\| EUR \| 5\.90 \| 2 \|/);
  expect(body).toMatch(/credits-2026-01\.csv` `[0-9a-f]{64}`/);
  expect(JSON.stringify(github.requests)).not.toContain('canary');
  await github.stop();
});

test('a repository that is public, or of which nobody says that it is not, is refused', async () => {
  for (const isPrivate of [false, undefined]) {
    const github = await repository(isPrivate);
    const { code, stderr } = await flagged(github);
    expect(code).toBe(1);
    expect(stderr).toContain('private');
    expect(github.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    await github.stop();
  }
});
