import { readFileSync, readdirSync } from 'node:fs';
import { type MdastNode, markdownToMdast } from 'satteri';

/** What is written for people: the pages of the documentation, by their path in the project. */
export const docs: readonly string[] = [
  'CONTRIBUTING.md',
  'README.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file.replaceAll('\\', '/')}`)
    .sort(),
];

const within = (node: MdastNode): MdastNode[] => [
  node,
  ...('children' in node ? node.children.flatMap((child) => within(child as MdastNode)) : []),
];

const nodesIn = (page: string): MdastNode[] => within(markdownToMdast(readFileSync(page, 'utf8')));

export interface Code {
  page: string;
  line: number;
  lang: string;
  /** What stands behind the language. */
  meta: string;
  text: string;
}

/** The pieces of code on a page. */
export const codeIn = (page: string): Code[] =>
  nodesIn(page).flatMap((node) =>
    node.type === 'code'
      ? [
          {
            page,
            line: node.position?.start.line ?? 0,
            lang: node.lang ?? '',
            meta: node.meta ?? '',
            text: `${node.value}\n`,
          },
        ]
      : [],
  );

/** Where the links and pictures of a page lead. */
export const linksIn = (page: string): string[] =>
  nodesIn(page).flatMap((node) =>
    node.type === 'link' || node.type === 'image' || node.type === 'definition' ? [node.url] : [],
  );

const textOf = (node: MdastNode): string =>
  within(node)
    .map((inner) => ('value' in inner ? String(inner.value) : ''))
    .join('');

/** The names by which the headings of a page can be linked to, as GitHub makes them. */
export const anchorsIn = (page: string): string[] =>
  nodesIn(page)
    .filter(({ type }) => type === 'heading')
    .map((heading) =>
      textOf(heading)
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replace(/\s/g, '-'),
    );
