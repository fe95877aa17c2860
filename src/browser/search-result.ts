/** What the index knows of a page. */
export interface Found {
  url: string;
  /** HTML: the words that were found are in <mark>. */
  excerpt: string;
  meta: { title?: string; kind?: string; date?: string };
}

const element = (name: string, ...children: (string | Node)[]): HTMLElement => {
  const made = document.createElement(name);
  made.append(...children);
  return made;
};

/** The text of an excerpt with its marks, and nothing else that may be in it. */
const marked = (html: string): (string | Node)[] =>
  [...new DOMParser().parseFromString(html, 'text/html').body.childNodes].map((node) =>
    node.nodeName === 'MARK' ? element('mark', node.textContent ?? '') : (node.textContent ?? ''),
  );

export function resultItem({
  url,
  excerpt,
  meta: { title = url, kind, date },
}: Found): HTMLElement {
  const link = document.createElement('a');
  link.href = url;
  link.textContent = title;
  const item = element(
    'li',
    link,
    element('p', [kind, date].filter(Boolean).join(' · ')),
    element('p', ...marked(excerpt)),
  );
  item.className = 'line';
  return item;
}
