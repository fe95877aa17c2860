import LinkHeader from 'http-link-header';

/** Where a listing goes on, and all of its pages if it has numbers for them: see `Page`. Each is what to add to the same request. */
export interface Position {
  next: string | undefined;
  pages: readonly string[] | undefined;
}

export const perPage = 100;
/** A million issues. */
const mostPages = 10_000;

const onPage = (number: number): string => `page=${number}`;

const numberIn = (position: string | undefined): number => Number(new URLSearchParams(position).get('page') ?? 1);

/** The place in a listing that an address means. The address itself is not followed: nobody can lead the token elsewhere. */
function positionIn(address: string): string {
  const { searchParams } = new URL(address, 'http://localhost');
  return new URLSearchParams(['page', 'after'].flatMap((name) => searchParams.getAll(name).map((value) => [name, value]))).toString();
}

/**
 * Where a listing goes on after a page with `count` items. A full page is taken for the last one only if the header speaks of pages at all.
 * @throws if the header makes no sense
 */
export function positionAfter(link: string | undefined, count: number, from: string | undefined): Position {
  const named = new Map((link ? LinkHeader.parse(link).refs : []).map(({ rel, uri }) => [rel.toLowerCase(), uri]));
  const [next, last] = ['next', 'last'].map((relation) => {
    const address = named.get(relation);
    return address === undefined ? undefined : positionIn(address);
  });
  if (next?.includes('after=')) return { next, pages: undefined };
  const promised = Math.max(numberIn(next), numberIn(last));
  if (promised > mostPages) throw new RangeError('There are not so many pages.');
  const pages = promised > 1 ? Array.from({ length: promised }, (_, index) => onPage(index + 1)) : undefined;
  const isTold = ['next', 'prev', 'first', 'last'].some((relation) => named.has(relation));
  return { next: next ?? (!isTold && count >= perPage ? onPage(numberIn(from) + 1) : undefined), pages };
}
