import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serveIndex } from '../../src/search/serve-index.ts';
import { newFolder } from '../support/ownup.ts';

type Handler = Parameters<typeof createServer>[1] &
  ((request: object, response: object, next: () => void) => void);

/** What the middleware answers to a path below /pagefind/: the status and the type. */
async function answers(out: string, paths: readonly string[]): Promise<string[]> {
  const handlers: Handler[] = [];
  const plugin = serveIndex(out) as { configureServer: (server: object) => void };
  plugin.configureServer({
    middlewares: { use: (_route: string, handler: Handler) => handlers.push(handler) },
  });
  const server = createServer((request, response) =>
    handlers[0]?.(request, response, () => response.writeHead(404).end()),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const found: string[] = [];
  for (const path of paths) {
    const { status, headers } = await fetch(`http://127.0.0.1:${port}${path}`);
    found.push(`${status} ${headers.get('content-type') ?? '-'}`);
  }
  server.close();
  return found;
}

test('in dev the search takes the index of the last build, and nothing beside it', async () => {
  const out = newFolder('out');
  mkdirSync(join(out, 'pagefind/filter'), { recursive: true });
  writeFileSync(join(out, 'pagefind/pagefind.js'), '');
  writeFileSync(join(out, 'pagefind/filter/en_1.pf_filter'), '');
  writeFileSync(join(out, 'secret.txt'), '');
  expect(await answers(out, ['/pagefind.js?x', '/filter/en_1.pf_filter'])).toEqual([
    '200 text/javascript',
    '200 application/octet-stream',
  ]);
  expect(
    await answers(out, [
      '/',
      '/filter',
      '/none.js',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/%zz',
    ]),
  ).toEqual(Array(6).fill('404 -'));
  expect(await answers(newFolder('unbuilt'), ['/pagefind.js'])).toEqual(['404 -']);
});
