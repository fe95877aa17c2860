import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyWith, lane, tellHeld } from '../../scripts/lib/hold-back.ts';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { filesOnDisk } from '../../src/record/files/files.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { copyOf, gitAt } from '../support/cloned.ts';
import { newFolder } from '../support/ownup.ts';
import { late } from '../support/reading.ts';

const postmortem = 'postmortems/late-webhooks.mdx';
const incident = 'incidents/late-webhooks.yaml';
const text = (file: string): string => exampleRecord[file] ?? '';
const broken = text(postmortem).replace('cause: capacity', 'cause: nonsense');

const write = (content: string, files: Readonly<Record<string, string>>): void => {
  for (const [file, by] of Object.entries(files)) {
    mkdirSync(dirname(join(content, file)), { recursive: true });
    writeFileSync(join(content, file), by);
  }
};

type Texts = Readonly<Record<string, string>>;

/** A content folder within a repository, with a commit for each of the versions. */
function repositoryOf(...versions: readonly Texts[]): string {
  const folder = copyOf('a repository', (folder) => gitAt(folder, 'init', '--quiet'));
  const content = join(folder, 'our content');
  const commits = versions.flatMap((files) => {
    write(content, files);
    const changes = Object.entries(files).flatMap(([file, text]) => [
      `M 100644 inline our content/${file}`,
      `data ${Buffer.byteLength(text)}`,
      text,
    ]);
    return [
      'commit refs/heads/main',
      'committer Jo <jo@example.com> 0 +0000',
      'data 0',
      ...changes,
    ];
  });
  execFileSync('git', ['fast-import', '--quiet'], { cwd: folder, input: commits.join('\n') });
  return content;
}

const repository = (...versions: readonly Texts[]): string =>
  repositoryOf(exampleRecord, ...versions);

function laneOf(content: string) {
  const reading = readRecord(filesOnDisk(content), late);
  expect(reading.record).toBeUndefined();
  return lane({ content, now: late, isPinned: false }, reading, {
    files: filesOnDisk(content),
    changed: new Map(),
  });
}

describe('a mistake in a postmortem', () => {
  test('leaves the last version in Git without one', () => {
    const better = text(postmortem).replace('late-webhooks]', 'late-webhooks] # again');
    const content = repository(
      { [postmortem]: better },
      { [postmortem]: broken },
      { [postmortem]: `${broken}\n.` },
    );
    const found = laneOf(content);
    expect(found?.reading.record?.postmortems.map(({ id }) => id)).toEqual(['late-webhooks']);
    expect(found?.reading.record?.inCorrection).toEqual({ postmortems: [], credits: false });
    expect(Buffer.from(found?.held[0]?.instead?.bytes ?? []).toString()).toBe(better);
    // The files are not touched; the earlier version stands in a copy.
    expect(readFileSync(join(content, postmortem), 'utf8')).toBe(`${broken}\n.`);
    const copy = join(newFolder('copy'), 'content');
    copyWith(found?.others ?? new Map(), content, copy);
    expect(readFileSync(join(copy, postmortem), 'utf8')).toBe(better);
    expect(readFileSync(join(copy, incident), 'utf8')).toBe(text(incident));
  });

  test('that was not committed yet leaves what was', () => {
    const content = repository();
    write(content, { [postmortem]: broken });
    expect(laneOf(content)?.held).toMatchObject([
      { file: postmortem, instead: { commit: gitAt(content, 'rev-parse', 'HEAD') } },
    ]);
  });

  test.each([
    [
      'where no version is without',
      (content: string) => rmSync(join(content, '../.git'), { recursive: true }),
    ],
    [
      'where a clone is too shallow',
      (content: string) => {
        const other = `${content}-2`;
        gitAt(
          dirname(content),
          'clone',
          '--quiet',
          '--depth=1',
          `file://${dirname(content)}`,
          other,
        );
        rmSync(join(content, '../.git'), { recursive: true });
        gitAt(dirname(content), 'init', '--quiet');
        execFileSync('cp', ['-r', join(other, '.git'), dirname(content)]);
        rmSync(other, { recursive: true });
      },
    ],
  ])('leaves an address that says so, %s', (_, change) => {
    const content = repository({ [postmortem]: broken });
    change(content);
    const found = laneOf(content);
    expect(found?.reading.record?.postmortems).toEqual([]);
    expect(found?.reading.record?.inCorrection.postmortems).toEqual([
      { id: 'late-webhooks', incidents: ['late-webhooks'] },
    ]);
    expect(found?.reading.findings.map(({ level }) => level)).toEqual(['error']);
    expect(tellHeld(found?.held ?? [])).toContain(postmortem);
  });

  test('that was a draft before leaves an address that says so: no draft was ever public', () => {
    const draft = text(postmortem).replace('status: published', 'status: draft');
    const content = repositoryOf(
      { ...exampleRecord, [postmortem]: draft },
      { [postmortem]: broken },
    );
    expect(laneOf(content)?.reading.record?.inCorrection.postmortems).toHaveLength(1);
  });

  test('that discloses something is not published in an earlier version that does too', () => {
    const leaking = text(postmortem).replace('The workers', 'Ask @jo. The workers');
    const content = repository({ [postmortem]: leaking }, { [postmortem]: `${leaking}\nMore.` });
    expect(Buffer.from(laneOf(content)?.held[0]?.instead?.bytes ?? []).toString()).toBe(
      text(postmortem),
    );
  });

  test('in whose address stands what must never be public has none meanwhile', () => {
    const content = repository();
    rmSync(join(content, '../.git'), { recursive: true });
    write(content, {
      'site.yaml': `${text('site.yaml')}never_publish: [acme]\n`,
      'postmortems/late-for-acme.mdx': text(postmortem),
    });
    const found = laneOf(content);
    expect(found?.reading.record?.inCorrection.postmortems).toEqual([]);
    expect(found?.reading.record?.postmortems.map(({ id }) => id)).toEqual(['late-webhooks']);
  });
});

test('credits.yaml with a mistake leaves the last version, or an address that says so', () => {
  const content = repository({ 'credits.yaml': 'plans: [' });
  expect(laneOf(content)?.reading.record?.policies).toHaveLength(1);
  rmSync(join(content, '../.git'), { recursive: true });
  const found = laneOf(content);
  expect(found?.reading.record?.policies).toEqual([]);
  expect(found?.reading.record?.inCorrection.credits).toBe(true);
});

test('words with a mistake leave the last version, or ours; a file for no language is left out', () => {
  const content = repository(
    { 'strings/en.yaml': 'skip: Jump\n' },
    { 'strings/en.yaml': 'skip: <b>Jump</b>\n', 'strings/french.yaml': 'skip: Aller\n' },
  );
  const found = laneOf(content);
  expect(found?.held.map(({ file, instead }) => [file, instead !== undefined])).toEqual([
    ['strings/en.yaml', true],
    ['strings/french.yaml', false],
  ]);
  expect(found?.reading.record?.translations).toEqual({ en: { skip: 'Jump' } });
  rmSync(join(content, '../.git'), { recursive: true });
  expect(laneOf(content)?.reading.record?.translations).toEqual({});
});

test('a picture that is none takes the postmortems along that show it', () => {
  const shows = text(postmortem).replace('The workers', '![Queue](queue.png)\n\nThe workers');
  const content = repository({ [postmortem]: shows, 'postmortems/queue.png': 'none' });
  const found = laneOf(content);
  expect(found?.reading.record?.postmortems).toEqual([]);
  expect(found?.reading.record?.inCorrection.postmortems).toHaveLength(1);
});

test('the lock is taken from Git, and nothing is published without it', () => {
  const content = repository(
    { 'actions.lock.json': '{ "version": 1, "actions": [] }\n' },
    { 'actions.lock.json': '<<<<<<< HEAD\n' },
  );
  expect(laneOf(content)?.held.map(({ file }) => file)).toEqual(['actions.lock.json']);
  rmSync(join(content, '../.git'), { recursive: true });
  expect(laneOf(content)).toBeUndefined();
});

test.each([
  ['an incident', incident, 'severity: major', 'severity: huge'],
  ['the services', 'services.yaml', 'group: delivery, since: 2025-01-01 }', 'group: none }'],
  ['the site', 'site.yaml', 'name: Ferry', 'nam: Ferry'],
])('a mistake in %s holds back the whole site', (_, file, replace, by) => {
  expect(
    laneOf(repository({ [file]: text(file).replace(replace, by), [postmortem]: broken })),
  ).toBeUndefined();
});
