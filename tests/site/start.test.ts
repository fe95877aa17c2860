import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentFolder } from '../support/content.ts';
import { environmentWith, newFolder } from '../support/ownup.ts';

/** `npm start`, and the address that it says to open. */
async function started(content: string) {
  const settings = {
    OWNUP_CONTENT: content,
    OWNUP_OUT: join(newFolder('start'), 'dist'),
    OWNUP_NOW: '2026-03-01T12:00:00Z',
  };
  const npm = spawn('npm', ['start', '--', '--port', '4431'], {
    env: environmentWith(settings),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    npm.stderr.on('data', (data: Buffer) => {
      said += data.toString();
      const [address] = /http:\/\/localhost:\d+\//.exec(said) ?? [];
      if (address) resolve(address);
    });
    npm.once('exit', (code) => reject(new Error(`npm start ended with ${code}.\n${said}`)));
  });
  return { npm, url };
}

test.each(['SIGTERM', 'SIGKILL'] as const)(
  'the site is served until npm is ended with %s',
  async (signal) => {
    const { npm, url } = await started(contentFolder());
    expect((await fetch(`${url}incidents`)).url).toBe(`${url}incidents/`);
    npm.kill(signal);
    // What npm has started writes there too, until it has ended.
    await once(npm.stderr, 'close');
    await expect(fetch(url)).rejects.toThrow();
  },
);
