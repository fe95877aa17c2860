import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
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
  expect([ignored.code, ignored.files]).toEqual([0, ['credits-2026-01.csv']]);
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
  expect((await credits(list, { content, folder: site, settings: { OWNUP_OUT: site } })).code).toBe(2);
  for (const place of ['dist/x', 'public/x', 'content/x', 'x', 'docs/x']) {
    const outside = join(newFolder('customers'), 'customers.csv');
    writeFileSync(outside, list);
    const { code } = await ownup('credits', ['--customers', outside, '--out', place, '--period', '2026-01'], { OWNUP_CONTENT: content });
    expect([place, code]).toEqual([place, 2]);
  }
});

test('only their owner may read the files', async () => {
  const { out, files } = await credits(list, { args: ['--format', 'csv,json,html'] });
  expect(files.map((file) => (statSync(join(out, file)).mode & 0o777).toString(8))).toEqual(['600', '600', '600']);
});

const allIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile())
    .map((file) => `${file}\n${readFileSync(file, 'latin1')}`)
    .join('\n');

test('nothing that stands in a list of customers appears in the site, in logs, in annotations or in the record', async () => {
  const canaries = ['Zaphod Canarybrox', 'canary@heart-of-gold.example', 'ws-canary-4711'];
  const [name, mail, id] = canaries;
  const content = creditContent();
  const before = allIn(content);
  const noise = [
    `"${name}",team,webhooks,eu,EUR,49.00`,
    `${mail},team,webhooks,eu,EUR,1`,
    `${id},team,webhooks,eu,EUR,49.00`,
    `${id},team,webhooks,eu,EUR,49.00`,
    `x,${name},webhooks,eu,EUR,1`,
    `y,team,${mail},eu,EUR,1`,
    `z,team,webhooks,${id},EUR,1`,
    `v,team,webhooks,eu,${name},1`,
    `w,team,webhooks,eu,EUR,${mail}`,
    `u,team,webhooks,eu,EUR,1,${id},${mail}`,
  ].join('\n');
  const good = await credits(`${headings}\n${noise}\n`, { content, args: ['--format', 'csv,json,html'], settings: { OWNUP_DEBUG: '1' } });
  const bad = await credits(`${headings}\n${noise}\n"${name},${mail},${id}\n`, { content, settings: { OWNUP_DEBUG: '1' } });
  const quoted = await credits(`${headings}\n${name} "${mail}",team,webhooks,eu,EUR,1\n`, { content, settings: { OWNUP_DEBUG: '1' } });
  const check = await ownup('check', ['--format', 'github'], { OWNUP_CONTENT: content });
  const site = join(newFolder('site'), 'dist');
  const build = await ownup('build', [], { OWNUP_CONTENT: content, OWNUP_OUT: site });
  expect([good.code, bad.code, quoted.code, check.code, build.code]).toEqual([0, 1, 1, 0, 0]);
  const said = [good, bad, quoted, check, build].map(({ stdout, stderr }) => stdout + stderr).join('\n');
  const published = allIn(site);
  for (const canary of canaries) {
    expect(said).not.toContain(canary);
    expect(published).not.toContain(canary);
  }
  expect(allIn(content)).toBe(before);
  expect(allIn(good.out)).toContain(id);
});
