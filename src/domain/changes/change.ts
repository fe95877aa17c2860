import type { Path } from '../findings/finding.ts';
import { type Described, markdownIn } from '../findings/schema/described.ts';
import { isTypoSized } from './typo.ts';
import { paired } from './paired.ts';

/** One thing that is not what it was. */
export interface Change {
  /** Where it stands, as corrections name it, such as `whys.3.because`. */
  place: string;
  /** The way to it in the later file; of what is gone, to where it was in. */
  path: Path;
  /** The way to it in the earlier file; of what is new, to where it would be. */
  formerPath: Path;
  /** `undefined` if nothing stood there. */
  was: string | undefined;
  /** `undefined` if nothing stands there any more. */
  is: string | undefined;
  /** Whether it is no more than a slip of the pen that was mended. */
  isSlip: boolean;
}

export type Item = Readonly<Record<string, unknown>>;

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** Keys and values, and no time. */
const isItem = (value: unknown): value is Item =>
  typeof value === 'object' &&
  value !== null &&
  !isList(value) &&
  Object.getPrototypeOf(value) === Object.prototype;

/** A value in one text: what is in it, in its order. */
export function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const inner = isList(value) ? value : isItem(value) ? Object.values(value) : undefined;
  if (!inner) return String(value);
  const texts = inner.flatMap((one) => textOf(one) ?? []);
  return texts.length ? texts.join(' · ') : undefined;
}

const nameOf = (item: unknown): string | undefined =>
  isItem(item) && typeof item['id'] === 'string' ? item['id'] : undefined;

const nameKey = 'id';
const withoutName = (item: unknown): unknown =>
  isItem(item) ? Object.fromEntries(Object.entries(item).filter(([key]) => key !== nameKey)) : item;

const isSame = (a: unknown, b: unknown): boolean =>
  JSON.stringify(withoutName(a)) === JSON.stringify(withoutName(b));

interface Standing {
  place: readonly string[];
  path: Path;
  formerPath: Path;
}

const within = (
  { place, path, formerPath }: Standing,
  step: string,
  [former, later]: readonly [string | number, string | number] = [step, step],
): Standing => ({
  place: [...place, step],
  path: [...path, later],
  formerPath: [...formerPath, former],
});

/** Whether a text that is not the same differs by a slip of the pen. */
type Slip = (was: string, is: string, standing: Standing) => boolean;

function* inList(
  before: readonly unknown[],
  after: readonly unknown[],
  standing: Standing,
  isSlip: Slip,
): Generator<Change> {
  for (const pair of paired(before, after, { nameOf, isSame })) {
    const [old, now] = [pair.before, pair.after];
    const item = now === undefined ? before[old ?? 0] : after[now];
    const step = nameOf(item) ?? String((now ?? old ?? 0) + 1);
    const at = within(standing, step, [old ?? before.length, now ?? old ?? 0]);
    yield* changesWithin(
      old === undefined ? undefined : before[old],
      now === undefined ? undefined : after[now],
      at,
      isSlip,
    );
  }
}

function* changesWithin(
  before: unknown,
  after: unknown,
  standing: Standing,
  isSlip: Slip,
): Generator<Change> {
  const hasItems = [before, after].some((value) => isList(value) && value.some(isItem));
  if (isItem(before) && isItem(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      if (key !== nameKey || standing.place.length === 0)
        yield* changesWithin(before[key], after[key], within(standing, key), isSlip);
    }
    return;
  }
  if (
    hasItems &&
    (isList(before) || before === undefined) &&
    (isList(after) || after === undefined)
  ) {
    yield* inList(before ?? [], after ?? [], standing, isSlip);
    return;
  }
  const [was, is] = [textOf(before), textOf(after)];
  if (was === is) return;
  yield {
    place: standing.place.join('.'),
    path: standing.path,
    formerPath: standing.formerPath,
    was,
    is,
    isSlip: was !== undefined && is !== undefined && isSlip(was, is, standing),
  };
}

const root: Standing = { place: [], path: [], formerPath: [] };

/** All that is not what it was in a file whose schema is `schema`. There are slips of the pen only in what is Markdown. */
export function changesIn(before: Item, after: Item, schema: Described): Change[] {
  const prose = new Set(markdownIn(schema, after).map(({ path }) => JSON.stringify(path)));
  const isSlip: Slip = (was, is, { path }) =>
    prose.has(JSON.stringify(path)) && isTypoSized(was, is);
  return [...changesWithin(before, after, root, isSlip)];
}
