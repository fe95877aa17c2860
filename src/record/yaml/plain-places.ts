import { CORE_SCHEMA, type EventType, type State, load } from 'js-yaml';
import type { Path } from '../../domain/findings/finding.ts';

/** What js-yaml read, where it began to, and what is in it: of a group keys and values in turn, of a list its items. */
interface Part {
  from: number;
  kind: string | null;
  value: unknown;
  parts: Part[];
  /** The place of each key among those of a group, once somebody has asked. */
  keys?: ReadonlyMap<string, number>;
}

/** Blank lines, and comments, which stand before a value and are none of it. */
const before = /(?:[ \n]|(?<=^|[ \n])#[^\n]*)*/y;

function startOf(text: string, from: number): number {
  before.lastIndex = from;
  before.exec(text);
  return before.lastIndex;
}

/** What is tried as a key, and is none, is read as a value once more. */
const without = (part: Part): Part => {
  const [first, ...more] = part.parts;
  return first && more.length === 0 && first.value === part.value && first.kind === part.kind
    ? without(first)
    : part;
};

function partsOf(text: string): Part | undefined {
  const open: Part[] = [{ from: 0, kind: null, value: undefined, parts: [] }];
  load(text, {
    schema: CORE_SCHEMA,
    listener(event: EventType, { position, kind, result }: State) {
      if (event === 'open')
        return void open.push({ from: position, kind: null, value: undefined, parts: [] });
      const part = open.pop();
      if (part) open.at(-1)?.parts.push(without({ ...part, kind, value: result }));
    },
  });
  return open[0]?.parts[0];
}

const keysOf = (part: Part): ReadonlyMap<string, number> =>
  (part.keys ??= new Map(Object.keys(part.value as object).map((key, index) => [key, index])));

const isGroup = (part: Part): boolean =>
  part.kind === 'mapping' && part.parts.length === 2 * keysOf(part).size;

const isList = ({ kind, value, parts }: Part): boolean =>
  kind === 'sequence' && parts.length === (value as unknown[]).length;

/**
 * Where the values of a text stand that `plainValue` has understood, and their keys, as offsets. What is missing stands where its parent begins;
 * `undefined` for what only `yaml` can tell.
 */
export function plainPlaces(text: string): (path: Path, of: 'key' | 'value') => number | undefined {
  const root = partsOf(text);
  return (path, of) => {
    let part = root;
    let key: Part | undefined;
    for (const step of path) {
      if (!part || part.kind === null) return undefined;
      if (part.kind === 'scalar') return startOf(text, part.from);
      const isMap = isGroup(part);
      if (!isMap && !isList(part)) return undefined;
      const index: number = isMap
        ? (keysOf(part).get(String(step)) ?? -1)
        : typeof step === 'number'
          ? step
          : -1;
      const next: Part | undefined = part.parts[isMap ? 2 * index + 1 : index];
      if (!next) return startOf(text, part.from);
      key = isMap ? part.parts[2 * index] : undefined;
      part = next;
    }
    if (!part) return undefined;
    const at = (of === 'key' && key) || (part.kind === null || part.value === '' ? key : part);
    return at && startOf(text, at.from);
  };
}
