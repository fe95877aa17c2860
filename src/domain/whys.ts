import { z } from 'zod';
import { block, id, line } from './text.ts';

export const why = z.strictObject({
  id: id.optional().describe('Needed when an action breaks it or another why follows it'),
  why: line.describe('The question'),
  because: block.describe('The answer, about the system and not about a person'),
  evidence: z
    .array(line)
    .max(100)
    .default([])
    .describe('What shows that the answer is true; without it the answer is only suspected'),
  follows: id.optional().describe('The id of the why it asks about; left out, the one before'),
  accepted_risk: block.optional().describe('Why nothing will be done about it'),
});

export type Why = z.output<typeof why>;

/** A why and those that ask about its answer. `index` is its place in the frontmatter. */
export interface WhyNode {
  why: Why;
  index: number;
  next: WhyNode[];
}

/** With evidence an answer is confirmed, without it suspected; nobody has to claim which. */
export const isConfirmed = ({ evidence }: Why): boolean => evidence.length > 0;

/** The place of the why that each follows: by default the one before. `undefined` for a root or an id that does not exist. */
export function parents(whys: readonly Why[]): (number | undefined)[] {
  return whys.map(({ follows }, index) => {
    if (follows === undefined) return index === 0 ? undefined : index - 1;
    const found = whys.findIndex(({ id }) => id === follows);
    return found === -1 ? undefined : found;
  });
}

/** The places of whys that, followed upwards, come back to themselves. */
export function cyclic(whys: readonly Why[]): number[] {
  const up = parents(whys);
  return whys.flatMap((_, start) => {
    let at = up[start];
    for (let steps = 0; at !== undefined && at !== start && steps < whys.length; steps++)
      at = up[at];
    return at === start ? [start] : [];
  });
}

/** The whys as trees, roots first. Whys in a cycle hang nowhere and are left out; `cyclic` names them. */
export function whyTree(whys: readonly Why[]): WhyNode[] {
  const up = parents(whys);
  const nodes = whys.map((why, index): WhyNode => ({ why, index, next: [] }));
  nodes.forEach((node, index) => {
    const parent = up[index];
    if (parent !== undefined) nodes[parent]?.next.push(node);
  });
  return nodes.filter((_, index) => up[index] === undefined);
}

/** The nodes by how deep they hang, roots first; a loop, because chains may be longer than the stack. */
function layers(roots: readonly WhyNode[]): (readonly WhyNode[])[] {
  const found: (readonly WhyNode[])[] = [];
  for (let layer = roots; layer.length; layer = layer.flatMap(({ next }) => next))
    found.push(layer);
  return found;
}

/** How many whys the longest chain has. */
export const longestChain = (roots: readonly WhyNode[]): number => layers(roots).length;

/** The last why of every chain, in the order in which they are written: where something must change, or a risk be accepted. */
export const lastWhys = (roots: readonly WhyNode[]): WhyNode[] =>
  layers(roots)
    .flat()
    .filter(({ next }) => next.length === 0)
    .sort((a, b) => a.index - b.index);
