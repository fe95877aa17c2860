import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { claimRun, AlreadyRunning } from '../../scripts/lib/actions/claim-run.ts';
import { lockText, saveLock } from '../../scripts/lib/actions/lock-file.ts';
import { filesInMemory } from '../../src/record/files/files.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { emptyLock, lock, lockAsOf, lockEntryOf } from '../../src/domain/tracking/lock.ts';
import { drive } from '../../scripts/lib/github/drive.ts';
import { Halt } from '../../src/domain/tracking/stop-and-retry.ts';
import { type Run, ask } from '../../src/domain/tracking/tracker.ts';
import { withGitHub } from '../support/actions.ts';
import { environmentWith } from '../support/ownup.ts';
import { recordWith } from '../support/promises.ts';
import { codesIn } from '../support/reading.ts';
import { lockOf, story, tracked } from '../support/tracked.ts';

const key = 'late-webhooks/pool-floor' as const;
const closed = lock.parse({
  version: 1,
  actions: [
    {
      promise: key,
      repository: 77,
      number: 4,
      state: 'closed',
      state_reason: 'completed',
      closed_at: '2026-02-03T09:00:00Z',
      verified_at: '2026-02-05T03:00:00Z',
    },
  ],
});
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'ownup-lock-'));

describe('the lock in the record', () => {
  test('the record carries what the file says, and an empty lock where there is none', () => {
    const record = (files: Record<string, string>) =>
      readRecord(filesInMemory({ ...exampleRecord, ...files }), Date.now()).record;
    expect(record({})?.lock).toEqual(emptyLock);
    const read = record({ 'actions.lock.json': lockText(closed) })?.lock ?? emptyLock;
    expect(lockEntryOf(read, key)).toMatchObject({ number: 4, state: 'closed' });
    expect(lockText(read)).toBe(lockText(closed));
  });

  for (const [title, text] of [
    ['another version', '{ "version": 2, "actions": [] }'],
    ['an unknown key', '{ "version": 1, "actions": [], "more": 1 }'],
    [
      'a state that GitHub does not have',
      `{ "version": 1, "actions": [{ "promise": "${key}", "repository": 1, "state": "done" }] }`,
    ],
    ['a conflict of Git', '<<<<<<< HEAD\n{ "version": 1, "actions": [] }\n'],
    ['nothing', ''],
  ] as const) {
    test(`a lock with ${title} is a finding, and no record is built from it`, () => {
      expect(codesIn({ ...exampleRecord, 'actions.lock.json': text })).not.toEqual([]);
      expect(
        readRecord(filesInMemory({ ...exampleRecord, 'actions.lock.json': text }), Date.now())
          .record,
      ).toBeUndefined();
    });
  }

  test('pages of an earlier moment do not know what was closed later', () => {
    const at = (moment: string) => lockEntryOf(lockAsOf(closed, Date.parse(moment)), key);
    expect(at('2026-02-02T00:00:00Z')).toMatchObject({ state: 'open' });
    expect(at('2026-02-02T00:00:00Z')?.closed_at).toBeUndefined();
    expect(at('2026-02-04T00:00:00Z')).toMatchObject({
      state: 'closed',
      state_reason: 'completed',
    });
  });
});

describe('the file', () => {
  test('is written whole, and not at all when nothing is new', () => {
    const folder = newFolder();
    saveLock(folder, emptyLock);
    expect(readdirSync(folder)).toEqual([]);
    saveLock(folder, closed);
    expect(readdirSync(folder)).toEqual(['actions.lock.json']);
    expect(readFileSync(join(folder, 'actions.lock.json'), 'utf8')).toBe(lockText(closed));
  });

  test('that cannot be written stops the run, which tells what it has done', async () => {
    const save = (): void => saveLock('/nonexistent/folder', closed);
    expect(save).toThrow(Halt);
    function* run(): Run<string> {
      try {
        yield* ask({ do: 'save', lock: closed });
        return 'saved';
      } catch (error) {
        return error instanceof Halt ? error.code : 'something else';
      }
    }
    const world = {
      github: undefined as never,
      save,
      say: () => undefined,
      progress: () => undefined,
      patience: 1,
    };
    expect(await drive(run(), world)).toBe('partial');
  });

  test.concurrent.each([0, 1])(
    'that finds no room stays as it was, and the run ends with 5 (%i KiB)',
    (room) =>
      withGitHub(async (github) => {
        const content = await tracked(github, ['second', 'third', 'fourth']);
        const before = readFileSync(lockOf(content), 'utf8');
        writeFileSync(
          story(content),
          readFileSync(story(recordWith(['second', 'third', 'fourth', 'fifth']))),
        );
        // A disk that is full takes a part and says so; here it is one on which no file may be longer than a kilobyte.
        const command = [
          '-c',
          `ulimit -f ${room}; exec "$0" "$@"`,
          process.execPath,
          'scripts/actions.ts',
          '--content',
          content,
          '--apply',
        ];
        const child = spawn('bash', command, {
          env: environmentWith({ ...github.settings, NODE_COMPILE_CACHE: '' }),
          stdio: 'ignore',
        });
        expect(await once(child, 'exit')).toEqual([5, null]);
        expect(readFileSync(lockOf(content), 'utf8')).toBe(before);
        expect([
          github.writes,
          readdirSync(content).filter((name) => name.startsWith('.')),
        ]).toEqual([[], []]);
      }),
  );

  test('what a crash has left of an unfinished lock is no trouble for the record', () => {
    expect(codesIn({ ...exampleRecord, 'actions.lock.json.123456': '{ "vers' })).toEqual([]);
  });
});

describe('the claim', () => {
  const claims = (folder: string): string[] =>
    readdirSync(folder).filter((name) => name.startsWith('.actions.running.'));
  const put = (folder: string, holder: object | string): void =>
    writeFileSync(
      join(folder, '.actions.running.other'),
      typeof holder === 'string' ? holder : JSON.stringify(holder),
    );

  test('lets one run in, and the next when that has ended', () => {
    const folder = newFolder();
    const release = claimRun(folder);
    expect(claims(folder)).toHaveLength(1);
    release();
    claimRun(folder)();
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    ['while its process lives', { pid: 1, host: hostname(), since: Date.now() }],
    ['for six hours, elsewhere', { pid: 1, host: 'elsewhere', since: Date.now() }],
    ['for six hours, if it says nothing', ''],
  ])('holds %s, and leaves nothing of those who give way', (_, holder) => {
    const folder = newFolder();
    put(folder, holder);
    expect(() => claimRun(folder)).toThrow(AlreadyRunning);
    expect(claims(folder)).toEqual(['.actions.running.other']);
  });

  test.each([
    ['of a process that has gone', { pid: 2 ** 22 + 1, host: hostname(), since: 0 }],
    ['of one that had our number', { pid: process.pid, host: hostname(), since: 0 }],
    [
      'of one whose number another has by now',
      { pid: 1, host: hostname(), since: Date.now() - 86_400_000 },
    ],
    [
      'of a clock that was far ahead',
      { pid: 1, host: 'elsewhere', since: Date.now() + 86_400_000 },
    ],
    [
      'of a machine from which nothing has been heard for a day',
      { pid: 1, host: 'elsewhere', since: Date.now() - 86_400_000 },
    ],
  ])('%s is cleared away', (_, holder) => {
    const folder = newFolder();
    put(folder, holder);
    claimRun(folder)();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('clears away what was never finished, and not what somebody may be at', () => {
    const folder = newFolder();
    const [old, young, theirs] = [
      ['.actions.running.1-a.new', 'actions.lock.json.1'],
      ['.actions.running.2-b.new', 'actions.lock.json.2'],
      ['actions.lock.json.bak'],
    ];
    for (const name of [...old, ...young, ...theirs]) writeFileSync(join(folder, name), '{ "vers');
    const yesterday = new Date(Date.now() - 86_400_000);
    for (const name of [...old, ...theirs]) utimesSync(join(folder, name), yesterday, yesterday);
    claimRun(folder)();
    expect(readdirSync(folder).sort()).toEqual([...young, ...theirs]);
  });

  test('never lets two in, also where one that is gone has left its file', async () => {
    const script = `const { claimRun } = await import(${JSON.stringify(join(process.cwd(), 'scripts/lib/actions/claim-run.ts'))});
      process.stdin.on('data', (folder) => { try { claimRun(String(folder)); console.log('in'); } catch { console.log('out'); } });
      process.stdin.on('end', () => process.exit());`;
    const children = [1, 2, 3].map(() =>
      spawn(process.execPath, ['--input-type=module', '-e', script], {
        stdio: ['pipe', 'pipe', 'inherit'],
      }),
    );
    for (let round = 0; round < 5; round++) {
      const folder = newFolder();
      put(folder, { pid: 2 ** 22 + 1, host: hostname(), since: 0 });
      for (const child of children) child.stdin.write(folder);
      const said = await Promise.all(
        children.map(async ({ stdout }) => String((await once(stdout, 'data'))[0])),
      );
      expect(said.filter((word) => word === 'in\n').length).toBeLessThanOrEqual(1);
    }
    await Promise.all(children.map((child) => once(child.stdin.end() && child, 'exit')));
  });
});
