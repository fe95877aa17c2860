import type { Nodes as Html, Root as HtmlRoot } from 'hast';
import type { Nodes, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import rehypeRaw from 'rehype-raw';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { shows } from '../../../src/text/hidden.ts';
import { isOnlyWords } from '../../../src/text/only-words.ts';
import { plain, unwritten, written } from './html-elements.ts';
import { type Place, wholeLink } from './links.ts';
import type { CommonNote } from './losses.ts';
import { visible } from './source-text.ts';

const parser = unified().use(remarkParse).use(remarkGfm);
const toHtml = unified().use(remarkRehype, { allowDangerousHtml: true }).use(rehypeRaw);
const fromHtml = unified().use(rehypeRemark, { newlines: true, document: false });
const writer = unified()
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-' });

/** HTML with every comment closed, in which what only looks like a tag, as in “the <ID> of the agent”, is text. */
const wholeHtml = (html: string, note: CommonNote): string =>
  html
    .replace(/<!--(?:(?!-->)[^])*$/, '$&-->')
    .replace(/<!--[^]*?-->|<\/?([a-z][^\s/>]*)[^>]*>?/gi, (tag, name: string | undefined) => {
      const isTag = [plain, unwritten, written].some((names) =>
        names.has(name?.toLowerCase() ?? ''),
      );
      if (name === undefined || (isTag && tag.endsWith('>'))) return tag;
      note('html-kept', tag);
      return tag.replaceAll('<', '&lt;');
    });

/** Replaces references to other places of the page by their text, because an update is read alone. */
function withoutReferences(tree: Root, source: string): void {
  const asWritten = ({ position }: Nodes): RootContent => {
    const value = source.slice(position?.start.offset, position?.end.offset);
    return { type: 'paragraph', children: [{ type: 'text', value }] };
  };
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return;
    // “[Update]: done” has the form of a definition, but is none.
    const isText = node.type === 'definition' && !/[/.#:]/.test(node.url);
    if (isText || node.type === 'footnoteDefinition') parent.children[index] = asWritten(node);
    if (node.type === 'footnoteReference')
      parent.children[index] = { type: 'text', value: `[^${node.identifier}]` };
  });
}

/** Gives tables as many columns as their longest row has cells: what is beyond the columns of the heading would be left out. */
const withAllCells = (tree: Root): void =>
  visit(tree, 'table', (table) => {
    const columns = Math.max(...table.children.map(({ children }) => children.length));
    table.align = Array.from({ length: columns }, (_, column) => table.align?.[column] ?? null);
  });

/** Takes out of a page what no record has. */
function clean(tree: HtmlRoot, place: Place, note: CommonNote): void {
  visit(tree, (node: Html, index, parent) => {
    if (node.type === 'text') node.value = visible(node.value.replaceAll('\u00A0', ' '), note);
    if (node.type === 'comment' && /[\p{L}\p{N}]/u.test(node.value))
      note('html-comment', node.value);
    const isGone = node.type === 'element' && unwritten.has(node.tagName);
    if (isGone) note('html-tag', `<${node.tagName}> ${toString(node.content ?? node)}`);
    if (parent && index !== undefined && (isGone || node.type === 'comment')) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (node.type !== 'element') return undefined;
    if (plain.has(node.tagName)) note('html-tag', `<${node.tagName}>`);
    wholeLink(node, place, note);
    return undefined;
  });
}

/** The Markdown that a text with HTML in it, or a page that is HTML, comes to, as it would be written by hand. */
export function markdownOf(
  source: string,
  isHtml: boolean,
  place: Place,
  note: CommonNote,
): string {
  const tree: Root = isHtml
    ? { type: 'root', children: [{ type: 'html', value: source }] }
    : parser.parse(source);
  withoutReferences(tree, source);
  withAllCells(tree);
  visit(tree, 'html', (node) => void (node.value = wholeHtml(node.value, note)));
  const html = toHtml.runSync(tree) as HtmlRoot;
  clean(html, place, note);
  return writer.stringify(fromHtml.runSync(html) as Root).trim();
}

/** Whether a reader sees anything of Markdown. What begins with a letter begins a paragraph with it, and need not be parsed. */
export const showsText = (markdown: string): boolean =>
  /^[A-Za-z]/.test(markdown) || shows(toString(parser.parse(markdown)));

/** Text on one line. */
export const asLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const isPlain = (node: Nodes): boolean =>
  /^(root|paragraph|text|inlineCode)$/.test(node.type) &&
  (!('children' in node) || node.children.every(isPlain));

/** Plain text as one line of inline Markdown: what would be read as a sign is escaped. Code in backticks stays code. */
export function plainLine(text: string): string {
  const value = asLine(text);
  if (isOnlyWords(value) || isPlain(parser.parse(value))) return value;
  const paragraph: RootContent = { type: 'paragraph', children: [{ type: 'text', value }] };
  return writer.stringify({ type: 'root', children: [paragraph] }).trim();
}
