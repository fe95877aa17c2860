/**
 * What changes while a page is open: steps by the clock, times in the reader's own zone, and the age of the page. It is right without. It asks
 * nobody, so that no step says what only the record can know: that something came, or did not.
 */

const { zone, locale, local = '', still } = document.body.dataset;
const minute = 60_000;

/** Epoch ms. A page of another moment than that of its making stays at that moment. */
const now = (): number => (still ? Date.parse(still) : Date.now());

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
  const minutes = (now() - Date.parse(time.dateTime)) / minute;
  const [count, unit] =
    minutes < 48 * 60 ? ([minutes / 60, 'hour'] as const) : ([minutes / 60 / 24, 'day'] as const);
  if (count >= 1)
    note(time, `(${new Intl.RelativeTimeFormat(locale).format(-Math.floor(count), unit)})`);
}

/** The latest step of an element that is due. It is taken once: what is due is forgotten. */
function dueStep(element: HTMLElement, name: 'later' | 'moves'): string[] | undefined {
  const steps = JSON.parse(element.dataset[name] ?? '[]') as [at: number, ...words: string[]][];
  const due = steps.filter(([at]) => at <= now());
  element.dataset[name] = JSON.stringify(steps.slice(due.length));
  return due.at(-1)?.slice(1) as string[] | undefined;
}

function step(element: HTMLElement): void {
  const [classes, text] = dueStep(element, 'later') ?? [];
  if (classes === undefined || text === undefined) return;
  const times = [...element.querySelectorAll('time')];
  element.className = classes;
  // Without times in it, braces are the company's own.
  const parts = times.length ? text.split(/\{\w+\}/) : [text];
  element.replaceChildren(
    ...parts.flatMap((part, index) => [...times.slice(index - 1, index), part]),
  );
}

function move(element: HTMLElement): void {
  const [list] = dueStep(element, 'moves') ?? [];
  if (list) document.getElementById(list)?.append(element);
}

const each = <E extends HTMLElement>(selector: string, act: (element: E) => void): void =>
  document.querySelectorAll<E>(selector).forEach(act);

function tick(): void {
  each('[data-later]', step);
  each('[data-moves]', move);
  each(
    '[data-fills]',
    (section) => (section.hidden = !section.querySelector('[data-moves], article')),
  );
  each('[data-age]', showAge);
}

each('[data-clock]', inOwnZone);
tick();
setInterval(tick, minute / 4);
