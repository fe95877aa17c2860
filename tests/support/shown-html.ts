import { type HastNode, htmlToHast } from 'satteri';
import { textIn } from '../../src/text/text-in.ts';

const elementsIn = (node: HastNode): string[] => [
  ...(node.type === 'element' ? [node.tagName] : []),
  ...('children' in node ? node.children.flatMap((child) => elementsIn(child as HastNode)) : []),
];

/** The elements that a browser makes of HTML, and the text that it shows. */
export function shownHtml(html: string): { elements: string[]; text: string } {
  const root = htmlToHast(html, { fragment: true });
  return { elements: elementsIn(root), text: textIn(root) };
}
