import { runs } from './code-blocks.ts';
import { withContinued, withoutOlder } from './continuations.ts';
import type { Segment } from './segment.ts';
import { readLead } from './lead.ts';
import { trackPattern } from './shortcodes.ts';

interface Reading {
  done: Segment[];
  current: Segment | undefined;
  /** The line before was empty, or there was none. */
  fresh: boolean;
  /** Updates are told apart by `track`, and what stands in bold before them is their headline. */
  tracked: boolean;
  /** Lines may be drawn between updates. */
  rules: boolean;
  /** A line was drawn just now. */
  ruled: boolean;
}

const rule = /^\s{0,3}([-*_])(\s*\1){2,}\s*$/;

/** Below one short line without an end, hyphens make a heading of it; below anything else they were meant to part two texts. */
function underlines({ current, fresh }: Reading, line: string): boolean {
  if (fresh || !/^\s*-+\s*$/.test(line)) return false;
  const paragraph =
    (current?.text ?? '')
      .trimEnd()
      .split(/\n\s*\n/)
      .at(-1) ?? '';
  return /^[^\n]{1,60}[^\n.!?:]$/.test(paragraph);
}

const isBlank = (text: string): boolean => text.trim() === '';

function close(reading: Reading): void {
  const { current } = reading;
  if (
    current &&
    !(isBlank(current.text) && !current.head && !current.label && current.track === undefined)
  )
    reading.done.push(current);
  reading.current = undefined;
}

function open(reading: Reading, part: Partial<Segment>): Segment {
  close(reading);
  reading.current = {
    label: '',
    head: '',
    track: undefined,
    text: '',
    inline: false,
    ruled: reading.ruled,
    ...part,
  };
  reading.ruled = false;
  return reading.current;
}

function addLine(reading: Reading, line: string): void {
  const lead = readLead(line, reading.fresh, reading.tracked);
  if (lead) open(reading, { label: lead.label, head: lead.head, inline: lead.rest !== '' });
  const text = lead ? lead.rest : line;
  const segment = reading.current ?? (isBlank(text) ? undefined : open(reading, {}));
  if (segment && (text || !lead)) segment.text += `${text}\n`;
}

/** A time stands after what was said at it, or between a label and its text, or before everything. */
function addTrack(reading: Reading, track: number, afterHead: boolean): void {
  const { current } = reading;
  if (!current) {
    open(reading, { track });
  } else if (current.track === undefined) {
    current.track = track;
    if (!isBlank(current.text) || (current.head && !afterHead)) close(reading);
  } else if (!isBlank(current.text)) {
    const { label, head, text } = current;
    if (label || head) {
      // The time before this one belonged to the label alone.
      reading.current = { ...current, text: '' };
      open(reading, { track, text });
      close(reading);
    } else {
      open(reading, { track });
    }
  }
}

/** A line with times in it. */
function addTracks(reading: Reading, line: string): void {
  const parts = line.split(trackPattern);
  parts.forEach((part, index) => {
    if (index % 2) {
      const alone = isBlank(parts.slice(0, index).join(''));
      addTrack(reading, Number(part), !alone);
      reading.fresh = true;
      return;
    }
    const text = part
      .replace(/^[\s):–—-]+(?=\S)|^[\s)]+$/, index ? '' : '$&')
      .replace(/[\s(–—-]+$/, '');
    if (!isBlank(text) && !/^\s*[-*+]?\s*$/.test(text)) addLine(reading, text);
  });
}

function addMarkdown(reading: Reading, line: string): void {
  // A line drawn between updates is no part of either.
  if (reading.rules && rule.test(line) && !underlines(reading, line)) {
    close(reading);
    reading.fresh = true;
    reading.ruled = true;
  } else if (trackPattern.test(line)) {
    addTracks(reading, line);
  } else {
    addLine(reading, line);
    reading.fresh = isBlank(line);
  }
}

/** Splits a body into what was written at one time each, in the order of the text. In a page without updates, lines part nothing. */
export function readSegments(text: string, isPage: boolean): Segment[] {
  const reading: Reading = {
    done: [],
    current: undefined,
    fresh: true,
    tracked: trackPattern.test(text),
    rules: !isPage,
    ruled: false,
  };
  for (const { code, lines } of runs(text)) {
    // Code is never a label.
    if (code) (reading.current ?? open(reading, {})).text += `${lines.join('\n')}\n`;
    else for (const line of lines) addMarkdown(reading, line);
    if (code) reading.fresh = false;
  }
  close(reading);
  return withoutOlder(withContinued(reading.done));
}
