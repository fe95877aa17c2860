import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Page = (path: string, asked: number) => string | undefined;

/** A server that has the pages of a site, as far as `page` gives them for a path. */
export async function publicSite(
  page: Page = () => undefined,
): Promise<{ url: string; shows: (page: Page) => void; asked: () => number; stop: () => void }> {
  let asked = 0;
  const server: Server = createServer((request, response) => {
    const text = page(request.url ?? '', ++asked);
    response.writeHead(text === undefined ? 404 : 200, { 'content-type': 'text/html' });
    response.end(text ?? 'Not found');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    shows: (another) => {
      page = another;
      asked = 0;
    },
    asked: () => asked,
    stop: () => void server.close(),
  };
}
