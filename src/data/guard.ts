import { type MdastNode, markdownToMdast, mdxToMdast } from 'satteri';
import { type Attribute, elementReasons } from './guard-elements.ts';
import { linkRefusal } from './guard-links.ts';
import { parsingRisk } from './guard-depth.ts';
import { pictureRefusal } from './guard-pictures.ts';
import { contentCode, contentLink, contentPicture, contentSyntax, htmlInText } from './guard-rules.ts';
import { timelineReasons } from './guard-timeline.ts';
import { type Reason, type Refusal, type Surroundings, say } from './refusal.ts';

const moduleCode: Reason = [
  contentCode,
  say(
    'This line is code: content has no imports and no exports.',
    'Markdown; the components need no import',
    'Remove it; a line of text may not begin with “import” or “export”.',
  ),
];
const expression: Reason = [
  contentCode,
  say('Braces hold code, and content never runs.', 'text', 'Write the result itself; a brace as plain text is \\{.'),
];
const html: Reason = [htmlInText, say('HTML is shown as text here.', 'Markdown', 'Write it in Markdown: **bold**, [text](https://…).')];
const pictureElsewhere: Reason = [
  contentPicture,
  say('The address of a picture stands with the picture.', 'a picture in one piece', '![what the picture shows](./picture.png)'),
];

interface Element {
  name: string | null;
  attributes: readonly Attribute[];
  children: readonly unknown[];
}

function inElement({ name, attributes, children }: Element, { names }: Surroundings): Reason[] {
  const incident = attributes.find((attribute) => attribute.name === 'incident')?.value;
  const inTimeline = name === 'Timeline' ? timelineReasons(incident, children.length === 0, names) : [];
  return [...elementReasons(name, attributes), ...inTimeline];
}

function inLink({ url }: { url: string }, around: Surroundings): Reason[] {
  const message = linkRefusal(url, around);
  return message ? [[contentLink, message]] : [];
}

function inPicture({ url, alt }: { url: string; alt?: string | null | undefined }, around: Surroundings): Reason[] {
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

function walk(node: MdastNode, around: Surroundings): Refusal[] {
  const at = { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
  const own = reasonsAgainst(node, around).map(([rule, message]) => ({ rule, at, ...message }));
  return 'children' in node ? own.concat(node.children.flatMap((child) => walk(child as MdastNode, around))) : own;
}

/** Text without facts of its own: whoever reads it must not find any in its first lines. */
const features = { frontmatter: false };

function refusalsIn(text: string, parse: (text: string) => MdastNode, around: Surroundings): Refusal[] {
  const risk = parsingRisk(text);
  if (risk) return [{ rule: contentSyntax, at: { line: 1, column: 1 }, ...risk }];
  try {
    // At the very end, a backslash in quotation marks ends the parser and with it the process; before a line feed it does not.
    return walk(parse(`${text}\n`), around);
  } catch (error) {
    const [, line = '1', column = '1', said = ''] = /^(\d+):(\d+): (.*)/s.exec(error instanceof Error ? error.message : '') ?? [];
    const what = `The text cannot be understood here: ${said.replace(/\s*\([a-z-]+:[a-z-]+\)\s*$/, '') || String(error)}.`;
    return [
      {
        rule: contentSyntax,
        at: { line: Number(line), column: Number(column) },
        ...say(what, 'Markdown, with every component closed', 'Close what is open; write \\< and \\{ for the plain characters.'),
      },
    ];
  }
}

/** A second frontmatter, at the top of a story: Markdown makes a heading of it, other readers take instructions from it. */
function secondFrontmatter(body: string): Refusal[] {
  const [before] = /^\s*(?=(---|\+\+\+)[ \t]*\n(?:.*\n)*?\1[ \t]*(\n|$))/.exec(body) ?? [];
  if (before === undefined) return [];
  const message = say(
    'The story begins like a second frontmatter.',
    'one frontmatter, and below it the story',
    'Move its facts into the frontmatter, or remove the line.',
  );
  return [{ rule: contentSyntax, at: { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') }, ...message }];
}

/** What the body of a postmortem may not have. It is parsed and never run; `body` keeps the lines of its file. */
export const guardStory = (body: string, around: Surroundings): Refusal[] => [
  ...secondFrontmatter(body),
  ...refusalsIn(body, (text) => mdxToMdast(text, { features }), around),
];

/** What a Markdown field of the YAML may not have. Positions are those in `text`. */
export const guardField = (text: string, around: Omit<Surroundings, 'hasPicture'>): Refusal[] =>
  refusalsIn(text, (field) => markdownToMdast(field, { features: { ...features, gfm: { footnotes: false } } }), {
    ...around,
    hasPicture: undefined,
  });
