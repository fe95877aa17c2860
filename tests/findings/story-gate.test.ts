import { join } from 'node:path';
import { type MdastNode, mdxToMdast } from 'satteri';
import { describe, expect, test } from 'vitest';
import { storyGuard } from '../../src/data/story/guard.ts';
import { model } from '../../src/domain/findings/model.ts';
import { contentFolder } from '../support/content.ts';
import { harmless, hostile } from '../support/stories.ts';

const account = 'postmortems/late-webhooks.mdx';
const story = 'The workers drained the queue more slowly than it grew.\n';
const withStory = (body: string): string =>
  (model[account] ?? '').replace(`\n${story}`, () => `\n${body}`);

/** The module that a compiler would get of a postmortem with this text; throws where the gate is shut. */
function moduleOf(text: string): string {
  const content = contentFolder({ [account]: text });
  const load = storyGuard(content).load as unknown as (id: string) => string | undefined;
  return load(join(content, account)) ?? '';
}

const types = (node: MdastNode): string[] => [
  node.type,
  ...('children' in node ? node.children.flatMap((child) => types(child as MdastNode)) : []),
];

const runs = (text: string): boolean =>
  types(mdxToMdast(text)).some((type) => /esm|expression/i.test(type));

describe('the compiler gets', () => {
  test('the story and none of the facts above it', () => {
    const text = moduleOf(model[account] ?? '');
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
    for (const line of code) {
      let text = '';
      try {
        text = moduleOf(withStory(`${space}${line}\n\nText.\n`));
      } catch {
        // The gate is shut, which is as good.
      }
      expect(runs(text)).toBe(false);
    }
  });

  test.each(Object.keys(hostile))('from a story that is refused as %s', (code) => {
    const passed = (hostile[code] ?? []).filter((body) => {
      try {
        return Boolean(moduleOf(withStory(body)));
      } catch {
        return false;
      }
    });
    expect(passed).toEqual([]);
  });

  test('from a file that lies elsewhere', () => {
    const load = storyGuard(contentFolder()).load as unknown as (id: string) => string | undefined;
    expect(() => load(join(contentFolder(), account))).toThrow();
    expect(load('/elsewhere/page.astro')).toBeUndefined();
  });

  test('when it is asked for with a question mark', () => {
    const content = contentFolder({ [account]: withStory('{1}') });
    const load = storyGuard(content).load as unknown as (id: string) => string | undefined;
    expect(() => load(`${join(content, account)}?astroPropagatedAssets`)).toThrow();
  });
});
