/** The search page: nothing of the index is loaded before the reader searches. */

import { type Found, resultItem } from './search-result.ts';

interface Index {
  options: (options: { excerptLength: number; baseUrl: string }) => Promise<void>;
  search: (
    words: string | null,
    options: object,
  ) => Promise<{ results: { data: () => Promise<Found> }[] }>;
}

const atOnce = 10;
const form = document.querySelector<HTMLFormElement>('form.search');
const list = document.querySelector('.results');
const status = document.querySelector<HTMLElement>('.found [role=status]');
const more = document.querySelector<HTMLButtonElement>('.found button');
const { index: indexAt = '', base: baseUrl = '/' } = form?.dataset ?? {};
const words = JSON.parse(status?.dataset['words'] ?? '{}') as Record<
  'loading' | 'none' | 'failed',
  string
> & {
  found: Record<string, string>;
};
const plural = new Intl.PluralRules(document.documentElement.lang);

let loading: Promise<Index> | undefined;
let latest = 0;
let waiting: ReturnType<typeof setTimeout> | undefined;
/** The search that the address names. */
let last = asked();

const say = (text: string): void => {
  if (status) status.textContent = text;
};

function load(): Promise<Index> {
  loading ??= import(/* @vite-ignore */ `${indexAt}pagefind.js`).then(async (index: Index) => {
    await index.options({ excerptLength: 30, baseUrl });
    return index;
  });
  // What failed may work at the next try.
  loading.catch(() => (loading = undefined));
  return loading;
}

async function show(
  results: { data: () => Promise<Found> }[],
  from: number,
  search: number,
): Promise<void> {
  const found = await Promise.all(results.slice(from, from + atOnce).map(({ data }) => data()));
  if (search !== latest) return;
  const items = found.map(resultItem);
  list?.append(...items);
  if (from) items[0]?.querySelector('a')?.focus();
  if (!more) return;
  more.hidden = results.length <= from + atOnce;
  more.onclick = () => void show(results, from + atOnce, search);
}

/** What stands in the form, and the address of that search. */
function asked(): { text: string; filters: Record<string, string>; address: string } {
  const filled = [...new FormData(form ?? undefined)]
    .map(([name, value]) => [name, String(value).trim()])
    .filter(([, value]) => value);
  const { q: text = '', ...filters } = Object.fromEntries(filled) as Record<string, string>;
  return { text, filters, address: `?${new URLSearchParams(filled as [string, string][])}` };
}

/** Puts what the address asks for into the form. */
function fill(): void {
  const query = new URLSearchParams(location.search);
  for (const field of form?.elements ?? []) {
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
      field.value = query.get(field.name) ?? '';
  }
  last = asked();
}

/** Whoever types on refines a search; anything else is another one, after which Back leads to the one before. */
function remember(now: ReturnType<typeof asked>): void {
  const refined =
    now.text.startsWith(last.text) && JSON.stringify(now.filters) === JSON.stringify(last.filters);
  const address = now.address === '?' ? location.pathname : now.address;
  if (now.address !== last.address)
    history[refined ? 'replaceState' : 'pushState'](null, '', address);
  last = now;
}

async function search(): Promise<void> {
  const search = ++latest;
  const { text, filters, address } = last;
  if (address === '?') {
    list?.replaceChildren();
    if (more) more.hidden = true;
    return say('');
  }
  say(words.loading);
  try {
    const index = await load();
    const { results } = await index.search(text || null, {
      filters,
      sort: text ? {} : { date: 'desc' },
    });
    if (search !== latest) return;
    list?.replaceChildren();
    await show(results, 0, search);
    const { length } = results;
    say(
      length
        ? (words.found[plural.select(length)] ?? words.found['other'] ?? '').replace(
            '#',
            String(length),
          )
        : words.none,
    );
  } catch {
    if (search === latest) say(words.failed);
  }
}

function searchNow(): void {
  clearTimeout(waiting);
  remember(asked());
  void search();
}

if (form) {
  form.hidden = false;
  form.addEventListener('focusin', () => void load().catch(() => undefined), { once: true });
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(searchNow, 200);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    searchNow();
  });
  addEventListener('popstate', () => {
    fill();
    void search();
  });
  fill();
  if (last.address !== '?') void search();
}
