import { extname } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '': 'text/plain; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
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
  /(^|\/)feed\.xml$/.test(file)
    ? 'application/rss+xml; charset=utf-8'
    : (types[extname(file).toLowerCase()] ?? 'application/octet-stream');

/** What programs and other sites may read, by its name: data, feeds, badges and the banner. Nothing on the site is for some readers only. */
export const isForPrograms = (file: string): boolean =>
  /\.(json|xml)$|(^|\/)badge\.svg$|^banner\.js$/.test(file);
