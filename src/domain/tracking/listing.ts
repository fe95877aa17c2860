import type { Issue } from './issue.ts';
import { Stop, mustRead } from './patience.ts';
import { type Page, type Run } from './tracker.ts';

const incomplete = (why: string): Stop => new Stop('partial', `Listing issues: ${why}. Nothing was created. Run again.`);

/** One pass over a listing. */
class Listing {
  readonly issues = new Map<number, Issue>();
  readonly #label: string | undefined;

  constructor(label: string | undefined) {
    this.#label = label;
  }

  *read(from?: string): Run<Page> {
    return yield* mustRead({ do: 'list', ...(this.#label && { label: this.#label }), ...(from && { from }) }, 'Listing issues');
  }

  /** Whether there was anything new. */
  add(page: Page): boolean {
    const known = this.issues.size;
    for (const issue of page.issues) this.issues.set(issue.number, issue);
    return this.issues.size > known;
  }

  *forward(from: string | undefined): Run<void> {
    while (from !== undefined) {
      const page: Page = yield* this.read(from);
      if (!this.add(page) && page.next !== undefined) throw incomplete('the listing leads in a circle');
      from = page.next;
    }
  }

  /** From the last page to the first: when an issue is taken out meanwhile, others move to pages that are still to be read. */
  *backward(pages: readonly string[]): Run<void> {
    for (const [index, from] of [...pages.entries()].reverse()) {
      const page: Page = yield* this.read(from);
      if (page.issues.length === 0) throw incomplete(`page ${index + 1} of ${pages.length} is empty`);
      if (!this.add(page) && index > 0) throw incomplete('the listing leads in a circle');
      if (index === pages.length - 1) yield* this.forward(page.next);
    }
  }
}

/** All issues of a listing. @throws Stop if a page cannot be had, or something is left out: half a list would make duplicates. */
export function* listAll(label?: string): Run<Map<number, Issue>> {
  const listing = new Listing(label);
  const first = yield* listing.read();
  if (first.pages) yield* listing.backward(first.pages);
  else {
    listing.add(first);
    yield* listing.forward(first.next);
  }
  return listing.issues;
}
