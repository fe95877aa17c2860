import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOnDisk } from '../../src/record/files/files.ts';
import type { RecordFiles } from './edit.ts';

/** Numbers from 0 to 1 that only depend on `seed`. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const content = 'content';

/** The texts of the example record. */
export const exampleFiles = (): Record<string, string> =>
  Object.fromEntries(
    filesOnDisk(content)
      .list()
      .filter((file) => /\.(yaml|mdx)$/.test(file))
      .map((file) => [file, readFileSync(join(content, file), 'utf8')]),
  );

/** Its other files: pictures, and the lock. */
export const exampleRest = (): RecordFiles =>
  Object.fromEntries(
    filesOnDisk(content)
      .list()
      .filter((file) => !/\.(yaml|mdx)$/.test(file))
      .map((file) => [file, readFileSync(join(content, file))]),
  );

/** What stands where something else was meant. */
const hostile = [
  '',
  'null',
  '~',
  'true',
  '0',
  '-1',
  '1e308',
  '5e-324',
  '.inf',
  '.nan',
  '0x10',
  '1_000',
  '[]',
  '{}',
  '[[[]]]',
  '{ a: 1 }',
  'none',
  'all',
  'unknown',
  '"',
  "'",
  '|',
  '>-',
  '*a',
  '&a',
  '&a *a',
  '!x',
  '!!binary aGk=',
  '%YAML 1.1',
  '? ',
  '- ',
  ': ',
  '#',
  '<<: *a',
  '---',
  '...',
  '\t',
  '@',
  '`',
  '0001-01-01',
  '9999-12-31',
  '2026-02-30',
  '1990-01-01',
  '2999-12-31T23:59:59.999Z',
  '2026-01-17T09:14:00+23:59',
  '2026-06-01T25:00:00Z',
  'P100000000D',
  'PT0S',
  'PT1S',
  'P366D',
  'P367D',
  '2020-01-01T00:00Z',
  'Etc/GMT+12',
  'Pacific/Apia',
  '+14:00',
  'America/Argentina/Buenos_Aires',
  'index.html',
  'feed.xml',
  '2026',
  'older',
  '__proto__',
  'constructor',
  'a'.repeat(300),
  'a-'.repeat(59),
  'con',
  '..',
  '/',
  'https://[',
  'mailto:x',
  '"\\u202E"',
  '"&nbsp;"',
  '"&#8238;"',
  '"<b>"',
  '"{1}"',
  '"[](https://x.example)"',
  '"[x](javascript:y)"',
  '"![x](./none.png)"',
  '"# x"',
  '"> > x"',
  '"- - x"',
  '"1. x"',
  '"|a|\\n|-|\\n|b|"',
  '"[^1]"',
  '"```"',
  '"$"',
  '"\\\\"',
  '"🚢"',
  '"\u0000"',
  '<Timeline>&nbsp;</Timeline>',
  '<Timeline />',
  '<Note>',
  '</Note>',
  '<Figure caption="x">',
  '{x}',
  'export const x = 1',
  'import x',
  '![x](./queue.svg)',
  '<!-- x -->',
  '=======',
] as const;

type Lines = readonly string[];
type Mutation = (lines: Lines, at: number, other: number, value: string) => Lines;

const indentOf = (line = ''): string => /^[ -]*/.exec(line)?.[0] ?? '';

const mutations: readonly Mutation[] = [
  (lines, at) => lines.toSpliced(at, 1),
  (lines, at, other) => lines.toSpliced(Math.min(at, other), Math.abs(at - other) % 8),
  (lines, at) => lines.toSpliced(at, 0, lines[at] ?? ''),
  (lines, at, other) => lines.with(at, lines[other] ?? '').with(other, lines[at] ?? ''),
  (lines, at, _, value) =>
    lines.with(
      at,
      (lines[at] ?? '').replace(/: .*$/, () => `: ${value}`),
    ),
  (lines, at, _, value) =>
    lines.with(
      at,
      (lines[at] ?? '').replace(/(?<=\w+: )[^,}\]]+/, () => value),
    ),
  (lines, at, _, value) => lines.with(at, indentOf(lines[at]) + value),
  (lines, at, _, value) => lines.toSpliced(at, 0, indentOf(lines[at]) + value),
  (lines, at, other) => lines.with(at, (lines[at] ?? '').slice(0, other % 60)),
  (lines, at, other) => {
    const [, from = ''] = /: (.*)$/.exec(lines[other] ?? '') ?? [];
    return lines.with(
      at,
      (lines[at] ?? '').replace(/: .*$/, () => `: ${from}`),
    );
  },
  (lines, at) => lines.slice(0, at),
  (lines, at) => lines.with(at, ` ${lines[at]}`),
];

/** The example record with one to three places changed at random, one and the same for each `seed`. */
export function mutant(
  seed: number,
  files: Readonly<Record<string, string>>,
): { file: string; files: Record<string, string> } {
  const next = numbersFrom(seed);
  const below = (count: number): number => Math.floor(next() * count);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T;
  const file = pick(Object.keys(files));
  let lines: Lines = (files[file] ?? '').split('\n');
  for (let left = 1 + below(3); left > 0 && lines.length > 0; left--)
    lines = pick(mutations)(lines, below(lines.length), below(lines.length), pick(hostile));
  return { file, files: { ...files, [file]: lines.join('\n') } };
}
