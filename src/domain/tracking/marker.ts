import { type IssueKey, type MarkerWord, keyNamed, keyPattern, nameOf, wordOf } from './key.ts';
import { digest } from './digest.ts';

/** The hidden line by which an issue says what it is about. */
export const marker = (key: IssueKey): string => `<!-- ownup:${wordOf(key)} ${nameOf(key)} -->`;

/** What title and block were when they were written, as digests: so that a lost lock does not make every text look edited. */
export interface Written {
  title: string;
  block: string;
}

const endMarker = ({ title, block }: Written): string => `<!-- ownup:end ${title} ${block} -->`;

const startLine = new RegExp(`^[ \\t]*<!-- ownup:(action|credits) (${keyPattern}) -->[ \\t]*$`, 'gm');
const endLine = /^[ \t]*<!-- ownup:end ([0-9a-f]{14}) ([0-9a-f]{14}) -->[ \t]*$/m;

const starts = (body: string): { key: IssueKey; at: number; end: number }[] =>
  [...body.matchAll(startLine)].map(({ 0: line, 1: word, 2: name = '', index }) => ({
    key: keyNamed(word as MarkerWord, name),
    at: index,
    end: index + line.length,
  }));

/** The keys whose markers stand alone on a line of `body`; quoted or in the middle of a sentence they say nothing. */
export const keysIn = (body: string): IssueKey[] => [...new Set(starts(body).map(({ key }) => key))];

/** The part of an issue that is ours, with both markers; `text` is what stands between them. */
export interface Block {
  at: number;
  end: number;
  text: string;
  written: Written;
}

/** The block of `key`; `undefined` if a marker is missing or another one stands inside, so that nobody can say what is ours. */
export function blockIn(body: string, key: IssueKey): Block | undefined {
  const start = starts(body).find((found) => found.key === key);
  if (!start) return undefined;
  const end = endLine.exec(body.slice(start.end));
  const [, title, block] = end ?? [];
  if (!end || !title || !block) return undefined;
  const text = body.slice(start.end, start.end + end.index);
  if (starts(text).length) return undefined;
  return { at: start.at, end: start.end + end.index + end[0].length, text: text.trim(), written: { title, block } };
}

/** The block as it stands in an issue, markers and all. */
export const framed = (key: IssueKey, { title, block }: { title: string; block: string }): string =>
  [marker(key), block, endMarker({ title: digest(title), block: digest(block) })].join('\n');

const ticked = /^\s*[-*] \[[xX]\] (.*)$/gm;

/** `block` with those boxes ticked that are ticked in `before`: a person did that, and it still says the same. */
function withTicks(block: string, before: string): string {
  const done = new Set([...before.matchAll(ticked)].map(([, what]) => what?.trim()));
  return block.replace(/^(\s*[-*] )\[ \]( (.*))$/gm, (line: string, lead: string, rest: string, what: string) =>
    done.has(what.trim()) ? `${lead}[x]${rest}` : line,
  );
}

/**
 * `body` with the block of `key` in it and all else as it was. Where the old block has lost its end, only the line of the marker gives
 * way; where there is none, the block is put below what a person wrote.
 */
export function withBlock(body: string, key: IssueKey, text: { title: string; block: string }): string {
  const old = blockIn(body, key);
  if (old) return body.slice(0, old.at) + framed(key, { ...text, block: withTicks(text.block, old.text) }) + body.slice(old.end);
  const start = starts(body).find((found) => found.key === key);
  if (start) return body.slice(0, start.at) + framed(key, text) + body.slice(start.end);
  return body.trim() === '' ? framed(key, text) : `${body.trimEnd()}\n\n${framed(key, text)}`;
}
