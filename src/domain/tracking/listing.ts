import type { Issue } from './issue.ts';
import { Halt, mustRead } from './stop-and-retry.ts';
import { type Page, type Run, ask } from './tracker.ts';

const incomplete = (why: string): Halt =>
  new Halt('partial', `Listing issues: ${why}. Nothing was created. Run again.`);

/** The beginning of a listing. */
const start = '';

/** Whether new issues stand before others of a page. If some have only gone, the issues that move up stand behind those that stayed. */
function hasComeIn(before: Page, after: Page): boolean {
  const known = new Set(before.issues.map(({ number }) => number));
  const staying = after.issues.filter(({ number }) => known.has(number)).length;
  return after.issues.slice(0, Math.max(1, staying)).some(({ number }) => !known.has(number));
}

/** One reading of a listing. */
class Listing {
  readonly issues = new Map<number, Issue>();
  readonly #label: string | undefined;

  constructor(label: string | undefined) {
    this.#label = label;
  }

  *read(from: string): Run<{ page: Page; grown: boolean }> {
    const page = yield* mustRead(
      { do: 'list', ...(this.#label && { label: this.#label }), ...(from && { from }) },
      'Listing issues',
    );
    const known = this.issues.size;
    const what = `Issues read: ${known + page.issues.length}`;
    yield* ask({ do: 'progress', what, begins: false });
    for (const issue of page.issues) this.issues.set(issue.number, issue);
    return { page, grown: this.issues.size > known };
  }

  /** From one page to the next. Returns where there was something. */
  *forward(from: Page['next']): Run<string[]> {
    const places: string[] = [];
    for (let next = from; next !== undefined;) {
      const { page, grown }: { page: Page; grown: boolean } = yield* this.read(next.at);
      if (page.issues.length === 0 && next.promised)
        throw incomplete('a page that was promised is empty');
      if (!grown && page.next !== undefined) throw incomplete('the listing leads in a circle');
      if (page.issues.length) places.push(next.at);
      next = page.next;
    }
    return places;
  }

  /**
   * From the last page to the first: when an issue is taken out meanwhile, others move to pages that are still to be read. When an old one
   * comes in, they move to pages that have been read; the first page, as it was before, shows whether that is so.
   */
  *backward(places: readonly string[], first: Page): Run<void> {
    for (const [index, from] of [...places.entries()].reverse()) {
      const { page, grown }: { page: Page; grown: boolean } = yield* this.read(from);
      if (page.issues.length === 0)
        throw incomplete(`page ${index + 1} of ${places.length} is empty`);
      if (!grown && index > 0) throw incomplete('the listing leads in a circle');
      if (index === 0 && hasComeIn(first, page))
        throw incomplete('an old issue has appeared while it was read');
      if (index === places.length - 1) yield* this.forward(page.next);
    }
  }
}

/**
 * All issues of a listing. Where its pages are numbered, issues can move from one to another while they are read: then the first reading only
 * tells how many pages there are. @throws Halt if a page cannot be had, or something is left out: half a list would make duplicates.
 */
export function* listAll(label?: string): Run<Map<number, Issue>> {
  const ahead = new Listing(label);
  const { page } = yield* ahead.read(start);
  const places = page.pages ?? [start, ...(yield* ahead.forward(page.next))];
  if (!page.next?.numbered || places.length === 1) return ahead.issues;
  const back = new Listing(label);
  yield* back.backward(places, page);
  return back.issues;
}
