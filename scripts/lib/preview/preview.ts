import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import sanitize from 'sanitize-html';
import { escapeHtml } from '../../../src/text/escape-html.ts';
import { mediaType } from '../../../src/text/media-type.ts';
import type { ChangedPage } from './changed-pages.ts';

interface Around {
  /** Where the built site is. */
  folder: string;
  origin: string;
  base: string;
  since: string;
}

/** What refers to an id of the same page. */
const references = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for', 'headers'];

/** The style sheet of the site, which is one for all pages. */
function stylesOf(folder: string): string {
  const assets = join(folder, '_astro');
  return readdirSync(assets)
    .filter((file) => file.endsWith('.css'))
    .map((file) => readFileSync(join(assets, file), 'utf8'))
    .join('\n')
    .replaceAll('</', '<\\/');
}

/** A file of the site as an address that has it in itself. */
function dataOf(address: string, { folder, base }: Around): string {
  const file = decodeURI(address.slice(base.length));
  return `data:${mediaType(file)};base64,${readFileSync(join(folder, file)).toString('base64')}`;
}

const titleOf = (html: string): string => /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';

/** Where a link leads within the preview, or to the site as it is. */
function targetOf(
  href: string,
  own: number,
  pages: readonly ChangedPage[],
  around: Around,
): string {
  if (href.startsWith('#')) return `#p${own}-${href.slice(1)}`;
  if (!href.startsWith(around.base)) return href;
  const [path = '', name] = href.slice(around.base.length).split('#');
  const page = pages.findIndex((one) => one.path === path);
  if (page === -1) return around.origin + href;
  return name ? `#p${page}-${name}` : `#p${page}`;
}

/** The part of a page that is its own, able to stand beside those of others: ids have the number of the page before them, and nothing is loaded. */
function partOf(index: number, pages: readonly ChangedPage[], around: Around): string {
  const [, main = ''] = /<main[^>]*>([\s\S]*)<\/main>/.exec(pages[index]?.html ?? '') ?? [];
  const named = (name: string): string => `p${index}-${name}`;
  return sanitize(main, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    allowedSchemes: ['http', 'https', 'mailto', 'data'],
    nonTextTags: ['script', 'style', 'template', 'iframe'],
    exclusiveFilter: ({ tag }) => /^(script|style|link|meta|iframe|template)$/i.test(tag),
    parser: { lowerCaseTags: false, lowerCaseAttributeNames: false },
    transformTags: {
      '*': (tagName, attribs) => {
        const changed = Object.entries(attribs).flatMap(([key, value]): [string, string][] => {
          if (/^(on|srcset$|sizes$)/i.test(key)) return [];
          if (key === 'id') return [[key, named(value)]];
          if (references.includes(key)) return [[key, value.split(' ').map(named).join(' ')]];
          if (key === 'href') return [[key, targetOf(value, index, pages, around)]];
          if (key === 'src')
            return value.startsWith(around.base) ? [[key, dataOf(value, around)]] : [];
          return [[key, value]];
        });
        return { tagName, attribs: Object.fromEntries(changed) };
      },
    },
  });
}

/** One file with all pages that differ, which opens without a network and runs nothing. */
export function previewOf(pages: readonly ChangedPage[], around: Around): string {
  const address = ({ path }: ChangedPage): string =>
    escapeHtml(`${around.origin}${around.base}${path}`);
  const contents = pages.map(
    (page, index) =>
      `<li><a href="#p${index}">${titleOf(page.html)}</a> ${page.isNew ? 'new' : 'changed'}</li>`,
  );
  const sections = pages.map(
    (page, index) =>
      `<hr><section id="p${index}"><p class="sub">${page.isNew ? 'New' : 'Changed'}: ${address(page)}</p>\n${partOf(index, pages, around)}\n</section>`,
  );
  const title = `What differs from ${escapeHtml(around.since)}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>
${stylesOf(around.folder)}
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${pages.length ? 'These pages are not public yet.' : 'No page differs.'}</p>
<ul>
${contents.join('\n')}
</ul>
${sections.join('\n')}
</main>
</body>
</html>
`;
}
