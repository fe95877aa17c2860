import { Temporal } from 'temporal-polyfill';
import { type Label, type State, labelOf } from './label.ts';
import type { Lifetime } from './lifetime.ts';
import type { Note } from './losses.ts';
import { type Around, type Moment, readMoment } from '../moment.ts';
import { track } from './shortcodes.ts';

const { compare } = Temporal.Instant;

/** A text, when it was published, and the state that its label names. */
export interface TimedText {
  at: Temporal.Instant;
  state?: State | undefined;
  text: string;
}

/** A part of a body that was written at one time. */
interface Part extends Partial<Label> {
  lines: string[];
}

/** Text without signs of times and of line breaks that nothing follows. */
const words = (text: string): string =>
  text
    .replace(track, '$1')
    // Markdown can come apart between the two signs of a time.
    .replace(/[\uE000\uE001]/g, '')
    .replace(/^\n+|[\s\\]+$/g, '');
const bodyOf = ({ lines }: Part): string => words(lines.join('\n'));
const headed = (part: Part): string =>
  [part.words && `**${part.words}**`, bodyOf(part)].filter(Boolean).join('\n\n');

// A time counts where a line begins or ends, or where a sentence ends before it. Elsewhere it is a word of the sentence around it.
const leading = new RegExp(`^[\\s(]*(\\**)${track.source}\\1[\\s):–—-]*`);
const trailing = new RegExp(`[\\s(–—-]*(\\**)${track.source}\\1[\\s).]*\\\\?$`);
const midway = new RegExp(`[.!?][*_"”]*[\\s(–—-]*${track.source}\\)?\\s*(?=[^\\s).])`, 'g');

/** Splits Markdown where labels, headlines, times and drawn lines tell its parts, in the order of the text. Code is never a label. */
function partsOf(markdown: string, around: Around, note: Note): Part[] {
  const parts: Part[] = [{ lines: [] }];
  const last = (): Part => parts.at(-1) as Part;
  const tracked = markdown.search(track) >= 0;
  let fence = '';
  let fresh = true;

  function addTrack(time: string, isAlone: boolean): void {
    const moment = readMoment(time, around);
    if (!moment) note('unreadable-time', time);
    // A time stands after what was said at it, or before it.
    const isAfterText = bodyOf(last()) !== '';
    if (last().moment || (isAfterText && !isAlone)) parts.push({ lines: [] });
    last().moment = moment;
    if (!moment) last().lines.push(time);
    if ((isAfterText && isAlone) || !moment) parts.push({ lines: [] });
  }

  function addText(piece: string): void {
    const [before, , first] = leading.exec(piece) ?? [''];
    const text = piece.slice(before.length);
    if (first !== undefined) {
      addTrack(first, !text);
      return text ? addText(text) : undefined;
    }
    const found = trailing.exec(text);
    const [after, index] = [found?.[2], found?.index];
    // What has a time already keeps others as words.
    const isTime = after !== undefined && !(last().moment && index);
    last().lines.push(isTime ? text.slice(0, index) : text);
    if (isTime) addTrack(after, true);
  }

  for (const line of markdown.split('\n')) {
    const [mark = ''] = /^(`{3,}|~{3,})/.exec(line) ?? [];
    if (!fence && line === '---') parts.push({ lines: [] });
    else if (fence || mark) last().lines.push(line);
    else {
      const label = labelOf(line, fresh, tracked, around);
      if (label) parts.push({ ...label, lines: [] });
      const text = label?.rest ?? line;
      if (text || !label) text.replace(midway, '$&\n').split('\n').forEach(addText);
    }
    fence = fence ? (mark.startsWith(fence) && line === mark ? '' : fence) : mark;
    fresh = !line.trim() || line === '---';
  }
  return parts.filter((part) => part.words || bodyOf(part));
}

function momentAt(moment: Moment, { from, around }: Lifetime, note: Note): Temporal.Instant {
  if (!moment.zone && !moment.dayOnly) note('time-zone', around.zone);
  if (moment.yearless) note('year', moment.source);
  if (moment.dayOnly) note('day-only', moment.source);
  const isSameDay = moment.dayOnly && moment.at.until(from).total('hours') < 24;
  return isSameDay && compare(moment.at, from) < 0 ? from : moment.at;
}

/** What the body of an issue says, oldest first; no times are made up, and no text is joined to the time of another. */
export function readTexts(markdown: string, lifetime: Lifetime, note: Note): TimedText[] {
  const { from, to, over } = lifetime;
  const parts = partsOf(markdown, lifetime.around, note);
  const timed = parts.flatMap(({ moment, state, ...part }): TimedText[] =>
    moment
      ? [{ at: momentAt(moment, lifetime, note), state, text: bodyOf(part) || headed(part) }]
      : [],
  );
  // The newest stands first, as is the custom, unless times say otherwise.
  const [first, last] = [timed[0], timed.at(-1)];
  if (first && last && compare(first.at, last.at) >= 0) timed.reverse();
  const undated = parts.filter(({ moment }) => !moment);
  const [only, ...more] = undated;
  if (!only) return timed.sort((a, b) => compare(a.at, b.at));
  // When nothing has a time, all of it had been said by the end.
  const at = (!timed.length && over && to) || from;
  note(at === from ? 'update-time' : 'text-at-end', at.toString());
  const rest: TimedText =
    only.state && !more.length
      ? { at, state: only.state, text: bodyOf(only) || headed(only) }
      : { at, text: timed.length ? undated.map(headed).join('\n\n') : words(markdown) };
  return [rest, ...timed].sort((a, b) => compare(a.at, b.at));
}
