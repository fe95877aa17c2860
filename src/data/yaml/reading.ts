import { type Document, LineCounter, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Path } from '../../domain/findings/finding.ts';
import { type Trouble, troublesIn } from './troubles.ts';

/** YAML as far as it can be understood. */
export interface Yaml {
  /** Of the text without what could not be understood. Offsets are those of the whole text. */
  doc: Document;
  troubles: Trouble[];
  /** The places of values that are not what was meant. */
  unclear: Path[];
  /** The places of groups in which a line could not be understood: what they lack may stand there. */
  gaps: Path[];
  /** Whether the rest was understood. */
  understood: boolean;
}

/** The way to what stands at an offset, or before it. */
function pathAt(doc: Document, offset: number): Path {
  const path: (string | number)[] = [];
  const startOf = (node: unknown): number =>
    (node as { range?: number[] | null } | null)?.range?.[0] ?? Infinity;
  const begins = (node: unknown): boolean => startOf(node) <= offset;
  let node: unknown = doc.contents;
  while (startOf(node) < offset || path.length === 0) {
    if (isMap(node)) {
      const pair = node.items.findLast(({ key }) => begins(key));
      if (!pair || !isScalar(pair.key)) break;
      path.push(String(pair.key.value));
      node = pair.value;
    } else if (isSeq(node)) {
      const index = node.items.findLastIndex(begins);
      if (index === -1) break;
      path.push(index);
      node = node.items[index];
    } else break;
  }
  return path;
}

/** A path and all on the way to it. */
const prefixes = (path: Path): Path[] => [...path.map((_, index) => path.slice(0, index)), path];

type Places = Pick<Yaml, 'unclear' | 'gaps'>;

const lineEnd = (text: string, offset: number): number => {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
};

/** Of a line that could not be understood from its first word on. */
function placesOfLine(doc: Document, text: string, offset: number, before: string): Places {
  const end = lineEnd(text, offset);
  const path = pathAt(doc, before.includes('-') ? end : offset);
  if (typeof path.at(-1) === 'number' && doc.getIn(path) === null)
    return { unclear: [path], gaps: [] };
  // An item begins with what is left of it, on a later line.
  if (before.includes('-'))
    return {
      unclear: [],
      gaps: prefixes(pathAt(doc, end + (/\S/.exec(text.slice(end))?.index ?? 0))),
    };
  const isBlockList = (node: unknown): boolean => isSeq(node) && !node.flow;
  // What is no key would have been an item.
  const list = /^[^\w"']/.test(text.slice(offset).trimStart())
    ? prefixes(path).findLast((prefix) => isBlockList(doc.getIn(prefix, true)))
    : undefined;
  return { unclear: list ? [list] : [], gaps: prefixes(path) };
}

function placesOf({ offset, effect }: Trouble, doc: Document, text: string): Places {
  if (effect === 'none') return { unclear: [], gaps: [] };
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  if (effect === 'rest' && /^[\s-]*$/.test(before)) return placesOfLine(doc, text, offset, before);
  const path = pathAt(doc, offset);
  const group = path.slice(0, -1);
  const value = doc.getIn(path, true);
  const isKey = /^\w+$/.test(String(path.at(-1)));
  // What stands below a value that is gone, and what has no key of its own, was meant for the groups around it.
  const gaps = isMap(value) || isSeq(value) || !isKey ? prefixes(group) : [];
  return { unclear: isKey || group.length === 0 ? [path] : [path, group], gaps };
}

/** Without what a trouble spoils, and with the same offsets. */
function blanked(text: string, { offset, end }: Trouble): string {
  const stop = end ?? lineEnd(text, offset);
  return text.slice(0, offset) + ' '.repeat(stop - offset) + text.slice(stop);
}

/** Whether a line holds together what stands below it: an item its keys, a key its items. Without it they would belong elsewhere. */
const holdsMore = (text: string, offset: number): boolean => {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const isWhole = /^\s*$/.test(text.slice(start, offset));
  return (
    isWhole &&
    (/^\s*-(\s|$)/.test(text.slice(offset)) || /^\s*-\s/.test(text.slice(lineEnd(text, offset))))
  );
};

const spoilsRest = ({ effect }: Trouble): boolean => effect === 'rest' || effect === 'all';

interface Step {
  fresh: Trouble[];
  /** The first that spoils what follows it. */
  spoiler: Trouble | undefined;
  /** Nothing more can be told apart from what was blanked out before. */
  isEcho: boolean;
}

/** What is new among what is `found`, one for each line, when the line `blank` was blanked out before. */
function nextStep(
  found: readonly Trouble[],
  known: readonly Trouble[],
  blank: number,
  lineOf: (trouble: Trouble) => number,
): Step {
  const fresh: Trouble[] = [];
  const told = new Set(known.map(lineOf));
  for (const trouble of found) {
    const line = lineOf(trouble);
    const isTold = told.has(line);
    if (isTold && !spoilsRest(trouble)) continue;
    if (line <= blank + 1) return { fresh, spoiler: undefined, isEcho: true };
    if (!isTold) fresh.push(trouble);
    if (spoilsRest(trouble)) return { fresh, spoiler: trouble, isEcho: false };
    told.add(line);
  }
  return { fresh, spoiler: undefined, isEcho: false };
}

/** How often a text is read again, and how long it may be for that: more is no record, and takes long. */
const most = 20;
const longest = 50_000;

/**
 * Reads YAML past its mistakes, so that one of them does not hide the others: what spoils the rest is blanked out to the end of its line, and
 * the text is read again. What then fails on that line or the next is an echo, and ends the reading. `lines` learns where lines begin.
 */
export function readYamlText(text: string, lines: LineCounter): Yaml {
  const troubles: Trouble[] = [];
  let rest = text;
  let blank = -1;
  for (;;) {
    const lineCounter = rest === text ? lines : new LineCounter();
    const doc = parseDocument(rest, {
      lineCounter,
      stringKeys: true,
      prettyErrors: false,
      logLevel: 'error',
    });
    const { fresh, spoiler, isEcho } = nextStep(
      troublesIn(doc, rest),
      troubles,
      blank,
      ({ offset }) => lines.linePos(offset).line,
    );
    troubles.push(...fresh);
    if (!spoiler && !isEcho) {
      const places = troubles.map((trouble) => placesOf(trouble, doc, text));
      const [unclear, gaps] = [
        places.flatMap((place) => place.unclear),
        places.flatMap((place) => place.gaps),
      ];
      return { doc, troubles, unclear, gaps, understood: true };
    }
    if (
      !spoiler ||
      spoiler.effect === 'all' ||
      holdsMore(text, spoiler.offset) ||
      troubles.length >= most ||
      text.length > longest
    )
      return { doc, troubles, unclear: [], gaps: [], understood: false };
    rest = blanked(rest, spoiler);
    blank = lines.linePos(spoiler.offset).line;
  }
}
