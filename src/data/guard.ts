import { type MdastNode, markdownToMdast, mdxToMdast } from 'satteri';
import type { Message, Position } from '../domain/findings/finding.ts';
import type { Names, Rule } from '../domain/findings/rule.ts';
import { listOf, suggest } from '../domain/findings/suggest.ts';
import { components, elements, linkTarget, pictureFile } from './allowed.ts';
import { timelineRefusals } from './guard-timeline.ts';
import { contentAttribute, contentCode, contentElement, contentLink, contentPicture, contentSyntax, htmlInText } from './guard-rules.ts';

/** Something that content may not have, and where in its text. */
export interface Refusal extends Message {
  rule: Rule;
  at: Position;
}

/** What links and pictures may lead to. */
export interface Surroundings {
  names: Pick<Names, 'incidents' | 'postmortems'>;
  /** Whether there is a picture at this path, relative to the text; `undefined` where pictures are not allowed at all. */
  hasPicture: ((path: string) => boolean) | undefined;
}

type Attribute = { type: string; name?: string; value?: unknown };

const say = (what: string, expected: string, write: string): Message => ({ what, expected, write });

function elementRefusals(name: string | null, attributes: readonly Attribute[]): [Rule, Message][] {
  const known =
    name && Object.hasOwn(components, name) ? components[name] : name && Object.hasOwn(elements, name) ? elements[name] : undefined;
  if (!known) {
    const meant = suggest(name ?? '', Object.keys(components));
    const what = `<${name ?? ''}> is neither a component of Ownup nor harmless HTML.${meant ? ` Did you mean <${meant}>?` : ''}`;
    const write =
      name === 'img'
        ? '![what the picture shows](./picture.png)'
        : name === 'a'
          ? '[text](https://…)'
          : meant
            ? `<${meant}>`
            : 'Use Markdown, or remove it; as plain text write \\<.';
    return [[contentElement, say(what, `Markdown, or ${listOf(Object.keys(components).map((c) => `<${c}>`))}`, write)]];
  }
  return attributes.flatMap((attribute): [Rule, Message][] => {
    const expected = known.length ? `only ${listOf(known)}, with words in quotes` : 'no attributes';
    if (attribute.type !== 'mdxJsxAttribute')
      return [[contentAttribute, say(`<${name}> takes its attributes from code.`, expected, 'Write each attribute as name="words".')]];
    if (!known.includes(attribute.name ?? '')) {
      return [[contentAttribute, say(`<${name}> may not have the attribute “${attribute.name}”.`, expected, 'Remove it.')]];
    }
    if (typeof attribute.value !== 'string')
      return [[contentAttribute, say(`The attribute “${attribute.name}” is not words in quotes.`, expected, `${attribute.name}="…"`)]];
    return [];
  });
}

function linkRefusal(address: string, { names }: Surroundings): Message | undefined {
  const target = linkTarget(address);
  if (target === 'refused') {
    return say(
      `The link leads to “${address.slice(0, 80)}”.`,
      'an address that begins with https://, http://, mailto:, # or /',
      '[text](https://…) or [text](/incidents/ID/)',
    );
  }
  const [, kind, id] = /^\/(incidents|postmortems)\/([^/#?]+)/.exec(target === 'site' ? address : '') ?? [];
  if (!kind || !id || names[kind as 'incidents' | 'postmortems'].has(id)) return undefined;
  const meant = suggest(id, names[kind as 'incidents' | 'postmortems']);
  return say(
    `There is no page /${kind}/${id}/.`,
    `the id of a file in ${kind}/`,
    meant ? `/${kind}/${meant}/` : 'Correct the id, or remove the link.',
  );
}

function pictureRefusal(address: string, description: string, { hasPicture }: Surroundings): Message | undefined {
  const write = '![what the picture shows](./picture.png)';
  if (!hasPicture) return say('Pictures cannot stand in this field.', 'text', 'Put the picture into the story of the postmortem.');
  let path: string;
  try {
    path = decodeURI(address);
  } catch {
    path = address;
  }
  if (!pictureFile.test(path))
    return say(
      `“${address.slice(0, 80)}” is not a picture beside the postmortem.`,
      'a PNG, JPEG, GIF, WebP, AVIF or SVG file in the same folder or below it',
      write,
    );
  if (!hasPicture(path.replace(/^\.\//, ''))) return say(`There is no picture “${path}”.`, 'a file beside the postmortem', write);
  if (!description.trim()) return say('The picture has no description.', 'words for readers who do not see it', write);
  return undefined;
}

function refusalsOf(node: MdastNode, around: Surroundings): [Rule, Message][] {
  switch (node.type as string) {
    case 'mdxjsEsm':
      return [
        [
          contentCode,
          say(
            'This line is code: content has no imports and no exports.',
            'Markdown; the components need no import',
            'Remove it; a line of text may not begin with “import” or “export”.',
          ),
        ],
      ];
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return [
        [contentCode, say('Braces hold code, and content never runs.', 'text', 'Write the result itself; a brace as plain text is \\{.')],
      ];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement': {
      const { name, attributes, children } = node as unknown as { name: string | null; attributes: Attribute[]; children: unknown[] };
      const incident = attributes.find((attribute) => attribute.name === 'incident')?.value;
      const inTimeline = name === 'Timeline' ? timelineRefusals(incident, children.length === 0, around.names) : [];
      return [...elementRefusals(name, attributes), ...inTimeline];
    }
    case 'html':
      return [[htmlInText, say('HTML is shown as text here.', 'Markdown', 'Write it in Markdown: **bold**, [text](https://…).')]];
    case 'link':
    case 'definition': {
      const message = linkRefusal((node as { url: string }).url, around);
      return message ? [[contentLink, message]] : [];
    }
    case 'image': {
      const { url, alt } = node as { url: string; alt?: string | null };
      const message = pictureRefusal(url, alt ?? '', around);
      return message ? [[contentPicture, message]] : [];
    }
    case 'imageReference':
      return [
        [
          contentPicture,
          say('The address of a picture stands with the picture.', 'a picture in one piece', '![what the picture shows](./picture.png)'),
        ],
      ];
    default:
      return [];
  }
}

function walk(node: MdastNode, around: Surroundings): Refusal[] {
  const at = { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
  const own = refusalsOf(node, around).map(([rule, message]) => ({ rule, at, ...message }));
  return 'children' in node ? own.concat(node.children.flatMap((child) => walk(child as MdastNode, around))) : own;
}

/** Text without facts of its own: whoever reads it must not find any in its first lines. */
const features = { frontmatter: false };

function refusalsIn(parse: () => MdastNode, around: Surroundings): Refusal[] {
  try {
    return walk(parse(), around);
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
  ...refusalsIn(() => mdxToMdast(body, { features }), around),
];

/** What a Markdown field of the YAML may not have. Positions are those in `text`. */
export const guardField = (text: string, around: Omit<Surroundings, 'hasPicture'>): Refusal[] =>
  refusalsIn(() => markdownToMdast(text, { features }), { ...around, hasPicture: undefined });
