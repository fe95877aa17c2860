import { hidden } from '../../text/hidden.ts';

/** Nobody sees it, and GitHub does not take what stands around it for one word. */
const gap = '\u200B';

const wellFormed = (text: string): string =>
  text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');

const unseen = new RegExp(`${hidden.source}|(?![\\u200C\\u200D])\\p{Cf}`, 'gu');

/** Without control characters, and without what turns the direction of text or hides in it; joiners make letters and pictures of others. */
const visible = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(unseen, '');

const address = /(?<![a-z0-9])(?:https?:\/\/[^\s<>)\]"'`]+|mailto:[^\s<>)\]"'`#]+)/gi;

/** The beginning of a word for a character, but for those that mean nothing to GitHub: any other could spell what does. */
const spelled = /&(?=#?\w+;)(?!(?:amp|lt|gt|quot|nbsp|ndash|mdash|hellip);)/gi;

/** Everything GitHub makes something of: people, teams, issues, its own addresses, HTML and its comments; also in Markdown’s disguises. */
const inert = (text: string): string =>
  text
    .replace(spelled, `&${gap}`)
    .replace(/[@\uFF20](?!\s)/g, `@${gap}`)
    .replace(/[#\uFF03](?=[^\s#])/g, `#${gap}`)
    .replace(/(?<![a-z0-9])gh(?=\\?-\d)/gi, `$&${gap}`)
    .replace(/github(?=\\?\.com)/gi, `$&${gap}`)
    .replace(/<(?=[a-z/!?])/gi, `<${gap}`)
    .replace(/--(?=!?>)/g, `-${gap}-${gap}`);

/** Addresses whose targets GitHub would tell that they were mentioned. It does not tell them if the address takes a detour that GitHub itself offers. */
const noted =
  /^https?:\/\/(?:www\.)?github\.com\/(?=[^/]+\/[^/]+\/(?:issues|pull|discussions|commit)\/)/i;

const quiet = (url: string): string =>
  url
    .replace(noted, 'https://redirect.github.com/')
    .replace(/(?<!^https?:\/\/[\w.-]*)github\.com/gi, 'github%2Ecom')
    .replace(/&(#?)(?=\w+;)(?!amp;)/gi, (_, hash: string) => (hash ? '%26%23' : '%26'))
    .replaceAll('@', '%40')
    .replaceAll('--', '-%2D')
    .replace(/(?<![a-z0-9])(gh)-(?=\d)/gi, '$1%2D');

/**
 * Text from the record as it may stand in an issue: it pings nobody, refers to no issue, opens and closes no HTML, and holds nothing
 * unseen but the gaps that see to that. Addresses keep working.
 */
export function neutral(text: string): string {
  const plain = visible(wellFormed(text));
  let result = '';
  let from = 0;
  for (const { 0: found, index } of plain.matchAll(address)) {
    result += inert(plain.slice(from, index)) + quiet(found);
    from = index + found.length;
  }
  return result + inert(plain.slice(from));
}

/** The same on one line, as a title or an item of a list needs it. */
export const neutralLine = (text: string): string => neutral(text).replace(/\s+/g, ' ').trim();

/** At most `length` UTF-16 units, ended by `…`, without cutting a character in two. */
export const shortened = (text: string, length: number): string =>
  text.length <= length
    ? text
    : `${text.slice(0, Math.max(0, length - 1)).replace(/[\uD800-\uDBFF]$/, '')}…`;
