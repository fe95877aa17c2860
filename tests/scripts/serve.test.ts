import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Served, serve } from '../../scripts/lib/serve.ts';
import { newFolder } from '../support/ownup.ts';

const outer = newFolder('served');
const folder = join(outer, 'site');
mkdirSync(join(folder, 'incidents/late'), { recursive: true });
writeFileSync(join(folder, 'index.html'), 'home');
writeFileSync(join(folder, 'incidents/index.html'), 'incidents');
writeFileSync(join(folder, 'incidents/late/index.html'), 'late');
writeFileSync(join(folder, 'feed.xml'), '<rss/>');
writeFileSync(join(folder, '404.html'), 'not here');
writeFileSync(join(outer, 'secret.txt'), 'secret');

/** The answer to exactly this address, which a client would tidy up first. */
const answerTo = (
  { port }: Served,
  path: string,
): Promise<{ status: number | undefined; location: string | undefined; body: string }> =>
  new Promise((resolve, reject) => {
    request({ host: 'localhost', port, path }, (response) => {
      let body = '';
      response.on('data', (data: Buffer) => (body += data.toString()));
      response.on('end', () =>
        resolve({ status: response.statusCode, location: response.headers.location, body }),
      );
    })
      .on('error', reject)
      .end();
  });

describe.each(['/', '/status/'])('a site under %s', (base) => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(folder, base, 0);
  });
  afterAll(() => served.close());

  test.each([
    ['', 'home'],
    ['incidents/', 'incidents'],
    ['incidents/late/?from=mail', 'late'],
    ['feed.xml', '<rss/>'],
  ])('has %s', async (path, body) => {
    expect(await answerTo(served, base + path)).toEqual({ status: 200, location: undefined, body });
  });

  test.each([
    ['incidents', 'incidents/'],
    ['incidents/late', 'incidents/late/'],
    ['incidents/late?from=mail', 'incidents/late/?from=mail'],
  ])('leads from %s to %s, as other hosts do', async (from, to) => {
    expect(await answerTo(served, base + from)).toMatchObject({ status: 301, location: base + to });
  });

  test.each([
    'nope',
    'nope/',
    '../secret.txt',
    '..%2fsecret.txt',
    '%2e%2e/secret.txt',
    'incidents/..%5c..%5c',
    '%00',
    '%',
    '/example.com/incidents',
    '/incidents',
  ])('has nothing at %s', async (path) => {
    expect(await answerTo(served, base + path)).toMatchObject({ status: 404, body: 'not here' });
  });
});

test('a site under a path has nothing outside of it, and leads into it', async () => {
  const served = await serve(folder, '/status/', 0);
  expect(await answerTo(served, '/')).toMatchObject({ status: 404 });
  expect(await answerTo(served, '/status')).toMatchObject({ status: 301, location: '/status/' });
  await served.close();
});

test('where a port is taken, the next is', async () => {
  const first = await serve(folder, '/', 0);
  const second = await serve(folder, '/', first.port);
  expect(second.port).toBeGreaterThan(first.port);
  await Promise.all([first.close(), second.close()]);
});
