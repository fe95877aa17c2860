import { visible } from '../../src/text/visible.ts';
import { sentences } from '../../src/domain/findings/finding.ts';
import type { Example, Rule } from '../../src/domain/findings/rule.ts';

const visibleLines = (text: string): string => text.split('\n').map(visible).join('\n');

const lines = (sign: string, text: string): string[] =>
  visibleLines(text)
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => `${sign} ${line}`.trimEnd());

/** The change of a file. */
function difference({ replace, by }: Pick<Example, 'replace' | 'by'>): string {
  const after = by === '' ? [] : lines('+', by);
  const change =
    replace === undefined ? (after.length ? after : ['+']) : [...lines('-', replace), ...after];
  const text = change.join('\n');
  const fence = text.includes('```') ? '````' : '```';
  return `${fence}diff\n${text}\n${fence}\n`;
}

/** An example as the change of a file that has no findings; of an earlier record, after what that had instead. */
function example({ title, file, before = [], ...edit }: Example): string {
  const earlier = before.map(
    (one) => `Before, in \`${one.file}\`:\n\n${difference(one)}\nSince then:\n\n`,
  );
  return `${title[0]?.toUpperCase()}${title.slice(1)}, in \`${file}\`:\n\n${earlier.join('')}${difference(edit)}`;
}

/** The page of one rule. */
export function rulePage({ code, level, serves, because, fires, passes }: Rule): string {
  const weight =
    level === 'error'
      ? 'An error: the site is not built, or not with this file. In a draft, a warning.'
      : 'A warning: it stops only `--strict`.';
  return [
    `# ${code}\n`,
    `> ${sentences[serves]}\n`,
    `${because}\n`,
    `${weight}\n`,
    ...(fires.length ? ['## What is found\n', ...fires.map(example)] : []),
    ...(passes.length ? ['## What is fine\n', ...passes.map(example)] : []),
  ].join('\n');
}

/** The list of all rules. */
export function rulesIndex(rules: readonly Rule[]): string {
  const rows = rules.map(
    ({ code, level, serves }) => `| [${code}](${code}.md) | ${level} | ${sentences[serves]} |`,
  );
  return [
    '# Findings\n',
    'Everything that `npm run check` can find, and the sentence that each serves. Made by `npm run docs` from the rules.\n',
    '| code | level | serves |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
