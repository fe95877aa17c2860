/** What becomes of an HTML element in Markdown. */
export type Role =
  | 'pair'
  | 'block'
  | 'line'
  | 'cell'
  | 'plain'
  | 'silent'
  | 'list'
  | 'item'
  | 'anchor'
  | 'picture'
  | 'break'
  | 'rule'
  | 'code'
  | 'quote'
  | 'heading';

const elements: Record<Role, string> = {
  pair: 'b strong i em cite var del s strike code kbd samp tt',
  block:
    'p div section article header footer main aside figure figcaption table thead tbody tfoot caption dl details summary center address',
  line: 'tr dt dd',
  cell: 'td th',
  plain:
    'span font u small big sub sup mark abbr time ins q label colgroup col html body picture source',
  silent:
    'script style iframe object embed video audio svg form button input select textarea template noscript head',
  list: 'ul ol',
  item: 'li',
  anchor: 'a',
  picture: 'img',
  break: 'br',
  rule: 'hr',
  code: 'pre',
  quote: 'blockquote',
  heading: 'h1 h2 h3 h4 h5 h6',
};

const roles = new Map(
  Object.entries(elements).flatMap(([role, names]) =>
    names.split(' ').map((name) => [name, role as Role]),
  ),
);

/** `undefined` for what only looks like a tag, as in “the <ID> of the agent”. */
export const roleOf = (name: string): Role | undefined => roles.get(name);

const bold = new Set(['b', 'strong']);
const struck = new Set(['del', 's', 'strike']);
const code = new Set(['code', 'kbd', 'samp', 'tt']);

/** The sign that Markdown writes on both sides of the text of a `pair`. */
export const signOf = (name: string): string =>
  bold.has(name) ? '**' : struck.has(name) ? '~~' : code.has(name) ? '`' : '*';

/** Elements that the record has no counterpart for, and that did more than lay the text out. */
export const isLost = (role: Role, name: string): boolean =>
  role === 'plain' ||
  role === 'silent' ||
  role === 'line' ||
  role === 'cell' ||
  (role === 'block' && name !== 'p' && name !== 'div');

const swallowed = 'script|style|iframe|object|video|audio|svg|form|select|textarea|template|head';
const attributes = '(?:\\s+[^\\s=<>"\'/]+(?:\\s*=\\s*(?:"[^"]*"|\'[^\']*\'|[^\\s>"\']+))?)*';

/** A comment, an element with all that it holds, a declaration, or a tag: closing slash, name, attributes. */
export const tagPattern = new RegExp(
  `<!--[\\s\\S]*?(?:-->|$)|<(${swallowed})\\b[\\s\\S]*?(?:</\\1\\s*>|$)|<[?!][\\s\\S]*?(?:>|$)|<(/?)([a-z][a-z0-9-]*)(${attributes})\\s*/?>`,
  'gi',
);

/** The value of an attribute, from the text of all of them. */
export function attribute(list: string, name: string): string | undefined {
  const found = new RegExp(
    `(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>"']+))`,
    'i',
  ).exec(list);
  return found
    ?.slice(1)
    .find((value) => value !== undefined)
    ?.trim();
}
