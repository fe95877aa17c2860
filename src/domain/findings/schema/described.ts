import { z } from 'zod';
import { suggest } from '../../../text/suggest.ts';
import type { Path } from '../finding.ts';

/** What a schema says of a value, as JSON Schema with the metadata that is ours, as far as findings look into it. */
export interface Described {
  type?: string;
  /** What the value is for. */
  description?: string;
  /** How it is written, in words (form.ts). */
  form?: string;
  examples?: readonly unknown[];
  markdown?: boolean;
  /** It is not looked through for what must never be public. */
  unsearched?: boolean;
  enum?: readonly string[];
  const?: unknown;
  /** The alternatives; `oneOf` where a key tells which is meant. */
  anyOf?: readonly Described[];
  oneOf?: readonly Described[];
  items?: Described;
  properties?: Readonly<Record<string, Described>>;
  required?: readonly string[];
  additionalProperties?: Described | false;
  propertyNames?: Described;
}

const known = new WeakMap<z.ZodType, Described>();

/** What `schema` says of values as they are written. */
export function described(schema: z.ZodType): Described {
  const found =
    known.get(schema) ??
    (z.toJSONSchema(schema, {
      io: 'input',
      // Examples of what is transformed are left out of JSON Schema, because they might be of what it becomes. Ours are of what is written.
      override: ({ zodSchema, jsonSchema }) =>
        void Object.assign(jsonSchema, z.globalRegistry.get(zodSchema)),
    }) as Described);
  known.set(schema, found);
  return found;
}

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

/** Puts `value` where `path` leads to within `root`, which is changed, and gives the root. */
export function put(root: unknown, path: Path, value: unknown): unknown {
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

/** The alternatives of what a value can be; none where there is only one. */
export const optionsOf = ({ anyOf, oneOf }: Described): readonly Described[] =>
  anyOf ?? oneOf ?? [];

/** Whether an alternative has a word in one of its keys that `value` has there too. */
const isNamedBy = ({ properties = {} }: Described, value: Record<string, unknown>): boolean =>
  Object.entries(properties).some(
    ([key, property]) => property.const !== undefined && property.const === value[key],
  );

/** Of the alternatives, the one that `value` seems to be meant for; what has none is meant itself. */
function chosen(at: Described, value: unknown): Described | undefined {
  const options = optionsOf(at);
  if (options.length === 0) return at;
  if (!isObject(value)) {
    const open = options.find((option) => !option.properties && option.const === undefined);
    return chosen(open ?? (options[0] as Described), value);
  }
  const shared = ({ properties = {} }: Described): number =>
    Object.keys(value).filter((key) => Object.hasOwn(properties, key)).length;
  return (
    options.find((option) => isNamedBy(option, value)) ??
    options.filter(({ type }) => type === 'object').sort((a, b) => shared(b) - shared(a))[0]
  );
}

/** What is said of the value behind a key, or a place in a list. */
function below(
  { items, properties = {}, additionalProperties }: Described,
  step: string | number,
): Described | undefined {
  if (typeof step === 'number') return items;
  return Object.hasOwn(properties, step) ? properties[step] : additionalProperties || undefined;
}

/** What is said of the value at `path`, found with the help of what `value` has there; `undefined` where nothing is. */
export function describedAt(root: Described, path: Path, value: unknown): Described | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return root;
  const inner = below(chosen(root, value) ?? {}, step);
  return inner && describedAt(inner, rest, valueAt(value, [step]));
}

/** What is said of the keys of the object at `path`. */
export function keysAt(root: Described, path: Path, value: unknown): Described {
  const at = describedAt(root, path, value);
  return (at && chosen(at, valueAt(value, path))) ?? {};
}

/** The key that was probably meant by one that is not known at `path` of `value`, if that one is not there as well. */
export function meantKey(
  root: Described,
  path: Path,
  value: unknown,
  key: string,
): string | undefined {
  const here = valueAt(value, path);
  const names = Object.keys(keysAt(root, path, value).properties ?? {});
  return suggest(
    key,
    names.filter((name) => !(isObject(here) && Object.hasOwn(here, name))),
  );
}

/** The words that a value can be, or none if it is open. */
export function wordsOf(at: Described): string[] {
  const options = optionsOf(at);
  if (options.length > 0)
    return options.every((option) => wordsOf(option).length > 0) ? options.flatMap(wordsOf) : [];
  return at.const === undefined ? [...(at.enum ?? [])] : [String(at.const)];
}

/** What is said of a value in words: first what it is for, then what form it has. */
export const wordsFor = ({ description, form }: Described): string[] => [
  ...new Set([description ?? [], form ?? []].flat()),
];

/** How a value may be written, in the words of the schema. */
export const exampleIn = ({ examples = [] }: Described): string | undefined =>
  examples.length > 0 ? String(examples[0]) : undefined;

/** A text, and the way to it. */
export interface PlacedText {
  path: Path;
  text: string;
}

type Find = (at: Described | undefined, value: unknown, path: Path) => PlacedText[];

/** What is found in a value, each looked through once. */
function once(find: Find): (at: Described, value: unknown) => readonly PlacedText[] {
  const known = new WeakMap<object, { at: Described; found: readonly PlacedText[] }>();
  return (at, value) => {
    if (typeof value !== 'object' || value === null) return find(at, value, []);
    const last = known.get(value);
    if (last?.at === at) return last.found;
    const found = find(at, value, []);
    known.set(value, { at, found });
    return found;
  };
}

function findMarkdown(at: Described | undefined, value: unknown, path: Path): PlacedText[] {
  if (!at) return [];
  if (typeof value === 'string')
    return at.markdown || optionsOf(at).some(({ markdown }) => markdown)
      ? [{ path, text: value }]
      : [];
  if (typeof value !== 'object' || value === null) return [];
  const bare = chosen(at, value) ?? {};
  const steps = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return steps.flatMap(([step, item]) => findMarkdown(below(bare, step), item, [...path, step]));
}

function findPublic(at: Described | undefined, value: unknown, path: Path): PlacedText[] {
  const here = at && (chosen(at, value) ?? at);
  // A key that nobody knows is refused as that, and shown nowhere.
  if (!here || at.unsearched || here.unsearched) return [];
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  const steps = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return steps.flatMap(([step, item]) => {
    const inner = [...path, step];
    const own = here.additionalProperties && typeof step === 'string';
    return [
      ...(own ? [{ path: inner, text: step }] : []),
      ...findPublic(below(here, step), item, inner),
    ];
  });
}

/** Every text in `value` that is Markdown, and the way to it. */
export const markdownIn = once(findMarkdown);

/** Every text in `value` that is to be looked through for what must never be public, and the way to it; keys that writers choose are such texts too. */
export const publicTextsIn = once(findPublic);
