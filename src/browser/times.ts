import { minute, now } from './clock.ts';

const { zone, locale, local = '' } = document.body.dataset;
const day = { day: 'numeric', month: 'short' } as const;
const clock = { hour: '2-digit', minute: '2-digit' } as const;

function note(time: HTMLTimeElement, text: string): void {
  const span = time.querySelector('span') ?? time.appendChild(document.createElement('span'));
  span.textContent = text && ` ${text}`;
}

const read = (at: Date, form: Intl.DateTimeFormatOptions, timeZone?: string): string =>
  new Intl.DateTimeFormat(locale, { ...form, timeZone }).format(at);

/** Adds the reader's own time, where their clock shows another. */
export function inOwnZone(time: HTMLTimeElement): void {
  const at = new Date(time.dateTime);
  const sameDay = read(at, day) === read(at, day, zone);
  if (sameDay && read(at, clock) === read(at, clock, zone)) return;
  note(time, local.replace('{time}', read(at, sameDay ? clock : { ...day, ...clock })));
}

/** A moment (epoch ms) as the site shows it. */
export function timeOf(at: number): HTMLTimeElement {
  const time = document.createElement('time');
  time.dateTime = new Date(at).toISOString();
  time.textContent = read(new Date(at), { ...day, ...clock, timeZoneName: 'short' }, zone);
  inOwnZone(time);
  return time;
}

export function showAge(time: HTMLTimeElement): void {
  const minutes = (now() - Date.parse(time.dateTime)) / minute;
  const [count, unit] =
    minutes < 48 * 60 ? ([minutes / 60, 'hour'] as const) : ([minutes / 60 / 24, 'day'] as const);
  if (count >= 1)
    note(time, `(${new Intl.RelativeTimeFormat(locale).format(-Math.floor(count), unit)})`);
}

/** Lets an element say `text`, with times in the place of the {names} in it: its own, in their order, if no others are given. */
export function fill(
  element: HTMLElement,
  text: string,
  times: readonly HTMLTimeElement[] = [...element.querySelectorAll('time')],
): void {
  // Without times in it, braces are the company's own.
  const parts = times.length ? text.split(/\{\w+\}/) : [text];
  element.replaceChildren(
    ...parts.flatMap((part, index) => [...times.slice(index - 1, index), part]),
  );
}
