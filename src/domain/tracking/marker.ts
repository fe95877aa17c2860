import { codeFences } from '../../text/code-fences.ts';
import { digest } from './digest.ts';
import { type IssueKey, type MarkerWord, keyNamed, keyPattern, nameOf, wordOf } from './key.ts';

/** The hidden line by which an issue says what it is about. */
export const marker = (key: IssueKey): string => `<!-- ownup:${wordOf(key)} ${nameOf(key)} -->`;

/** Digests of the title and the block as they were written. With them, texts do not look edited after the lock was lost. */
export interface Written {
  title: string;
  block: string;
  /** Grows with each writing, so that an older text which somebody put back can be told from a newer one. */
  revision: number;
}

const endMarker = ({ title, block, revision }: Written): string =>
  `<!-- ownup:end ${title} ${block} ${revision} -->`;

// Four spaces make it code, which says nothing.
const startLine = new RegExp(
  `^ {0,3}<!-- ownup:(action|credits) (${keyPattern}) -->[ \\t]*$`,
  'gm',
);
const anywhere = new RegExp(`<!-- ownup:(action|credits) (${keyPattern}) -->`, 'g');
const endLine = /^[ \t]*<!-- ownup:end ([0-9a-f]{14}) ([0-9a-f]{14}) (\d{1,9}) -->[ \t]*$/m;

interface Start {
  key: IssueKey;
  at: number;
  end: number;
}

const startsAnywhere = (body: string): Start[] =>
  [...body.matchAll(startLine)].map(({ 0: line, 1: word, 2: name = '', index }) => ({
    key: keyNamed(word as MarkerWord, name),
    at: index,
    end: index + line.length,
  }));

/** Markers that count. A marker in code does not count, unless the code never ends: that is a slip, and hides nothing below it. */
function starts(body: string): Start[] {
  const code = codeFences(body).filter(({ closed }) => closed);
  return startsAnywhere(body).filter(
    ({ at }) => !code.some(({ from, to }) => from <= at && at < to),
  );
}

/** The keys whose markers stand alone on a line of `body`. A marker in a quotation or within a sentence does not count. */
export const keysIn = (body: string): IssueKey[] => [
  ...new Set(starts(body).map(({ key }) => key)),
];

/** The part of an issue that is ours, with both markers; `text` is what stands between them. */
interface Block {
  at: number;
  end: number;
  text: string;
  written: Written;
}

function blockFrom(body: string, start: Start | undefined): Block | undefined {
  if (!start) return undefined;
  const end = endLine.exec(body.slice(start.end));
  const [, title, block, revision] = end ?? [];
  if (!end || !title || !block) return undefined;
  const text = body.slice(start.end, start.end + end.index);
  if (startsAnywhere(text).length) return undefined;
  return {
    at: start.at,
    end: start.end + end.index + end[0].length,
    text: text.trim(),
    written: { title, block, revision: Number(revision) },
  };
}

/** The block of `key`; `undefined` if a marker is missing or another one stands inside, so that nobody can say what is ours. */
export const blockIn = (body: string, key: IssueKey): Block | undefined =>
  blockFrom(
    body,
    starts(body).find((found) => found.key === key),
  );

/** Whether the marker of `key` stands anywhere, be it in code, in a quotation or in the middle of a line. */
export const mentions = (body: string, key: IssueKey): boolean => body.includes(marker(key));

/** `body` with every marker for what `today` makes of its key, wherever it stands. */
export const renamed = (body: string, today: (key: IssueKey) => IssueKey): string =>
  body.replace(anywhere, (_, word: string, name: string) =>
    marker(today(keyNamed(word as MarkerWord, name))),
  );

/** Whether the end of a block stands anywhere. */
export const hasEnd = (body: string): boolean =>
  /<!-- ownup:end [0-9a-f]{14} [0-9a-f]{14} \d{1,9} -->/.test(body);

type Text = Pick<Written, 'title' | 'block'>;

/** The block as it stands in an issue, markers and all. */
export const framed = (key: IssueKey, { title, block }: Text, revision = 1): string =>
  [marker(key), block, endMarker({ title: digest(title), block: digest(block), revision })].join(
    '\n',
  );

const box = String.raw`(?:> ?)*\s*[-*+] \[`;
const ticked = new RegExp(`^${box}[xX]\\] (.*)$`, 'gm');
const unticked = new RegExp(`^(${box}) (\\] (.*))$`, 'gm');

/** `block` with those boxes ticked that are ticked in `before`: a person did that, and it still says the same. */
export function withTicks(block: string, before: string): string {
  const done = new Set([...before.matchAll(ticked)].map(([, what]) => what?.trim()));
  return block.replace(unticked, (line: string, lead: string, rest: string, what: string) =>
    done.has(what.trim()) ? `${lead}x${rest}` : line,
  );
}

/**
 * `body` with the block of `key` in it and all else as it was. Where the old block has lost its end, only the line of the marker gives
 * way; where there is none, the block is put below what a person wrote, or above it if the end of that is code that nobody has closed.
 * `lastRevision`: of what was written before, as far as anybody knows.
 */
export function withBlock(body: string, key: IssueKey, text: Text, lastRevision = 0): string {
  const old = blockIn(body, key);
  const block = framed(
    key,
    old ? { ...text, block: withTicks(text.block, old.text) } : text,
    Math.max(lastRevision, old?.written.revision ?? 0) + 1,
  );
  const start = old ?? starts(body).find((found) => found.key === key);
  if (start) return body.slice(0, start.at) + block + body.slice(start.end);
  if (body.trim() === '') return block;
  return codeFences(body).some(({ closed }) => !closed)
    ? `${block}\n\n${body}`
    : `${body.trimEnd()}\n\n${block}`;
}
