import { defineHastPlugin, defineMdastPlugin, markdownToHtml } from 'satteri';
import { linkTarget } from '../record/guard/allowed.ts';
import { escapeHtml } from '../text/escape-html.ts';
import { isOnlyWords } from '../text/only-words.ts';
import { textIn } from '../text/text-in.ts';

/** Titles and texts stand on many pages and in feeds: what becomes of each is worked out once. */
function once<Of extends readonly unknown[], Made>(make: (...of: Of) => Made) {
  const made = new Map<string, Made>();
  return (...of: Of): Made => {
    const key = JSON.stringify(of);
    const known = made.get(key) ?? make(...of);
    made.set(key, known);
    return known;
  };
}

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

/** Links become the words in them. Bare addresses are links in Markdown too, and titles name hosts. */
const unlinked = defineHastPlugin({
  name: 'unlinked',
  element: { filter: ['a'], visit: (node, context) => context.replaceNode(node, node.children) },
});

/** Looks whether a text is nothing but a paragraph, before a heading becomes one too. */
const lineFound = defineMdastPlugin({
  name: 'line-found',
  before({ children }, { data }) {
    data['isLine'] = children.length === 1 && children[0]?.type === 'paragraph';
  },
});

/** Takes the paragraph from around a line. */
const lineBare = defineHastPlugin({
  name: 'line-bare',
  after(root, context) {
    const [paragraph] = root.children;
    if (context.data['isLine'] && paragraph && 'children' in paragraph)
      context.replaceNode(root, { type: 'root', children: paragraph.children });
  },
});

/** Whether a task is done, where a box cannot be shown. */
export const taskMark = (done: boolean): string => (done ? '☑' : '☐');

const tasksMarked = defineHastPlugin({
  name: 'tasks-marked',
  element: {
    filter: ['input'],
    visit: (node, context) =>
      context.replaceNode(node, {
        type: 'text',
        value: taskMark(Boolean(node.properties['checked'])),
      }),
  },
});

const textKept = defineHastPlugin({
  name: 'text-kept',
  after: (root, { data }) => void (data['text'] = textIn(root)),
});

const features = { frontmatter: false, gfm: { footnotes: false } };

/** The HTML of a Markdown field of several paragraphs. `base` begins and ends with a slash. */
export const blockHtml = once((text: string, base: string): string =>
  isOnlyWords(text)
    ? `<p>${text.trim()}</p>`
    : markdownToHtml(text, {
        mdastPlugins: [tamed, linksUnder(base)],
        hastPlugins: [alignedByClass],
        features,
      }).html.trim(),
);

/**
 * The HTML of a Markdown field of one line, without a paragraph around it. A line that is a list or a heading in Markdown stays as it is. In a
 * link, which can have no other inside, it has no links.
 */
export const inlineHtml = once((text: string, base: string, { inLink = false } = {}): string => {
  if (isOnlyWords(text)) return text.trim();
  const { html, data } = markdownToHtml(text, {
    mdastPlugins: [lineFound, tamed, linksUnder(base)],
    hastPlugins: [inLink ? unlinked : null, lineBare],
    features,
  });
  return data['isLine'] ? html.trim() : escapeHtml(text);
});

/** A Markdown field as plain words in one line, for titles of pages, feeds and mail. */
export const plainText = once((text: string): string => {
  if (isOnlyWords(text)) return text.replace(/\s+/g, ' ').trim();
  const { data } = markdownToHtml(text, {
    mdastPlugins: [lineFound, tamed],
    hastPlugins: [tasksMarked, textKept],
    features,
  });
  const isWritten = data['isLine'] || text.trim().includes('\n');
  return (isWritten ? String(data['text']) : text).replace(/\s+/g, ' ').trim();
});
