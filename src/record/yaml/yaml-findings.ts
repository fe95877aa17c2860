import type { Document, ErrorCode } from 'yaml';
import type { FindingText } from '../../domain/findings/finding.ts';
import {
  type ParserError,
  isAboveDeeper,
  isUnclosed,
  directive,
  keyTwice,
  tag,
  textOf,
  noAnchor,
  tooManyAliases,
} from './finding-texts.ts';
import { parser } from './parser.ts';

/** Something wrong with YAML, and where in its text. */
export interface YamlFinding extends FindingText {
  offset: number;
  /** Whether what follows it is read in another way than it was meant, so that what is wrong there may be an echo. */
  isLast: boolean;
}

/** What the parser mends by itself. */
const mended: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'MULTIPLE_DOCS',
  'TAG_RESOLVE_FAILED',
  'BAD_DQ_ESCAPE',
  'BAD_SCALAR_START',
  'NON_STRING_KEY',
  'BLOCK_IN_FLOW',
]);

const isMended = (error: ParserError): boolean =>
  (error.said.endsWith('at node end') && !/^["']/.test(error.after)) ||
  (mended.has(error.code) && !isAboveDeeper(error));

/** What closes a node that has to be closed. */
function closingOf(node: unknown, text: string, start: number): string | undefined {
  const { isCollection, isScalar } = parser();
  if (isScalar(node)) return /^QUOTE/.test(node.type ?? '') ? text[start] : undefined;
  return isCollection(node) && node.flow ? (text[start] === '[' ? ']' : '}') : undefined;
}

/** Where something opens that is not closed, in the order of the text. */
function openings(doc: Document, text: string): number[] {
  const found: number[] = [];
  parser().visit(doc, {
    Node(_key, node) {
      const [start = 0, stop = 0] = node.range ?? [];
      const closing = closingOf(node, text, start);
      if (closing !== undefined && (stop - start < 2 || text[stop - 1] !== closing))
        found.push(start);
    },
  });
  return found;
}

/** The line of an offset, before it and from it on. */
function lineAround(text: string, offset: number): { before: string; after: string } {
  const end = text.indexOf('\n', offset);
  return {
    before: text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset),
    after: text.slice(offset, end === -1 ? undefined : end),
  };
}

const startOf = (node: unknown): number =>
  (node as { range?: readonly number[] | null }).range?.[0] ?? 0;

/** More aliases than anybody writes; each of them is looked for in the whole file. */
const mostAliases = 100;

/** The first alias that no anchor before it has named, or the first that is too many. */
function wrongAliases(doc: Document): YamlFinding[] {
  const anchors = new Set<string>();
  const found: YamlFinding[] = [];
  let aliases = 0;
  parser().visit(doc, {
    Alias(_key, alias) {
      aliases += 1;
      const message = anchors.has(alias.source)
        ? aliases > mostAliases && tooManyAliases
        : noAnchor(alias.source);
      if (!message) return undefined;
      found.push({ offset: startOf(alias), isLast: true, ...message });
      return parser().visit.BREAK;
    },
    Value: (_key, { anchor }) => void (anchor && anchors.add(anchor)),
  });
  return found;
}

/** The keys that stand in one group a second time. */
function repeatedKeys(doc: Document): YamlFinding[] {
  const found: YamlFinding[] = [];
  parser().visit(doc, {
    Map(_key, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!parser().isScalar(key)) continue;
        if (seen.has(key.value)) found.push({ offset: startOf(key), isLast: false, ...keyTwice });
        seen.add(key.value);
      }
    },
  });
  return found;
}

/** Tags, which would make other things of values than text, numbers, lists and groups. */
function tags(doc: Document, text: string): YamlFinding[] {
  const found: YamlFinding[] = [];
  parser().visit(doc, {
    Node(_key, node) {
      if (!('tag' in node) || node.tag === undefined) return;
      const start = startOf(node);
      const [written = ''] =
        /![^\s!]*!?\S*\s*$/.exec(text.slice(Math.max(0, start - 200), start)) ?? [];
      found.push({ offset: start - written.length, isLast: false, ...tag });
    },
  });
  return found;
}

/** An instruction at the top, such as `%YAML 1.1`, which would change how all that follows is read. */
function directives(text: string): YamlFinding[] {
  const [above] = /^(?:[ \t]*(?:#.*)?\n)*(?=%)/.exec(text) ?? [];
  return above === undefined ? [] : [{ offset: above.length, isLast: true, ...directive }];
}

/** The first of many are enough: the others are echoes. */
const enough = 100;

/** What the parser complains of, in the order of the text. */
function parserFindings(doc: Document, text: string): YamlFinding[] {
  const errors = [...doc.errors, ...doc.warnings]
    .sort((a, b) => a.pos[0] - b.pos[0])
    .slice(0, enough);
  const open = errors.some(({ message }) => isUnclosed(message)) ? openings(doc, text) : [];
  return errors.map(({ code, message, pos: [noticed] }): YamlFinding => {
    const said = message.split('\n')[0] ?? '';
    const offset =
      (isUnclosed(said) ? open.findLast((start) => start < noticed) : undefined) ?? noticed;
    const error = { code, said, ...lineAround(text, offset) };
    const below = offset + error.after.length;
    const at = isAboveDeeper(error) ? below + Math.max(0, text.slice(below).search(/\S/)) : offset;
    return { offset: at, isLast: !isMended(error), ...textOf(error) };
  });
}

/** What is wrong with YAML, one thing a line, down to the first that makes an echo of the rest. `lineOf` tells the line of an offset. */
export function yamlFindings(
  doc: Document,
  text: string,
  lineOf: (offset: number) => number,
): YamlFinding[] {
  const all = [
    ...directives(text),
    ...parserFindings(doc, text),
    ...tags(doc, text),
    ...repeatedKeys(doc),
    ...wrongAliases(doc),
  ];
  all.sort((a, b) => a.offset - b.offset);
  const last = all.findIndex(({ isLast }) => isLast);
  const told = last === -1 ? all : all.slice(0, last + 1);
  const lines = new Set<number>();
  return told.filter(({ offset }) => {
    const line = lineOf(offset);
    return !lines.has(line) && lines.add(line);
  });
}
