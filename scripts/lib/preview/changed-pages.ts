import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A page that differs: its path below the site, and what stands in it. */
export interface ChangedPage {
  path: string;
  html: string;
  isNew: boolean;
}

/** Those that are no part of the record. */
const isOfRecord = (file: string): boolean =>
  file.endsWith('index.html') && !file.startsWith('search/');

/** What a page says; which style sheets and scripts it has is no matter of its words. */
const mainOf = (html: string): string => /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? html;

/** The pages in a built site that are not in an earlier one, or are other there. Those that moved on by the clock alone are the same, if both were built for one moment. */
export function changedPages(before: string, after: string): ChangedPage[] {
  return readdirSync(after, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter(isOfRecord)
    .sort()
    .flatMap((file) => {
      const html = readFileSync(join(after, file), 'utf8');
      const earlier = join(before, file);
      const isNew = !existsSync(earlier);
      if (!isNew && mainOf(readFileSync(earlier, 'utf8')) === mainOf(html)) return [];
      return [{ path: file.replace(/index\.html$/, ''), html, isNew }];
    });
}
