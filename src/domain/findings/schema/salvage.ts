import type { z } from 'zod';
import type { Path } from '../finding.ts';
import { type SchemaNode, meantKey, nodeOf, schemaAt, unwrap, valueAt } from './node.ts';
/** What stands in for a value that cannot be understood, by the type of its schema. */
function standIn(node: SchemaNode | undefined): unknown {
  if (
    !node ||
    node.def.type === 'optional' ||
    node.def.type === 'default' ||
    node.def.type === 'prefault'
  )
    return undefined;
  const { type, shape, entries, values, options } = unwrap(node).def;
  if (entries) return Object.values(entries)[0];
  if (values) return values[0];
  if (options) return standIn(options[0]);
  if (shape)
    return Object.fromEntries(Object.entries(shape).map(([key, inner]) => [key, standIn(inner)]));
  if (type === 'array') return [standIn(unwrap(node).def.element)];
  if (type === 'number' || type === 'int') return 1;
  const example = node.def.type === 'pipe' || type === 'string' ? exampleOf(node) : undefined;
  return example ?? 'x';
}

function exampleOf(node: SchemaNode): string | undefined {
  const example = node.meta()?.examples?.[0];
  const inner = node.def.innerType ?? node.def.in;
  return typeof example === 'string' ? example : inner && exampleOf(inner);
}

/** Puts `value` where `path` leads to within `root`, which is changed, and gives the root. */
function put(root: unknown, path: Path, value: unknown): unknown {
  const last = path.at(-1);
  if (last === undefined) return value;
  const holder = valueAt(root, path.slice(0, -1)) as Record<string | number, unknown>;
  if (value === undefined) delete holder[last];
  else
    Object.defineProperty(holder, last, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return root;
}

/** A value that could be understood in part: `guesses` are the places where something stands in for what could not. */
export interface Salvaged<T> {
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
          const meant = meantKey(nodeOf(schema), path, mended, key);
          if (meant) guesses.push([...path, meant]);
          mended = put(mended, [...path, key], undefined);
        }
      } else {
        mended = put(
          mended,
          path,
          issue.code === 'invalid_key'
            ? undefined
            : standIn(schemaAt(nodeOf(schema), path, mended)),
        );
        guesses.push(path);
      }
    }
  }
  return undefined;
}
