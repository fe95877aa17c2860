import { defineHastPlugin, defineMdastPlugin, markdownToHtml } from 'satteri';
import { linkTarget } from './guard/allowed.ts';
import { escapeHtml } from './escape-html.ts';

/** What a page cannot take from a field: raw HTML becomes the text that it is, a heading a bold line, a picture its description. */
const tamed = defineMdastPlugin({
  name: 'tamed',
  heading(node, context) {
    context.replaceNode(node, {
      type: 'paragraph',
      children: [{ type: 'strong', children: node.children }],
    });
  },
  html(node, context) {
    const text = { type: 'text', value: node.value } as const;
    const amongBlocks = ['root', 'blockquote', 'listItem'].includes(
      context.parent(node)?.type ?? 'root',
    );
    context.replaceNode(node, amongBlocks ? { type: 'paragraph', children: [text] } : text);
  },
  image(node, context) {
    context.replaceNode(node, { type: 'text', value: node.alt ?? '' });
  },
});

/** Links to pages of this site get the path under which it is served. What the guard refuses leads nowhere, should it ever come here. */
export function linksUnder(base: string) {
  const address = (url: string): string => {
    const target = linkTarget(url);
    return target === 'refused' ? '#' : target === 'site' ? base + url.slice(1) : url;
  };
  return defineMdastPlugin({
    name: 'links-under-base',
    link: (node, context) => context.setProperty(node, 'url', address(node.url)),
    definition: (node, context) => context.setProperty(node, 'url', address(node.url)),
  });
}

/** Cells are aligned by a class: the security policy of the pages allows no style in an attribute. */
export const alignedByClass = defineHastPlugin({
  name: 'aligned-by-class',
  element: {
    filter: ['th', 'td'],
    visit(node, context) {
      const [, side] =
        /text-align:\s*(right|center)/.exec(String(node.properties['style'] ?? '')) ?? [];
      context.setProperty(node, 'style', null);
      if (side) context.setProperty(node, 'className', side === 'right' ? ['end'] : ['center']);
    },
  },
});

/** The HTML of a Markdown field of several paragraphs. `base` begins and ends with a slash. */
export const blockHtml = (text: string, base: string): string =>
  markdownToHtml(text, {
    mdastPlugins: [tamed, linksUnder(base)],
    hastPlugins: [alignedByClass],
    features: { frontmatter: false, gfm: { footnotes: false } },
  }).html.trim();

/** The HTML of a Markdown field of one line, without a paragraph around it. A line that is a list or a heading in Markdown stays as it is. */
export function inlineHtml(text: string, base: string): string {
  const [, inside] =
    /^<p>((?:(?!<\/?p>)[\s\S])*)<\/p>$/.exec(/^#{1,6} /.test(text) ? '' : blockHtml(text, base)) ??
    [];
  return inside ?? escapeHtml(text);
}

/** HTML without its links, to stand in a link. Bare addresses are links in Markdown too, and titles name hosts. */
export const unlinked = (html: string): string => html.replace(/<\/?a\b[^>]*>/g, '');

/** Whether a task is done, where a box cannot be shown. */
export const taskMark = (done: boolean): string => (done ? '☑' : '☐');

/** A Markdown field as plain words in one line, for titles of pages, feeds and mail. */
export const plainText = (text: string): string =>
  (text.trim().includes('\n') ? blockHtml : inlineHtml)(text, '/')
    .replace(/<input type="checkbox"( checked)?[^>]*>/g, (_, checked) => taskMark(Boolean(checked)))
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
