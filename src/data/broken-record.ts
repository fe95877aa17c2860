import { sep } from 'node:path';
import type { Plugin } from 'vite';
import type { Finding } from '../domain/findings/finding.ts';
import { environment } from '../environment.ts';
import { escapeHtml } from './escape-html.ts';
import { filesOnDisk } from './files.ts';
import { readRecord } from './read-record.ts';
import { explain } from './report.ts';

/** What the writer sees instead of a page. It looks again by itself until all is mended. */
const page = (findings: readonly Finding[], content: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <meta http-equiv="refresh" content="2" />
    <title>The record has errors</title>
    <style>
      :root { color-scheme: light dark; }
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 3rem auto; padding: 0 1rem; }
      pre { font: 0.875rem/1.5 ui-monospace, monospace; white-space: pre-wrap; }
    </style>
  </head>
  <body>
    <h1>The record has errors</h1>
    <p>Nothing is shown until they are mended. This page looks again every two seconds.</p>
    <pre>${escapeHtml(explain(findings, content))}</pre>
  </body>
</html>
`;

/** What Vite answers by itself, without a page. */
const isOfVite = (url: string, base: string): boolean =>
  /^(@|src\/|node_modules\/)/.test(url.replace(url.startsWith(base) ? base : '/', ''));

/** In `dev`: while the record has errors, every page says which, and when the record changes, open pages are loaded again. */
export function brokenRecord(content: string): Plugin {
  return {
    name: 'ownup-broken-record',
    apply: 'serve',
    configureServer({ config, middlewares, watcher, ws }) {
      watcher.on('all', (_event, path) => {
        if (path.startsWith(content + sep)) ws.send({ type: 'full-reload' });
      });
      middlewares.use((request, response, next) => {
        if (isOfVite(request.url ?? '/', config.base)) return next();
        const { now, isPinned } = environment();
        const { record, findings } = readRecord(filesOnDisk(content), now, isPinned);
        if (record) return next();
        response
          .writeHead(503, { 'content-type': 'text/html; charset=utf-8' })
          .end(page(findings, content));
      });
    },
  };
}
