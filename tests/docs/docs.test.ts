import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { elements } from '../../src/record/guard/allowed.ts';
import { parseYaml } from '../../src/record/yaml/source.ts';
import { type Code, anchorsIn, codeIn, docs, linksIn } from '../support/docs.ts';
import { briefly } from '../support/reading.ts';

const blocks = docs.flatMap(codeIn);
const nameOf = ({ page, line, meta }: Code): string => `${page}:${line} ${meta}`.trim();
const yaml = blocks
  .filter(({ lang }) => lang === 'yaml')
  .map((block): [string, Code] => [nameOf(block), block]);

/** Pieces that say in which file of the record they would stand are whole files; some say as of when they are right. */
const files = blocks.flatMap(
  (block): [string, { file: string; text: string; now: number | undefined }][] => {
    const [, file, moment] = /^content\/(\S+)(?: as of (\S+))?$/.exec(block.meta) ?? [];
    return file === undefined
      ? []
      : [
          [
            nameOf(block),
            { file, text: block.text, now: moment === undefined ? undefined : Date.parse(moment) },
          ],
        ];
  },
);
/** The last of each that the pages show. */
const shown = Object.fromEntries(files.map(([, { file, text }]) => [file, text]));
const shownIn = (start: string): Record<string, string> =>
  Object.fromEntries(Object.entries(shown).filter(([file]) => file.startsWith(start)));

describe('the documentation', () => {
  test.each(yaml)('has YAML that can be read: %s', (_, { text }) => {
    expect(parseYaml('docs', text).findings).toEqual([]);
  });

  test.each(files)('shows files without a mistake: %s', (_, { file, text, now }) => {
    const incidents = file.startsWith('postmortems/') ? shownIn('incidents/2026-01-17') : {};
    expect(
      briefly({ ...shownIn('site.'), ...shownIn('services.'), ...incidents, [file]: text }, now),
    ).toEqual([]);
  });

  test('calls no element harmless that the check refuses, and none forbidden that it allows', () => {
    const page = readFileSync('docs/writing-a-postmortem.md', 'utf8');
    const named = (part: string): string[] =>
      [...part.matchAll(/`<([a-z]+)/g)].map(([, name = '']) => name);
    const [, harmless = ''] = /^(Harmless elements[^]*?)\n\n/m.exec(page) ?? [];
    const forbidden = [...page.matchAll(/^\|([^|]*)\|[^|]*\|$/gm)].flatMap(([, cell = '']) =>
      named(cell),
    );
    expect(named(harmless).filter((name) => !(name in elements))).toEqual([]);
    expect(named(harmless).length).toBeGreaterThan(5);
    expect(forbidden.filter((name) => name in elements)).toEqual([]);
    expect(forbidden.length).toBeGreaterThan(5);
  });

  test.each(docs)('names only commands that there are: %s', (page) => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = [...readFileSync(page, 'utf8').matchAll(/npm run (?:-s )?([a-z][a-z:-]*)/g)].map(
      ([, name = '']) => name,
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test.each(docs)('leads somewhere with every link: %s', (page) => {
    const broken = linksIn(page).filter((link) => {
      if (/^(https?|mailto):/.test(link)) return false;
      const [path = '', anchor] = link.split('#');
      const target = path ? join(dirname(page), path) : page;
      return !existsSync(target) || (anchor !== undefined && !anchorsIn(target).includes(anchor));
    });
    expect(broken).toEqual([]);
  });
});
