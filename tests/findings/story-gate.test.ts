import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type MdastNode, mdxToMdast } from 'satteri';
import { createServer } from 'vite';
import { describe, expect, test } from 'vitest';
import { filesOnDisk } from '../../src/record/files/files.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { BrokenRecord } from '../../src/record/report.ts';
import { storyGuard } from '../../src/site/astro/story-gate.ts';
import type { PicturesOfStories } from '../../src/site/astro/story-pictures.ts';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { contentFolder } from '../support/content.ts';
import { newFolder } from '../support/ownup.ts';
import { drawing, samples } from '../support/pictures.ts';
import { harmless, hostile } from '../support/stories.ts';

const account = 'postmortems/late-webhooks.mdx';
const story = 'The workers drained the queue more slowly than it grew.\n';
const withStory = (body: string): string =>
  (exampleRecord[account] ?? '').replace(`\n${story}`, () => `\n${body}`);

/** What the gate of a content folder does when it is asked for a module, and the pictures that it has let pass. */
function gateOf(content: string) {
  const pictures: PicturesOfStories = new Map();
  const { load, resolveId } = storyGuard(content, pictures) as unknown as {
    load: { handler: (id: string) => string | undefined };
    resolveId: { handler: (source: string, importer?: string) => Promise<string | undefined> };
  };
  return { pictures, load: load.handler, resolve: resolveId.handler };
}

/** The module that a compiler would get of a postmortem with this text; throws where the gate is shut. */
function moduleOf(text: string): string {
  const content = contentFolder({ [account]: text });
  return gateOf(content).load(join(content, account)) ?? '';
}

/** The same, but nothing where the gate is shut because of what stands in the text. */
function passedOf(text: string): string {
  try {
    return moduleOf(text);
  } catch (error) {
    if (error instanceof BrokenRecord) return '';
    throw error;
  }
}

const types = (node: MdastNode): string[] => [
  node.type,
  ...('children' in node ? node.children.flatMap((child) => types(child as MdastNode)) : []),
];

const runs = (text: string): boolean =>
  types(mdxToMdast(text)).some((type) => /esm|expression/i.test(type));

describe('the compiler gets', () => {
  test('the story and none of the facts above it', () => {
    const text = moduleOf(exampleRecord[account] ?? '');
    expect(text).toMatch(/^---\n\n*---\n/);
    expect(text.replace(/^---\n\n*---\n/, '')).toBe(story);
  });

  test('every line under the number that it has in its file', () => {
    const body = '\n\nOne\n\n<Note>\n\nTwo\n\n</Note>\n';
    const lines = (text: string) =>
      text
        .split('\n')
        .flatMap((line, index) =>
          /^(One|Two|<Note>)$/.test(line) ? [`${index + 1} ${line}`] : [],
        );
    expect(lines(moduleOf(withStory(body)))).toEqual(lines(withStory(body)));
    expect(lines(withStory(body))).toHaveLength(3);
  });

  test('nothing at all of a postmortem that is only facts', () => {
    expect(moduleOf(withStory('')).trim()).toMatch(/^---\n\n*---$/);
  });

  test('stories that are harmless', () => {
    const bodies = harmless.filter((body) => !body.includes('queue%20age'));
    expect(bodies.filter((body) => runs(moduleOf(withStory(body))))).toEqual([]);
  });
});

describe('the compiler gets no code', () => {
  const spaces = [
    '',
    ' ',
    '  ',
    '    ',
    '\t',
    '\n',
    '\n ',
    ' \n\n  ',
    '\u00A0',
    '\u2003',
    '\u2028',
    '\u2029',
    '\u3000',
    '\u1680',
    '\v',
    '\f',
  ];
  const code = [
    "import secrets from '../../.env?raw'",
    'export const run = process.exit(1)',
    "import 'node:fs'",
  ];

  test.each(spaces)('behind %j, which the guard may see and a compiler not', (space) => {
    for (const line of code)
      expect(runs(passedOf(withStory(`${space}${line}\n\nText.\n`)))).toBe(false);
  });

  test.each(Object.keys(hostile))('from a story that is refused as %s', (code) => {
    const passed = (hostile[code] ?? []).filter((body) => passedOf(withStory(body)));
    expect(passed).toEqual([]);
  });

  test('from a file that lies elsewhere', () => {
    const { load } = gateOf(contentFolder());
    expect(() => load(join(contentFolder(), account))).toThrow();
    expect(load('/elsewhere/page.astro')).toBeUndefined();
  });

  test('from a draft, which a build has no page for', () => {
    const text = (exampleRecord[account] ?? '').replace('status: published', 'status: draft');
    expect(moduleOf(text).trim()).toMatch(/^---\n\n*---$/);
  });
});

/** A file that says so where it is run. */
function codeThatTells(): { text: string; ran: () => boolean } {
  const told = join(newFolder('told'), 'it-ran');
  const text = `import { writeFileSync } from 'node:fs';
writeFileSync(${JSON.stringify(told)}, '');
export default { src: '/x.png', width: 1, height: 1, format: 'png' };
`;
  return { text, ran: () => existsSync(told) };
}

/** A content folder with a story that shows a picture which some trick makes one with a file of code. */
function trickedInto(trick: (code: string, picture: string) => void) {
  const { text, ran } = codeThatTells();
  const content = contentFolder({
    [account]: withStory('![Queue](./b.png)\n'),
    'postmortems/b.png': samples.png,
  });
  const passes = gateOf(content);
  const code = join(content, 'postmortems/.evil.js');
  writeFileSync(code, text);
  const picture = join(content, 'postmortems/b.png');
  rmSync(picture);
  trick(code, picture);
  return { content, ran, ...passes };
}

const tricks: [what: string, trick: (code: string, picture: string) => void][] = [
  ['a link to code', (_, picture) => symlinkSync('.evil.js', picture)],
  ['a link to code, by its whole path', (code, picture) => symlinkSync(code, picture)],
  [
    'a link to a link to code',
    (_, picture) => {
      symlinkSync('.evil.js', join(dirname(picture), '.c.png'));
      symlinkSync('.c.png', picture);
    },
  ],
  ['another name of a file of code', (code, picture) => linkSync(code, picture)],
  ['a copy of code', (code, picture) => writeFileSync(picture, readFileSync(code))],
  ['a link to a picture', (_, picture) => symlinkSync('queue.svg', picture)],
  ['a link out of the folder', (_, picture) => symlinkSync('/etc/hostname', picture)],
  ['a folder', (_, picture) => mkdirSync(picture)],
  ['nothing any more', () => undefined],
];

describe('a picture that is', () => {
  test.each(tricks)('%s is refused by the check and by the gate', (_, trick) => {
    const { content, ran, load, pictures } = trickedInto(trick);
    expect(readRecord(filesOnDisk(content), Date.now()).record).toBeUndefined();
    expect(() => load(join(content, account))).toThrow(BrokenRecord);
    expect(pictures.size).toBe(0);
    expect(ran()).toBe(false);
  });

  test.each(tricks)('%s only since the check is refused by the gate', (_, trick) => {
    const content = contentFolder({
      [account]: withStory('![Queue](./b.png)\n'),
      'postmortems/b.png': samples.png,
      'postmortems/second.mdx': exampleRecord[account] ?? '',
    });
    const { load, pictures } = gateOf(content);
    // The first story makes the gate read the record, which has nothing wrong with it yet.
    load(join(content, 'postmortems/second.mdx'));
    rmSync(join(content, 'postmortems/b.png'));
    writeFileSync(join(content, 'postmortems/.evil.js'), codeThatTells().text);
    trick(join(content, 'postmortems/.evil.js'), join(content, 'postmortems/b.png'));
    expect(() => load(join(content, account))).toThrow(BrokenRecord);
    expect(pictures.has(join(content, account))).toBe(false);
  });

  test('what was judged is shown, whatever becomes of its file', () => {
    const body = '![Queue](<./queue age.png>) ![Queue](queue%20age.png) ![Now](./now.svg)\n';
    const content = contentFolder({
      [account]: withStory(body),
      'postmortems/queue age.png': samples.png,
      'postmortems/now.svg': drawing('', 'width="100%" viewBox="0 0 480 270"'),
    });
    const { load, pictures } = gateOf(content);
    load(join(content, account));
    writeFileSync(join(content, 'postmortems/queue age.png'), 'x');
    const shown = [...(pictures.get(join(content, account))?.values() ?? [])];
    expect(shown.map(({ width, height }) => [width, height])).toEqual([
      [6, 4],
      [6, 4],
      [480, 270],
    ]);
    expect(shown[0]?.bytes).toEqual(samples.png);
  });
});

describe('of the content folder nothing is loaded but stories', () => {
  const files = {
    'postmortems/.evil.js': '',
    'postmortems/evil.js': '',
    'evil.ts': '',
    'incidents/evil.mdx': '',
    'postmortems/deeper/evil.mdx': '',
    'postmortems/b.png': '',
  };

  test.each([
    ...Object.keys(files),
    'site.yaml',
    'postmortems/queue.svg',
    `${account}?raw`,
    `${account}?url`,
    `${account}?inline`,
    `${account}?worker`,
    `${account}?astroPropagatedAssets`,
    `${account}?astroContentImageFlag`,
    'postmortems/late-webhooks.MDX',
  ])('not %s, asked for by its id or by its address', async (file) => {
    const { text, ran } = codeThatTells();
    const content = contentFolder(Object.fromEntries(Object.keys(files).map((one) => [one, text])));
    const { load, resolve } = gateOf(content);
    expect(() => load(join(content, file))).toThrow('not a story');
    // Vite asks for the name of a picture that it watches. Nobody gets to follow it.
    expect(await resolve(join(content, file))).toBe(join(content, file));
    expect(ran()).toBe(false);
  });

  test('and a story that is a link is none, whatever it leads to', async () => {
    const { text, ran } = codeThatTells();
    const outside = join(newFolder('outside'), 'evil.js');
    writeFileSync(outside, text);
    for (const to of [outside, '.evil.js', 'late-webhooks.mdx']) {
      const content = contentFolder({ 'postmortems/.evil.js': text });
      const story = join(content, 'postmortems/linked.mdx');
      symlinkSync(to, story);
      const { load, resolve } = gateOf(content);
      // It keeps its own name: nobody gets to follow it.
      expect(await resolve(story)).toBe(story);
      expect(() => load(story)).toThrow(BrokenRecord);
    }
    expect(ran()).toBe(false);
  });

  test('nor does a story bring anything along', async () => {
    const content = contentFolder();
    const { resolve } = gateOf(content);
    for (const source of ['./b.png', '../site.yaml', '/etc/hostname', './evil.js'])
      await expect(resolve(source, join(content, account))).rejects.toThrow();
  });

  test('as Vite itself would', async () => {
    const { text, ran } = codeThatTells();
    const content = contentFolder({
      'postmortems/.evil.js': text,
      'postmortems/evil.js': text,
    });
    symlinkSync('.evil.js', join(content, 'postmortems/b.png'));
    const server = await createServer({
      configFile: false,
      root: newFolder('root'),
      logLevel: 'silent',
      server: { middlewareMode: true, watch: null, ws: false },
      optimizeDeps: { noDiscovery: true },
      plugins: [storyGuard(content)],
    });
    const sources = ['postmortems/.evil.js', 'postmortems/evil.js', 'postmortems/b.png'];
    try {
      for (const source of sources)
        for (const name of [content, realpathSync(content)])
          await expect(server.ssrLoadModule(join(name, source))).rejects.toThrow('not a story');
    } finally {
      await server.close();
    }
    expect(ran()).toBe(false);
  });

  test('where the folder itself is a link', () => {
    const real = contentFolder();
    const link = join(newFolder('link'), 'content');
    symlinkSync(real, link);
    const { load } = gateOf(link);
    for (const folder of [link, real]) {
      expect(load(join(folder, account))).toContain(story);
      expect(() => load(join(folder, 'site.yaml'))).toThrow('not a story');
    }
  });
});
