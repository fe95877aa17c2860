import type { z } from 'zod';
import type { Path } from '../finding.ts';
import {
  type Described,
  described,
  describedAt,
  keysAt,
  meantKey,
  optionsOf,
  put,
} from './described.ts';

/** What stands in for a value that cannot be understood. */
function standIn(at: Described): unknown {
  const [first] = optionsOf(at);
  if (first) return standIn(first);
  if (at.enum) return at.enum[0];
  if (at.const !== undefined) return at.const;
  if (at.properties)
    return Object.fromEntries(
      Object.entries(at.properties).flatMap(([key, inner]) =>
        at.required?.includes(key) ? [[key, standIn(inner)]] : [],
      ),
    );
  if (at.items) return [standIn(at.items)];
  if (at.type === 'number' || at.type === 'integer') return 1;
  const example = at.type === 'string' ? at.examples?.[0] : undefined;
  return example ?? 'x';
}

/** The same for what stands at `path`; what may be missing is left out. */
function standInAt(root: Described, path: Path, value: unknown): unknown {
  const at = describedAt(root, path, value);
  const last = path.at(-1);
  const { properties = {}, required = [] } = keysAt(root, path.slice(0, -1), value);
  const mayBeMissing =
    typeof last === 'string' && Object.hasOwn(properties, last) && !required.includes(last);
  return at && !mayBeMissing ? standIn(at) : undefined;
}

/** A value that could be understood in part: `guesses` are the places where something stands in for what could not. */
interface Salvaged<T> {
  value: T;
  guesses: Path[];
}

/**
 * Makes the best of a value that its schema refuses, so that one mistake does not hide the others: unknown keys are dropped, and what is
 * missing, misspelt or malformed is replaced by a stand-in that no rule should be asked about. `undefined` if even that does not help.
 */
export function salvage<S extends z.ZodType>(
  schema: S,
  value: unknown,
): Salvaged<z.output<S>> | undefined {
  let mended = structuredClone(value);
  const guesses: Path[] = [];
  for (let round = 0; round < 4; round++) {
    const { success, data, error } = schema.safeParse(mended);
    if (success) return { value: data, guesses };
    for (const issue of error.issues) {
      const path = issue.path as Path;
      if (issue.code === 'unrecognized_keys') {
        for (const key of issue.keys) {
          const meant = meantKey(described(schema), path, mended, key);
          if (meant) guesses.push([...path, meant]);
          mended = put(mended, [...path, key], undefined);
        }
      } else {
        mended = put(
          mended,
          path,
          issue.code === 'invalid_key' ? undefined : standInAt(described(schema), path, mended),
        );
        guesses.push(path);
      }
    }
  }
  return undefined;
}
