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
  isDivided: boolean;
}

/** The merges in a text that nobody has finished. `underlines`: whether a row of equals signs can be the line under a heading. */
export function conflictsIn(text: string, underlines: boolean): Conflict[] {
  if (!/^[<|=>]{7}/m.test(text)) return [];
  const conflicts: Conflict[] = [];
  let open: Open | undefined;
  const leave = (line: number): void => void conflicts.push({ first: line, last: line });
  for (const [index, line] of text.split('\n').entries()) {
    const marker = markerOf(line);
    if (marker === '<') {
      if (open) leave(open.first);
      open = { first: index, isDivided: false };
    } else if (open && (marker === '|' || marker === '=')) {
      open.isDivided ||= marker === '=';
    } else if (marker === '>') {
      if (open?.isDivided) {
        conflicts.push({ first: open.first, last: index });
        open = undefined;
      } else leave(index);
    } else if (marker === '=' && !underlines) leave(index);
  }
  if (open) leave(open.first);
  return conflicts;
}
