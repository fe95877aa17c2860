import { type MdastNode, markdownToMdast } from 'satteri';
import { features } from './tree.ts';

/** Text on one line. */
export const asLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const isPlain = (node: MdastNode): boolean =>
  node.type === 'text' ||
  node.type === 'inlineCode' ||
  ('children' in node &&
    (node.type === 'root' || node.type === 'paragraph') &&
    node.children.every(isPlain));

/** Plain text as one line of inline Markdown: what would be read as a sign is escaped. Code in backticks stays code. */
export function plainLine(text: string): string {
  const line = asLine(text);
  if (line === '' || isPlain(markdownToMdast(line, { features }))) return line;
  return line
    .replace(/[\\*_[\]<>~|]/g, '\\$&')
    .replace(/^([#+-])(?=\s|#)/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s)/, '$1\\$2');
}
