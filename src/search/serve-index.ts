import { createReadStream, existsSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import type { Plugin } from 'vite';

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.json': 'application/json' };

/** In `dev` there is no index; the search takes that of the last build in `out`. */
export function serveIndex(out: string, base: string): Plugin {
  const folder = join(out, 'pagefind');
  return {
    name: 'ownup-search-in-dev',
    apply: 'serve',
    configureServer: ({ middlewares }) => {
      middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        if (!pathname.startsWith(`${base}pagefind/`)) return next();
        const file = join(folder, normalize(decodeURIComponent(pathname.slice(`${base}pagefind`.length))));
        if (!existsSync(file) || !statSync(file).isFile()) return next();
        response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
        createReadStream(file).pipe(response);
      });
    },
  };
}
