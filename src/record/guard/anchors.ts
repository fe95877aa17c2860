import Slugger from 'github-slugger';
import type { MdastNode } from 'satteri';
import { textIn } from '../../text/text-in.ts';

const headingsIn = (node: MdastNode): MdastNode[] =>
  node.type === 'heading'
    ? [node]
    : 'children' in node
      ? node.children.flatMap((child) => headingsIn(child as MdastNode))
      : [];

/** The names that the headings of a text get on its page, which links can lead to. */
export function anchorsIn(root: MdastNode): ReadonlySet<string> {
  const slugger = new Slugger();
  return new Set(headingsIn(root).map((heading) => slugger.slug(textIn(heading))));
}
