import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withGitHub } from '../support/actions.ts';
import { contentFolder } from '../support/content.ts';
import { headings, monthly } from '../support/customers.ts';
import type { FakeGitHub } from '../support/fake-github.ts';
import { newFolder, ownup } from '../support/ownup.ts';
import { poolFloor } from '../support/promises.ts';

async function remediate(github: FakeGitHub, list: string, args: readonly string[] = []) {
  const folder = newFolder('remediate');
  writeFileSync(join(folder, 'customers.csv'), list);
  const period = args.includes('--period') ? [] : ['--period', '2026-01'];
  const ran = await ownup(
    'remediate',
    [
      '--customers',
      join(folder, 'customers.csv'),
      '--out',
      join(folder, 'out'),
      ...period,
      ...args,
    ],
    {
      ...github.settings,
      OWNUP_CONTENT: contentFolder({ 'credits.yaml': monthly }),
      OWNUP_NOW: '2026-12-01T00:00:00Z',
    },
  );
  return { ...ran, report: existsSync(join(folder, 'out/credits-2026-01.csv')) };
}

const list = `${headings}\na,team,webhooks,eu,EUR,49.00\n`;

test('it plans the actions and writes the report of credits; with --apply and --flag-in there is an issue for each', () =>
  withGitHub(async (github) => {
    github.repository.isPrivate = true;
    const planned = await remediate(github, list);
    expect([planned.code, planned.report, github.writes]).toEqual([0, true, []]);
    const applied = await remediate(github, list, ['--apply', '--flag-in', github.repository.name]);
    expect([applied.code, applied.report]).toEqual([0, true]);
    expect(github.of(poolFloor).labels).toContain('postmortem-action');
    expect([...github.issues.values()].map(({ labels }) => labels[0]).sort()).toEqual([
      'ownup-credits',
      'postmortem-action',
    ]);
  }));

test('it ends with the code of the first that was not done, and tries the other all the same', () =>
  withGitHub(async (github) => {
    github.token = 'ghp_another_token_0123';
    const refused = await remediate(github, list, ['--apply', '--repo', 'ferry/nowhere']);
    expect([refused.code, refused.report]).toEqual([4, true]);
    const broken = await remediate(github, `${list}"b`, ['--repo', 'ferry/ferry']);
    expect([broken.code, broken.report]).toEqual([1, false]);
  }));

test('what can be known to be wrong with the credits is said before any promise is written', () =>
  withGitHub(async (github) => {
    for (const [code, args, text = list] of [
      [2, ['--policy', 'uptme']],
      [2, ['--affected', '']],
      [2, ['--map', 'price=Net']],
      [2, ['--format', 'pdf']],
      [2, ['--period', '2027-01']],
      [2, ['--flag-in', 'nonsense']],
      [1, ['--map', 'fee=Net']],
      [1, [], 'id,plan\n'],
    ] as const) {
      const { report, ...ran } = await remediate(github, text, ['--apply', ...args]);
      expect([args, ran.code, report]).toEqual([args, code, false]);
    }
    const missing = await ownup('remediate', ['--apply'], {
      ...github.settings,
      OWNUP_CONTENT: contentFolder({ 'credits.yaml': monthly }),
    });
    expect([missing.code, missing.stderr]).toEqual([
      2,
      expect.stringContaining('--customers is missing'),
    ]);
    expect(github.requests).toEqual([]);
  }));

test('the options of credits reach them as they were given', () =>
  withGitHub(async (github) => {
    const renamed = list.replace('fee', '"Net, EUR"').replace('region', 'Area');
    const { code, report } = await remediate(github, renamed, [
      '--map',
      'fee=Net, EUR',
      '--map',
      'region=Area',
    ]);
    expect([code, report]).toEqual([0, true]);
  }));
