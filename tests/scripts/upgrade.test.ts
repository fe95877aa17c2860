import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeAllWhole } from '../../scripts/lib/disk/whole-file.ts';
import { lane } from '../../scripts/lib/hold-back.ts';
import { type Codemod, codemods } from '../../scripts/lib/upgrade/codemods.ts';
import { raiseIn } from '../../scripts/lib/upgrade/raise.ts';
import { NotByProgram, inOurFormat, upgradeOf } from '../../scripts/lib/upgrade/upgrade.ts';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { format } from '../../src/domain/format.ts';
import { filesInMemory, filesOnDisk } from '../../src/record/files/files.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { copyOf } from '../support/cloned.ts';
import { newFolder, ownup } from '../support/ownup.ts';

const fixture = 'tests/fixtures/format-0';
const upgraded = readFileSync(join(fixture, 'upgraded-site.yaml'), 'utf8');
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const now = '2026-02-10T12:00:00Z';

function git(folder: string, ...args: string[]): string {
  const identity = ['-c', 'user.name=Jo', '-c', 'user.email=jo@example.com'];
  return execFileSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
}

/** The folder of a company that has a record of format 0, committed. */
const company = (asks = '0.0.7'): string =>
  copyOf(`a company that asks for ${asks}`, (folder) => {
    cpSync(join(fixture, 'content'), join(folder, 'content'), { recursive: true });
    const dependencies = { astro: '7.0.0', ownup: asks };
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'status', dependencies }));
    git(folder, 'init', '--quiet');
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '-m', 'Our record');
  });

const upgrade = (folder: string, ...args: string[]) =>
  ownup('upgrade', args, { OWNUP_NOW: now }, folder);
const siteIn = (folder: string): string => readFileSync(join(folder, 'content/site.yaml'), 'utf8');
const changedIn = (folder: string): string => git(folder, 'status', '--porcelain');

describe('a record of format 0', () => {
  test('becomes one of this format: comments, order and quotes stay, and all else', async () => {
    const folder = company();
    const { code, stdout, stderr } = await upgrade(folder);
    expect([code, stderr]).toEqual([0, '']);
    expect(siteIn(folder)).toBe(upgraded);
    expect(changedIn(folder)).toBe(' M content/site.yaml\n M package.json\n');
    expect(readFileSync(join(folder, 'package.json'), 'utf8')).toBe(
      `{"name":"status","dependencies":{"astro":"7.0.0","ownup":"${version}"}}`,
    );
    expect(stdout).toContain('content/site.yaml');
    expect(stdout).toContain('+  name: Major');
    expect(stdout).toContain('nothing wrong');
  });

  test('is upgraded once: then there is nothing to do', async () => {
    const folder = company();
    await upgrade(folder);
    git(folder, 'commit', '--quiet', '-am', 'Upgrade');
    expect((await upgrade(folder)).code).toBe(0);
    expect(changedIn(folder)).toBe('');
  });

  test('is shown as it would become, and stays as it is', async () => {
    const folder = company();
    const { code, stdout } = await upgrade(folder, '--dry-run');
    expect([code, stdout]).toEqual([0, expect.stringContaining('+  name: Major')]);
    expect(changedIn(folder)).toBe('');
  });

  test('is no reason for silence: what is new is said, and all is published', async () => {
    const folder = company();
    const content = join(folder, 'content');
    const said = await ownup(
      'new',
      [
        ...['incident', '--content', content, '--what', 'Answers are slow again.'],
        ...['--service', 'api', '--severity', 'minor'],
      ],
      { OWNUP_NOW: now },
    );
    expect([said.code, said.stderr]).toEqual([0, '']);
    expect(changedIn(folder)).toMatch(/^\?\? content\/incidents\/\S+\n$/);
    const files = filesOnDisk(content);
    const asked = { content, now: Date.parse(now), isPinned: true };
    const reading = readRecord(files, asked.now, true);
    expect(reading.findings.map(({ code }) => code)).toEqual(['other-format']);
    const published = lane(asked, reading, inOurFormat(files));
    expect(published?.held).toEqual([]);
    expect([...(published?.others.keys() ?? [])]).toEqual(['site.yaml']);
    expect(published?.reading.record?.incidents).toHaveLength(2);
  });
});

describe('nothing is changed', () => {
  test.each([
    [
      'where a merge was not finished',
      '<<<<<<< HEAD\nname: A\n=======\nname: B\n>>>>>>> b\n',
      'site.yaml:1:1',
    ],
    ['where the YAML is broken', 'name: "Kettle\nseverities: []\n', 'site.yaml:'],
    ['where the format is newer', 'format: 9\nname: Kettle\n', 'ownup@9'],
    ['where the format is no number', 'format: two\nname: Kettle\n', 'format'],
    ['where a key is misspelt', 'fromat: 1\nname: Kettle\n', 'fromat'],
    [
      'where an alias stands for a severity',
      'severities: [{ name: a }, &b { name: b }]\ncauses: [*b]\n',
      'alias',
    ],
  ])('%s', async (_, site, named) => {
    const folder = company();
    writeFileSync(join(folder, 'content/site.yaml'), site);
    git(folder, 'commit', '--quiet', '-am', 'A slip');
    const { code, stderr } = await upgrade(folder);
    expect([code, stderr]).toEqual([1, expect.stringContaining(named)]);
    expect(changedIn(folder)).toBe('');
  });

  test('where it would be mixed with what is not committed', async () => {
    const folder = company();
    writeFileSync(join(folder, 'content/site.yaml'), '# later\n', { flag: 'a' });
    const { code, stderr } = await upgrade(folder);
    expect([code, stderr]).toEqual([1, expect.stringContaining('content/site.yaml')]);
    expect(siteIn(folder)).not.toContain('format:');
    expect(changedIn(folder)).toBe(' M content/site.yaml\n');
    git(folder, 'checkout', '--quiet', '.');
    writeFileSync(join(folder, 'content/services.yaml'), '# of no concern\n', { flag: 'a' });
    expect((await upgrade(folder)).code).toBe(0);
  });

  test('where package.json asks for a newer Ownup than the one that runs', async () => {
    const folder = company('99.0.0');
    const { code, stderr } = await upgrade(folder);
    expect([code, stderr]).toEqual([1, expect.stringContaining('npm install')]);
    expect(changedIn(folder)).toBe('');
  });

  test('where one of the files cannot be written', () => {
    const folder = newFolder('whole');
    const first = join(folder, 'first');
    writeFileSync(first, 'as it was');
    chmodSync(first, 0o640);
    mkdirSync(join(folder, 'second'));
    const texts = new Map(
      [first, join(folder, 'second')].map((path) => [path, Buffer.from('new')]),
    );
    expect(() => writeAllWhole(texts)).toThrow();
    expect(readFileSync(first, 'utf8')).toBe('as it was');
    expect(execFileSync('ls', ['-A', folder], { encoding: 'utf8' })).toBe('first\nsecond\n');
  });

  test.each([
    ['check', 1],
    ['new', 2],
    ['forms', 2],
  ])('by %s in a record of a newer format, which says what to install', async (command, exit) => {
    const folder = company();
    writeFileSync(
      join(folder, 'content/site.yaml'),
      `format: 9\n${upgraded}`.replace('format: 1\n', ''),
    );
    git(folder, 'commit', '--quiet', '-am', 'Newer');
    const args = command === 'new' ? ['incident', '--what', 'Slow.', '--service', 'api'] : [];
    const { code, stdout, stderr } = await ownup(command, args, { OWNUP_NOW: now }, folder);
    expect([code, stdout + stderr]).toEqual([exit, expect.stringContaining('ownup@9')]);
    expect(changedIn(folder)).toBe('');
  });

  test('where there is no record', async () => {
    expect((await upgrade(newFolder('empty'))).code).toBe(2);
  });
});

describe('the version in package.json', () => {
  const asking = (version: string): string =>
    `{\n\t"dependencies": { "a": "1.0.0" },\n\t"devDependencies": {"ownup" :  "${version}" }\n}\n`;
  test.each([
    ['0.9.0', '1.2.3'],
    ['^1.2.2', '^1.2.3'],
    ['~1.0.0-rc.1', '~1.2.3'],
  ])('%s is raised to %s, and every other byte stays', (from, to) => {
    expect(raiseIn(asking(from), '1.2.3')).toEqual({ do: 'raise', from, text: asking(to) });
  });
  test.each([
    ['1.2.3', 'nothing'],
    ['1.10.0', 'install'],
    ['workspace:*', 'leave'],
    ['file:../ownup.tgz', 'leave'],
    ['latest', 'leave'],
  ])('%s: %s', (from, does) => {
    expect(raiseIn(asking(from), '1.2.3').do).toBe(does);
  });
  test('of a folder that asks for none is nothing to do', () => {
    expect(raiseIn('{ "name": "ownup" }', '1.2.3')).toEqual({ do: 'nothing' });
  });
});

describe('the list of codemods', () => {
  test('ends with this format', () => {
    expect(codemods).toHaveLength(format);
  });

  const site = readFileSync(join(fixture, 'content/site.yaml'), 'utf8');
  const textsOf = (given: Readonly<Record<string, string>>, mods?: readonly Codemod[]) =>
    Object.fromEntries(
      [...(upgradeOf(filesInMemory(given), mods)?.changed ?? [])].map(([file, bytes]) => [
        file,
        Buffer.from(bytes).toString(),
      ]),
    );

  test('leaves alone what is written in the newer way already', () => {
    expect(textsOf({ 'site.yaml': upgraded.replace('format: 1\n', '') })).toEqual({
      'site.yaml': upgraded,
    });
    fc.assert(
      fc.property(
        fc.subarray([
          '- name: "major"',
          '  name: minor',
          '{ name: capacity,',
          'name: data-change}',
        ]),
        (done) => {
          const mixed = done.reduce(
            (text, old) =>
              text.replace(
                old,
                old
                  .replace(/name: ("?[\w-]+"?)/, 'id: $1, name: x')
                  .replace(/^(- | {2})(.*), (name.*)$/, '$1$2\n  $3'),
              ),
            site,
          );
          const once = textsOf({ 'site.yaml': mixed })['site.yaml'] ?? '';
          expect(textsOf({ 'site.yaml': once.replace('format: 1\n', '') })['site.yaml']).toBe(once);
        },
      ),
      { numRuns: 20 },
    );
  });

  const postmortem = 'postmortems/late-webhooks.mdx';
  const story: Codemod = {
    does: 'The word is another.',
    files: /^postmortems\//,
    changes: (value) =>
      'ownership' in (value as object) ? [{ do: 'rename', at: ['ownership'], to: 'our_part' }] : [],
  };
  const plain = {
    ...exampleRecord,
    'site.yaml': exampleRecord['site.yaml']?.replace('format: 1\n', '') ?? '',
  };

  test.each(['\n', '\r\n'])(
    'changes the frontmatter of an account and nothing of its story (%j)',
    (feed) => {
      const before =
        `\uFEFF${exampleRecord[postmortem] ?? ''}ownership: a word of the story\n`.replaceAll(
          '\n',
          feed,
        );
      const after = textsOf({ ...plain, [postmortem]: before }, [story]);
      expect(after[postmortem]).toBe(before.replace('ownership', 'our_part'));
      expect(Object.keys(after).at(-1)).toBe('site.yaml');
    },
  );

  test('runs one after the other, each on what the one before has left', () => {
    const again: Codemod = {
      ...story,
      changes: (value) =>
        'our_part' in (value as object) ? [{ do: 'rename', at: ['our_part'], to: 'mine' }] : [],
    };
    const after = textsOf(plain, [story, again]);
    expect(after[postmortem]).toBe(exampleRecord[postmortem]?.replace('ownership', 'mine'));
    expect(after['site.yaml']).toContain('format: 2\n');
    const fromOne = textsOf({ ...plain, 'site.yaml': `${plain['site.yaml']}format: 1\n` }, [
      story,
      again,
    ]);
    expect(Object.keys(fromOne)).toEqual(['site.yaml']);
  });

  test('stops at a file that it would change and cannot understand', () => {
    const broken = filesInMemory({ ...plain, [postmortem]: '---\ntitle: "\n---\n' });
    expect(() => upgradeOf(broken, [story])).toThrow(NotByProgram);
    expect(upgradeOf(broken)?.changed.size).toBe(1);
    expect(inOurFormat(broken).changed.size).toBe(1);
  });
});
