import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { replaceFolder } from '../../scripts/lib/disk/replace-folder.ts';
import { newFolder } from '../support/ownup.ts';

function built(text: string): string {
  const folder = join(newFolder('built'), 'site');
  mkdirSync(join(folder, 'incidents'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), text);
  writeFileSync(join(folder, 'incidents/index.html'), text);
  return folder;
}

const shown = (out: string): string => readFileSync(join(out, 'index.html'), 'utf8');
const isRoot = process.getuid?.() === 0;

/** A folder in memory, which is another file system than that of temporary files; not everywhere is there one. */
const elsewhere = '/dev/shm';
const far = join(elsewhere, `ownup-${process.pid}`);
afterAll(() => rmSync(far, { recursive: true, force: true }));
const canGoElsewhere =
  existsSync(elsewhere) && statfsSync(elsewhere).type !== statfsSync(newFolder('here')).type;

describe('what was built is put', () => {
  test('where nothing is yet, with the folders around it', () => {
    const out = join(newFolder('out'), 'a/b/dist');
    replaceFolder(built('one'), out);
    expect(shown(out)).toBe('one');
  });

  test('where an earlier one is, of which nothing is left', () => {
    const out = join(newFolder('out'), 'dist');
    replaceFolder(built('one'), out);
    writeFileSync(join(out, 'old.html'), 'old');
    replaceFolder(built('two'), out);
    expect(shown(out)).toBe('two');
    expect(readdirSync(out).sort()).toEqual(['incidents', 'index.html']);
    expect(readdirSync(dirname(out))).toEqual(['dist']);
  });

  test.skipIf(isRoot)('into a folder that cannot be moved itself', () => {
    const out = join(newFolder('out'), 'dist');
    replaceFolder(built('one'), out);
    writeFileSync(join(out, 'old.html'), 'old');
    chmodSync(dirname(out), 0o555);
    replaceFolder(built('two'), out);
    expect(shown(out)).toBe('two');
    expect(readdirSync(out).sort()).toEqual(['incidents', 'index.html']);
  });

  test.skipIf(!canGoElsewhere)('on another file system (skipped where there is none)', () => {
    const out = join(far, 'dist');
    replaceFolder(built('one'), out);
    replaceFolder(built('two'), out);
    expect(shown(out)).toBe('two');
    expect(readdirSync(dirname(out))).toEqual(['dist']);
  });
});
