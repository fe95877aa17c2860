/** A piece of a text, and what is to stand there instead. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** The text with all edits made. Of edits that overlap, the one that begins first is made. */
export function apply(source: string, edits: readonly Edit[]): string {
  let text = '';
  let last = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < last) continue;
    text += source.slice(last, edit.start) + edit.text;
    last = edit.end;
  }
  return text + source.slice(last);
}
