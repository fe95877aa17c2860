import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { filesOf } from './pages.ts';

/** How many bytes files are when they are sent, each compressed by itself. */
export const gzipped = (folder: string, files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);

/** A page with its styles, as it is sent. */
export const withStyles = (folder: string, page: string): number =>
  gzipped(folder, [page, ...filesOf(folder, '.css')]);

/** The heaviest page of those that lie in a folder of the site, as it is sent with its styles. */
export function heaviest(folder: string, part: string): number {
  const pages = readdirSync(join(folder, part), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => gzipped(folder, [join(part, file)]));
  return Math.max(0, ...pages) + gzipped(folder, filesOf(folder, '.css'));
}

/** Of some files the one in the middle by its size. */
const middle = (folder: string, files: readonly string[]): string[] =>
  files
    .toSorted((a, b) => statSync(join(folder, a)).size - statSync(join(folder, b)).size)
    .slice(files.length >> 1, (files.length >> 1) + 1);

const resultsShown = 10;

/** What a first search of one word asks for: the program, what it knows of all pages, a part of the index of middling size, and ten such results. */
export function firstSearch(folder: string): number {
  const all = readdirSync(join(folder, 'pagefind'), { recursive: true, encoding: 'utf8' }).map(
    (file) => `pagefind/${file}`,
  );
  const ending = (pattern: RegExp): string[] => all.filter((file) => pattern.test(file));
  const once = ending(/\.js$|entry\.json$|\.pf_meta$|\.pf_filter$|wasm\.(?!unknown)\w+\.pagefind$/);
  return (
    gzipped(folder, [...once, ...middle(folder, ending(/\.pf_index$/))]) +
    resultsShown * gzipped(folder, middle(folder, ending(/\.pf_fragment$/)))
  );
}
