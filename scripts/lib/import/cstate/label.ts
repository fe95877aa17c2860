import { type Around, type Moment, findMoment } from '../moment.ts';

const progress = ['investigating', 'identified', 'monitoring', 'resolved'] as const;
const work = ['scheduled', 'in progress', 'completed'] as const;

/** A state that a label names, in the words of cState and of Statuspage. */
export type State = (typeof progress | typeof work)[number];

/** The beginning of a line that begins a text of its own. */
export interface Label {
  /** As it stands there; empty where it is no label, but stays in the text. */
  words: string;
  state: State | undefined;
  moment: Moment | undefined;
  /** What of the line is text. */
  rest: string;
}

const states = [...progress, ...work].join('|');
/** All that a label may say beside its time. */
const known = new RegExp(
  `^(?:(?<state>${states})|update|(?:initial|final) message)?(?: (?:on|at))?$`,
);
const unread = new RegExp(`^\\W*(?:update|initial|final|${states})\\b.*\\d`, 'i');
const marks = /\\(?=[[\]])|[*_[\]\uE000\uE001]|^#+ /g;
const ends = /\]|\*+|:(?=\s|$)|\s[-–—](?=\s|$)|$/g;
const marked = /^(#{1,6} |\\\[|\*)/;
/** Words in brackets, in bold or as a heading. */
const head = /^\\\[[^\]\n]*\]|^#+ .*|^(\*+)[^*]+\1/;
/** Words in bold or a heading, on a line of their own or before a sign. */
const headline = /^#{1,6} |^\*\*[^*]+\*\*(?=\s*$|\s*[:.–—-])/;

const isBalanced = (text: string): boolean =>
  (text.match(/\*+/g)?.length ?? 0) % 2 === 0 && !/^\\\[[^\]]*$/.test(text);

function readLabel(start: string, around: Around): Omit<Label, 'rest'> | undefined {
  const words = start.replace(marks, '').replace(/[\s:.–—-]+$/, '');
  const moment = findMoment(words, around);
  const others = words.replace(moment?.source ?? '', ' ').replace(/[\s:,.()–—-]+/g, ' ');
  const found = known.exec(others.trim().toLowerCase());
  if (!found || !(moment || others.trim())) return undefined;
  return { words: words.trim(), state: found.groups?.['state'] as State | undefined, moment };
}

/**
 * Reads a label at the beginning of a line of Markdown, where it is in brackets, bold, or a heading, or begins a paragraph with a time.
 * `headlines`: other words in bold or a heading begin a text too.
 */
export function labelOf(
  line: string,
  fresh: boolean,
  headlines: boolean,
  around: Around,
): Label | undefined {
  const found = [...line.slice(0, 120).matchAll(ends)].map((end) => end.index + end[0].length);
  for (const end of found.reverse().filter((end) => isBalanced(line.slice(0, end)))) {
    const label = readLabel(line.slice(0, end), around);
    if (!label || !(marked.test(line) || (label.moment && fresh))) continue;
    const rest = line.slice(end).replace(/^[\s:.–—-]+(?=\s|$)|\\$/g, '');
    return { ...label, rest: rest.trim() };
  }
  // A label with a time that cannot be read must not hand its text to the time of another.
  const isUnread = unread.test(head.exec(line)?.[0] ?? '');
  if (!isUnread && !(headlines && fresh && headline.test(line))) return undefined;
  return { words: '', state: undefined, moment: undefined, rest: line };
}
