import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = '.github/workflows';
const textOf = (file: string): string => readFileSync(`${folder}/${file}`, 'utf8');
const usedIn = (file: string): string[] =>
  [...textOf(file).matchAll(/uses: (.*)$/gm)].map(([, what = '']) => what);

test.each(readdirSync(folder))(
  'what others wrote is pinned to a commit, since a tag can be moved: %s',
  (file) => {
    const used = usedIn(file);
    expect(
      used.filter((what) => !/^(\.\/\S+|[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/.test(what)),
    ).toEqual([]);
  },
);

test('there is something that others wrote', () => {
  expect(readdirSync(folder).flatMap(usedIn).length).toBeGreaterThan(4);
});

test.each(readdirSync(folder))('no token may do more than it says, step by step: %s', (file) => {
  expect(textOf(file)).toMatch(/^permissions: \{\}$/m);
});
