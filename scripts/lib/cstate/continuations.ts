import { statusOf } from './labels.ts';
import type { Segment } from './segment.ts';

/** “[Update] Done.” above an old text without labels names its own paragraph, and not all that was there before. */
export function withoutOlder(segments: readonly Segment[]): Segment[] {
  const [first, ...rest] = segments;
  if (
    !first?.inline ||
    first.head ||
    first.track !== undefined ||
    rest.length ||
    statusOf(first.label) === 'investigating'
  )
    return [...segments];
  const [said = '', ...older] = first.text.split(/\n\s*\n/);
  const text = older.join('\n\n');
  return text.trim() === ''
    ? [first]
    : [
        { ...first, text: said },
        { ...first, label: '', inline: false, text },
      ];
}

/** Where every update has its label, a line without one below it parts what was said at one time. */
export function withContinued(segments: readonly Segment[]): Segment[] {
  if (!segments[0]?.label || segments.filter(({ label }) => label).length < 2) return [...segments];
  return segments.reduce<Segment[]>((done, segment) => {
    const before = done.at(-1);
    if (!before || !segment.ruled || segment.label || segment.track !== undefined)
      return [...done, segment];
    return [...done.slice(0, -1), { ...before, text: `${before.text}\n\n${segment.text}` }];
  }, []);
}
