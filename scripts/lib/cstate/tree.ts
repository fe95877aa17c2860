import type { Features, MdastNode } from 'satteri';

/** How the old site's Markdown is parsed: without footnotes, because an update cannot refer to the foot of another one. */
export const features: Features = { frontmatter: false, gfm: { footnotes: false } };

export interface Placed {
  node: MdastNode;
  /** From the root down. */
  parents: readonly MdastNode[];
  start: number;
  end: number;
}

/** Every node in the order of the text, with its place in the source. */
export function* withParents(
  node: MdastNode,
  parents: readonly MdastNode[] = [],
): Generator<Placed> {
  const { position } = node;
  if (position?.start.offset !== undefined && position.end.offset !== undefined) {
    yield { node, parents, start: position.start.offset, end: position.end.offset };
  }
  if ('children' in node)
    for (const child of node.children) yield* withParents(child, [...parents, node]);
}
