/** What changes while a page is open: steps by the clock, times in the reader's own zone, and the age of the page. It is right without. */

const { zone, locale, local = '' } = document.body.dataset;
const minute = 60_000;

function note(time: HTMLTimeElement, text: string): void {
  const span = time.querySelector('span') ?? time.appendChild(document.createElement('span'));
  span.textContent = text && ` ${text}`;
}

function inOwnZone(time: HTMLTimeElement): void {
  const at = new Date(time.dateTime);
  const day = { day: 'numeric', month: 'short' } as const;
  const clock = { hour: '2-digit', minute: '2-digit' } as const;
  const read = (form: Intl.DateTimeFormatOptions, timeZone?: string): string =>
    new Intl.DateTimeFormat(locale, { ...form, timeZone }).format(at);
  const sameDay = read(day) === read(day, zone);
  if (sameDay && read(clock) === read(clock, zone)) return;
  note(time, local.replace('{time}', read(sameDay ? clock : { ...day, ...clock })));
}

function showAge(time: HTMLTimeElement): void {
  const minutes = (Date.now() - Date.parse(time.dateTime)) / minute;
  const [count, unit] = minutes < 48 * 60 ? ([minutes / 60, 'hour'] as const) : ([minutes / 60 / 24, 'day'] as const);
  if (count >= 1) note(time, `(${new Intl.RelativeTimeFormat(locale).format(-Math.floor(count), unit)})`);
}

function step(element: HTMLElement): void {
  const steps = JSON.parse(element.dataset['later'] ?? '[]') as [at: number, classes: string, text: string][];
  const due = steps.filter(([at]) => at <= Date.now());
  const [, classes, text] = due.at(-1) ?? [];
  if (classes === undefined || text === undefined) return;
  const [before = '', after] = text.split('{time}');
  const time = element.querySelector('time');
  element.className = classes;
  element.replaceChildren(before, ...(time && after !== undefined ? [time, after] : []));
  element.dataset['later'] = JSON.stringify(steps.slice(due.length));
}

const each = <E extends HTMLElement>(selector: string, act: (element: E) => void): void =>
  document.querySelectorAll<E>(selector).forEach(act);

function tick(): void {
  each('[data-later]', step);
  each('[data-age]', showAge);
}

each('[data-clock]', inOwnZone);
tick();
setInterval(tick, minute / 4);
