import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { othersIn } from '../../scripts/lib/publish/others.ts';
import { publish } from '../../scripts/lib/publish/publish.ts';
import { InTheWay } from '../../scripts/lib/publish/push.ts';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { cloned, identity } from '../support/cloned.ts';
import { contentFolder } from '../support/content.ts';
import { publicSite } from '../support/public-site.ts';
import { saidAt, say } from '../support/said.ts';

const file = 'incidents/2026-01-16-webhooks-leave-late.yaml';
const message = 'Say 2026-01-16-webhooks-leave-late';
const shown = `<time datetime="${new Date(saidAt).toISOString()}">`;

const quiet = (url: string): string =>
  contentFolder({
    'incidents/late-webhooks.yaml': '',
    'postmortems/late-webhooks.mdx': '',
    'postmortems/queue.svg': '',
    'site.yaml': (exampleRecord['site.yaml'] ?? '').replace('https://status.ferry.example/', url),
  });
const nowhere = 'https://status.ferry.example/';
// One address for all, so that records are the same, and repositories are copied.
const site = await publicSite();
afterAll(site.stop);

const begin = (content: string, ...more: string[]) =>
  say(
    content,
    [
      'incident',
      ...['--what', 'Webhooks leave late.', '--service', 'webhooks', '--severity', 'major'],
      ...['--publish', ...more],
    ],
    identity,
  );

test('what is said is committed, pushed, and waited for until the page shows it', async () => {
  site.shows((path, asked) =>
    path !== '/status/incidents/2026-01-16-webhooks-leave-late/' || asked < 3
      ? undefined
      : asked < 4
        ? 'the page from before'
        : `<p>${shown}</p>`,
  );
  const { content, git, pushed } = cloned(quiet(`${site.url}status`));
  writeFileSync(join(content, 'notes'), 'not for others');
  writeFileSync(join(content, 'site.yaml'), '# half a thought\n', { flag: 'a' });
  git('add', 'content/notes');
  const { code, stdout, stderr } = await begin(content);
  expect(code).toBe(0);
  expect([stderr.includes('Committed'), stderr.includes('Pushed to origin/main')]).toEqual([
    true,
    true,
  ]);
  // 2 s, 3 s and 4.5 s.
  expect(stdout).toMatch(/Public since \d\d:\d\d:\d\d UTC, 10 s after you pressed enter: http/);
  expect(pushed(file)).toBe(readFileSync(join(content, file), 'utf8').trim());
  expect(git('log', '-1', '--format=%s', '--name-only')).toBe(`${message}\n\ncontent/${file}`);
  expect(git('status', '--porcelain')).toBe('A  content/notes\n M content/site.yaml'.trim());
});

test('where the page does not show it, that is said after as many minutes as it may take', async () => {
  site.shows(() => 'the page from before');
  const { content, pushed } = cloned(quiet(site.url));
  const { code, stderr } = await begin(content, '--wait', '3');
  expect(code).toBe(3);
  expect(stderr).toContain('after 3 min');
  expect(pushed(file)).toContain('kind: incident');
  // It asks less often as time goes by.
  expect(site.asked()).toBeGreaterThan(10);
  expect(site.asked()).toBeLessThan(20);
});

test('where nobody answers, that is said', async () => {
  const gone = await publicSite();
  gone.stop();
  const { code, stderr } = await begin(cloned(quiet(gone.url)).content, '--wait', '1');
  expect([code, stderr.includes('ECONNREFUSED')]).toEqual([3, true]);
});

test('where others have pushed something else meanwhile, ours goes on top', async () => {
  site.shows(() => shown);
  const { content, pushed, others } = cloned(quiet(site.url));
  others('README.md', 'theirs\n');
  writeFileSync(join(content, 'services.yaml'), '# half a thought\n', { flag: 'a' });
  expect((await begin(content)).code).toBe(0);
  expect([pushed('README.md'), pushed(file).includes('kind: incident')]).toEqual(['theirs', true]);
  expect(readFileSync(join(content, 'services.yaml'), 'utf8')).toContain('half a thought');
});

test('where two say the same at once, the second hears of it in clean text, and nothing is lost', async () => {
  const { content, git, pushed, others } = cloned(quiet(nowhere));
  others(file, 'kind: theirs\n');
  const { code, stderr } = await begin(content);
  expect(code).toBe(3);
  expect(stderr).toContain(`content/${file}`);
  expect(stderr).not.toMatch(/CONFLICT|<<<<|hint:/);
  expect(pushed(file)).toBe('kind: theirs');
  expect(readFileSync(join(content, file), 'utf8')).toContain('title: Webhooks leave late');
  expect(git('status', '--porcelain')).toBe('');
  expect(git('log', '-1', '--format=%s')).toBe(message);
});

test('a push that is refused is said in the words of the server', async () => {
  const { content, git, protect } = cloned(quiet(nowhere));
  protect();
  const { code, stderr } = await begin(content);
  expect([code, stderr.includes('main is protected')]).toEqual([3, true]);
  expect(git('log', '-1', '--format=%s')).toBe(message);
});

describe('other commits that are not pushed yet', () => {
  const unpushed = (url: string) => {
    const clone = cloned(quiet(url));
    writeFileSync(join(clone.content, 'site.yaml'), '# half a thought\n', { flag: 'a' });
    clone.git('commit', '--quiet', '--all', '--message=Half a thought');
    return clone;
  };

  test('are named where nobody can be asked, and nothing is written', async () => {
    const { content, git, pushed } = unpushed(nowhere);
    const { code, stderr } = await begin(content);
    expect([code, stderr.includes('Half a thought'), stderr.includes('--with-others')]).toEqual([
      1,
      true,
      true,
    ]);
    expect([existsSync(join(content, file)), git('status', '--porcelain')]).toEqual([false, '']);
    expect(pushed('site.yaml')).not.toContain('half a thought');
  });

  test('go along with --with-others', async () => {
    site.shows(() => shown);
    const { content, pushed } = unpushed(site.url);
    expect((await begin(content, '--with-others')).code).toBe(0);
    expect([pushed('site.yaml').includes('half a thought'), pushed(file).length > 0]).toEqual([
      true,
      true,
    ]);
  });

  test('are not those in which incidents were said, and only those', async () => {
    const { content, git, protect } = cloned(quiet(nowhere));
    protect();
    expect((await begin(content)).code).toBe(3);
    expect(await othersIn(content)).toEqual([]);
    const commit = (name: string, message: string): void => {
      writeFileSync(join(content, name), message);
      git('add', '.');
      git('commit', '--quiet', `--message=${message}`);
    };
    commit('incidents/other.yaml', message);
    commit('incidents/another.yaml', 'Half a thought');
    commit('incidents/third.yaml', 'Say third: resolved');
    const others = await othersIn(content);
    expect(others.map((line) => line.replace(/^\S+ /, ''))).toEqual(['Half a thought', message]);
  });
});

test('where no branch is checked out, nothing is lost by doing what is said', async () => {
  site.shows(() => shown);
  const { content, git, pushed } = cloned(quiet(site.url));
  git('checkout', '--quiet', '--detach');
  const before = git('rev-parse', 'HEAD');
  const first = await begin(content);
  expect([first.code, first.stderr.includes('git switch main')]).toEqual([1, true]);
  expect([git('rev-parse', 'HEAD'), git('status', '--porcelain')]).toEqual([before, '']);
  git('switch', '--quiet', 'main');
  expect((await begin(content)).code).toBe(0);
  expect(pushed(file)).toBe(readFileSync(join(content, file), 'utf8').trim());
});

test('what is written is never committed where no branch is checked out', async () => {
  const { content, git } = cloned(quiet(nowhere));
  git('checkout', '--quiet', '--detach');
  writeFileSync(join(content, file), 'ours');
  const publication = { content, file, message, shown: undefined };
  await expect(publish(publication, { patience: 0, began: 0, zones: ['UTC'] })).rejects.toThrow(
    InTheWay,
  );
  git('switch', '--quiet', 'main');
  expect(readFileSync(join(content, file), 'utf8')).toBe('ours');
});

test.each([
  ['no repository', () => quiet(nowhere), 'no Git repository'],
  [
    'a branch that is pushed nowhere',
    () => {
      const { content, git } = cloned(quiet(nowhere));
      git('switch', '--quiet', '--create', 'mine');
      return content;
    },
    'git push -u origin mine',
  ],
  [
    'a merge that is not finished',
    () => {
      const { content, git, others } = cloned(quiet(nowhere));
      others('README.md', 'theirs');
      writeFileSync(join(content, 'README.md'), 'ours');
      git('add', '.');
      git('commit', '--quiet', '--message=Ours');
      git('fetch', '--quiet');
      expect(() => git('rebase', 'origin/main')).toThrow();
      git('add', '.');
      return content;
    },
    'git status',
  ],
])('with %s, that is said before anything is asked or written', async (_, make, said) => {
  const content = make();
  const { code, stderr } = await say(content, ['incident', '--publish'], identity);
  expect([code, stderr.includes(said)]).toEqual([1, true]);
  expect(existsSync(join(content, file))).toBe(false);
});
