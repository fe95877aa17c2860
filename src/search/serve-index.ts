import { createReadStream, existsSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Plugin } from 'vite';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/** In `dev` there is no index; the search takes that of the last build in `out`. */
export function serveIndex(out: string): Plugin {
  return {
    name: 'ownup-search-in-dev',
    apply: 'serve',
    configureServer: ({ middlewares }) => {
      // The path under which the site is served is gone from the address by now.
      middlewares.use('/pagefind/', (request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        const file = join(out, 'pagefind', pathname);
        if (!/^(\/[\w.-]+)+$/.test(pathname) || !existsSync(file) || !statSync(file).isFile())
          return next();
        response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
        createReadStream(file).pipe(response);
      });
    },
  };
}
