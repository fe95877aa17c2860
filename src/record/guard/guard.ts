import type { MdastNode } from 'satteri';
import { type Position, findingText } from '../../domain/findings/finding.ts';
import { isOnlyWords } from '../../text/only-words.ts';
import { anchorsIn } from './anchors.ts';
import { isTooDeep, parsingRisk, tooDeep } from './depth.ts';
import { nodeFindings } from './nodes.ts';
import { parser } from './parser.ts';
import { contentSyntax } from './rules.ts';
import { type GuardFinding, type Surroundings } from './guard-finding.ts';
import { childrenOf, shownFindings } from './shown.ts';
import { storyParts } from './story-parts.ts';

const top: Position = { line: 1, column: 1 };

/** Text without facts of its own: whoever reads it must not find any in its first lines. */
const features = { frontmatter: false };

function notUnderstood(error: unknown): GuardFinding {
  const [, line = '1', column = '1', said = ''] =
    /^(\d+):(\d+): (.*)/s.exec(error instanceof Error ? error.message : '') ?? [];
  const what = `The text cannot be understood here: ${said.replace(/\s*\([a-z-]+:[a-z-]+\)\s*$/, '') || String(error)}.`;
  return {
    rule: contentSyntax,
    at: { line: Number(line), column: Number(column) },
    ...findingText(
      what,
      'Markdown, with every component closed',
      'Close what is open; write \\< and \\{ for the plain characters.',
    ),
  };
}

/** `look` sees the text understood, `beside` finds what can be found in one that cannot be. */
function findingsIn(
  text: string,
  parse: (text: string) => MdastNode,
  look: (root: MdastNode) => GuardFinding[],
  beside: () => GuardFinding[] = () => [],
): GuardFinding[] {
  const risk = parsingRisk(text);
  if (risk) return [{ rule: contentSyntax, at: top, ...risk }];
  try {
    // At the very end, a backslash in quotation marks ends the parser and with it the process; before a line feed it does not.
    const root = parse(`${text}\n`);
    return isTooDeep(root) ? [{ rule: contentSyntax, at: top, ...tooDeep }] : look(root);
  } catch (error) {
    // Components can be nested deeper than anybody can walk down.
    if (error instanceof RangeError) return [{ rule: contentSyntax, at: top, ...tooDeep }];
    return [notUnderstood(error), ...beside()];
  }
}

const asMdx = (text: string): MdastNode => parser().mdxToMdast(text, { features });

/** What each part of a story may not have by itself. A tag alone is no mistake: another part may close it. */
const findingsInParts = (body: string, around: Surroundings): GuardFinding[] =>
  storyParts(body).flatMap(({ text, line, isTag }) =>
    findingsIn(text, asMdx, (root) => nodeFindings(root, around))
      .filter(({ rule }) => !isTag || rule !== contentSyntax)
      .map(({ what, at, ...finding }) => ({
        ...finding,
        at: { ...at, line: at.line + line },
        // The parser names places in its sentences too.
        what: what.replace(
          /\((\d+):(\d+)\)/g,
          (_, row: string, column: string) => `(${Number(row) + line}:${column})`,
        ),
      })),
  );

/** A second frontmatter, at the top of a story: Markdown makes a heading of it, other readers take instructions from it. */
function secondFrontmatter(body: string): GuardFinding[] {
  const [before] = /^\s*(?=(---|\+\+\+)[ \t]*\n(?:.*\n)*?\1[ \t]*(\n|$))/.exec(body) ?? [];
  if (before === undefined) return [];
  const found = findingText(
    'The story begins like a second frontmatter.',
    'one frontmatter, and below it the story',
    'Move its facts into the frontmatter, or remove the line.',
  );
  return [
    {
      rule: contentSyntax,
      at: { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') },
      ...found,
    },
  ];
}

/** What the body of a postmortem may not have. It is parsed and never run; `body` keeps the lines of its file. */
export const guardStory = (body: string, around: Surroundings): GuardFinding[] => [
  ...secondFrontmatter(body),
  ...findingsIn(
    body,
    asMdx,
    (root) => [
      ...nodeFindings(root, { ...around, anchors: anchorsIn(root) }),
      ...shownFindings(childrenOf(root), body),
    ],
    () => findingsInParts(body, around),
  ),
];

/** What a Markdown field of the YAML may not have; there is nothing wrong with words alone. Positions are those in `text`. */
export const guardField = (
  text: string,
  around: Omit<Surroundings, 'hasPicture'>,
): GuardFinding[] =>
  isOnlyWords(text)
    ? []
    : findingsIn(
        text,
        (field) =>
          parser().markdownToMdast(field, { features: { ...features, gfm: { footnotes: false } } }),
        (root) => [
          ...nodeFindings(root, { ...around, hasPicture: undefined }),
          ...shownFindings([root], text),
        ],
      );
