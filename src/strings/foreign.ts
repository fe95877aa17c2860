/** Around a text in another language than that of its page: U+2066 and U+2069, which isolate its direction. Nothing that is written can have them. */
const [begin, end] = ['\u2066', '\u2069'];

export const asForeign = (text: string): string => `${begin}${text}${end}`;

/** The marks, also as they stand in addresses. */
const marks = /[\u2066\u2069]|%E2%81%A[69]/g;

const withoutMarks = (text: string): string => text.replace(marks, '');

/** A comment, an element that holds nothing but text, or a tag; what stands between them is text. */
const pieces =
  /<!--[^]*?-->|<(title|option|script|style|textarea)\b[^>]*>[^]*?<\/\1>|<\/?[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi;

const inElements = (text: string): string =>
  text.replaceAll(begin, '<span lang="en" dir="ltr">').replaceAll(end, '</span>');

/**
 * A page in which each text that is marked says that it is English, if an element can say that of it: in attributes, titles and choices, the
 * marks are only taken away.
 */
export function sayForeign(html: string): string {
  let at = 0;
  let page = '';
  for (const { 0: piece, index } of html.matchAll(pieces)) {
    page += inElements(html.slice(at, index)) + withoutMarks(piece);
    at = index + piece.length;
  }
  return page + inElements(html.slice(at));
}
