import type { Position } from '../../domain/findings/finding.ts';

/** A postmortem in its two parts, each padded with empty lines, so that lines and columns are those of the file. */
export interface Parts {
  frontmatter: string;
  body: string;
}

/** Why a postmortem has no such parts, and where. */
export interface NoFrontmatter {
  unclosed: boolean;
  at: Position;
}

const blank = (text: string): string => text.replace(/[^\n]/g, '');

/** Takes the frontmatter off; a position instead, if there is none or it has no end. */
export function splitFrontmatter(text: string): Parts | NoFrontmatter {
  const open = /^---[ \t]*\n/.exec(text);
  if (!open) return { unclosed: false, at: { line: 1, column: 1 } };
  const close = /^---[ \t]*$/m.exec(text.slice(open[0].length));
  if (!close) return { unclosed: true, at: { line: 1, column: 1 } };
  const end = open[0].length + close.index;
  const fence = close[0].length;
  return {
    frontmatter: `\n${text.slice(open[0].length, end)}`,
    body: blank(text.slice(0, end)) + text.slice(end + fence),
  };
}
