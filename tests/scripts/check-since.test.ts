import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Finding } from '../../src/domain/findings/finding.ts';
import { cloned, identity } from '../support/cloned.ts';
import { contentFolder } from '../support/content.ts';
import { type Outcome, newFolder, ownup } from '../support/ownup.ts';

const now = { OWNUP_NOW: '2026-03-01T00:00:00Z', ...identity };
const since = (content: string, ref: string, ...args: string[]): Promise<Outcome> =>
  ownup('check', ['--content', content, '--since', ref, ...args], now);
const found = async (content: string, ref: string): Promise<string[]> => {
  const { stdout, stderr } = await since(content, ref, '--format', 'json');
  if (!stdout) throw new Error(stderr);
  return (JSON.parse(stdout) as { findings: Finding[] }).findings.map(
    ({ code, file, line }) => `${code} ${file.replace(/.*content\//, '')}:${line}`,
  );
};

const incident = 'incidents/late-webhooks.yaml';
const account = 'postmortems/late-webhooks.mdx';

let { content, git, others } = cloned(contentFolder());
beforeEach(() => {
  ({ content, git, others } = cloned(contentFolder()));
});
const edit = (file: string, from: string, to: string, folder = content): void => {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`“${from}” does not stand in ${file}.`);
  writeFileSync(path, text.replace(from, to));
};
const commit = (message: string): void => {
  git('add', '--all');
  git('commit', '--quiet', `--message=${message}`);
};

describe('a check since a version', () => {
  test('finds nothing where nothing has changed, and nothing in what is all new', async () => {
    expect(await found(content, 'HEAD')).toEqual([]);
    git('switch', '--quiet', '--orphan', 'empty');
    writeFileSync(join(dirname(content), 'README.md'), 'Nothing yet.\n');
    commit('Nothing yet');
    cpSync(contentFolder(), content, { recursive: true });
    commit('The record');
    const { code, stderr } = await since(content, 'HEAD~1');
    expect(code).toBe(0);
    expect(stderr).toContain(git('rev-parse', '--short=12', 'HEAD~1'));
  });

  test('finds what is not committed and what is, and says it in each format', async () => {
    edit(incident, 'Nothing is lost.', 'Little is lost.');
    expect(await found(content, 'HEAD')).toEqual([`changed-in-silence ${incident}:20`]);
    commit('Smaller');
    expect(await found(content, 'HEAD')).toEqual([]);
    expect(await found(content, 'origin/main')).toEqual([`changed-in-silence ${incident}:20`]);
    const github = await since(content, 'origin/main', '--format', 'github');
    expect(github.code).toBe(1);
    expect(github.stdout).toMatch(
      /^::error file=.*late-webhooks\.yaml,line=20,.*title=changed-in-silence::/,
    );
    // What may have had to go is not printed.
    expect(github.stdout).not.toContain('Nothing is lost');
  });

  test('finds what is gone or has another name, until a redirect says why', async () => {
    renameSync(join(content, incident), join(content, 'incidents/late-hooks.yaml'));
    edit(account, 'incidents: [late-webhooks]', 'incidents: [late-hooks]');
    commit('Another name');
    expect(await found(content, 'origin/main')).toEqual([
      'backdated incidents/late-hooks.yaml:18',
      `changed-in-silence ${account}:4`,
      'page-vanished site.yaml:1',
    ]);
    const site = readFileSync(join(content, 'site.yaml'), 'utf8');
    const redirect = (to: string): void =>
      writeFileSync(
        join(content, 'site.yaml'),
        `${site}redirects: { /incidents/late-webhooks/: ${to} }\n`,
      );
    redirect('/incidents/late-hooks/');
    expect(await found(content, 'origin/main')).toEqual([
      `page-vanished site.yaml:${site.split('\n').length}`,
    ]);
    redirect('{ to: /incidents/late-hooks/, because: Customers call them hooks. }');
    expect(await found(content, 'origin/main')).toEqual([]);
  });

  test('finds what was changed while the folder got another name', async () => {
    const renamed = join(dirname(content), 'status');
    renameSync(content, renamed);
    commit('Another folder');
    expect(await found(renamed, 'origin/main')).toEqual([]);
    edit(incident, 'Nothing is lost.', 'Little is lost.', renamed);
    rmSync(join(renamed, account));
    const all = await found(renamed, 'origin/main');
    expect(all.map((one) => one.split(' ')[0])).toEqual(['changed-in-silence', 'page-vanished']);
  });

  test('compares what it can of a record of an older format, and says so', async () => {
    edit('site.yaml', 'format: 1\n', 'format: 0\n');
    commit('An older format');
    git('checkout', '--quiet', 'HEAD~1', '--', '.');
    edit(incident, 'Nothing is lost.', 'Little is lost.');
    const { code, stdout, stderr } = await since(content, 'HEAD');
    expect(code).toBe(1);
    expect(stdout.match(/changed-in-silence/g)).toHaveLength(1);
    expect(stderr).toContain('format 0');
  });

  test('takes nobody for the changes of others: it compares with where both parted', async () => {
    const text = readFileSync(join(content, incident), 'utf8');
    others(incident, text.replace('text: Deliveries are', 'text: All deliveries are'));
    git('fetch', '--quiet');
    expect(await found(content, 'origin/main')).toEqual([]);
    edit(account, 'summary: For 47 minutes', 'summary: For 17 minutes');
    commit('Ours');
    expect(await found(content, 'origin/main')).toEqual([`changed-in-silence ${account}:6`]);
    git('merge', '--quiet', '--no-edit', 'origin/main');
    expect(await found(content, 'origin/main')).toEqual([`changed-in-silence ${account}:6`]);
  });

  test('compares what it can of a record with mistakes, and says of what it cannot', async () => {
    edit(incident, 'from: 2026-01-17T09:14:00Z', 'from: yesterday');
    commit('A mistake');
    git('checkout', '--quiet', 'HEAD~1', '--', '.');
    edit(incident, 'share: 0.4', 'share: 0.3');
    const { code, stdout, stderr } = await since(content, 'HEAD');
    expect(code).toBe(1);
    expect(stdout.match(/changed-in-silence/g)).toHaveLength(1);
    expect(stderr).toContain(incident);
  });
});

describe('a version that is not there ends with 2, and with what to write', () => {
  test.each(['nowhere', '--help', '--output=/tmp/x', 'HEAD~99', 'HEAD:content', '', '$(touch x)'])(
    '“%s”',
    async (ref) => {
      const { code, stdout, stderr } = await ownup(
        'check',
        ['--content', content, `--since=${ref}`],
        now,
      );
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('git fetch');
    },
  );

  test('a folder outside of Git', async () => {
    const { code, stderr } = await since(contentFolder(), 'HEAD');
    expect(code).toBe(2);
    expect(stderr).toContain('Git');
  });

  test('a clone that does not go back so far, until it does', async () => {
    const folder = join(newFolder('shallow'), 'clone');
    const run = (...args: string[]): string =>
      execFileSync('git', args, {
        encoding: 'utf8',
        env: { ...process.env, ...identity },
        stdio: 'pipe',
      });
    others('README.md', 'Theirs');
    git('fetch', '--quiet');
    const origin = git('remote', 'get-url', 'origin');
    const first = git('rev-parse', 'origin/main~1');
    run('clone', '--quiet', '--depth=1', `file://${origin}`, folder);
    const ours = join(folder, 'content');
    const { code, stderr } = await since(ours, first);
    expect(code).toBe(2);
    const command = /git fetch --unshallow origin/.exec(stderr)?.[0] ?? '';
    run('-C', folder, ...command.split(' ').slice(1), '--quiet');
    expect((await since(ours, first)).code).toBeLessThan(2);
    // Nothing of what was compared is left behind.
    expect(run('-C', folder, 'status', '--short')).toBe('');
    rmSync(folder, { recursive: true });
  });
});

describe('a correction', () => {
  const correct = (...args: string[]): Promise<Outcome> =>
    ownup('new', ['correction', '--content', content, ...args], now);

  test('says what stood there before, and the check is content', async () => {
    edit(account, 'two in five', 'three in five');
    edit(account, 'more slowly than it grew', 'too slowly');
    const { code, stderr } = await correct('--what', 'We had left out who was refused.');
    expect([code, stderr]).toEqual([0, '']);
    expect(readFileSync(join(content, account), 'utf8')).toContain(
      'two in five webhook deliveries were late.',
    );
    commit('Corrected');
    expect(await found(content, 'origin/main')).toEqual([]);
  });

  test('does not repeat what was taken out', async () => {
    edit(incident, 'Nothing is lost.', 'Nothing of Example Ltd is lost.');
    commit('A name');
    edit(incident, 'Nothing of Example Ltd is lost.', 'Nothing of [redacted] was lost.');
    edit(
      incident,
      'workaround: none',
      'redacted: [{ on: 2026-01-26, because: It named a customer. }]\nworkaround: none',
    );
    const { code } = await correct('--what', 'It was not lost then.');
    expect(code).toBe(0);
    expect(readFileSync(join(content, incident), 'utf8')).not.toContain('Example');
    expect(await found(content, 'HEAD')).toEqual([]);
  });

  test('of nothing, or of two files at once, is not written', async () => {
    expect((await correct('--what', 'Why?')).code).toBe(2);
    edit(incident, 'Nothing is lost.', 'Little is lost.');
    edit(account, 'two in five', 'three in five');
    const { code, stderr } = await correct('late-webhooks', '--what', 'Why?');
    expect(code).toBe(2);
    expect(stderr).toContain('incidents/late-webhooks');
    expect((await correct('incidents/late-webhooks', '--what', 'Why?')).code).toBe(0);
    expect(await found(content, 'HEAD')).toEqual([`changed-in-silence ${account}:6`]);
  });
});
