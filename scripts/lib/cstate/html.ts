import { markdownToMdast } from 'satteri';
import { attribute, isLost, roleOf, signOf, tagPattern } from './html-elements.ts';
import type { Note } from './loss.ts';
import { features, withParents } from './tree.ts';

/** Markdown as it grows, and what is open in it. */
interface Page {
  text: string;
  targets: (string | undefined)[];
  lists: string[];
}

const startsLine = /(?:^|\n)[ \t]*(?:>|-|\d+\.) $/;

function sign(page: Page, mark: string, closing: boolean): void {
  const trimmed = page.text.trimEnd();
  if (!closing) page.text += mark;
  // An element without text leaves nothing behind, and Markdown wants its signs to touch the text.
  else if (trimmed.endsWith(mark)) page.text = trimmed.slice(0, -mark.length);
  else page.text = trimmed + mark + page.text.slice(trimmed.length);
}

function anchor(page: Page, attributes: string, closing: boolean): void {
  const target = closing ? page.targets.pop() : attribute(attributes, 'href');
  if (!closing) page.targets.push(target);
  if (target)
    page.text = closing
      ? `${page.text.trimEnd()}](<${target.replace(/[<>\n]/g, '')}>)`
      : `${page.text}[`;
}

function list(page: Page, name: string, closing: boolean): void {
  if (closing) page.lists.pop();
  if (page.lists.length === 0) page.text = `${page.text.trimEnd()}\n\n`;
  if (!closing) page.lists.push(name);
}

function item(page: Page): void {
  const indent = '   '.repeat(Math.max(0, page.lists.length - 1));
  page.text = `${page.text.replace(/[ \t]+$/, '').replace(/(?<!\n)$/, '\n')}${indent}${page.lists.at(-1) === 'ol' ? '1.' : '-'} `;
}

// Two of them are the end of a paragraph.
const lineBreak = (page: Page): string =>
  / {2}\n$/.test(page.text) ? '\n' : `${page.text.endsWith('\n') ? '' : '  \n'}`;

/** Writes one tag. */
function tag(page: Page, name: string, attributes: string, closing: boolean): void {
  const role = roleOf(name);
  if (role === 'pair') sign(page, signOf(name), closing);
  if (role === 'anchor') anchor(page, attributes, closing);
  if (role === 'list') list(page, name, closing);
  if (role === 'item' && !closing) item(page);
  if (role === 'block' && (closing || !startsLine.test(page.text))) page.text += '\n\n';
  if (role === 'line') page.text += '\n';
  if (role === 'cell') page.text += ' ';
  if (role === 'break') page.text += lineBreak(page);
  if (role === 'rule') page.text += '\n\n---\n\n';
  if (role === 'code') page.text += closing ? '\n```\n\n' : '\n\n```\n';
  if (role === 'quote') page.text += closing ? '\n\n' : '\n\n> ';
  if (role === 'heading')
    page.text += closing ? '\n\n' : `\n\n${'#'.repeat(Number(name.slice(1)))} `;
  if (role === 'picture')
    page.text += `![${attribute(attributes, 'alt') ?? ''}](<${attribute(attributes, 'src') ?? ''}>)`;
}

/** Text between tags. Indented text in a block of HTML must not become a block of code. */
function add(page: Page, text: string, block: boolean): void {
  const flat = block ? text.replace(/\n[ \t]+/g, '\n') : text;
  page.text += page.text.endsWith('\n')
    ? flat.replace(block ? /^\s+/ : /^[ \t]*\n(?=\S)/, '')
    : flat;
}

/** What begins like a tag and is none. */
const asText = (source: string): string => source.replace(/<(?=[a-z/!?])/gi, '\\<');

function comment(source: string, note: Note): void {
  const words = source.replace(/^<!--|-->$/g, '');
  if (/[\p{L}\p{N}]/u.test(words)) note('html-comment', words);
}

/** Writes a piece of HTML. */
function html(page: Page, source: string, block: boolean, note: Note): void {
  let last = 0;
  for (const match of source.matchAll(tagPattern)) {
    const [whole, swallowed, slash, name = '', attributes = ''] = match;
    const role = roleOf(name.toLowerCase());
    add(page, asText(source.slice(last, match.index)), block);
    last = match.index + whole.length;
    if (whole.startsWith('<!--')) comment(whole, note);
    else if (swallowed || !name) note('html-tag', whole);
    else if (role) {
      tag(page, name.toLowerCase(), attributes, slash === '/');
      if (!slash && isLost(role, name.toLowerCase())) note('html-tag', `<${name.toLowerCase()}>`);
    } else {
      note('html-kept', whole);
      page.text += `\\${whole}`;
    }
  }
  add(page, asText(source.slice(last)), block);
}

const newPage = (): Page => ({ text: '', targets: [], lists: [] });
const containers = new Set(['root', 'listItem', 'blockquote']);

/** Markdown without HTML: its elements become Markdown, or are taken out and noted. Code is left alone. */
export function withoutHtml(markdown: string, note: Note): string {
  const page = newPage();
  let last = 0;
  for (const { node, parents, start, end } of withParents(
    markdownToMdast(markdown, { features }),
  )) {
    if (node.type !== 'html') continue;
    add(page, markdown.slice(last, start), false);
    html(page, markdown.slice(start, end), containers.has(parents.at(-1)?.type ?? 'root'), note);
    last = end;
  }
  add(page, markdown.slice(last), false);
  return page.text;
}

/** The Markdown of a page that is HTML as a whole. */
export function fromHtml(source: string, note: Note): string {
  const page = newPage();
  html(page, source, true, note);
  return page.text;
}
