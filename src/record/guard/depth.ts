import type { MdastNode } from 'satteri';
import { codeFences } from '../../text/code-fences.ts';
import { type FindingText, findingText } from '../../domain/findings/finding.ts';

// The parser, and whoever walks through what it gives, calls itself for each level of nesting. Thousands of them end the process before
// anybody can say why.
const deepest = 100;
const longestCode = 4000;

/** How deep brackets are nested, whatever they are. */
function bracketDepth(text: string): number {
  let depth = 0;
  let found = 0;
  for (const [sign] of text.matchAll(/[([{<>)\]}]/g)) {
    depth = Math.max(0, depth + ('([{<'.includes(sign) ? 1 : -1));
    found = Math.max(found, depth);
  }
  return found;
}

function withoutFences(text: string): string {
  const fences = codeFences(text).filter(({ closed }) => closed);
  const starts = [0, ...fences.map(({ to }) => to)];
  return starts.map((start, index) => text.slice(start, fences[index]?.from)).join('');
}

/** Whether some braces outside of code blocks hold more than anybody would write by mistake. */
const hasLongCode = (text: string): boolean =>
  new RegExp(`\\{[^{}]{${longestCode}}`).test(withoutFences(text));

const quotesTooDeep = new RegExp(`^([ \\t]*([-*+>]|\\d+[.)])){${deepest}}`, 'm');

export const tooDeep = findingText(
  'The text is nested too deeply to be understood.',
  `at most ${deepest} brackets, lists, quotations or components within each other`,
  'Use fewer levels.',
);

// The parser looks through all that it has kept of a text for each mark in it.
const longest = 100_000;
const mostMarks = 5000;

const tooLong = findingText(
  'The text is too long to be looked at.',
  `at most ${longest} characters, with at most ${mostMarks} of the signs < { &`,
  'Make it shorter.',
);

/** Why it is not safe to parse a text at all; `undefined` if it is. */
export function parsingRisk(text: string): FindingText | undefined {
  if (text.length > longest || text.split(/[<{&]/, mostMarks + 2).length > mostMarks + 1)
    return tooLong;
  if (hasLongCode(text))
    return findingText(
      'These braces hold more code than can be looked at, and content never runs.',
      'text',
      'Write the result itself.',
    );
  if (bracketDepth(text) <= deepest && !quotesTooDeep.test(text)) return undefined;
  return tooDeep;
}

/** Whether a text that has been parsed is nested more deeply than anybody writes. */
export const isTooDeep = (node: MdastNode, levels = deepest): boolean =>
  'children' in node &&
  node.children.some((child) => levels === 0 || isTooDeep(child as MdastNode, levels - 1));
