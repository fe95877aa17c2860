import type { z } from 'zod';
import type { Path } from '../finding.ts';
import { suggest } from '../../../text/suggest.ts';

/** A zod schema, as far as findings look into it. */
export interface SchemaNode {
  def: {
    type: string;
    shape?: Record<string, SchemaNode>;
    element?: SchemaNode;
    keyType?: SchemaNode;
    valueType?: SchemaNode;
    innerType?: SchemaNode;
    in?: SchemaNode;
    options?: SchemaNode[];
    discriminator?: string;
    entries?: Record<string, string>;
    values?: unknown[];
  };
  _zod: { parent?: SchemaNode };
  meta: () => { description?: string; examples?: unknown[] } | undefined;
}

export const nodeOf = (schema: z.ZodType): SchemaNode => schema as unknown as SchemaNode;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at `path` of a plain value; `undefined` where there is nothing. */
export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, step)
        ? (at as Record<string | number, unknown>)[step]
        : undefined,
    value,
  );

/** The schema under optional, default and transform. */
export function unwrap(node: SchemaNode): SchemaNode {
  const inner = node.def.innerType ?? (node.def.type === 'pipe' ? node.def.in : undefined);
  return inner ? unwrap(inner) : node;
}

const takesKeys = ({ def }: SchemaNode): boolean => Boolean(def.shape ?? def.keyType);

/** Of the alternatives, the one that `value` seems to be meant for. */
function chosen(node: SchemaNode, value: unknown): SchemaNode | undefined {
  const { options = [], discriminator } = node.def;
  if (isObject(value)) {
    const named = options.find(
      (option) =>
        discriminator &&
        unwrap(unwrap(option).def.shape?.[discriminator] ?? option).def.values?.includes(
          value[discriminator],
        ),
    );
    if (named) return named;
    const keys = Object.keys(value);
    const shared = (option: SchemaNode): number =>
      keys.filter((key) => Object.hasOwn(unwrap(option).def.shape ?? {}, key)).length;
    return [...options]
      .filter((option) => takesKeys(unwrap(option)))
      .sort((a, b) => shared(b) - shared(a))[0];
  }
  return (
    options.find((option) => !unwrap(option).def.shape && unwrap(option).def.type !== 'literal') ??
    options[0]
  );
}

/** The schema at `path` of `root`, found with the help of what `value` has there; `undefined` where the schema knows nothing. */
export function schemaAt(root: SchemaNode, path: Path, value: unknown): SchemaNode | undefined {
  const node = unwrap(root);
  if (node.def.options) {
    if (path.length === 0) return root;
    const option = chosen(node, value);
    return option && schemaAt(option, path, value);
  }
  const [step, ...rest] = path;
  if (step === undefined) return root;
  const { element, shape = {}, valueType } = node.def;
  const inner =
    typeof step === 'number' ? element : Object.hasOwn(shape, step) ? shape[step] : valueType;
  return inner && schemaAt(inner, rest, valueAt(value, [step]));
}

/** The schema that says which keys `value` may have. */
export function keyedBy(node: SchemaNode, value: unknown): SchemaNode | undefined {
  const bare = unwrap(node);
  const object = bare.def.options ? chosen(bare, value) : bare;
  return object && unwrap(object);
}

/** The keys that an object at this schema may have. */
export const keysOf = (node: SchemaNode | undefined, value: unknown): string[] =>
  Object.keys((node && keyedBy(node, value)?.def.shape) ?? {});

/** The key that was probably meant by one that is not known at `path` of `value`, if that one is not there as well. */
export function meantKey(
  root: SchemaNode,
  path: Path,
  value: unknown,
  key: string,
): string | undefined {
  const here = valueAt(value, path);
  const known = keysOf(schemaAt(root, path, value), here);
  return suggest(
    key,
    known.filter((name) => !(isObject(here) && Object.hasOwn(here, name))),
  );
}

/** The words that a value at this schema can be, or none if it is open. */
export function wordsOf(node: SchemaNode): string[] {
  const { entries, values, options } = unwrap(node).def;
  if (options) return options.every((o) => wordsOf(o).length) ? options.flatMap(wordsOf) : [];
  return Object.values(entries ?? {}).concat((values ?? []).map(String));
}

/** What the layers say about the field: first what it is for, last what form it has; and an example. */
export function documented(node: SchemaNode): {
  descriptions: string[];
  example: string | undefined;
} {
  const { description, examples } = node.meta() ?? {};
  // A described schema is a copy whose parent says what form it has.
  const inner = node.def.innerType ?? node._zod.parent ?? node.def.in;
  const below = inner ? documented(inner) : { descriptions: [], example: undefined };
  return {
    descriptions: [...new Set([description ?? [], ...below.descriptions].flat())],
    example: examples?.length ? String(examples[0]) : below.example,
  };
}
