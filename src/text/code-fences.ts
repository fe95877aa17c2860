/** A piece of code in Markdown, from the line that opens it to the one that closes it. */
interface Fence {
  from: number;
  to: number;
  /** Without a line that closes it, all that follows is code. */
  closed: boolean;
}

const opening = /^ {0,3}(?:(`{3,})[^`\n]*|(~{3,}).*)$/gm;

/** The pieces of code in `markdown` that lines of backticks or tildes enclose. */
export function codeFences(markdown: string): Fence[] {
  const fences: Fence[] = [];
  for (const { 0: line, 1: backticks, 2: tildes, index: from } of markdown.matchAll(opening)) {
    if (from < (fences.at(-1)?.to ?? 0)) continue;
    const fence = backticks ?? tildes ?? '';
    const closing = new RegExp(`^ {0,3}${fence.charAt(0)}{${fence.length},}[ \\t\\r]*$`, 'm');
    const start = from + line.length;
    const found = closing.exec(markdown.slice(start));
    fences.push({
      from,
      to: found ? start + found.index + found[0].length : markdown.length,
      closed: found !== null,
    });
  }
  return fences;
}
