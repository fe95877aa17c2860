import { message } from '../../domain/findings/finding.ts';
import type { MdastNode } from 'satteri';
import { type Attribute, elementReasons } from './elements.ts';
import { linkRefusal } from './links.ts';
import { pictureRefusal } from './pictures.ts';
import { contentCode, contentLink, contentPicture, htmlInText } from './rules.ts';
import { timelineReasons } from './timeline.ts';
import { type Reason, type Refusal, type Surroundings } from './refusal.ts';

const moduleCode: Reason = [
  contentCode,
  message(
    'This line is code: content has no imports and no exports.',
    'Markdown; the components need no import',
    'Remove it; a line of text may not begin with “import” or “export”.',
  ),
];
const expression: Reason = [
  contentCode,
  message(
    'Braces hold code, and content never runs.',
    'text',
    'Write the result itself; a brace as plain text is \\{.',
  ),
];
const html: Reason = [
  htmlInText,
  message(
    'HTML is shown as text here.',
    'Markdown',
    'Write it in Markdown: **bold**, [text](https://…).',
  ),
];
const pictureElsewhere: Reason = [
  contentPicture,
  message(
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
  const message = linkRefusal(url, around);
  return message ? [[contentLink, message]] : [];
}

function inPicture(
  { url, alt }: { url: string; alt?: string | null | undefined },
  around: Surroundings,
): Reason[] {
  const message = pictureRefusal(url, alt ?? '', around);
  return message ? [[contentPicture, message]] : [];
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
function* refusalsOf(node: MdastNode, around: Surroundings): Generator<Refusal> {
  const at = { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
  for (const [rule, message] of reasonsAgainst(node, around)) yield { rule, at, ...message };
  if ('children' in node)
    for (const child of node.children) yield* refusalsOf(child as MdastNode, around);
}

/** Each looks for what was meant among all that there is, and nobody mends more in one go. */
const most = 200;

/** The first things that a text may not have. */
export const nodeRefusals = (root: MdastNode, around: Surroundings): Refusal[] =>
  refusalsOf(root, around).take(most).toArray();
