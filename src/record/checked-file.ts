import type { z } from 'zod';
import { type Finding, type Path, isWithin } from '../domain/findings/finding.ts';
import type { Rule, RuleFinding } from '../domain/findings/rule.ts';
import { salvage } from '../domain/findings/schema/salvage.ts';
import { schemaFindings } from '../domain/findings/schema/schema-findings.ts';
import { type Source, findingAt } from './yaml/source.ts';

/** One file, read and checked against its schema. */
export interface CheckedFile<T = unknown> {
  source: Source;
  schema: z.ZodType;
  /** The value, or what could be salvaged of it. */
  value: T | undefined;
  /** Where something only stands in for what could not be understood. */
  guesses: readonly Path[];
  findings: readonly Finding[];
}

/** Whether nothing at `path` only stands in for something else. */
export const isClear = ({ guesses }: CheckedFile, ...path: Path): boolean =>
  !guesses.some((guess) => isWithin(path, guess) || isWithin(guess, path));

/** What a rule has found, at its line and column in `source`. */
export const located = (rule: Rule, found: RuleFinding, source: Source): Finding =>
  findingAt(rule, found.place.file, source.locate(found.place.path, found.place.of), found);

function check<S extends z.ZodType>(
  source: Source,
  schema: S,
  zone: string | undefined,
): CheckedFile<z.output<S>> {
  const { file, value, findings } = source;
  if (value === undefined) return { source, schema, value: undefined, guesses: [], findings };
  // What zod says by itself is not for readers; what our schemas say is.
  const { data, error } = schema.safeParse(value, { error: () => '' });
  if (!error) return { source, schema, value: data, guesses: [], findings };
  const wrong = schemaFindings({ file, schema, value, zone }, error.issues).map((found) =>
    located(found.rule, found, source),
  );
  const salvaged = salvage(schema, value) ?? { value: undefined, guesses: [[]] };
  return { source, schema, ...salvaged, findings: [...findings, ...wrong] };
}

const last = new WeakMap<Source, { file: CheckedFile; zone: string | undefined }>();

/** Checks a file; `zone` is the site's, if it is known: a time without a zone was probably meant in it. */
export function checked<S extends z.ZodType>(
  source: Source,
  schema: S,
  zone?: string,
): CheckedFile<z.output<S>> {
  const known = last.get(source);
  if (known?.file.schema === schema && known.zone === zone)
    return known.file as CheckedFile<z.output<S>>;
  const file = check(source, schema, zone);
  last.set(source, { file, zone });
  return file;
}
