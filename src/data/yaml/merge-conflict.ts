/** The lines, from 0, of a merge that nobody has finished; of a marker without its others, that line alone. */
export interface Conflict {
  first: number;
  last: number;
}

type Marker = '<' | '|' | '=' | '>';

/** What Git writes between the versions of a part. */
const markerOf = (line: string): Marker | undefined =>
  /^([<|=>])\1{6}(?: |$)/.exec(line)?.[1] as Marker | undefined;

interface Open {
  first: number;
  /** Where the first version ends. */
  kept: number | undefined;
  isDivided: boolean;
}

/**
 * A text with the first version of each part that stands in it twice, on the lines on which it stands. `underlines`: whether a row of equals
 * signs can be the line under a heading.
 */
export function withoutConflicts(
  text: string,
  underlines: boolean,
): { text: string; conflicts: Conflict[] } {
  const lines = text.split('\n');
  const conflicts: Conflict[] = [];
  let open: Open | undefined;
  const blank = (first: number, last: number): void => void lines.fill('', first, last + 1);
  const leave = (line: number): void => {
    conflicts.push({ first: line, last: line });
    blank(line, line);
  };
  for (const [index, line] of lines.entries()) {
    const marker = markerOf(line);
    if (marker === '<') {
      if (open) leave(open.first);
      open = { first: index, kept: undefined, isDivided: false };
    } else if (open && (marker === '|' || marker === '=')) {
      open = { ...open, kept: open.kept ?? index, isDivided: open.isDivided || marker === '=' };
    } else if (marker === '>') {
      if (open?.isDivided) {
        conflicts.push({ first: open.first, last: index });
        blank(open.first, open.first);
        blank(open.kept ?? index, index);
        open = undefined;
      } else leave(index);
    } else if (marker === '=' && !underlines) leave(index);
  }
  if (open) leave(open.first);
  return { text: lines.join('\n'), conflicts };
}
