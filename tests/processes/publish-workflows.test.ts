import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runner, stepsOf, workflowIn } from '../support/workflow.ts';

describe('publishing', () => {
  test.each([
    [0, 0, ''],
    [3, 0, 'held=true\n'],
    [1, 1, ''],
    [2, 1, ''],
  ])('a build that ends with %i: the step ends with %i', (code, status, output) => {
    const machine = runner('publish.yml', { npm: `exit ${code}` });
    expect(machine.run('Build').status).toBe(status);
    expect(machine.output()).toBe(output);
  });

  test('goes on where the check finds errors: what of it can be published, the build decides', () => {
    expect(runner('publish.yml', { npm: 'exit 1' }).run('Check').status).toBe(0);
  });

  test('is red after it has published, where something was held back', () => {
    const steps = stepsOf('publish.yml');
    const last = steps.at(-1);
    expect(steps.at(-2)?.uses).toMatch(/^actions\/deploy-pages@/);
    expect(last?.if).toBe("steps.build.outputs.held == 'true'");
    const { status, stdout } = runner('publish.yml', {}).run(last?.name ?? '');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error::/);
  });

  test.each(['publish.yml', 'check.yml', 'remediate.yml'])(
    'packages are installed only where the lock file is another, and without those for tests: %s',
    (file) => {
      const steps = Object.values(workflowIn(file).jobs).flatMap(({ steps = [] }) => steps);
      const cache = steps.find(({ id }) => id === 'packages');
      expect(cache?.with).toMatchObject({ path: 'node_modules' });
      expect(cache?.with?.['key']).toContain("hashFiles('package-lock.json')");
      const install = steps.find(({ run = '' }) => run.startsWith('npm ci'));
      expect(install?.if).toBe("steps.packages.outputs.cache-hit != 'true'");
      expect(install?.run).toContain('--omit=dev');
    },
  );
});

describe('checking a pull request', () => {
  const proposed = (machine: ReturnType<typeof runner>): string =>
    join(machine.workspace, 'proposed/content');

  test('is done with the code of the base branch and a token that may only read', () => {
    const { on, permissions, jobs } = workflowIn('check.yml');
    expect(Object.keys(on)).toEqual(['pull_request', 'workflow_call']);
    expect(permissions).toEqual({});
    const [{ permissions: own = {}, steps = [] } = {}] = Object.values(jobs);
    expect(new Set(Object.values(own))).toEqual(new Set(['read']));
    const [base, theirs] = steps.filter(({ uses = '' }) => uses.startsWith('actions/checkout@'));
    expect(base?.with?.['ref']).toContain('pull_request.base.sha');
    expect(theirs?.with).toMatchObject({ path: 'proposed', 'sparse-checkout': 'content' });
    for (const checkout of [base, theirs])
      expect(checkout?.with?.['persist-credentials']).toBe(false);
    // What they wrote is in no script: it would be run there.
    expect(steps.filter(({ run = '' }) => run.includes('${{'))).toEqual([]);
  });

  test('takes the content and nothing else', () => {
    const machine = runner('check.yml', {});
    mkdirSync(join(machine.workspace, 'content'));
    writeFileSync(join(machine.workspace, 'content/old.yaml'), '');
    mkdirSync(proposed(machine), { recursive: true });
    writeFileSync(join(proposed(machine), 'site.yaml'), 'theirs');
    writeFileSync(join(machine.workspace, 'proposed/package.json'), 'theirs');
    expect(machine.run('Put the proposed content in its place').status).toBe(0);
    expect(readFileSync(join(machine.workspace, 'content/site.yaml'), 'utf8')).toBe('theirs');
    expect(existsSync(join(machine.workspace, 'content/old.yaml'))).toBe(false);
    expect(existsSync(join(machine.workspace, 'proposed'))).toBe(false);
    expect(existsSync(join(machine.workspace, 'package.json'))).toBe(false);
  });

  test.each([
    ['a link', (machine: ReturnType<typeof runner>) => symlinkSync('/etc', proposed(machine))],
    ['nothing', () => undefined],
    ['a file', (machine: ReturnType<typeof runner>) => writeFileSync(proposed(machine), '')],
  ])('stops where there is %s in its place', (_, put) => {
    const machine = runner('check.yml', {});
    mkdirSync(join(machine.workspace, 'proposed'));
    put(machine);
    const { status, stdout } = machine.run('Put the proposed content in its place');
    expect(status).toBe(1);
    expect(stdout).toContain('::error::');
  });

  test('tells what there is to tell, whatever fails, and ends as the check does', () => {
    const machine = runner('check.yml', { npm: 'echo "$3"; exit 1' });
    expect(machine.run('Say what it would do').status).toBe(0);
    const told = (file: string): string =>
      readFileSync(join(machine.workspace, 'told', file), 'utf8');
    expect([told('check.txt'), told('plan.txt'), told('pages.txt')]).toEqual([
      'check\n',
      'actions\n',
      'preview\n',
    ]);
    expect(machine.run('Check').status).toBe(1);
    expect(stepsOf('check.yml').at(-1)?.name).toBe('Check');
    // The base is what is checked out; what is proposed lies over it.
    expect(stepsOf('check.yml').at(-1)?.run).toContain('check -- --since HEAD');
  });
});

describe('answering a pull request', () => {
  const head = 'a'.repeat(40);
  /** `told`: what the run hands on. `before`: the comment that is there already. */
  function answered(told: Readonly<Record<string, string>>, { number = '7', before = '' } = {}) {
    const files = Object.entries(told)
      .map(
        ([file, text]) =>
          `printf '%s' ${JSON.stringify(Buffer.from(text).toString('base64'))} | base64 -d > "$told/${file}"`,
      )
      .join('\n');
    const machine = runner('comment.yml', {
      gh: `echo "$@" >> "$LOG"
case "$1 $2" in
  'pr list') echo '${number}' ;;
  'run download') told=\${!#}; mkdir -p "$told"; ${files || ':'} ;;
  'api --paginate') echo '${before}' ;;
esac`,
    });
    const { status } = machine.run('Answer', {
      REPO: 'ferry/status',
      RUN: '42',
      HEAD: head,
      SERVER: 'https://github.com',
      GH_TOKEN: 'x',
    });
    const path = join(machine.workspace, 'comment.md');
    return {
      status,
      log: machine.log(),
      comment: existsSync(path) ? readFileSync(path, 'utf8') : undefined,
      workspace: machine.workspace,
    };
  }

  test('may write, and so runs nothing of it', () => {
    const { on, permissions, jobs } = workflowIn('comment.yml');
    expect(Object.keys(on)).toEqual(['workflow_run', 'workflow_call']);
    expect(permissions).toEqual({});
    const steps = stepsOf('comment.yml');
    expect(steps.filter(({ uses }) => uses)).toEqual([]);
    expect(
      steps.filter(
        ({ run = '' }) => run.includes('${{') || /\b(npm|node|npx|eval|source)\b/.test(run),
      ),
    ).toEqual([]);
    expect(Object.values(jobs)[0]?.permissions).toEqual({
      actions: 'read',
      'pull-requests': 'write',
    });
  });

  test('says what was found, which pages change, and what becomes of promises', () => {
    const { status, log, comment } = answered({
      'check.txt': 'All is well.',
      'pages.txt': 'changed /',
      'plan.txt': 'Nothing to do.',
    });
    expect(status).toBe(0);
    for (const text of ['All is well.', 'changed /', 'Nothing to do.', 'actions/runs/42'])
      expect(comment).toContain(text);
    expect(log).toContain(`headRefOid == "${head}"`);
    expect(log).toContain('POST repos/ferry/status/issues/7/comments');
  });

  test('changes its earlier answer', () => {
    expect(answered({ 'check.txt': 'x' }, { before: '123' }).log).toContain(
      'PATCH repos/ferry/status/issues/comments/123',
    );
  });

  test('text stays text: it closes no fence, runs nothing, and is not endless', () => {
    const nasty = '```\n@everyone $(touch pwned) `touch pwned`\n<!-- -->\u0007\u001b[31m';
    const {
      status,
      comment = '',
      workspace,
    } = answered({ 'check.txt': nasty + 'x'.repeat(100_000), 'pages.txt': nasty });
    expect(status).toBe(0);
    expect(comment.match(/```/g)).toHaveLength(4);
    expect(comment.length).toBeLessThan(60_000);
    expect(comment).not.toMatch(/[\u0007\u001b]/);
    expect(existsSync(join(workspace, 'pwned'))).toBe(false);
  });

  test.each(['', 'no number', '7; rm -rf /'])(
    'where there is no such pull request, nothing is written: %j',
    (number) => {
      const { status, log } = answered({ 'check.txt': 'x' }, { number });
      expect(status).toBe(0);
      expect(log).not.toContain('comments');
    },
  );
});
