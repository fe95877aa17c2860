import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { filesOnDisk } from '../../src/record/files/files.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { asOf } from '../../src/domain/record/record.ts';
import { contentFolder } from '../support/content.ts';
import { environmentWith, newFolder, ownup } from '../support/ownup.ts';
import { filesOf, readPage } from '../support/pages.ts';
import { drawing, pngOf, samples } from '../support/pictures.ts';
import { type Outcome, runWarm } from '../support/warm.ts';
import { sites } from './built.ts';

const { calm, history } = sites;
const postmortem = 'postmortems/late-webhooks.mdx';
const now = '2026-03-01T12:00:00Z';

const build = (content: string, out: string, settings: Record<string, string> = {}) =>
  ownup('build', [], { OWNUP_CONTENT: content, OWNUP_OUT: out, OWNUP_NOW: now, ...settings });

/** Builds as a script would that leaves out the check. */
const buildUnchecked = (content: string, out: string): Promise<Outcome> =>
  runWarm({
    script: join(process.cwd(), 'tests/support/build-unchecked.ts'),
    args: [],
    env: environmentWith({ OWNUP_CONTENT: content, OWNUP_OUT: out, OWNUP_NOW: now }),
    cwd: process.cwd(),
    clock: 'machine',
  });

const allText = (folder: string): string =>
  filesOf(folder, '')
    .filter((file) => /\.(html|xml|json|css|js|txt|svg)$/.test(file))
    .map((file) => readPage(folder, file))
    .join('\n');

test('two builds of one record and moment are the same, byte for byte', async () => {
  const out = join(newFolder('again'), 'dist');
  await build(calm.content, out, { OWNUP_NOW: '', OWNUP_BEGAN: calm.now, OWNUP_BASE: calm.base });
  const files = filesOf(calm.folder, '').filter((file) => /\.\w+$/.test(file));
  expect(filesOf(out, '').filter((file) => /\.\w+$/.test(file))).toEqual(files);
  for (const file of files)
    expect(readFileSync(join(out, file)).equals(readFileSync(join(calm.folder, file))), file).toBe(
      true,
    );
});

describe.each([calm, history])(
  'what check accepts is what the pages show',
  ({ content, folder, now }) => {
    const { record } = readRecord(filesOnDisk(content), Date.now());
    if (!record) throw new Error('The record has errors.');
    const { incidents, postmortems, services } = asOf(record, Date.parse(now));

    test('every incident, every published postmortem and nothing else has a page', () => {
      const ids = (kind: string): string[] =>
        filesOf(folder, '/index.html')
          .map((file) => new RegExp(`^${kind}/([^/]+)/index\\.html$`).exec(file)?.[1] ?? '')
          .filter((id) => id !== '' && !/^\d{4}$/.test(id))
          .sort();
      expect(ids('incidents')).toEqual(incidents.map(({ id }) => id).sort());
      expect(ids('postmortems')).toEqual(
        postmortems
          .filter(({ status }) => status === 'published')
          .map(({ id }) => id)
          .sort(),
      );
    });

    test('every service stands on the home page', () => {
      const home = readPage(folder, 'index.html').replaceAll('&amp;', '&').replaceAll('&#39;', "'");
      for (const { name } of services) expect(home).toContain(name);
    });
  },
);

describe('a record with drafts and pictures, built from anywhere into any folder', () => {
  const text = exampleRecord[postmortem] ?? '';
  const pictures: Record<string, string | Uint8Array> = {
    'queue age.png': samples.png,
    'graphs of that day/Late.GIF': samples.gif,
    'x.jpg': samples.jpg,
    'again.JPEG': samples.jpg,
    'x.webp': samples.webp,
    'x.avif': samples.avif,
    'wide.svg': drawing('<path d="M0 9 9 0"/>', 'width="100%" viewBox="0 0 480 270"'),
    'fewer pixels than it says.png': pngOf(60, 40),
  };
  const shows = Object.keys(pictures).map((name) => `![Shows ${name}](<./${name}> "At 09:14")\n`);
  const draft = text
    .replace('status: published', 'status: draft')
    .replace('Why webhooks arrived late', 'Unfinished business');
  const hardlyBegun = {
    'postmortems/hardly-begun.mdx': `---\ntitle: Nobody may read this yet\nstatus: draft\n---\n<script>alert(1)</script>\n`,
  };
  const content = contentFolder({
    [postmortem]: text.replace(/The workers drained.*\n/, shows.join('\n')),
    ...Object.fromEntries(
      Object.entries(pictures).map(([name, bytes]) => [`postmortems/${name}`, bytes]),
    ),
    'postmortems/unused.svg': drawing('<title>Nobody shows this.</title>'),
    'postmortems/unfinished.mdx': `${draft}\nNobody may read this yet.\n\n![Queue](./unfinished.svg)\n`,
    'postmortems/unfinished.svg': drawing('<title>Nobody may see this yet.</title>'),
    ...hardlyBegun,
  });
  const elsewhere = newFolder('elsewhere');
  const out = join(newFolder('far'), 'a/b/dist');
  const settings = {
    OWNUP_CONTENT: content,
    OWNUP_OUT: out,
    OWNUP_NOW: now,
    OWNUP_BASE: '/status/',
  };
  let built: Outcome;

  beforeAll(async () => {
    built = await ownup('build', [], settings, elsewhere);
  });

  test('leaves nothing anywhere but the site, and pictures that need not be made again', () => {
    expect([built.code, built.stderr]).toEqual([0, expect.stringContaining('pages')]);
    expect(filesOf(out, 'index.html').length).toBeGreaterThan(0);
    expect(filesOf(dirname(out), '').filter((file) => !file.startsWith('dist'))).toEqual([]);
    expect(filesOf(elsewhere, '').filter((file) => !/^\.cache(\/pictures|$)/.test(file))).toEqual(
      [],
    );
  });

  test('shows no draft', () => {
    const all = allText(out);
    expect(all).toContain('Why webhooks arrived late');
    expect(all).not.toMatch(/Unfinished business|Nobody may (read|see) this yet/);
    expect(filesOf(out, '').filter((file) => file.includes('unfinished'))).toEqual([]);
  });

  test('says what a draft lacks, which stops nothing', async () => {
    expect(built.stderr).toMatch(/hardly-begun\.mdx:\d+:\d+ {2}warning {2}missing-key/);
    const alone = contentFolder(hardlyBegun);
    expect((await ownup('check', ['--strict'], { OWNUP_CONTENT: alone })).code).toBe(1);
  });

  test('shows nothing of the content folders that were built before', () => {
    expect(filesOf(out, 'index.html').filter((file) => file.startsWith('postmortems/'))).toEqual([
      'postmortems/index.html',
      'postmortems/late-webhooks/index.html',
    ]);
  });

  test('has a picture as it lies beside the story, once, and only where a page shows it', () => {
    expect(built.stderr.match(/^postmortems\/.*(?=: The pixels)/gm)).toEqual([
      'postmortems/fewer pixels than it says.png',
    ]);
    const page = readPage(out, 'postmortems/late-webhooks/index.html');
    const variants = new Set<string>();
    const shown = [...page.matchAll(/<img [^>]*>/g)].map(([tag]) => {
      const [, src = '', name = ''] = /src="\/status\/([^"]*)" alt="Shows ([^"]*)"/.exec(tag) ?? [];
      expect(tag).toMatch(/ title="At 09:14"/);
      expect(tag).toMatch(/ loading="lazy" decoding="async"/);
      const [, choice = ''] = / srcset="\/status\/([^"]*) 6w"/.exec(tag) ?? [];
      expect(choice === '', name).toBe(!/^[\w ]{1,9}\.(png|jpe?g)$/i.test(name));
      if (choice) {
        variants.add(choice);
        expect(statSync(join(out, choice)).size).toBeLessThan(statSync(join(out, src)).size);
      }
      expect(tag).toContain(
        name === 'wide.svg'
          ? 'width="480" height="270"'
          : name.startsWith('fewer')
            ? 'width="60" height="40"'
            : 'width="6" height="4"',
      );
      expect(readFileSync(join(out, src))).toEqual(Buffer.from(pictures[name] ?? ''));
      return src;
    });
    expect(shown).toHaveLength(8);
    expect(shown[2]).toBe(shown[3]);
    const isPicture = /\.(png|gif|jpe?g|webp|avif|svg)$/i;
    const isOurs = /^preview\./;
    const theirs = filesOf(join(out, '_astro'), '').filter((file) => !isOurs.test(file));
    expect(theirs.filter((file) => isPicture.test(file))).toEqual(
      [...new Set([...shown, ...variants])].map((src) => src.replace('_astro/', '')).sort(),
    );
    const feed = readPage(out, 'postmortems/feed.xml');
    for (const src of shown)
      expect(feed).toContain(`src="https://status.ferry.example/status/${src}"`);
  });

  test('stays as it is when the record breaks', async () => {
    const before = allText(out);
    writeFileSync(join(content, 'incidents/late-webhooks.yaml'), 'kind: incident\n');
    const { code, stderr } = await ownup('build', [], settings);
    expect(code).toBe(1);
    expect(stderr).toContain('missing-key');
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(allText(out)).toBe(before);
  });
});

test('a build for an earlier moment says in a line that the rest is left out', async () => {
  const out = join(newFolder('earlier'), 'dist');
  const earlier = {
    OWNUP_CONTENT: contentFolder(),
    OWNUP_OUT: out,
    OWNUP_NOW: '2026-01-17T09:45:00Z',
  };
  const { code, stderr } = await ownup('build', [], earlier);
  expect(code).toBe(0);
  expect(stderr.trim().split('\n')).toEqual([
    // The last update, work that was announced, the account and its correction.
    'As of 2026-01-17T09:45:00.000Z: what came after that is left out (4 times).',
    expect.stringMatching(/^Built \d+ pages/),
  ]);
  expect((await ownup('check', [], earlier)).stdout).toContain('in-the-future');
});

test('a folder with files of another kind is never replaced', async () => {
  const out = newFolder('precious');
  writeFileSync(join(out, 'thesis.txt'), 'two years of work');
  expect((await build(contentFolder(), out)).code).toBe(2);
  expect(readFileSync(join(out, 'thesis.txt'), 'utf8')).toBe('two years of work');
});

describe('mistakes and what could run, in all that may be held back,', () => {
  const told = join(newFolder('told'), 'it-ran');
  const code = `import { writeFileSync } from 'node:fs';
writeFileSync(${JSON.stringify(told)}, '');
export default { src: '/x.png', width: 1, height: 1, format: 'png' };
`;
  const text = exampleRecord[postmortem] ?? '';
  const account = (body: string): string => text.replace(/The workers drained.*\n/, `${body}\n`);
  const bodies: Record<string, string> = {
    'an-import': "import fs from 'node:fs'",
    'an-expression': '{(() => { throw new Error("it ran") })()}',
    'a-script': '<script>alert(1)</script>',
    'a-second-frontmatter': '---\nlayout: ../../../evil.js\n---\n\n{1}',
    'a-picture-that-is-a-link-to-code': '![Queue](./b.png)',
  };
  function writeHostile(content: string, names: readonly string[]): void {
    writeFileSync(join(content, 'postmortems/.evil.js'), code);
    symlinkSync('.evil.js', join(content, 'postmortems/b.png'));
    for (const name of names)
      writeFileSync(join(content, `postmortems/${name}.mdx`), account(bodies[name] ?? ''));
  }

  const content = contentFolder({
    [postmortem]: text.replace('cause: capacity', 'cause: nonsense'),
    'postmortems/second.mdx': text.replace('ownership: We', 'ownership: As before, we'),
  });
  const out = join(newFolder('held'), 'dist');
  let built: Outcome;

  beforeAll(async () => {
    const git = (...args: string[]): unknown =>
      execFileSync('git', ['-c', 'user.name=Jo', '-c', 'user.email=jo@example.com', ...args], {
        cwd: content,
      });
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '-m', 'The record');
    for (const [file, by] of Object.entries({
      'postmortems/second.mdx': '---\nstatus: published\n---\nAsk @jo.\n',
      'credits.yaml': 'plans: [',
      'incidents/slow-search.yaml':
        'kind: incident\ntitle: Search is slow\nseverity: minor\nimpact: [{ service: api, status: degraded_performance, from: 2026-03-01T11:00:00Z }]\nupdates: [{ at: 2026-03-01T11:30:00Z, status: investigating, text: Searches take ten seconds., next_update_by: 2026-03-01T13:00:00Z }]\n',
      'site.yaml': `${exampleRecord['site.yaml']}language: he\nlook:\n  accent: { light: "#0b6e4f", dark: "#7fd4b4" }\n`,
      'theme.css': '--ink: black; }',
      'strings/he.yaml': 'nav: { home: "מצב }\n',
    })) {
      mkdirSync(dirname(join(content, file)), { recursive: true });
      writeFileSync(join(content, file), by);
    }
    writeHostile(content, Object.keys(bodies));
    built = await build(content, out);
  });

  test('do not hold up the news of an outage', async () => {
    const { code, stderr } = built;
    expect(code).toBe(3);
    expect(stderr).toMatch(
      /Held back: credits\.yaml\. In its place stands the version of commit [0-9a-f]{12}/,
    );
    expect(stderr).toMatch(/late-webhooks\.mdx:\d+:\d+ {2}error {2}unknown-reference/);
    expect(readPage(out, 'index.html')).toContain('Search is slow');
    expect(readPage(out, 'postmortems/second/index.html')).toContain('As before, we');
    expect(readPage(out, 'credits/index.html')).toContain('Uptime credit');
    // There is no earlier version of this one: it keeps its address, and what leads to it.
    const page = readPage(out, 'postmortems/late-webhooks/index.html');
    expect(page).toContain('href="/incidents/late-webhooks/"');
    expect(page).not.toContain('halved');
    for (const file of ['incidents/late-webhooks/index.html', 'postmortems/index.html'])
      expect(readPage(out, file)).toContain('href="/postmortems/late-webhooks/"');
    expect(allText(out)).not.toMatch(/@jo|nonsense/);
    expect((await ownup('check', [], { OWNUP_CONTENT: content, OWNUP_NOW: now })).code).toBe(1);
  });

  test('reach no page', () => {
    const all = allText(out);
    const held = new Set(
      [...built.stderr.matchAll(/Held back: postmortems\/(\S+?)\. /g)].map(([, file]) => file),
    );
    for (const [name, body] of Object.entries(bodies)) {
      expect(held).toContain(body.includes('./b.png') ? 'b.png' : `${name}.mdx`);
      expect(all).not.toContain(body);
    }
    expect(existsSync(told)).toBe(false);
  });

  test('leave pages in Ownup’s own language and without the theme', () => {
    const { stderr } = built;
    expect(stderr).toMatch(/theme\.css:\d+:\d+ {2}error {2}theme-syntax/);
    expect(stderr).toMatch(/strings\/he\.yaml:1:\d+ {2}error {2}yaml-syntax/);
    for (const file of ['theme.css', 'strings/he.yaml'])
      expect(stderr).toContain(
        `Held back: ${file}. There is no earlier version without errors; pages do without it.`,
      );
    expect(readPage(out, 'index.html')).toContain('<html lang="en" dir="ltr">');
    expect(filesOf(out, 'look.css')).toEqual(['look.css']);
    expect(filesOf(out, '.css').length).toBeGreaterThan(1);
  });

  test.each(Object.keys(bodies))('past the check %s is refused', async (name) => {
    const unchecked = contentFolder({ [postmortem]: '' });
    writeHostile(unchecked, [name]);
    const site = join(newFolder('unchecked'), 'dist');
    expect((await buildUnchecked(unchecked, site)).code).toBe(1);
    expect([existsSync(told), existsSync(site)]).toEqual([false, false]);
  });
});
