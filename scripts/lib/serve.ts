import { createReadStream, existsSync, statSync } from 'node:fs';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { join, relative, resolve } from 'node:path';
import { isInside } from '../../src/environment/is-inside.ts';
import { isForPrograms, mediaType } from '../../src/text/media-type.ts';

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

/** What an address below `base` names; `undefined` for one that leads out of `folder`, or cannot be read. */
function fileAt(folder: string, base: string, pathname: string): string | undefined {
  if (!pathname.startsWith(base)) return undefined;
  try {
    const file = resolve(folder, decodeURIComponent(pathname.slice(base.length)));
    return isInside(file, folder) ? file : undefined;
  } catch {
    return undefined;
  }
}

function answer(
  folder: string,
  base: string,
  { url = '/' }: IncomingMessage,
  response: ServerResponse,
): void {
  const { pathname = '', search = '' } = URL.parse(`http://localhost${url}`) ?? {};
  const send = (status: number, file: string): void => {
    response.writeHead(status, {
      'content-type': mediaType(file),
      'x-content-type-options': 'nosniff',
      ...(isForPrograms(relative(folder, file)) && { 'access-control-allow-origin': '*' }),
    });
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
  };
  const named = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
  const file = fileAt(folder, base, named);
  if (file !== undefined && isFile(file)) return send(200, file);
  if (`${pathname}/` === base || (file !== undefined && isFile(join(file, 'index.html')))) {
    response.writeHead(301, { location: `${pathname}/${search}` }).end();
    return;
  }
  const missing = join(folder, '404.html');
  if (isFile(missing)) send(404, missing);
  else response.writeHead(404).end();
}

export interface Served {
  port: number;
  /** Ends with the base. */
  url: string;
  close: () => Promise<void>;
}

/**
 * Serves a built site to this machine, under `base`, as a plain host would: index.html for folders, a redirect for those named without their
 * slash, 404.html for what is not there. Takes the next port where `port` is taken, and any for 0.
 */
export function serve(folder: string, base: string, port: number): Promise<Served> {
  const server = createServer((request, response) => answer(folder, base, request, response));
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && port > 0 && port < 65535)
        resolve(serve(folder, base, port + 1));
      else reject(error);
    });
    server.listen(port, 'localhost', () => {
      const address = server.address();
      const taken = typeof address === 'object' && address ? address.port : port;
      const close = (): Promise<void> =>
        new Promise((done) => {
          server.close(() => done());
          server.closeAllConnections();
        });
      resolve({ port: taken, url: `http://localhost:${taken}${base}`, close });
    });
  });
}
