import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Emulator, createEmulator } from 'emulate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownup } from '../support/ownup.ts';
import { keptIn, recordWith } from '../support/promises.ts';

// A server that others have written knows what we may have misunderstood.
let emulator: Emulator;
let settings: Record<string, string>;

const token = 'test_token_of_the_owner';
const api = (path: string, init: RequestInit = {}) =>
  fetch(`${emulator.url}${path}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  });

beforeAll(async () => {
  emulator = await createEmulator({
    service: 'github',
    port: 0,
    seed: {
      tokens: { [token]: { login: 'ferry', scopes: ['repo'] } },
      github: { users: [{ login: 'ferry' }], repos: [{ owner: 'ferry', name: 'ferry' }] },
    },
  });
  settings = {
    GITHUB_API_URL: emulator.url,
    GITHUB_TOKEN: token,
    GITHUB_REPOSITORY: 'ferry/ferry',
  };
});
afterAll(() => emulator.close());

const act = (content: string, ...args: string[]) =>
  ownup('actions', ['--content', content, '--write-interval', '0', '--json', ...args], settings);

/** How many issues there are, counted page by page. */
async function countIssues(): Promise<number> {
  let count = 0;
  for (let page = 1; ; page++) {
    const issues = (await (
      await api(`/repos/ferry/ferry/issues?state=all&per_page=100&page=${page}`)
    ).json()) as unknown[];
    count += issues.length;
    if (issues.length < 100) return count;
  }
}

test('another server: issues are created once, found again without the lock, and their state comes back', async () => {
  const content = recordWith(['second']);
  const first = await act(content, '--apply');
  expect(first.code).toBe(0);
  expect(await countIssues()).toBe(2);
  rmSync(join(content, 'actions.lock.json'));
  const second = await act(content, '--apply');
  expect([second.code, JSON.parse(second.stdout).totals.same, await countIssues()]).toEqual([
    0, 2, 2,
  ]);
  const [entry] = keptIn(content);
  await api(`/repos/ferry/ferry/issues/${entry?.number}`, {
    method: 'PATCH',
    body: JSON.stringify({ state: 'closed', state_reason: 'not_planned' }),
  });
  expect((await act(content, '--pull')).code).toBe(0);
  expect(keptIn(content)[0]).toMatchObject({
    state: 'closed',
    state_reason: 'not_planned',
    closed_at: expect.any(String),
  });
});

test('another server: among 1,050 other issues ours are found, also without lock and label', async () => {
  const content = recordWith();
  await act(content, '--apply');
  const { number } = keptIn(content)[0] ?? {};
  const others = Array.from({ length: 1_050 }, (_, index) =>
    JSON.stringify({ title: `Other ${index}` }),
  );
  for (let from = 0; from < others.length; from += 50)
    await Promise.all(
      others
        .slice(from, from + 50)
        .map((body) => api('/repos/ferry/ferry/issues', { method: 'POST', body })),
    );
  const before = await countIssues();
  expect(before).toBeGreaterThan(1_050);
  await api(`/repos/ferry/ferry/issues/${number}`, {
    method: 'PATCH',
    body: JSON.stringify({ labels: [] }),
  });
  rmSync(join(content, 'actions.lock.json'));
  const { code, stdout } = await act(content, '--apply');
  expect([code, JSON.parse(stdout).created, keptIn(content)[0]?.number]).toEqual([0, [], number]);
  expect(await countIssues()).toBe(before);
});
