import type { Temporal } from 'temporal-polyfill';
import { tidy } from './code-blocks.ts';
import type { Course } from './course.ts';
import { withoutHtml } from './html.ts';
import { saysOnlyStatus } from './labels.ts';
import type { Note } from './loss.ts';
import { type Clock, type Moment, findClock, findMoment, readMoment } from './moment.ts';
import type { Prose } from './prose.ts';
import type { Segment } from './segment.ts';
import { readSegments } from './segments.ts';
import { trackPattern } from './shortcodes.ts';

/** Something said, with what is known of its time. */
export interface Said {
  /** What names it; empty where its text names itself. */
  label: string;
  /** What is to be read as its label; it may be a part of the text. */
  spoken: string;
  text: string;
  at: Temporal.Instant | undefined;
  /** A time of day without a day. */
  clock: Clock | undefined;
}

function momentOf(
  segment: Segment,
  times: readonly string[],
  zone: string,
  note: Note,
): Moment | undefined {
  const track = segment.track === undefined ? undefined : (times[segment.track] ?? '');
  const moment = track === undefined ? findMoment(segment.label, zone) : readMoment(track, zone);
  if (track !== undefined && !moment) note('unreadable-time', track);
  // A day in a label is no time; `track` means one.
  if (!moment || (moment.dayOnly && track === undefined)) return undefined;
  if (moment.dayOnly) note('day-only', moment.source);
  if (!moment.zoned) note('time-zone', zone);
  return moment;
}

function readPart(segment: Segment, times: readonly string[], course: Course, note: Note): Said {
  const { label, head, text } = segment;
  const moment = momentOf(segment, times, course.zone, note);
  const said = tidy(
    (head + text).replace(
      new RegExp(trackPattern, 'g'),
      (_, index: string) => times[Number(index)] ?? '',
    ),
  );
  // A cut can turn code into text.
  const whole = withoutHtml(said, note);
  const clock = moment || head ? undefined : findClock(label);
  // A label without a text is all that was said.
  return {
    label: head || whole === '' ? '' : label,
    spoken: label,
    text: whole || label,
    at: moment?.at,
    clock,
  };
}

const isEmpty = ({ label, head, track, text }: Segment): boolean =>
  text.trim() === '' && !head && (label === '' || (track === undefined && saysOnlyStatus(label)));

/** What the body of an issue says, part by part, in the order of the text. */
export const readSaid = ({ text, times }: Prose, course: Course, note: Note): Said[] =>
  readSegments(text, course.isPage)
    .filter((segment) => !isEmpty(segment))
    .map((segment) => readPart(segment, times, course, note))
    .filter((said) => said.text !== '');

/** A part with its label, for where it stands among others. */
export const named = ({ label, text }: Said): string =>
  label ? `**${label.charAt(0).toUpperCase()}${label.slice(1)}**\n\n${text}` : text;

/** A part that is an update of its own: its status and its time say what a bare label says. `timed`: the time is the label's own. */
export function alone(said: Said, timed: boolean): string {
  const source = timed ? (findMoment(said.label, 'UTC')?.source ?? said.clock?.source ?? '') : '';
  const rest = said.label.replace(source, '').replace(/^[\s:–—-]+|[\s:–—-]+$/g, '');
  return rest === '' || saysOnlyStatus(rest) ? said.text : named(said);
}
