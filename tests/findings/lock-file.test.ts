import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesOnDisk } from '../../src/record/files/files.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { lockFile } from '../../src/domain/tracking/lock.ts';
import { contentFolder } from '../support/content.ts';
import { findingsIn } from '../support/reading.ts';

const entry =
  '{ "promise": "late-webhooks/pool-floor", "repository": 1, "number": 2, "state": "open" }';

describe('a lock is taken from Git, and what is wrong with one says so', () => {
  test.each<[what: string, text: string | Uint8Array, codes: string[]]>([
    [
      'an unfinished merge',
      `{ "version": 1, "actions": [\n<<<<<<< HEAD\n${entry}\n=======\n>>>>>>> main\n] }\n`,
      ['merge-conflict'],
    ],
    ['half a file', '{ "version": 1, "actions": [\n', ['yaml-syntax']],
    ['no file of text', new Uint8Array([0x7b, 0xff]), ['yaml-syntax', 'unreadable-file']],
    ['an empty file', '', ['unreadable-file']],
    ['another version', '{ "version": 2, "actions": [] }', ['wrong-value']],
    ['a key of another version', `{ "version": 1, "actions": [], "more": 1 }`, ['unknown-key']],
    ['a promise twice', `{ "version": 1, "actions": [${entry}, ${entry}] }`, ['wrong-value']],
  ])('%s', (_, text, codes) => {
    const found = findingsIn({ ...exampleRecord, [lockFile]: text });
    expect(found.map(({ file, code }) => `${file} ${code}`)).toEqual(
      codes.map((code) => `${lockFile} ${code}`),
    );
    expect(
      found.filter(
        ({ write }) => !write.includes('git checkout HEAD -- content/actions.lock.json'),
      ),
    ).toEqual([]);
  });

  test('a folder in its place', () => {
    const folder = contentFolder();
    mkdirSync(join(folder, lockFile));
    const found = readRecord(filesOnDisk(folder), Date.now()).findings;
    expect(found.map(({ file, code }) => `${file} ${code}`)).toEqual([
      `${lockFile} unreadable-file`,
    ]);
    expect(found[0]?.write).toContain('git checkout HEAD -- content/actions.lock.json');
  });
});
