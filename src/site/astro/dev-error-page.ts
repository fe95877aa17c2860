import { sep } from 'node:path';
import type { Plugin } from 'vite';
import type { Finding } from '../../domain/findings/finding.ts';
import { postmortemFile } from '../../domain/findings/rule.ts';
import { environment } from '../../environment/environment.ts';
import { escapeHtml } from '../../text/escape-html.ts';
import { filesOnDisk } from '../../record/files/files.ts';
import { readRecord } from '../../record/read-record.ts';
import { explain } from '../../record/report.ts';

/** What the writer sees instead of a page. It looks again by itself until all is mended. */
const page = (
  title: string,
  about: string,
  findings: readonly Finding[],
  content: string,
): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <meta http-equiv="refresh" content="2" />
    <title>${title}</title>
    <style>
      :root { color-scheme: light dark; }
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 3rem auto; padding: 0 1rem; }
      pre { font: 0.875rem/1.5 ui-monospace, monospace; white-space: pre-wrap; }
    </style>
  </head>
  <body>
    <h1>${title}</h1>
    <p>${about} This page looks again every two seconds.</p>
    <pre>${escapeHtml(explain(findings, content))}</pre>
  </body>
</html>
`;

/** What Vite answers by itself, without a page. */
const isOfVite = (url: string, base: string): boolean =>
  /^(@|src\/|node_modules\/)/.test(url.replace(url.startsWith(base) ? base : '/', ''));

/** The file of the postmortem at an address; `undefined` for any other. */
function draftAt(url: string, base: string): string | undefined {
  const [, id] =
    /^postmortems\/([^/?#]+)/.exec(url.replace(url.startsWith(base) ? base : '/', '')) ?? [];
  return id === undefined ? undefined : postmortemFile({ id });
}

/** In `dev`: while the record has errors, every page says which, that of a draft what it lacks, and when the record changes, open pages are loaded again. */
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
        const { record, findings, unfinished } = readRecord(filesOnDisk(content), now, isPinned);
        const draft = draftAt(request.url ?? '/', config.base);
        const lacking = draft === undefined ? undefined : unfinished.get(draft);
        if (record && !lacking) return next();
        const html = record
          ? page(
              'This draft cannot be shown yet',
              'It stops nothing: the site is built without it.',
              lacking ?? [],
              content,
            )
          : page(
              'The record has errors',
              'Nothing is shown until they are mended.',
              findings,
              content,
            );
        response.writeHead(503, { 'content-type': 'text/html; charset=utf-8' }).end(html);
      });
    },
  };
}
