/** Where a listing goes on: what to add to the same request. */
export type Cursor = string;

export const perPage = 100;

/**
 * Where a listing goes on after a page with `count` items. The address in the header is not followed: only its position is taken over, so
 * that nobody can lead the token elsewhere. Without a header, a full page is not the last one.
 */
export function nextCursor(link: string | undefined, count: number, from: Cursor | undefined): Cursor | undefined {
  if (link === undefined || link === '') {
    const page = Number(new URLSearchParams(from).get('page') ?? 1);
    return count >= perPage ? `page=${page + 1}` : undefined;
  }
  const [, address] = /<([^>]*)>\s*;[^,]*\brel="?next"?/.exec(link) ?? [];
  const found = address === undefined ? null : URL.parse(address, 'http://localhost');
  if (!found) return undefined;
  const position = ['page', 'after'].flatMap((name) => found.searchParams.getAll(name).map((value) => [name, value]));
  return new URLSearchParams(position).toString();
}
