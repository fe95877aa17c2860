import type { z } from 'zod';
import { type Finding, type Path, isWithin } from '../domain/findings/finding.ts';
import type { Problem, Rule } from '../domain/findings/rule.ts';
import { salvage } from '../domain/findings/salvage.ts';
import { keysOf, nodeOf, schemaAt, valueAt } from '../domain/findings/schema-node.ts';
import { schemaProblems } from '../domain/findings/schema-problems.ts';
import { type Source, findingAt } from './source.ts';

/** One file, read and checked against its schema. */
export interface Part<T = unknown> {
  source: Source;
  schema: z.ZodType;
  /** The value, or what could be salvaged of it. */
  value: T | undefined;
  /** Where something only stands in for what could not be understood. */
  guesses: readonly Path[];
  findings: Finding[];
}

/** A problem as a finding at its place in `source`. */
export const located = (rule: Rule, problem: Problem, source: Source): Finding =>
  findingAt(rule, problem.place.file, source.locate(problem.place.path, problem.place.of), problem);

/** Where the schema sees something else than what was meant: values that could not be understood, and keys that stand in a line that could not be. */
function misread({ value, unclear, gaps }: Source, schema: z.ZodType): Path[] {
  const missing = gaps.flatMap((gap) => {
    const here = valueAt(value, gap);
    const known = keysOf(schemaAt(nodeOf(schema), gap, value), here);
    return known
      .filter((key) => !Object.hasOwn(Object(here) as object, key))
      .map((key) => [...gap, key]);
  });
  return [...unclear, ...missing];
}

export function checked<S extends z.ZodType>(source: Source, schema: S): Part<z.output<S>> {
  const { file, value, findings } = source;
  if (value === undefined) return { source, schema, value: undefined, guesses: [], findings };
  const guesses = misread(source, schema);
  // What zod says by itself is not for readers; what our schemas say is.
  const { data, error } = schema.safeParse(value, { error: () => '' });
  if (!error) return { source, schema, value: data, guesses, findings };
  const wrong = schemaProblems(file, schema, value, error.issues)
    .filter(({ problem: { place } }) => !guesses.some((guess) => isWithin(place.path, guess)))
    .map(({ rule, problem }) => located(rule, problem, source));
  const salvaged = salvage(schema, value) ?? { value: undefined, guesses: [[]] };
  return {
    source,
    schema,
    value: salvaged.value,
    guesses: [...guesses, ...salvaged.guesses],
    findings: [...findings, ...wrong],
  };
}
