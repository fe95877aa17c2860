import type { MdastNode } from 'satteri';
import { findingText } from '../../domain/findings/finding.ts';
import { hidden, nameOfHidden, shows } from '../../text/hidden.ts';
import type { Reason, GuardFinding } from './guard-finding.ts';
import { contentEmpty, contentHidden } from './rules.ts';

/** What a reader is given of a node itself: its words, and those in its attributes. */
interface Shown {
  value?: unknown;
  alt?: unknown;
  title?: unknown;
  attributes?: readonly { value?: unknown }[];
}

const wordsOf = ({ value, alt, title, attributes = [] }: Shown): string =>
  [value, alt, title, ...attributes.map((attribute) => attribute.value)]
    .filter((words) => typeof words === 'string')
    .join(' ');

export const childrenOf = (node: MdastNode): readonly MdastNode[] =>
  'children' in node ? (node.children as MdastNode[]) : [];

/** Whether a reader finds any word in a node; a picture has its description. */
const isEmpty = (node: MdastNode): boolean =>
  !shows(wordsOf({ ...node, title: undefined } as Shown)) && childrenOf(node).every(isEmpty);

const hiddenIn = (node: MdastNode): Reason[] => {
  const [found] = hidden.exec(wordsOf(node as Shown)) ?? [];
  if (found === undefined) return [];
  return [
    [
      contentHidden,
      findingText(
        `What is written here becomes a character that does not show (${nameOfHidden(found)}).`,
        'text that shows all that it contains',
        `Remove &#${found.codePointAt(0)};, however it is written.`,
      ),
    ],
  ];
};

const nothingToRead: Reason = [
  contentEmpty,
  findingText('There is nothing to read here.', 'words', 'Write what it is, or remove it.'),
];

/** What is there to be read by itself: a text as a whole, a heading, a link. */
const isRead = ({ type }: MdastNode): boolean => /^(root|heading|link|linkReference)$/.test(type);

/** What a node has that is shown wrongly; hidden characters are only looked for where no other finding has them. */
function* findingsOf(node: MdastNode, looksForHidden: boolean): Generator<GuardFinding> {
  const at = { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
  const isNothing = isRead(node) && isEmpty(node);
  const own = isNothing ? [nothingToRead] : looksForHidden ? hiddenIn(node) : [];
  for (const [rule, said] of own) yield { rule, at, ...said };
  if (isNothing) return;
  for (const child of childrenOf(node)) yield* findingsOf(child, looksForHidden);
}

/** Where a text, as it is shown, has nothing to read or something that cannot be seen. What the source shows of it is found elsewhere. */
export function shownFindings(nodes: readonly MdastNode[], source: string): GuardFinding[] {
  if (source.trim() === '') return [];
  const looksForHidden = !hidden.test(source);
  return nodes.flatMap((node) => findingsOf(node, looksForHidden).toArray());
}
