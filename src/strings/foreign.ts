/** Around a text in another language than that of its page: U+2066 and U+2069, which isolate its direction. Nothing that is written can have them. */
const [begin, end] = ['\u2066', '\u2069'];

export const asForeign = (text: string): string => `${begin}${text}${end}`;

/** Whether a page has such texts. */
export const hasForeign = (text: string): boolean => text.includes(begin);

export const withoutForeign = (text: string): string =>
  text.replaceAll(begin, '').replaceAll(end, '');

/** A comment, an element that holds nothing but text, or a tag; what stands between them is text. */
const pieces =
  /<!--[^]*?-->|<(title|option|script|style|textarea)\b[^>]*>[^]*?<\/\1>|<\/?[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi;

/**
 * A page in which each text that is marked says that it is English, if an element can say that of it: in attributes, titles and choices, the
 * marks are only taken away.
 */
export function sayForeign(html: string): string {
  const inText = (text: string): string =>
    text.replaceAll(begin, '<span lang="en" dir="ltr">').replaceAll(end, '</span>');
  let at = 0;
  let page = '';
  for (const { 0: piece, index } of html.matchAll(pieces)) {
    page += inText(html.slice(at, index)) + withoutForeign(piece);
    at = index + piece.length;
  }
  return page + inText(html.slice(at));
}
