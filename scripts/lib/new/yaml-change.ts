import { isDeepStrictEqual } from 'node:util';
import {
  Document,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
} from 'yaml';
import type { Path } from '../../../src/domain/findings/finding.ts';
import { yamlOf } from '../record-yaml.ts';

/** One thing that becomes different in a file of YAML. */
export type Change =
  /** A new item at the end of a list, which is made if it is not there. */
  | { do: 'append'; to: Path; value: unknown }
  /** A value in the place of another, or under a new key of a mapping: if possible behind the key `after`, or before all others. */
  | { do: 'set'; at: Path; value: unknown; after?: string; first?: true }
  /** The same value under another key. */
  | { do: 'rename'; at: Path; to: string };

const parse = (text: string): Document =>
  parseDocument(text, { stringKeys: true, logLevel: 'error' });

/** A part of the text, and what stands there instead. */
interface Splice {
  from: number;
  to: number;
  text: string;
}

const rangeOf = (node: unknown): readonly [number, number] | undefined => {
  const range = (node as Node | null)?.range;
  return range ? [range[0], range[1]] : undefined;
};

/** Where the line that holds `offset` begins, and where the next one does. */
const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
function nextLine(text: string, end: number): number {
  if (text[end - 1] === '\n') return end;
  const feed = text.indexOf('\n', end);
  return feed === -1 ? text.length : feed + 1;
}

const indented = (lines: string, indent: string): string =>
  lines.replace(/^(?=.)/gm, indent).replace(/\n*$/, '\n');

/** Lines that come to stand behind those of a node. */
function linesAfter(text: string, end: number, lines: string): Splice {
  const at = nextLine(text, end);
  const isCut = at > 0 && text[at - 1] !== '\n';
  return { from: at, to: at, text: `${isCut ? '\n' : ''}${lines}` };
}

/** The blanks before a node, whatever else stands on its line: it begins in that column. */
const columnOf = (text: string, offset: number): string =>
  ' '.repeat(offset - lineStart(text, offset));

const inFlow = (value: unknown): string => JSON.stringify(value).replace(/^"([\w:.+-]+)"$/, '$1');

/** An item of a list, in one line where the one before it is. */
function itemLike(last: unknown, value: unknown): string {
  if (!isMap(last) || !last.flow) return yamlOf([value]);
  const list = new Document([value]);
  const item = list.get(0);
  if (isMap(item)) item.flow = true;
  return list.toString({ lineWidth: 0 });
}

/** An empty list in brackets, `[]`: its first item stands below the key, and what stands behind the brackets stays there. */
function firstOf(text: string, list: YAMLSeq, value: unknown): Splice | undefined {
  const [from, to] = rangeOf(list) ?? [0, 0];
  const line = lineStart(text, from);
  const indent = /^ */.exec(text.slice(line))?.[0] ?? '';
  if (!/^ *[\w-]+: $/.test(text.slice(line, from))) return undefined;
  const behind = text.slice(to, nextLine(text, to)).replace(/\n$/, '');
  const items = indented(yamlOf([value]), `${indent}  `);
  return { from: from - 1, to: nextLine(text, to), text: `${behind}\n${items}` };
}

function appended(text: string, list: YAMLSeq, value: unknown): Splice | undefined {
  if (list.flow && list.items.length === 0) return firstOf(text, list, value);
  const last = list.items.at(-1);
  const range = rangeOf(last);
  if (!range || list.flow) return undefined;
  const dash = text.lastIndexOf('-', range[0]);
  const indent = columnOf(text, dash);
  return linesAfter(text, range[1], indented(itemLike(last, value), indent));
}

function keyed(
  text: string,
  map: YAMLMap<unknown, unknown>,
  key: string,
  { value, after, first }: Change & { do: 'set' },
): Splice | undefined {
  const last = map.items.at(-1) as Pair | undefined;
  const before =
    (map.items as Pair[]).find(({ key: known }) => isScalar(known) && known.value === after) ??
    last;
  const start = rangeOf(map.items[0]?.key)?.[0];
  const end = (rangeOf(before?.value) ?? rangeOf(before?.key))?.[1];
  if (start === undefined || end === undefined) return undefined;
  if (first) {
    const rest = map.flow ? `, ` : `\n${columnOf(text, start)}`;
    return { from: start, to: start, text: `${key}: ${inFlow(value)}${rest}` };
  }
  if (map.flow) return { from: end, to: end, text: `, ${key}: ${inFlow(value)}` };
  return linesAfter(text, end, indented(yamlOf({ [key]: value }), columnOf(text, start)));
}

/** A value under a key that has none yet: what stands behind the key, a comment on what belongs there, goes. */
function filled(
  text: string,
  map: YAMLMap<unknown, unknown>,
  key: string,
  value: unknown,
): Splice | undefined {
  const pair = (map.items as Pair[]).find(
    ({ key: known }) => isScalar(known) && known.value === key,
  );
  const start = rangeOf(pair?.key)?.[0];
  if (start === undefined || map.flow) return undefined;
  const from = lineStart(text, start);
  const isAlone = text.slice(from, start).trim() === '';
  const lines = indented(yamlOf({ [key]: value }), columnOf(text, start));
  return isAlone ? { from, to: nextLine(text, start + 1), text: lines } : undefined;
}

const isEmpty = (node: unknown): boolean => isScalar(node) && node.value === null;

function replaced(text: string, node: unknown, value: unknown): Splice | undefined {
  const range = rangeOf(node);
  if (!range || !isScalar(node) || typeof value === 'object') return undefined;
  const [from, end] = range;
  // A text of lines ends with the last of them, and what follows begins on the next.
  const feed = text[end - 1] === '\n' ? '\n' : '';
  return { from, to: end, text: inFlow(value) + feed };
}

/** What is to change in the text itself; `undefined` where it is written in a way that is left to the document. */
function spliceFor(text: string, doc: Document, change: Change): Splice | undefined {
  if (change.do === 'append') {
    const list = doc.getIn(change.to, true);
    return isSeq(list) ? appended(text, list, change.value) : undefined;
  }
  if (change.do === 'rename') return renamed(pairAt(doc, change.at), change.to);
  const key = String(change.at.at(-1));
  const outer = change.at.length > 1 ? doc.getIn(change.at.slice(0, -1), true) : doc.contents;
  if (!isMap(outer)) return undefined;
  if (isEmpty(outer.get(key, true))) return filled(text, outer, key, change.value);
  return outer.has(key)
    ? replaced(text, outer.get(key, true), change.value)
    : keyed(text, outer, key, change);
}

/** The pair of a mapping whose key is to be another. */
function pairAt(doc: Document, path: Path): Pair | undefined {
  const outer = path.length > 1 ? doc.getIn(path.slice(0, -1), true) : doc.contents;
  const items = isMap(outer) ? (outer.items as Pair[]) : [];
  return items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
}

function renamed(pair: Pair | undefined, to: string): Splice | undefined {
  const range = rangeOf(pair?.key);
  return range && { from: range[0], to: range[1], text: to };
}

/** The document with the change in it, which says what is to come of it. @throws where that cannot be done, as behind an alias */
function inDocument(text: string, change: Change): Document {
  const doc = parse(text);
  if (change.do === 'rename') {
    const pair = pairAt(doc, change.at);
    if (!isScalar(pair?.key)) throw new Error(`There is no ${change.at.join('.')}.`);
    pair.key.value = change.to;
    return doc;
  }
  const path = [...(change.do === 'append' ? change.to : change.at)];
  const node = doc.createNode(change.value);
  if (change.do === 'set') doc.setIn(path, node);
  else if (isSeq(doc.getIn(path, true))) {
    const list = doc.getIn(path, true) as YAMLSeq;
    if (list.items.length === 0) list.flow = false;
    list.add(node);
  } else doc.setIn(path, doc.createNode([change.value]));
  return doc;
}

/** The first item of a list is its value. */
function begun(text: string, change: Change): Change {
  if (change.do !== 'append' || !isEmpty(parse(text).getIn(change.to, true))) return change;
  return { do: 'set', at: change.to, value: [change.value] };
}

function changedOnce(text: string, wanted: Change): string {
  const change = begun(text, wanted);
  const meant = inDocument(text, change);
  const splice = spliceFor(text, parse(text), change);
  if (splice) {
    const spliced = text.slice(0, splice.from) + splice.text + text.slice(splice.to);
    const found = parse(spliced);
    if (found.errors.length === 0 && isDeepStrictEqual(found.toJS(), meant.toJS())) return spliced;
  }
  return meant.toString({ lineWidth: 0 });
}

/**
 * The text of a YAML file with the changes in it. Every other byte stays, where the file is written as people write: comments, order and
 * quoting survive in any case.
 */
export function changed(text: string, changes: readonly Change[]): string {
  const feed = /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n';
  return changes.reduce(changedOnce, text.replaceAll('\r\n', '\n')).replaceAll('\n', feed);
}

/** At the very beginning of the file, behind a byte order mark at most. */
const frontmatter = /(?<![^])(\uFEFF?---[ \t]*\r?\n)([^]*?)(^---[ \t]*$)/m;

/** The same for a postmortem, of which the frontmatter is YAML; for any other file of the record, for all of it. */
export const changedFile = (file: string, text: string, changes: readonly Change[]): string =>
  file.endsWith('.mdx')
    ? text.replace(frontmatter, (_, open: string, facts: string, close: string) =>
        [open, changed(facts, changes), close].join(''),
      )
    : changed(text, changes);
