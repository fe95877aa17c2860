import type { PartialRecord } from '../../rule.ts';

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

let last = new RegExp('');

/** A pattern is compiled when it is first used: records that are read one after the other mostly have the same names. */
function compiled(pattern: string): RegExp {
  if (last.source !== pattern) last = new RegExp(pattern, 'gu');
  return last;
}

/**
 * The names that the record itself defines, where they stand as names: those of services and groups as they are written, those of severities and causes,
 * also with a small letter, beside the word for one. `undefined` if there is none.
 */
export function namesIn({ site, services }: PartialRecord): RegExp | undefined {
  const proper = [...(services?.services ?? []), ...(services?.groups ?? [])].map(
    ({ name }) => name,
  );
  const graded = [...(site?.severities ?? []), ...(site?.causes ?? [])].flatMap(({ id, name }) => [
    ...new Set([id, name, name.toLowerCase()]),
  ]);
  const parts = [
    ...proper.map((name) => `(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`),
    ...graded.flatMap((name) => [
      `(?<=[*_])${escaped(name)}(?=[*_])`,
      `(?<=\\b(?:severity|incident|level|called|as|cause)(?: is| was|:)? )${escaped(name)}(?![\\p{L}\\p{N}])`,
      `(?<![\\p{L}\\p{N}])${escaped(name)}(?= (?:severity|incidents?|level)\\b)`,
    ]),
  ];
  return parts.length ? compiled(parts.join('|')) : undefined;
}
