/** A run of lines that are all code between fences, or all not. */
export interface Run {
  code: boolean;
  lines: string[];
}

// A fence may stand in a quotation or a list.
const before = '^[\\s>]*(?:(?:[-*+]|\\d+[.)])\\s+)*';
const opening = new RegExp(`${before}(\`{3,}(?=[^\`]*$)|~{3,})`);
const closing = /^[\s>]*(`{3,}|~{3,})\s*$/;

/** Splits Markdown where code between fences begins and ends; the fences belong to the code. */
export function runs(markdown: string): Run[] {
  const found: Run[] = [];
  let open: string | undefined;
  for (const line of markdown.split('\n')) {
    const mark = (open === undefined ? opening : closing).exec(line)?.[1];
    const code = open !== undefined || mark !== undefined;
    const last = found.at(-1);
    if (last?.code === code) last.lines.push(line);
    else found.push({ code, lines: [line] });
    if (open === undefined) open = mark;
    else if (mark?.startsWith(open)) open = undefined;
  }
  return found;
}

/** Markdown as it would be written by hand: no more than one empty line, a backslash for a break within a paragraph. Code stays as it is. */
export const tidy = (markdown: string): string =>
  runs(markdown)
    .map(({ code, lines }) => {
      const text = lines.join('\n');
      return code
        ? text
        : text
            .replace(/[ \t]{2,}\n(?=\S)/g, '\\\n')
            .replace(/[ \t]+$/gm, '')
            .replace(/\n{3,}/g, '\n\n');
    })
    .join('\n')
    .replace(/^(?:[ \t]*\n)+|\s+$/g, '')
    .replace(/(?:\n\s*[-*_](?:[ \t]*[-*_]){2,})+$/, '');
