import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { creditContent, headings } from '../support/customers.ts';
import { environmentWith, newFolder } from '../support/ownup.ts';

const content = creditContent();
const list = join(newFolder('long'), 'customers.csv');

beforeAll(() => {
  writeFileSync(list, `${headings}\n${'a canary,team,webhooks,eu,EUR,49.00\n'.repeat(1_000_000)}`);
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)(
  '%s in the middle leaves the report of before, and nothing else',
  async (signal, expected) => {
    const out = join(newFolder('stopped'), 'out');
    mkdirSync(out);
    writeFileSync(join(out, 'credits-2026-01.csv'), 'of before');
    const args = [
      'scripts/credits.ts',
      '--content',
      content,
      '--customers',
      list,
      '--out',
      out,
      '--period',
      '2026-01',
      '--format',
      'csv,json',
    ];
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: environmentWith({ OWNUP_NOW: '2026-12-01T00:00:00Z' }),
    });
    const closed = once(child, 'close');
    // A quarter of the rows has been read when it first says how far it is.
    await once(child.stderr, 'data');
    child.kill(signal);
    const [code] = (await closed) as [number | null];
    expect([code, readdirSync(out)]).toEqual([expected, ['credits-2026-01.csv']]);
    expect(readFileSync(join(out, 'credits-2026-01.csv'), 'utf8')).toBe('of before');
  },
);
