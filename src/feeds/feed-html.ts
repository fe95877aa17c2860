import sanitizeHtml from 'sanitize-html';

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
      th: ['scope', 'align'],
      td: ['align'],
      ol: ['start'],
    },
    allowedSchemes: ['http', 'https', 'mailto'],
    transformTags: { a: absoluteIn(page), img: absoluteIn(page) },
  })
    .replace(/\n\s*\n/g, '\n')
    .trim();
