import sanitizeHtml from 'sanitize-html';
import { taskMark } from '../../site/markdown.ts';

/** Code runs from left to right, whatever stands around it. */
const ltr = (tagName: string) => ({ tagName, attribs: { dir: 'ltr' } });

/** What only a page can show, or a style sheet turn, in a form that any reader has. */
const plainForms = {
  /** Of a list of tasks. */
  input: (_tagName: string, { checked }: Record<string, string>) => ({
    tagName: 'span',
    attribs: {},
    text: taskMark(checked !== undefined),
  }),
  pre: ltr,
  code: ltr,
};

const absoluteIn = (page: string) => (tagName: string, attribs: Record<string, string>) => {
  const attributes = { ...attribs };
  for (const name of ['href', 'src']) {
    const address = attributes[name];
    if (address !== undefined) attributes[name] = URL.parse(address, page)?.href ?? page;
  }
  return { tagName, attribs: attributes };
};

/** HTML of the page at `page` (an absolute address) as it can stand in a feed reader: no classes, no ids, no address that needs the page. */
export const feedHtml = (html: string, page: string): string =>
  sanitizeHtml(html, {
    allowedTags: [...sanitizeHtml.defaults.allowedTags, 'img', 'del', 'ins', 'details', 'summary'],
    allowedAttributes: {
      a: ['href'],
      img: ['src', 'alt', 'width', 'height'],
      time: ['datetime'],
      abbr: ['title'],
      span: ['lang', 'dir'],
      div: ['lang', 'dir'],
      pre: ['dir'],
      code: ['dir'],
      th: ['scope', 'align'],
      td: ['align'],
      ol: ['start'],
    },
    allowedSchemes: ['http', 'https', 'mailto'],
    transformTags: { ...plainForms, a: absoluteIn(page), img: absoluteIn(page) },
  })
    .replace(/\n\s*\n/g, '\n')
    .trim();
