import type { ErrorCode } from 'yaml';
import { type FindingText, findingText } from '../../domain/findings/finding.ts';

/** What the parser says of a place: its code and sentence, and the line there, in two parts. */
export interface ParserError {
  code: ErrorCode;
  said: string;
  before: string;
  after: string;
}

const tab = findingText(
  'The line is indented with a tab.',
  'spaces',
  'Replace the tab by spaces, as many as its neighbours have.',
);
const notIndented = findingText(
  'The line is not indented like its neighbours.',
  'keys of one group, and items of one list, in the same column; “- ” before each item',
  'Give it as many spaces as the line above it that it belongs with.',
);
const noKey = findingText(
  'This line is not a key with a value.',
  'key: value, with a space behind the colon',
  'Write “key: value”, or quote the text.',
);
const deeper = findingText(
  'This line is indented as if it belonged to the key above, which has a value already.',
  'a value, or keys below it, but not both',
  'Indent it like that key, or take the value away.',
);
const colon = (text: string): FindingText =>
  findingText(
    'A second “: ” in the line begins a value within the value.',
    'text that contains “: ” in quotes',
    `"${text.trim().slice(0, 60)}"`,
  );
const behind = findingText(
  'Something follows where the value has ended.',
  'one value',
  'Put all of it into the quotes, or remove what follows.',
);
const apostrophe = findingText(
  'An apostrophe ends text in single quotes.',
  'text with an apostrophe in double quotes',
  '"It\'s …"',
);
const notOpen = (sign: string): FindingText =>
  findingText(
    `Nothing is open that “${sign}” could close.`,
    'text that has brackets in quotes',
    'Remove it, or quote the text.',
  );
const comment = findingText(
  '“#” begins a comment, and has no space before it.',
  'a space before a comment',
  'Put a space before it, or all of the text into the quotes.',
);
const header = findingText(
  'Text stands behind “|” or “>”.',
  'the text on the lines below, indented',
  'Begin it on the next line.',
);
const notClosed = (open: string): FindingText =>
  /["']/.test(open)
    ? findingText(
        'The quotation mark that opens here is not closed.',
        `text that ends with ${open}`,
        `${open} at the end of the text`,
      )
    : findingText(
        `“${open}” opens here and is not closed.`,
        `a matching ${open === '[' ? ']' : '}'}`,
        `${open === '[' ? ']' : '}'} at its end`,
      );

export const keyTwice = findingText(
  'This key stands here a second time.',
  'each key once',
  'Remove one of the two.',
);

export const tag = findingText(
  '“!” begins a tag, and a record has none.',
  'text that begins with ! in quotes',
  'Remove the tag, or put the text in quotes.',
);
export const directive = findingText(
  '“%” begins an instruction to whoever reads YAML, and a record has none.',
  'keys and values; text that begins with % in quotes',
  'Remove the line.',
);

/** More levels than any record has; what contains itself has more than any number. */
export const deepest = 30;
export const tooDeep = findingText(
  'The YAML is nested too deeply, or contains itself.',
  `at most ${deepest} levels`,
  'Use fewer levels.',
);
export const tooManyAliases = findingText(
  'Aliases repeat each other too often.',
  'few aliases, and none of what has aliases in it',
  'Write out what they stand for.',
);
export const noAnchor = (name: string): FindingText =>
  findingText(
    `“*${name}” stands for what is marked with “&${name}”, and nothing is.`,
    'text that begins with * in quotes',
    `"*${name} …", if it is text`,
  );

const plain: Partial<Record<ErrorCode, FindingText>> = {
  TAB_AS_INDENT: tab,
  BAD_INDENT: notIndented,
  MULTILINE_IMPLICIT_KEY: noKey,
  BAD_DQ_ESCAPE: findingText(
    'This backslash means nothing in double quotes.',
    '\\\\ for a backslash',
    'Write \\\\, or use single quotes.',
  ),
  BAD_SCALAR_START: findingText(
    'Text cannot begin with this character.',
    'text that begins with @, ` or % in quotes',
    'Put the text in quotes.',
  ),
  TAG_RESOLVE_FAILED: tag,
  NON_STRING_KEY: findingText(
    'This key is not text.',
    'text that begins with { or [ in quotes',
    'Put the text in quotes.',
  ),
  MULTIPLE_DOCS: findingText(
    'A second document begins here.',
    'one document a file',
    'Remove the line, or move what follows into a file of its own.',
  ),
};

/** Whether the value there is as it should be, and the lines below it are not. */
export const isAboveDeeper = ({ code, before, after }: ParserError): boolean =>
  code.endsWith('IMPLICIT_KEY') && /[^\s-]/.test(before) && !/:( |$)/.test(after);

/** What is wrong, in our words. */
export function textOf(error: ParserError): FindingText {
  const { code, said, before, after } = error;
  const other = findingText(
    `The YAML cannot be understood here: ${said}.`,
    'keys and values, indented with spaces',
    'Mend this line.',
  );
  if (code === 'RESOURCE_EXHAUSTION') return tooDeep;
  if (/^ *\t/.test(before + after) && /INDENT|IMPLICIT/.test(code)) return tab;
  if (isUnclosed(said)) return notClosed(after.charAt(0));
  if (code === 'BLOCK_IN_FLOW') return colon(after.replace(/[,}\]].*$/, ''));
  if (isAboveDeeper(error)) return deeper;
  if (code === 'BLOCK_AS_IMPLICIT_KEY')
    return /^\s*-( |$)/.test(after) ? notIndented : colon(after);
  if (code === 'UNEXPECTED_TOKEN') return unexpected(before, after);
  if (code === 'MISSING_CHAR')
    return /^Comments/.test(said)
      ? comment
      : /indicator/.test(said)
        ? notIndented
        : /^Implicit/.test(said)
          ? noKey
          : other;
  return plain[code] ?? other;
}

function unexpected(before: string, after: string): FindingText {
  if (/^[\]}]/.test(after)) return notOpen(after.charAt(0));
  if (/[|>][+-]? *$/.test(before)) return header;
  return /: '[^']*' ?$/.test(before) ? apostrophe : behind;
}

/** Whether something was opened and never closed; the parser notices only where it gives up. */
export const isUnclosed = (said: string): boolean =>
  /^Missing closing |sufficiently indented and end with|^Flow \w+ must end with/.test(said);
