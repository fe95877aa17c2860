import { diffArrays } from 'diff';

const linesOf = (text: string): string[] => text.split(/\r?\n/);

/** The lines that must go and come to make `after` of `before`, in order, with `- ` and `+ ` in front; lines that stay are left out. */
export const lineDiff = (before: string, after: string): string[] =>
  diffArrays(linesOf(before), linesOf(after)).flatMap(({ added, removed, value }) =>
    added || removed ? value.map((line) => `${added ? '+' : '-'} ${line}`) : [],
  );
