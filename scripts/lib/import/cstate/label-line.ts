import { type Around, type Moment, findMoment } from './moment.ts';
import { type Meaning, meaningOf } from './status-words.ts';

/** A line that begins a text of its own. */
interface LabelLine {
  /** The words that name the text; empty where they are no label, but stay in the text. */
  label: string;
  meaning: Meaning | undefined;
  moment: Moment | undefined;
  /** What of the line is text. */
  rest: string;
}

const marks = /\\(?=[[\]])|[*_[\]]|^#+ /g;
const ends = /\]|\*+|:(?=\s|$)|\s[-–—](?=\s|$)|$/g;
const marked = /^(#{1,6} |\\\[|\*)/;
/** Words in bold or a heading, on a line of their own or before a sign. */
const headline = /^#{1,6} |^\*\*[^*]+\*\*(?=\s*$|\s*[:.–—-])/;

const isBalanced = (text: string): boolean =>
  (text.match(/\*+/g)?.length ?? 0) % 2 === 0 && !/^\\\[[^\]]*$/.test(text);

/**
 * Reads the beginning of a line of Markdown: words that labels have and no others, in brackets, bold, or as a heading, or, where a paragraph
 * begins, with a date. `headlines`: other words name a text, too.
 */
export function labelLine(
  line: string,
  fresh: boolean,
  headlines: boolean,
  around: Around,
): LabelLine | undefined {
  const found = [...line.slice(0, 120).matchAll(ends)].map(
    ({ 0: { length }, index }) => index + length,
  );
  for (const end of found.reverse().filter((end) => isBalanced(line.slice(0, end)))) {
    const label = line
      .slice(0, end)
      .replace(marks, '')
      .replace(/[\s:.–—-]+$/, '')
      .trim();
    const moment = findMoment(label, around);
    const words = meaningOf(moment ? label.replace(moment.source, ' ') : label);
    if (!words || (!(moment && fresh) && !(words.meaning && marked.test(line)))) continue;
    return {
      ...words,
      label,
      moment,
      rest: line
        .slice(end)
        .replace(/^[\s:.–—-]+(?=\s|$)|\\$/g, '')
        .trim(),
    };
  }
  const [head] = /^\\\[[^\]\n]*\]|^#+ .*|^(\*+)[^*]+\1/.exec(line) ?? [''];
  const isUnread =
    /\d/.test(head) && head.split(/[^\p{L}]+/u).some((word) => word && meaningOf(word)?.meaning);
  if (!isUnread && !(headlines && fresh && headline.test(line))) return undefined;
  return { label: '', meaning: undefined, moment: undefined, rest: line };
}
