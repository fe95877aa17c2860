import { type MdastNode, markdownToMdast } from 'satteri';
import { type Edit, apply } from './edits.ts';
import type { Note } from './loss.ts';
import { type Placed, features, withParents } from './tree.ts';

/** Where the old site was, and the page in it that a relative link starts from. */
export interface Place {
  site: string | undefined;
  page: string;
}

const safe = new Set(['http:', 'https:', 'mailto:']);

/** The whole address of a link; `undefined` if it leads nowhere that may be linked to. */
function resolve(target: string, { site, page }: Place, note: Note): string | undefined {
  const fromSite = target.startsWith('site:');
  const path = fromSite ? `.${target.slice('site:'.length)}` : target;
  if (/^[a-z][a-z\d+.-]*:/i.test(path)) {
    if (URL.canParse(path) && safe.has(new URL(path).protocol)) return path;
    note('unsafe-link', path);
    return undefined;
  }
  const base = site && (fromSite ? site : new URL(page, site).href);
  if (base && URL.canParse(path, base)) return new URL(path, base).href;
  note('relative-link', path);
  return undefined;
}

const bracketed = (url: string): string =>
  /[\s()<>]/.test(url)
    ? `<${url.replace(/[<>]/g, encodeURIComponent).replace(/\s/g, '%20')}>`
    : url;

const definitionsOf = (nodes: readonly Placed[]): Map<string, string> =>
  new Map(
    nodes.flatMap(({ node }) =>
      node.type === 'definition' ? [[node.identifier.toLowerCase(), node.url]] : [],
    ),
  );

function targetOf(node: MdastNode, definitions: ReadonlyMap<string, string>): string | undefined {
  if (node.type === 'link' || node.type === 'image') return node.url;
  if (node.type === 'linkReference' || node.type === 'imageReference')
    return definitions.get(node.identifier.toLowerCase());
  return undefined;
}

/** A link keeps its text; only what follows it is written anew. */
function linkEdits(
  { node, start, end }: Placed,
  source: string,
  target: string,
  place: Place,
  note: Note,
): Edit[] {
  if (!source.startsWith('[', start)) {
    const scheme = /^<?([a-z][a-z\d+.-]*:)/i.exec(source.slice(start, end))?.[1]?.toLowerCase();
    return scheme && !safe.has(scheme) ? [{ start, end: start + 1, text: '\\<' }] : [];
  }
  const inner = 'children' in node ? node.children.at(-1)?.position?.end.offset : undefined;
  const tail = inner ?? start + 1;
  const url = resolve(target, place, note);
  if (url === target && node.type === 'link') return [];
  if (url) return [{ start: tail, end, text: `](${bracketed(url)})` }];
  return [
    { start, end: start + 1, text: '' },
    { start: tail, end, text: '' },
  ];
}

/** A picture becomes a link: a status page shows nothing that another server could change or count. */
function pictureEdit(
  { node, parents, start, end }: Placed,
  target: string,
  place: Place,
  note: Note,
): Edit {
  const alt =
    ('alt' in node && node.alt) || target.replace(/[?#].*$/, '').replace(/^.*\/(?=.)/, '');
  const text = alt.replace(/[[\]\\]/g, '\\$&');
  const url = resolve(target, place, note);
  note('picture', url ?? target);
  return {
    start,
    end,
    text:
      url && !parents.some(({ type }) => type.startsWith('link'))
        ? `[${text}](${bracketed(url)})`
        : text,
  };
}

/** Markdown whose links lead somewhere from any page: whole addresses, written where the link is, and none that runs. Pictures become links. */
export function withWholeLinks(markdown: string, place: Place, note: Note): string {
  const nodes = [...withParents(markdownToMdast(markdown, { features }))];
  const definitions = definitionsOf(nodes);
  return apply(
    markdown,
    nodes.flatMap((placed): Edit[] => {
      const { node, start, end } = placed;
      // “[Update]: done” has the form of a definition, but is none.
      if (node.type === 'definition')
        return /[/.#:]/.test(node.url) ? [{ start, end, text: '' }] : [];
      const target = targetOf(node, definitions);
      if (target === undefined) return [];
      return node.type.startsWith('image')
        ? [pictureEdit(placed, target, place, note)]
        : linkEdits(placed, markdown, target, place, note);
    }),
  );
}
