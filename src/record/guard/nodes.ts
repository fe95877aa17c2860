import { findingText } from '../../domain/findings/finding.ts';
import type { MdastNode } from 'satteri';
import { type Attribute, elementReasons } from './elements.ts';
import { linkFinding } from './links.ts';
import { pictureFinding } from './pictures.ts';
import { contentCode, contentLink, contentPicture, htmlInText } from './rules.ts';
import { timelineReasons } from './timeline.ts';
import { type Reason, type GuardFinding, type Surroundings } from './guard-finding.ts';

const moduleCode: Reason = [
  contentCode,
  findingText(
    'This line is code: content has no imports and no exports.',
    'Markdown; the components need no import',
    'Remove it; a line of text may not begin with “import” or “export”.',
  ),
];
const expression: Reason = [
  contentCode,
  findingText(
    'Braces hold code, and content never runs.',
    'text',
    'Write the result itself; a brace as plain text is \\{.',
  ),
];
const html: Reason = [
  htmlInText,
  findingText(
    'HTML is shown as text here.',
    'Markdown',
    'Write it in Markdown: **bold**, [text](https://…).',
  ),
];
const pictureElsewhere: Reason = [
  contentPicture,
  findingText(
    'The address of a picture stands with the picture.',
    'a picture in one piece',
    '![what the picture shows](./picture.png)',
  ),
];

interface Element {
  name: string | null;
  attributes: readonly Attribute[];
  children: readonly MdastNode[];
}

/** Whether a reader sees anything of it; a blank, however it is written, is nothing. */
const showsSomething = (node: MdastNode): boolean =>
  'value' in node
    ? node.value?.trim() !== ''
    : 'children' in node
      ? node.children.some((child) => showsSomething(child as MdastNode))
      : true;

function inElement({ name, attributes, children }: Element, { pages }: Surroundings): Reason[] {
  const incident = attributes.find((attribute) => attribute.name === 'incident')?.value;
  const inTimeline =
    name === 'Timeline' ? timelineReasons(incident, !children.some(showsSomething), pages) : [];
  return [...elementReasons(name, attributes), ...inTimeline];
}

function inLink({ url }: { url: string }, around: Surroundings): Reason[] {
  const found = linkFinding(url, around);
  return found ? [[contentLink, found]] : [];
}

function inPicture(
  { url, alt }: { url: string; alt?: string | null | undefined },
  around: Surroundings,
): Reason[] {
  const found = pictureFinding(url, alt ?? '', around);
  return found ? [[contentPicture, found]] : [];
}

/** Why a piece of content, without what is in it, may not be there. */
function reasonsAgainst(node: MdastNode, around: Surroundings): Reason[] {
  switch (node.type) {
    case 'mdxjsEsm':
      return [moduleCode];
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return [expression];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return inElement(node as unknown as Element, around);
    case 'html':
      return [html];
    case 'link':
    case 'definition':
      return inLink(node, around);
    case 'image':
      return inPicture(node, around);
    case 'imageReference':
      return [pictureElsewhere];
    default:
      return [];
  }
}

/** What a piece of content, and all that is in it, may not have. */
function* findingsOf(node: MdastNode, around: Surroundings): Generator<GuardFinding> {
  const at = { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
  for (const [rule, text] of reasonsAgainst(node, around)) yield { rule, at, ...text };
  if ('children' in node)
    for (const child of node.children) yield* findingsOf(child as MdastNode, around);
}

/** Each looks for what was meant among all that there is, and nobody mends more in one go. */
const most = 200;

/** The first things that a text may not have. */
export const nodeFindings = (root: MdastNode, around: Surroundings): GuardFinding[] =>
  findingsOf(root, around).take(most).toArray();
