import { type Alias, type Document, type ErrorCode, isCollection, isScalar, visit } from 'yaml';
import type { Message } from '../../domain/findings/finding.ts';
import { type Complaint, isAboveDeeper, isUnclosed, messageOf, noAnchor } from './message.ts';

/** Something wrong with YAML, and where in its text. */
export interface Trouble extends Message {
  offset: number;
  /** Where it ends, if not with its line. */
  end?: number | undefined;
  effect: Effect;
}

/** What is not as it was meant: nothing, the value there, what follows too, or nothing at all can be read. */
type Effect = 'none' | 'value' | 'rest' | 'all';

/** What the parser mends by itself. */
const effects: Partial<Record<ErrorCode, Effect>> = {
  DUPLICATE_KEY: 'none',
  MULTIPLE_DOCS: 'none',
  TAG_RESOLVE_FAILED: 'value',
  BAD_DQ_ESCAPE: 'value',
  BAD_SCALAR_START: 'value',
  NON_STRING_KEY: 'value',
  BLOCK_IN_FLOW: 'value',
  RESOURCE_EXHAUSTION: 'all',
};

function effectOf(complaint: Complaint): Effect {
  const { code, said, after } = complaint;
  if (said.endsWith('at node end') && !/^["']/.test(after)) return 'value';
  if (isAboveDeeper(complaint)) return 'all';
  return effects[code] ?? 'rest';
}

/** What closes a node that has to be closed. */
function closingOf(node: unknown, text: string, start: number): string | undefined {
  if (isScalar(node)) return /^QUOTE/.test(node.type ?? '') ? text[start] : undefined;
  return isCollection(node) && node.flow ? (text[start] === '[' ? ']' : '}') : undefined;
}

/** Where something opens that is not closed, in the order of the text. */
function openings(doc: Document, text: string): number[] {
  const found: number[] = [];
  visit(doc, {
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

/** The first alias that no anchor before it has named. */
function aliasToNothing(doc: Document): Alias | undefined {
  const anchors = new Set<string>();
  let found: Alias | undefined;
  visit(doc, {
    Alias(_key, alias) {
      if (anchors.has(alias.source)) return undefined;
      found = alias;
      return visit.BREAK;
    },
    Value: (_key, { anchor }) => void (anchor && anchors.add(anchor)),
  });
  return found;
}

/** The first of many are enough: the others are echoes. */
const enough = 100;

/** What the parser complains of, and the first alias to nothing, in the order of the text. */
export function troublesIn(doc: Document, text: string): Trouble[] {
  const complaints = [...doc.errors, ...doc.warnings]
    .sort((a, b) => a.pos[0] - b.pos[0])
    .slice(0, enough);
  const open = complaints.some(({ message }) => isUnclosed(message)) ? openings(doc, text) : [];
  const troubles = complaints.map(({ code, message, pos: [noticed] }): Trouble => {
    const said = message.split('\n')[0] ?? '';
    const offset =
      (isUnclosed(said) ? open.findLast((start) => start < noticed) : undefined) ?? noticed;
    const complaint = { code, said, ...lineAround(text, offset) };
    const below = offset + complaint.after.length;
    const at = isAboveDeeper(complaint)
      ? below + Math.max(0, text.slice(below).search(/\S/))
      : offset;
    return { offset: at, effect: effectOf(complaint), ...messageOf(complaint) };
  });
  const alias = aliasToNothing(doc);
  if (alias)
    troubles.push({
      offset: alias.range?.[0] ?? 0,
      end: alias.range?.[1],
      effect: 'rest',
      ...noAnchor(alias.source),
    });
  return troubles.sort((a, b) => a.offset - b.offset);
}
