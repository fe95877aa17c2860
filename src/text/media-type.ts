import { extname } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '': 'text/plain; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.rss': 'application/rss+xml; charset=utf-8',
  '.atom': 'application/atom+xml; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.wasm': 'application/wasm',
};

/** What a file of the site is to a browser, by its name. */
export const mediaType = (file: string): string =>
  /(^|\/)(feed|updates|promises|index)\.xml$/.test(file)
    ? 'application/rss+xml; charset=utf-8'
    : /(^|\/)feed\.json$/.test(file)
      ? 'application/feed+json'
      : (types[extname(file).toLowerCase()] ?? 'application/octet-stream');

/** What programs and other sites may read, by its name: data, feeds, calendars, badges and the banner. Nothing on the site is for some readers only. */
export const isForPrograms = (file: string): boolean =>
  /\.(json|xml|rss|atom|ics)$|(^|\/)badge\.svg$|^banner\.js$/.test(file);
