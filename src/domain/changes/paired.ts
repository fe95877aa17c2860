import { diffArrays } from 'diff';

/** Two places in a list that are the same thing, or one that is gone, or one that is new. */
export interface Pair {
  before: number | undefined;
  after: number | undefined;
}

/**
 * Which items of a list became which: those with the same name, then those that are the same, and of what is left between these the first became
 * the first. In the order of the later list.
 */
export function paired<T>(
  before: readonly T[],
  after: readonly T[],
  { nameOf, isSame }: { nameOf: (item: T) => string | undefined; isSame: (a: T, b: T) => boolean },
): Pair[] {
  const named = new Map(
    before.flatMap((item, index) => {
      const name = nameOf(item);
      return name === undefined ? [] : [[name, index] as const];
    }),
  );
  const pairs: Pair[] = [];
  const taken = new Set<number>();
  const rest: number[] = [];
  for (const [index, item] of after.entries()) {
    const name = nameOf(item);
    const known = name === undefined ? undefined : named.get(name);
    if (known === undefined || taken.has(known)) rest.push(index);
    else {
      pairs.push({ before: known, after: index });
      taken.add(known);
    }
  }
  const left = [...before.keys()].filter((index) => !taken.has(index));
  const runs = diffArrays(left, rest, {
    comparator: (a, b) => isSame(before[a] as T, after[b] as T),
  });
  let [from, to] = [0, 0];
  let gone: number[] = [];
  let come: number[] = [];
  const settle = (): void => {
    for (let index = 0; index < Math.max(gone.length, come.length); index++)
      pairs.push({ before: gone[index], after: come[index] });
    [gone, come] = [[], []];
  };
  for (const { count, added, removed } of runs) {
    if (removed) gone = left.slice(from, from + count);
    else if (added) come = rest.slice(to, to + count);
    else {
      settle();
      for (let index = 0; index < count; index++)
        pairs.push({ before: left[from + index], after: rest[to + index] });
    }
    if (!added) from += count;
    if (!removed) to += count;
  }
  settle();
  return pairs.sort(
    (a, b) =>
      (a.after ?? a.before ?? 0) - (b.after ?? b.before ?? 0) || (a.after === undefined ? 1 : -1),
  );
}
