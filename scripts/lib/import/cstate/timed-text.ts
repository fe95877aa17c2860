import { Temporal } from 'temporal-polyfill';
import { labelLine } from './label-line.ts';
import type { Lifetime } from './lifetime.ts';
import type { Note } from './losses.ts';
import { type Around, type Moment, readMoment } from './moment.ts';
import { track } from './shortcodes.ts';
import type { Meaning } from './status-words.ts';

const { compare } = Temporal.Instant;

/** A text, when it was published, and what its label says. */
export interface TimedText {
  at: Temporal.Instant;
  meaning?: Meaning | undefined;
  text: string;
}

/** A part of a body that was written at one time. */
interface Part {
  label: string;
  meaning?: Meaning | undefined;
  moment?: Moment | undefined;
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

/** Splits Markdown where labels, headlines, times and drawn lines tell its parts, in the order of the text. Code is never a label. */
function partsOf(markdown: string, around: Around, note: Note): Part[] {
  const parts: Part[] = [{ label: '', lines: [] }];
  const last = (): Part => parts.at(-1) as Part;
  const tracked = markdown.search(track) >= 0;
  let fence = '';
  let fresh = true;

  function addTrack(time: string): void {
    const moment = readMoment(time, around);
    if (!moment) note('unreadable-time', time);
    if (last().moment) parts.push({ label: '', lines: [] });
    const isAfterText = bodyOf(last()) !== '';
    last().moment = moment;
    if (!moment) last().lines.push(time);
    // A time stands after what was said at it, or before it.
    if (isAfterText || !moment) parts.push({ label: '', lines: [] });
  }

  for (const line of markdown.split('\n')) {
    const [mark = ''] = /^(`{3,}|~{3,})/.exec(line) ?? [];
    if (!fence && line === '---') parts.push({ label: '', lines: [] });
    else if (fence || mark) last().lines.push(line);
    else {
      const found = labelLine(line, fresh, tracked, around);
      if (found) parts.push({ ...found, lines: [] });
      const pieces = (found?.rest ?? line).split(track);
      pieces.forEach((piece, index) => {
        if (index % 2) return addTrack(piece);
        const start = index ? piece.replace(/^[\s):–—-]+/, '') : piece;
        const text = index < pieces.length - 1 ? start.replace(/[\s(–—-]+$/, '') : start;
        return (text || !found) && last().lines.push(text);
      });
    }
    fence = fence ? (mark.startsWith(fence) && line === mark ? '' : fence) : mark;
    fresh = !line.trim() || line === '---';
  }
  return parts.filter((part) => part.label || bodyOf(part));
}

const headed = (part: Part): string =>
  [part.label && `**${part.label}**`, bodyOf(part)].filter(Boolean).join('\n\n');
/** The text without its label, unless the label says more than the status and the time, which the update has anyway. */
const alone = (part: Part): string =>
  /\d/.test(part.label.replace(part.moment?.source ?? '', ''))
    ? headed(part)
    : bodyOf(part) || headed(part);

function momentAt(moment: Moment, { from, around }: Lifetime, note: Note): Temporal.Instant {
  if (!moment.zone && !moment.dayOnly) note('time-zone', around.zone);
  if (moment.yearless) note('year', moment.source);
  if (moment.dayOnly) note('day-only', moment.source);
  const isSameDay = moment.dayOnly && moment.at.until(from).total('hours') < 24;
  return isSameDay && compare(moment.at, from) < 0 ? from : moment.at;
}

/** The one final message beside one first message: it was written at the end that the issue gives. */
function finalOf(parts: readonly Part[], { to, over }: Lifetime): Part | undefined {
  const undated = parts.filter(({ moment }) => !moment);
  const [final, ...others] = undated.filter(({ meaning }) => meaning === 'over');
  const firsts = undated.filter(({ meaning }) => meaning === 'first');
  return over && to && !others.length && firsts.length === 1 ? final : undefined;
}

/** All text without a time as one update: at the beginning, or at the end if nothing has a time and the issue was over by then. */
function undatedText(
  parts: readonly Part[],
  whole: string | undefined,
  lifetime: Lifetime,
  note: Note,
): TimedText[] {
  const { from, to, over } = lifetime;
  const [only, ...more] = parts;
  if (!only) return [];
  const at = (whole !== undefined && over && to) || from;
  note(at === from ? 'update-time' : 'text-at-end', at.toString());
  const odd = parts.filter(({ label, meaning }) => label && meaning !== 'first');
  if (odd.length && at === from)
    note('undated-label', odd.map(({ label }) => `“${label}”`).join(', '));
  if (!more.length && only.meaning !== 'update')
    return [{ at, meaning: only.meaning, text: alone(only) }];
  return [{ at, text: whole ?? parts.map(headed).join('\n\n') }];
}

/** What the body of an issue says, oldest first; no times are made up, and no text is joined to the time of another. */
export function readTexts(markdown: string, lifetime: Lifetime, note: Note): TimedText[] {
  const parts = partsOf(markdown, lifetime.around, note);
  const final = finalOf(parts, lifetime);
  if (final) note('update-time', `“${final.label}” → ${lifetime.to?.toString()}`);
  const timed = parts.flatMap((part): TimedText[] => {
    const end = part === final ? lifetime.to : undefined;
    const at = part.moment ? momentAt(part.moment, lifetime, note) : end;
    return at ? [{ at, meaning: part.meaning, text: alone(part) }] : [];
  });
  const undated = parts.filter((part) => !part.moment && part !== final);
  const [first, last] = [timed[0], timed.at(-1)];
  // The newest stands first, as is the custom, unless times say otherwise.
  const newestFirst = first && last && compare(first.at, last.at) >= 0;
  const rest = undatedText(undated, timed.length ? undefined : words(markdown), lifetime, note);
  return [...rest, ...(newestFirst ? timed.reverse() : timed)].sort((a, b) => compare(a.at, b.at));
}
