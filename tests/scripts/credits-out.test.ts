import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { publishAll, reportFile } from '../../scripts/lib/credits/report/report-file.ts';
import { creditContent, headings } from '../support/customers.ts';
import { newFolder, ownup } from '../support/ownup.ts';

const list = `${headings}\na,team,webhooks,eu,EUR,49.00\n`;

/** Runs the command into `out`; relative, from the folder `cwd`. */
async function into(
  out: string,
  { cwd = newFolder('cwd'), args = [] }: { cwd?: string; args?: readonly string[] } = {},
) {
  const customers = join(newFolder('customers'), 'customers.csv');
  writeFileSync(customers, list);
  return ownup(
    'credits',
    ['--customers', customers, '--out', out, '--period', '2026-01', ...args],
    { OWNUP_CONTENT: creditContent() },
    cwd,
  );
}

const formats = ['--format', 'csv,json,html'];

describe('a place where no report can be', () => {
  const folder = newFolder('places');
  writeFileSync(join(folder, 'file'), 'x');
  symlinkSync(join(folder, 'nowhere'), join(folder, 'to-nothing'));
  symlinkSync('to-itself', join(folder, 'to-itself'));

  for (const [title, place, said] of [
    ['a file', join(folder, 'file'), 'This is no folder'],
    ['below a file', join(folder, 'file/deep/out'), 'This is no folder'],
    ['a link to nothing', join(folder, 'to-nothing'), 'a link to nothing'],
    ['below a link to nothing', join(folder, 'to-nothing/out'), 'a link to nothing'],
    ['a link to itself', join(folder, 'to-itself'), 'A link leads to itself'],
    ['a name that is too long', join(folder, 'x'.repeat(300)), 'too long'],
    ['a file system without files', '/proc/out', '/proc'],
  ] as const)
    test(`${title} is said in a sentence`, async () => {
      const { code, stdout, stderr } = await into(place);
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toContain(said);
      expect(stderr).toMatch(/Expected: .*Nothing was written\./);
      expect(stderr).not.toMatch(/\n\s+at |E[A-Z]{4,}:/);
    });

  test('a folder that stands where a file is to be leaves the other files as they were', async () => {
    const out = newFolder('taken');
    mkdirSync(join(out, 'credits-2026-01.html'));
    writeFileSync(join(out, 'credits-2026-01.csv'), 'of before');
    const { code, stderr } = await into(out, { args: formats });
    expect([code, readdirSync(out)]).toEqual([1, ['credits-2026-01.csv', 'credits-2026-01.html']]);
    expect(readFileSync(join(out, 'credits-2026-01.csv'), 'utf8')).toBe('of before');
    expect(stderr).toMatch(/credits-2026-01\.html.*Nothing was written/);
  });
});

describe('files of one report', () => {
  function prepared() {
    const folder = newFolder('together');
    const [first = '', second = '', third = ''] = ['a', 'b', 'c'].map((name) => join(folder, name));
    writeFileSync(first, 'of before');
    const files = [first, second, third].map((path) => reportFile(path));
    for (const file of files) {
      file.write('new');
      file.close();
    }
    return { folder, first, second, third, files };
  }

  test('are all put in their places', () => {
    const { folder, first, files } = prepared();
    publishAll(files);
    expect([readdirSync(folder), readFileSync(first, 'utf8')]).toEqual([['a', 'b', 'c'], 'new']);
  });

  for (const [title, spoil] of [
    ['a folder has come in the way', (path: string) => mkdirSync(path)],
    ['the last one is gone', (path: string) => rmSync(`${path}.${process.pid}.part`)],
  ] as const)
    test(`are none of them put there if ${title}`, () => {
      const { folder, first, third, files } = prepared();
      spoil(third);
      expect(() => publishAll(files)).toThrow();
      for (const file of files) file.discard();
      expect(readdirSync(folder).filter((name) => name !== 'c')).toEqual(['a']);
      expect(readFileSync(first, 'utf8')).toBe('of before');
    });
});

test('a place is named as it was written', async () => {
  const cwd = newFolder('repository');
  execFileSync('git', ['init', '-q', cwd]);
  const { code, stderr } = await into('reports', { cwd });
  expect([code, stderr]).toEqual([2, expect.stringContaining('--out is reports, which lies in')]);
});
