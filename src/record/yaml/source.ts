import type { Document, Node, Pair, YAMLMap } from 'yaml';
import type { Finding, FindingText, Path, Position } from '../../domain/findings/finding.ts';
import type { Rule } from '../../domain/findings/rule.ts';
import { yamlSyntax } from '../findings/reading-rules.ts';
import { remembered } from '../../text/remembered.ts';
import { visible } from '../../text/visible.ts';
import { deepest, tooDeep, tooManyAliases } from './finding-texts.ts';
import { parser } from './parser.ts';
import { plainPlaces } from './plain-places.ts';
import { plainValue } from './plain-value.ts';
import { yamlFindings } from './yaml-findings.ts';

/** One file with YAML in it: its value, and where in the file each part of it stands. */
export interface Source {
  file: string;
  /** The plain value of the YAML; `undefined` if anything in it cannot be understood. */
  value: unknown;
  findings: readonly Finding[];
  /** Where the value at `path` stands, or its key. What is missing stands where its parent begins. */
  locate: (path: Path, of?: 'key' | 'value') => Position;
}

/** For what concerns a file as a whole. */
export const top: Position = { line: 1, column: 1 };

export const findingAt = (
  rule: Rule,
  file: string,
  { line, column }: Position,
  { what, expected, write }: FindingText,
): Finding => ({
  code: rule.code,
  level: rule.level,
  file,
  line,
  column,
  what: visible(what),
  expected: visible(expected),
  write: visible(write),
});

function pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
  const { isPair, isScalar } = parser();
  return new Map(
    map.items.flatMap((item) =>
      isPair(item) && isScalar(item.key) ? [[String(item.key.value), item]] : [],
    ),
  );
}

/** The pairs of maps by their keys, each map looked through once. */
function pairIndex(): (map: YAMLMap, key: string | number) => Pair | undefined {
  const known = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();
  return (map, key) => {
    const pairs = known.get(map) ?? pairsOf(map);
    known.set(map, pairs);
    return pairs.get(String(key));
  };
}

/** The offset of the value at `path` in the text, or of its key. */
function offsetOf(
  doc: Document,
  pairOf: ReturnType<typeof pairIndex>,
  path: Path,
  of: 'key' | 'value',
): number | undefined {
  const { isMap, isScalar, isSeq } = parser();
  let node: unknown = doc.contents;
  let key: unknown;
  let offset = (node as Node | null)?.range?.[0];
  for (const [index, step] of path.entries()) {
    if (isMap(node)) {
      const pair = pairOf(node, step);
      if (!pair) return offset;
      key = pair.key;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number' && node.items[step]) {
      key = undefined;
      node = node.items[step];
    } else {
      return offset;
    }
    const keyOffset = (key as Node | undefined)?.range?.[0];
    const empty = isScalar(node) && node.source === '';
    const last = index === path.length - 1;
    offset =
      last && (of === 'key' || empty)
        ? (keyOffset ?? (node as Node).range?.[0])
        : ((node as Node | null)?.range?.[0] ?? keyOffset);
  }
  return offset;
}

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1)));

interface Value {
  value: unknown;
  trouble: FindingText | undefined;
}

const unknown: Value = { value: undefined, trouble: undefined };

/** The plain value of a document, or why there is none. */
function valueOf(doc: Document): Value {
  let value: unknown;
  try {
    value = doc.toJS({ maxAliasCount: 50 });
  } catch {
    return { value: undefined, trouble: tooManyAliases };
  }
  return isDeeper(value, deepest)
    ? { value: undefined, trouble: tooDeep }
    : { value, trouble: undefined };
}

/** The line and column of an offset in a text. */
function positionsIn(text: string): (offset: number) => Position {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
    const at = Math.min(offset, text.length);
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
  };
}

/** Parses the YAML of `file` with all that is wrong in it, and where each part of it stands. */
export function parseWithPlaces(file: string, text: string): Source {
  const doc = parser().parseDocument(text, {
    stringKeys: true,
    // Ours does not compare each key with all others.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const pairOf = pairIndex();
  const position = positionsIn(text);
  const wrong = yamlFindings(doc, text, (offset) => position(offset).line);
  const { value, trouble } = wrong.length ? unknown : valueOf(doc);
  const findings = [...wrong, ...(trouble ? [{ offset: 0, ...trouble }] : [])].map(
    ({ offset, what, expected, write }) =>
      findingAt(yamlSyntax, file, position(offset), { what, expected, write }),
  );
  return {
    file,
    value,
    findings,
    locate: (path, of = 'value') => position(offsetOf(doc, pairOf, path, of) ?? 0),
  };
}

/** Where in a text that is beyond doubt something stands: worked out when somebody asks, because of most files nobody does. */
function locatePlain(file: string, text: string): Source['locate'] {
  const position = positionsIn(text);
  let quick: ReturnType<typeof plainPlaces> | undefined;
  let whole: Source | undefined;
  return (path, of = 'value') => {
    const offset = (quick ??= plainPlaces(text))(path, of);
    if (offset !== undefined) return position(offset);
    return (whole ??= parseWithPlaces(file, text)).locate(path, of);
  };
}

function parsed(file: string, text: string): Source {
  const value = plainValue(text, deepest);
  return value === undefined
    ? parseWithPlaces(file, text)
    : { file, value, findings: [], locate: locatePlain(file, text) };
}

const known = remembered<Source>();

/** Parses the YAML of `file`; `text` may begin with empty lines, so that lines count from the top of the file. */
export const parseYaml = (file: string, text: string): Source =>
  known(`${file}\n${text}`, () => parsed(file, text));
