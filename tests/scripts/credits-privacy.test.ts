import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { creditContent, credits, headings } from '../support/customers.ts';
import { newFolder, ownup } from '../support/ownup.ts';

const list = `${headings}\na,team,webhooks,eu,EUR,49.00\n`;

function repository(ignored = ''): string {
  const folder = newFolder('repository');
  execFileSync('git', ['init', '-q', folder]);
  writeFileSync(join(folder, '.gitignore'), ignored);
  return folder;
}

test('lists and reports inside a repository are refused unless Git ignores them', async () => {
  const open = await credits(list, { folder: repository() });
  expect([open.code, open.files]).toEqual([2, []]);
  const ignored = await credits(list, { folder: join(repository('private/\n'), 'private') });
  expect([ignored.code, ignored.files]).toEqual([
    0,
    ['credits-2026-01.csv', 'credits-2026-01.seal.json'],
  ]);
});

test('what is tracked is refused although the list of ignored files names it', async () => {
  const folder = repository('private/\n');
  mkdirSync(join(folder, 'private'));
  writeFileSync(join(folder, 'private/customers.csv'), list);
  execFileSync('git', ['-C', folder, 'add', '-f', 'private/customers.csv']);
  expect((await credits(list, { folder: join(folder, 'private') })).code).toBe(2);
});

test('a link that leads into a repository is where it leads to', async () => {
  const folder = repository();
  mkdirSync(join(folder, 'inside'));
  const link = join(newFolder('link'), 'outside');
  symlinkSync(join(folder, 'inside'), link);
  expect((await credits(list, { folder: link })).code).toBe(2);
});

test('the built site and the record are refused, ignored or not', async () => {
  const content = creditContent();
  expect((await credits(list, { content, folder: content })).code).toBe(2);
  const site = newFolder('dist');
  expect((await credits(list, { content, folder: site, settings: { OWNUP_OUT: site } })).code).toBe(
    2,
  );
  const copied = newFolder('public');
  expect(
    (await credits(list, { content, folder: copied, settings: { OWNUP_PUBLIC: copied } })).code,
  ).toBe(2);
  for (const place of ['dist/x', 'public/x', 'content/x', 'x', 'docs/x']) {
    const outside = join(newFolder('customers'), 'customers.csv');
    writeFileSync(outside, list);
    const { code } = await ownup(
      'credits',
      ['--customers', outside, '--out', place, '--period', '2026-01'],
      { OWNUP_CONTENT: content },
    );
    expect([place, code]).toEqual([place, 2]);
  }
});

test('only their owner may read the files', async () => {
  const { out, files } = await credits(list, { args: ['--format', 'csv,json,html', '--record'] });
  expect(files).toHaveLength(6);
  for (const file of files)
    expect((statSync(join(out, file)).mode & 0o777).toString(8)).toBe('600');
});

test.each([
  ['the folder does not name', 'credits\n'],
  ['it lets through', 'private/*\n!private/*.csv\n'],
])('reports with names that %s are refused', async (_, ignored) => {
  const folder = join(repository(ignored), 'private');
  const outside = join(newFolder('customers'), 'customers.csv');
  writeFileSync(outside, list);
  const { code } = await ownup(
    'credits',
    ['--customers', outside, '--out', folder, '--period', '2026-01'],
    {
      OWNUP_CONTENT: creditContent(),
    },
  );
  expect([code, existsSync(folder)]).toEqual([2, false]);
});

test('a report that is tracked is not written over, and a repository without a working folder is one', async () => {
  const folder = repository('private/\n');
  mkdirSync(join(folder, 'private'));
  writeFileSync(join(folder, 'private/credits-2026-01.csv'), '');
  execFileSync('git', ['-C', folder, 'add', '-f', 'private/credits-2026-01.csv']);
  const bare = newFolder('bare');
  execFileSync('git', ['init', '-q', '--bare', bare]);
  const outside = join(newFolder('customers'), 'customers.csv');
  writeFileSync(outside, list);
  for (const out of [join(folder, 'private'), join(bare, 'x')]) {
    const { code } = await ownup(
      'credits',
      ['--customers', outside, '--out', out, '--period', '2026-01'],
      {
        OWNUP_CONTENT: creditContent(),
      },
    );
    expect([out, code]).toEqual([out, 2]);
  }
});
