import LinkHeader from 'http-link-header';
import type { Page } from '../../../src/domain/tracking/tracker.ts';

export const perPage = 100;
/** A million issues. */
const mostPages = 10_000;

const onPage = (number: number): string => `page=${number}`;

const numberIn = (position: string): number =>
  Number(new URLSearchParams(position).get('page') ?? 1);

/** The place in a listing that an address means. We never follow the address itself, so it cannot lead the token elsewhere. */
function positionIn(address: string): string {
  const { searchParams } = new URL(address, 'http://localhost');
  return new URLSearchParams(
    ['page', 'after'].flatMap((name) => searchParams.getAll(name).map((value) => [name, value])),
  ).toString();
}

/** What a header says of other pages. */
function pagesNamed(link: string): ReadonlyMap<string, string> {
  const relations = ['first', 'prev', 'next', 'last'];
  const named = LinkHeader.parse(link).refs.map(({ rel, uri }): [string, string] => [
    rel.toLowerCase(),
    uri,
  ]);
  return new Map(
    named
      .filter(([relation]) => relations.includes(relation))
      .map(([relation, address]) => [relation, positionIn(address)]),
  );
}

/** The numbered pages up to `last`. @throws RangeError */
function pagesUpTo(last: string): string[] {
  const count = numberIn(last);
  if (!(count <= mostPages)) throw new RangeError('There are not so many pages.');
  return Array.from({ length: count }, (_, index) => onPage(index + 1));
}

/**
 * Where a listing goes on after a page with `count` items. A full page is taken for the last one only if the header speaks of pages at all.
 * @throws if the header makes no sense
 */
export function positionAfter(
  link: string | undefined,
  count: number,
  from: string | undefined,
): Pick<Page, 'next' | 'pages'> {
  const named = pagesNamed(link ?? '');
  const [next, last] = [named.get('next'), named.get('last')];
  const isNumbered = !next?.includes('after=');
  const pages = isNumbered && last !== undefined ? pagesUpTo(last) : undefined;
  if (next !== undefined)
    return { next: { at: next, promised: true, numbered: isNumbered }, pages };
  const more = onPage(numberIn(from ?? '') + 1);
  const isGuess = named.size === 0 && count >= perPage;
  const isTold = pages !== undefined && pages.length > numberIn(from ?? '');
  return {
    next: isGuess || isTold ? { at: more, promised: isTold, numbered: true } : undefined,
    pages,
  };
}
