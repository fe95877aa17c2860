import { parser } from './parser.ts';

type View = ReturnType<ReturnType<typeof parser>>;

export interface Word {
  /** In small letters, without what stands around it. */
  normal: string;
  /** As it is written, with the signs before and behind it that belong to it, such as “%”. */
  written: string;
}

/** A sentence, where it begins in its text, and its words. What is quoted or is code is blank in it. */
export interface Sentence {
  text: string;
  from: number;
  words: readonly Word[];
  /** For what looks for phrases. */
  view: View;
}

/** What others say, what machines read, and addresses: none of it is said by who writes. */
const notSaid = [
  /<Quote\b[\s\S]*?<\/Quote>/g,
  /(```|~~~)[\s\S]*?(?:\1|$)/g,
  /`[^`]*`/g,
  /^>.*$/gm,
  /“[^”]*”|„[^“”]*[“”]|«[^»]*»|(?<!\w)"[^"\n]*"(?!\w)/g,
  /(?<![\w’])‘[^’]*’(?!\w)/g,
  /\]\([^)]*\)/g,
  /https?:\/\/\S+/g,
  /<\/?[A-Za-z][^>]*>/g,
  /<!--[\s\S]*?-->/g,
];

function each(view: View): View[] {
  const all: View[] = [];
  view.forEach((one) => all.push(one));
  return all;
}

const blank = (found: string): string => found.replace(/[^\n]/g, ' ');

/** Where a paragraph, a point of a list, a heading or, beyond doubt, a sentence ends: a part without a phrase need not be taken apart. */
const breaks = /\n\s*\n|(?<=\p{Ll}{3}[.!?])\s+(?=\p{Lu})|\n(?=[ \t]*(?:[-*+#|]|\d+[.)])\s?)/gu;

function* paragraphs(text: string): Generator<{ text: string; from: number }> {
  let from = 0;
  for (const { 0: gap, index } of text.matchAll(breaks)) {
    yield { text: text.slice(from, index), from };
    from = index + gap.length;
  }
  yield { text: text.slice(from), from };
}

/** What a text says by itself: as long as the text, and blank where it quotes. */
export const saidIn = (text: string): string =>
  notSaid.reduce((rest, quoted) => rest.replace(quoted, blank), text);

/**
 * The sentences of a text in Markdown. Only paragraphs that `concerns` are taken apart: most have nothing that anybody looks for, and to take
 * all apart takes a second for half a megabyte.
 */
export function* sentences(text: string, concerns: (text: string) => boolean): Generator<Sentence> {
  for (const paragraph of paragraphs(saidIn(text))) {
    const plain = paragraph.text.replace(/[\n*_#]/g, ' ');
    if (!concerns(plain)) continue;
    let at = 0;
    for (const view of each(parser()(plain))) {
      const sentence: string = view.text();
      const found = plain.indexOf(sentence, at);
      const from = found === -1 ? at : found;
      at = from + sentence.length;
      const words = view.termList().map(({ normal, text: written, pre, post }) => ({
        normal,
        written: `${pre.trim()}${written}${post.trim()}`,
      }));
      yield { text: sentence, from: paragraph.from + from, words, view };
    }
  }
}
