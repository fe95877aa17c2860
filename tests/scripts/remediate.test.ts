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
  const ran = await ownup(
    'remediate',
    ['--customers', join(folder, 'customers.csv'), '--out', join(folder, 'out'), '--period', '2026-01', ...args],
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
    expect([...github.issues.values()].map(({ labels }) => labels[0]).sort()).toEqual(['ownup-credits', 'postmortem-action']);
  }));

test('it ends with the code of the first that was not done, and tries the other all the same', () =>
  withGitHub(async (github) => {
    github.token = 'ghp_another_token_0123';
    const refused = await remediate(github, list, ['--apply', '--repo', 'ferry/nowhere']);
    expect([refused.code, refused.report]).toEqual([4, true]);
    const broken = await remediate(github, 'id,plan\n', ['--repo', 'ferry/ferry']);
    expect([broken.code, broken.report]).toEqual([1, false]);
  }));
