import { each, minute, now } from './clock.ts';
import { fill, timeOf } from './times.ts';

/** Where there is none, the page stands still. */
const live = document.querySelector<HTMLElement>('[data-asks]');
const {
  asks = '',
  built = '',
  known,
  pressing,
  news = '',
  load = '',
  lost = '',
} = live?.dataset ?? {};
const builtAt = Date.parse(built);
const heading = document.querySelector<HTMLElement>('[data-headline]');
const { title } = document;

/** So long an answer says how things are. Ms. */
const fresh = 2 * minute;
const longestWait = 30 * minute;

const isOwing = document.querySelector('[data-overdue]') !== null;
/** Whether something goes on or is owed, so that minutes count. */
let isPressing = isOwing || pressing !== undefined;
/** When the server was last asked with success; `NaN` before. */
let askedAt = NaN;
let failures = 0;
/** The first answer, or the failure to get one, is there. */
let hasTried = false;
/** What the server says by now, if it is something else than this page. */
let told: string | undefined;
let nextAt = isPressing ? 0 : now() + 5 * minute;

function tell(element: HTMLElement, headline: string): void {
  if (told === headline) return;
  told = headline;
  document.title = heading ? headline : `● ${title}`;
  // A headline that names one incident stands above what was said of it, and of nothing else.
  if (heading && heading.dataset['headline'] !== 'one') {
    heading.textContent = headline;
    delete heading.dataset['later'];
    heading.nextElementSibling?.remove();
  }
  const button = document.createElement('button');
  button.textContent = load;
  button.onclick = () => location.reload();
  element.replaceChildren(
    news.replace('{headline}', () => headline),
    ' ',
    button,
  );
}

async function ask(element: HTMLElement): Promise<void> {
  const began = now();
  nextAt = Infinity;
  try {
    const signal = AbortSignal.timeout(minute / 3);
    const answer = await (await fetch(asks, { cache: 'no-store', signal })).json();
    // An older copy than this page knows nothing of now.
    if (!(Date.parse(answer.built) >= builtAt)) throw answer;
    askedAt = began;
    failures = 0;
    isPressing = isOwing || answer.open > 0;
    if (`${answer.changed} ${answer.headline}` !== known) tell(element, answer.headline);
  } catch {
    failures++;
  }
  hasTried = true;
  // Ticks come each quarter of a minute, and not to the millisecond.
  nextAt =
    began - minute / 8 + Math.min((isPressing ? 1 : 5) * minute * 2 ** failures, longestWait);
  look();
}

const isFresh = (): boolean => now() - askedAt < fresh;

/** Says that something is overdue only to whoever has just asked. Until then, what was overdue when the page was built stays so. */
function judge(element: HTMLElement): void {
  const due = Date.parse(element.querySelector('time')?.dateTime ?? '');
  if (!(due < now()) || (due < builtAt && !hasTried)) return;
  const says = isFresh() && told === undefined ? 'overdue' : 'passed';
  if (element.dataset['says'] === says) return;
  element.dataset['says'] = says;
  element.classList.toggle('overdue', says === 'overdue');
  fill(element, element.dataset[says] ?? '');
}

/** Says since when the page knows nothing. */
function admit(element: HTMLElement): void {
  const isLost = failures > 0 && !isFresh();
  if (told !== undefined || isLost === element.hasChildNodes()) return;
  if (isLost) fill(element, lost, [timeOf(askedAt || builtAt)]);
  else element.replaceChildren();
}

/** Asks the site whether there is news, if it is time, and lets the page say no more than it knows. */
export function look(): void {
  if (!live) return;
  each('[data-overdue]', judge);
  admit(live);
  if (!document.hidden && now() >= nextAt) void ask(live);
}

/** Whoever comes back is told at once. */
export function watchReader(): void {
  document.addEventListener('visibilitychange', () => {
    if (nextAt < Infinity) nextAt = 0;
    look();
  });
}
