import { Temporal } from 'temporal-polyfill';
import type { Course } from './course.ts';
import { isPostmortem } from './labels.ts';
import type { Note } from './loss.ts';
import { written } from './moment.ts';
import type { Prose } from './prose.ts';
import { type Said, readSaid } from './said.ts';
import { type Timed, inSequence } from './sequence.ts';
import { type Voice, tellsTheEnd } from './voices.ts';

export interface ImportedUpdate {
  at: string;
  status: string;
  text: string;
}

/** Stands where an issue is marked as resolved and has no words for it. */
export const resolvingText = 'Marked as resolved; the original record gives no further words.';

const { compare } = Temporal.Instant;

/** Whether the last words are about the end, as far as their time and their text tell. */
function concludes({ at, text }: Timed, { to }: Course, only: boolean): boolean {
  if (tellsTheEnd(text)) return true;
  return to ? compare(at, to) >= 0 : !only;
}

/** The status of each update: what its label clearly says, otherwise what its text and its position make likely. */
function statuses(timed: readonly Timed[], voice: Voice, course: Course, note: Note): string[] {
  const found: string[] = [];
  const guessed: string[] = [];
  timed.forEach((update, index) => {
    const clear = voice.of(update.spoken);
    const isLast = index === timed.length - 1;
    const ends =
      isLast && course.resolved === true && concludes(update, course, timed.length === 1);
    const before = found.at(-1);
    const begun = compare(update.at, course.from) > 0;
    const byPosition =
      before === undefined ? voice.first(update.text, begun) : voice.between(before, begun);
    const status = clear ?? (ends ? voice.last : (voice.like(update.text) ?? byPosition));
    if (!clear) guessed.push(`${written(update.at)} ${status}`);
    found.push(status);
  });
  if (guessed.length) note('update-status', guessed.join(', '));
  return found;
}

/** What the record does not say, but needs: a last update that says that it is over, or none that says so too early. */
function concluded(
  updates: readonly ImportedUpdate[],
  voice: Voice,
  { from, to, resolved }: Course,
  note: Note,
): ImportedUpdate[] {
  const last = updates.at(-1);
  if (resolved && last?.status !== voice.last) {
    const known = last ? Temporal.Instant.from(last.at) : from;
    const at = written(to && compare(to, known) > 0 ? to : known);
    note('resolving-update', at);
    return [...updates, { at, status: voice.last, text: resolvingText }];
  }
  if (resolved === false && last?.status === voice.last) {
    note('said-resolved');
    return [
      ...updates.slice(0, -1),
      {
        ...last,
        status: voice.between(updates.at(-2)?.status ?? voice.first(last.text, true), true),
      },
    ];
  }
  return [...updates];
}

function doubt(timed: readonly Timed[], voice: Voice, { from, to }: Course, note: Note): void {
  const [first, last] = [timed[0]?.at, timed.at(-1)?.at];
  if (to && last && last.since(to).total('hours') > 1) note('late-update', written(last));
  if (first && from.since(first).total('hours') > 1) note(voice.early, written(first));
  const headlines = timed.flatMap(({ spoken, text }) => [
    spoken,
    ...text.split('\n').filter((line) => /^[#*_]/.test(line)),
  ]);
  if (headlines.some(isPostmortem)) note('postmortem');
}

/** What an issue says. Where that is nothing, its title has to do, unless it is over: then there is a sentence for that. */
function said(prose: Prose, course: Course, title: string, note: Note): Said[] {
  const parts = readSaid(prose, course, note);
  if (parts.length || (course.resolved && !course.isPage)) return parts;
  note('text-from-title');
  return [{ label: '', spoken: '', text: title, at: undefined, clock: undefined }];
}

/** The updates of an issue, oldest first. */
export function readUpdates(
  prose: Prose,
  voice: Voice,
  course: Course,
  title: string,
  note: Note,
): ImportedUpdate[] {
  const timed = inSequence(said(prose, course, title, note), course, note);
  doubt(timed, voice, course, note);
  const found = statuses(timed, voice, course, note);
  const last = timed.at(-1);
  if (last && course.to && found.at(-1) === voice.last && compare(last.at, course.to) < 0)
    note('early-end', written(last.at));
  const updates = timed.map(({ at, text }, index) => ({
    at: written(at),
    status: found[index] ?? voice.last,
    text,
  }));
  return concluded(updates, voice, course, note);
}
