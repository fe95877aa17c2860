import { parse, stringify } from 'yaml';
import type { Path } from '../../src/domain/findings/finding.ts';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';

const fence = /^---\n([\s\S]*?)^---\n/m;

/** The files of the model that have YAML in them. */
export const factFiles = Object.keys(exampleRecord).filter((file) => /\.(yaml|mdx)$/.test(file));

/** The model as it would be some years earlier or later: nothing in it is the date that a schema gives as an example. */
export const yearsLater = (years: number): Record<string, string> =>
  Object.fromEntries(
    Object.entries(exampleRecord).map(([file, text]) => [
      file,
      text.replace(/\b20\d\d(?=-\d\d-\d\d)/g, (year) => String(Number(year) + years)),
    ]),
  );

/** The YAML of a file: its frontmatter, or all of it. */
export const frontmatterOf = (text: string): string => fence.exec(text)?.[1] ?? text;

const parsed = new Map<string, unknown>();

/** The facts in a file of a record, as a plain value. */
export function factsIn(
  file: string,
  record: Readonly<Record<string, string>> = exampleRecord,
): unknown {
  const text = record[file] ?? '';
  if (!parsed.has(text)) parsed.set(text, parse(frontmatterOf(text)));
  return structuredClone(parsed.get(text));
}

/** A record with other facts in one of its files. */
export function withFacts(
  file: string,
  facts: unknown,
  record: Readonly<Record<string, string>> = exampleRecord,
): Record<string, string> {
  const yaml = stringify(facts);
  return {
    ...record,
    [file]: file.endsWith('.mdx')
      ? (record[file] ?? '').replace(fence, () => `---\n${yaml}---\n`)
      : yaml,
  };
}

export const isObject = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === 'object' && value !== null;

const steps = (value: unknown): (string | number)[] =>
  Array.isArray(value) ? [...value.keys()] : isObject(value) ? Object.keys(value) : [];

/** The ways to all parts of a value, but not to the whole. */
export const pathsIn = (value: unknown, before: Path = []): Path[] =>
  steps(value).flatMap((step) => [
    [...before, step],
    ...pathsIn((value as Record<string | number, unknown>)[step], [...before, step]),
  ]);

/** A copy in which `change` has been applied to what holds the last step of `path`. */
export function changed(
  value: unknown,
  path: Path,
  change: (holder: Record<string | number, unknown>, step: string | number) => void,
): unknown {
  const copy = structuredClone(value);
  const holder = path
    .slice(0, -1)
    .reduce<unknown>((at, step) => (isObject(at) ? at[step] : undefined), copy);
  const last = path.at(-1);
  if (isObject(holder) && last !== undefined) change(holder, last);
  return copy;
}
