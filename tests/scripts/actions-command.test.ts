import { spawn } from 'node:child_process';
import { type KeyObject, generateKeyPairSync } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describe, expect, test } from 'vitest';
import { actionsOptions } from '../../scripts/lib/actions/command-line.ts';
import { readOptions } from '../../scripts/lib/actions/options.ts';
import { WrongUsage } from '../../scripts/lib/command.ts';
import { act, actBeside, withGitHub } from '../support/actions.ts';
import { post } from '../support/fake-github.ts';
import { newFolder, ownup } from '../support/ownup.ts';
import { keptIn, keyFor, poolFloor, recordWith } from '../support/promises.ts';

const pemOf = ({ privateKey }: { privateKey: KeyObject }): string =>
  String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
const privateKey = pemOf(generateKeyPairSync('rsa', { modulusLength: 2048 }));

describe.concurrent('what a script sees', () => {
  test('--detailed-exitcode tells by 2 that the plan has changes, and by 0 that it has none', () =>
    withGitHub(async (github) => {
      const content = recordWith();
      expect((await act(github, content, ['--detailed-exitcode'])).code).toBe(2);
      await act(github, content, ['--apply']);
      expect((await act(github, content, ['--detailed-exitcode'])).code).toBe(0);
    }));

  for (const args of [
    ['--apply', '--pull'],
    ['--bogus'],
    ['--adopt', 'late-webhooks/no-such=#1'],
    ['--content', '/no/such/folder'],
  ]) {
    test(`${args.join(' ')} is wrong usage: 3, no request, and a document for programs all the same`, () =>
      withGitHub(async (github) => {
        const { code, doc } = await act(github, recordWith(), args);
        expect([code, doc.exit, doc.stopped?.code, github.requests]).toEqual([3, 3, 'usage', []]);
      }));
  }

  const { values: asDefault } = parseArgs({ args: [], options: actionsOptions });
  for (const values of [
    { adopt: ['nonsense'] },
    { adopt: ['a/b=#0'] },
    { adopt: ['a/b=#1', 'a/c=#1'] },
    { adopt: ['a/b=#1', 'a/b=#2'] },
    { adopt: ['a/b=#1'], recreate: ['a/b'] },
    { recreate: ['nonsense'] },
    { repo: 'nonsense' },
    { 'write-interval': 'soon' },
    { pull: true, force: true },
    { pull: true, recreate: ['a/b'] },
    { show: 'nonsense' },
    { show: 'a/b', apply: true },
    { show: 'a/b', json: true },
    { 'keep-going': 'long' },
  ]) {
    test(`${JSON.stringify(values)} is wrong usage`, () => {
      expect(() => readOptions({ ...asDefault, ...values })).toThrow(WrongUsage);
    });
  }

  test('--show prints the issue that would be made, and the document has the bodies of all', () =>
    withGitHub(async (github) => {
      const content = recordWith(['second']);
      const show = (key: string) =>
        ownup('actions', ['--content', content, '--show', key], github.settings);
      const { code, stdout } = await show(poolFloor);
      const { doc } = await act(github, content);
      await act(github, content, ['--apply']);
      const { title, body } = github.of(poolFloor);
      expect([code, stdout]).toEqual([0, `${title}\n\n${body}\n`]);
      expect(doc.actions.map((action) => action.body)).toEqual([
        body,
        github.of(keyFor('second')).body,
      ]);
      github.of(poolFloor).body = `Mine.\n\n${body}`;
      expect((await show(poolFloor)).stdout).toBe(`${title}\n\nMine.\n\n${body}\n`);
      expect((await show('late-webhooks/none')).code).toBe(3);
    }));

  test('owners are assigned as site.yaml says, and accounts before `since` get no issue', () =>
    withGitHub(async (github) => {
      github.assignable = ['ferry-jo'];
      const content = recordWith(['second']);
      const site = (text: string): void =>
        writeFileSync(
          join(content, 'site.yaml'),
          readFileSync(join(content, 'site.yaml'), 'utf8')
            .replace(/^repository:.*\n/m, '')
            .concat(`repository: ${text}\n`),
        );
      site('{ since: 2026-01-21 }');
      expect((await act(github, content)).doc.totals).toMatchObject({ create: 0, old: 2 });
      site('{ since: 2026-01-20, owners: { delivery-team: none } }');
      expect((await act(github, content)).doc).toMatchObject({
        totals: { create: 2, old: 0 },
        notes: [],
        actions: [{ assignee: null }, { assignee: null }],
      });
      expect(github.requests.filter(({ path }) => path.includes('/assignees/'))).toEqual([]);
      await act(github, content, ['--apply']);
      site('{ owners: { delivery-team: ferry-jo } }');
      expect((await act(github, content)).doc.totals).toMatchObject({ same: 2 });
    }));

  for (const [title, file, text] of [
    ['an error in the record', 'site.yaml', 'name: Ferry\n'],
    ['a lock that is cut off', 'actions.lock.json', '{ "version": 1, "actions": ['],
    [
      'a lock of a version that is not known',
      'actions.lock.json',
      '{ "version": 2, "actions": [] }',
    ],
    [
      'a lock that names a promise twice',
      'actions.lock.json',
      '{ "version": 1, "actions": [{ "promise": "a/b", "repository": 1 }, { "promise": "a/b", "repository": 1 }] }',
    ],
  ] as const) {
    test(`${title}: 3, and no request`, () =>
      withGitHub(async (github) => {
        const content = recordWith();
        writeFileSync(join(content, file), text);
        const { code } = await act(github, content, ['--apply']);
        expect([code, github.requests]).toEqual([3, []]);
        expect(readFileSync(join(content, file), 'utf8')).toBe(text);
      }));
  }

  test('without a token it prints what is wanted, and --apply ends with 4', () =>
    withGitHub(async (github) => {
      const content = recordWith();
      const plain = await act(github, content, [], { GITHUB_TOKEN: '' });
      expect([plain.code, plain.doc.actions]).toMatchObject([
        0,
        [{ key: poolFloor, plan: 'unknown' }],
      ]);
      expect((await act(github, content, ['--apply'], { GITHUB_TOKEN: '' })).code).toBe(4);
      expect((await act(github, content, ['--apply'], { GITHUB_REPOSITORY: '' })).code).toBe(4);
      expect(github.requests).toEqual([]);
    }));

  test('a person’s token that may not give labels ends with 4, before anything is written; a program’s is not judged by that', () =>
    withGitHub(async (github) => {
      github.repository.mayPush = false;
      expect((await act(github, recordWith(), ['--apply'])).code).toBe(4);
      expect(github.writes).toEqual([]);
      github.token = 'ghs_0123456789abcdefghij';
      expect((await act(github, recordWith(), ['--apply'])).code).toBe(0);
    }));

  test('where issues are disabled or the repository is archived it ends with 4', () =>
    withGitHub(async (github) => {
      github.repository.archived = true;
      expect((await act(github, recordWith(), ['--apply'])).code).toBe(4);
      github.repository.hasIssues = false;
      expect((await act(github, recordWith())).code).toBe(4);
      expect(github.writes).toEqual([]);
    }));

  test('for people, each promise has a line with its sign, and drafts have none', () =>
    withGitHub(async (github) => {
      const content = recordWith(['second']);
      await act(github, content, ['--apply']);
      github.of(keyFor('second')).title = 'Mine';
      const { stdout, code } = await ownup('actions', ['--content', content], github.settings);
      expect(code).toBe(6);
      expect(
        stdout
          .split('\n')
          .filter((line) => /^[+~=!?] /.test(line))
          .map((line) => line.slice(0, 2 + poolFloor.length).trim()),
      ).toEqual(
        [`= ${poolFloor}`, `! ${keyFor('second')} #1`.slice(0, -3)].map((line) =>
          expect.stringContaining(line),
        ),
      );
      const draft = recordWith([], (text) => text.replace('status: published', 'status: draft'));
      expect((await act(github, draft)).doc.actions).toEqual([]);
    }));

  test('in a workflow it also annotates what stopped it, and a summary that cannot be written takes nothing away', () =>
    withGitHub(async (github) => {
      github.faults = [{ on: post, when: 'before', answer: { status: 503, body: '' } }];
      const settings = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: '/nonexistent/summary.md' };
      const content = recordWith();
      const lost = await act(github, content, ['--apply'], settings);
      expect([lost.code, lost.doc.stopped?.code]).toEqual([7, 'unknown-outcome']);
      expect(lost.stderr).toMatch(
        /^::error file=[^,]*late-webhooks\.mdx,line=\d\d+,.*title=action-unknown-outcome::/m,
      );
      const after = await act(github, content, ['--apply'], settings);
      expect([after.code, after.doc.created.length]).toEqual([0, 1]);
    }));

  test('in a workflow it annotates the line of the action, and writes a summary', () =>
    withGitHub(async (github) => {
      const content = recordWith(['second']);
      await act(github, content, ['--apply']);
      github.of(keyFor('second')).title = 'Mine';
      const summary = join(newFolder('summary'), 'summary.md');
      const { stderr, stdout } = await act(github, content, ['--apply'], {
        GITHUB_ACTIONS: 'true',
        GITHUB_STEP_SUMMARY: summary,
      });
      const line =
        readFileSync(join(content, 'postmortems/late-webhooks.mdx'), 'utf8')
          .split('\n')
          .findIndex((text) => text.includes('id: second')) + 1;
      expect(stderr).toMatch(
        new RegExp(
          `^::error file=[^,]*late-webhooks\\.mdx,line=${line},col=\\d+,title=action-edited::`,
          'm',
        ),
      );
      expect(JSON.parse(stdout)).toMatchObject({ exit: 6 });
      expect(readFileSync(summary, 'utf8')).toContain(keyFor('second'));
    }));
});

describe.concurrent('the requests', () => {
  test('pin the version of the API, and send the token as GitHub wants it', () =>
    withGitHub(async (github) => {
      await act(github, recordWith(), ['--apply']);
      expect(
        new Set(github.requests.map(({ headers }) => headers['x-github-api-version'])),
      ).toEqual(new Set(['2022-11-28']));
    }));

  test('of an app’s signing in pin the version too', () =>
    withGitHub(async (github) => {
      const app = { GITHUB_TOKEN: '', OWNUP_APP_ID: '5', OWNUP_APP_PRIVATE_KEY: privateKey };
      expect((await act(github, recordWith(), [], app)).code).toBe(0);
      expect(github.requests.some(({ path }) => path.endsWith('/access_tokens'))).toBe(true);
      expect(
        new Set(github.requests.map(({ headers }) => headers['x-github-api-version'])),
      ).toEqual(new Set(['2022-11-28']));
    }));

  test('writes are a second apart unless another interval is given', () =>
    withGitHub(async (github) => {
      const { code } = await ownup(
        'actions',
        ['--content', recordWith(['second', 'third']), '--apply'],
        github.settings,
      );
      const times = github.writes.map(({ at }) => at);
      expect([code, times.length]).toEqual([0, 3]);
      for (const [index, at] of times.slice(1).entries())
        expect(at - (times[index] ?? 0)).toBe(1_000);
    }));

  test('the owner is assigned if that is possible, asked once and before the first write', () =>
    withGitHub(async (github) => {
      github.assignable = ['delivery-team'];
      await act(github, recordWith(['second']), ['--apply']);
      expect(github.of(poolFloor).assignees).toEqual(['delivery-team']);
      const asked = github.requests.findIndex(({ path }) => path.includes('/assignees/'));
      expect(github.requests.filter(({ path }) => path.includes('/assignees/'))).toHaveLength(1);
      expect(asked).toBeLessThan(github.requests.findIndex(post));
    }));

  test('a GitHub App’s create is not sent again either', () =>
    withGitHub(async (github) => {
      github.faults = [
        {
          on: post,
          times: 2,
          when: 'after',
          answer: { status: 401, body: { message: 'Bad credentials' } },
        },
      ];
      const { code } = await act(github, recordWith(), ['--apply'], {
        GITHUB_TOKEN: '',
        OWNUP_APP_ID: '5',
        OWNUP_APP_PRIVATE_KEY: privateKey,
      });
      expect([code, github.requests.filter(post).length]).toEqual([4, 1]);
    }));

  test('a GitHub App signs in with its key', () =>
    withGitHub(async (github) => {
      const { code, stdout, stderr } = await act(github, recordWith(), ['--apply'], {
        GITHUB_TOKEN: '',
        OWNUP_APP_ID: '5',
        OWNUP_APP_PRIVATE_KEY: privateKey,
      });
      expect([code, github.issues.size]).toEqual([0, 1]);
      expect(stdout + stderr).not.toContain(github.token);
      const app = { GITHUB_TOKEN: '', OWNUP_APP_ID: '5', OWNUP_APP_PRIVATE_KEY: privateKey };
      expect(
        (await act(github, recordWith(), [], { ...app, OWNUP_APP_INSTALLATION_ID: '9' })).code,
      ).toBe(0);
      expect(
        (await act(github, recordWith(), [], { ...app, OWNUP_APP_INSTALLATION_ID: '8' })).code,
      ).toBe(4);
      for (const wrong of ['no key', pemOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }))])
        expect(
          (await act(github, recordWith(), ['--apply'], { ...app, OWNUP_APP_PRIVATE_KEY: wrong }))
            .code,
        ).toBe(4);
    }));

  for (const [title, token] of [
    ['with a line break in it', 'ghp_0123456789\nabcdefghij'],
    ['that GitHub repeats in its answer', 'ghp_aaaaaaaaaabbbbbbbbbb'],
    ['of another form', 'secret-of-another-form'],
    [
      'that carries what it allows',
      'ghs_12345_eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJhcHAifQ.c2lnbmF0dXJlLW9mLWl0',
    ],
  ] as const) {
    test(`a token ${title} is not printed`, () =>
      withGitHub(async (github) => {
        github.faults = [
          {
            on: () => true,
            times: 99,
            when: 'before',
            answer: { status: 401, body: { message: `Bad credentials: ${token}` } },
          },
        ];
        const { code, stdout, stderr } = await ownup(
          'actions',
          ['--content', recordWith(), '--apply'],
          {
            ...github.settings,
            GITHUB_TOKEN: token,
            OWNUP_DEBUG: '1',
          },
        );
        expect([3, 4]).toContain(code);
        for (const part of token.split(/[\n.]/)) expect(stdout + stderr).not.toContain(part);
      }));
  }
});

describe.concurrent('runs that meet or die', () => {
  test('two at once make one issue for each promise', () =>
    withGitHub(async (github) => {
      const content = recordWith(['second', 'third']);
      const ran = await Promise.all([1, 2, 3].map(() => actBeside(github, content, ['--apply'])));
      expect(ran.map(({ code }) => code).every((code) => code === 0 || code === 5)).toBe(true);
      expect((await act(github, content, ['--apply'])).code).toBe(0);
      expect(github.issues.size).toBe(3);
      expect(readdirSync(content).filter((name) => name.startsWith('.'))).toEqual([]);
    }));

  for (const when of ['before', 'after'] as const) {
    test(`killed while a create is on its way (${when} it is done), the next run makes no second issue`, () =>
      withGitHub(async (github) => {
        const content = recordWith(['second']);
        github.faults = [{ on: post, when, answer: 'hang' }];
        const env = { ...process.env, ...github.settings };
        const child = spawn(
          process.execPath,
          ['scripts/actions.ts', '--content', content, '--apply'],
          { env, stdio: 'ignore' },
        );
        await github.hanging;
        child.kill('SIGKILL');
        await new Promise((resolve) => child.once('exit', resolve));
        expect(keptIn(content)).toMatchObject([
          { promise: poolFloor, pending_since: expect.any(String) },
        ]);
        expect((await act(github, content, ['--apply'])).code).toBe(0);
        expect(github.issues.size).toBe(2);
        expect(github.of(poolFloor).number).toBe(
          keptIn(content).find(({ promise }) => promise === poolFloor)?.number,
        );
      }));
  }
});
