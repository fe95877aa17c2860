import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { contentFolder } from '../support/content.ts';
import { environmentWith } from '../support/ownup.ts';
import { drawing, samples } from '../support/pictures.ts';

const incident = 'incidents/late-webhooks.yaml';
const good = exampleRecord[incident] ?? '';
const account = 'postmortems/late-webhooks.mdx';
const showing = (exampleRecord[account] ?? '').replace(
  /The workers drained.*\n/,
  '![Queue](./queue.svg) ![Age](<./queue age.png>)\n',
);
const wrong = good.replace('severity: major', 'severity: majr');

/** Asks until the answer is as expected. */
async function answerOf(url: string, status: number): Promise<{ status: number; text: string }> {
  for (;;) {
    const response = await fetch(url).catch(() => undefined);
    const text = await response?.text();
    if (response?.status === status) return { status, text: text ?? '' };
    await sleep(200);
  }
}

describe.each(['/', '/status/'])('dev under %s, with a record that has an error', (base) => {
  const port = base === '/' ? 4432 : 4433;
  const url = `http://localhost:${port}${base}`;
  const content = contentFolder({
    [incident]: wrong,
    [account]: showing,
    'postmortems/queue age.png': samples.png,
  });
  let said = '';
  let stop: () => Promise<unknown>;

  beforeAll(() => {
    const child = spawn(
      process.execPath,
      ['scripts/dev.ts', '--content', content, '--port', String(port)],
      {
        env: environmentWith({ OWNUP_BASE: base, OWNUP_NOW: '2026-03-01T12:00:00Z' }),
      },
    );
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data: Buffer) => (said += data.toString()));
    stop = () => {
      child.kill('SIGTERM');
      return new Promise((done) => child.once('exit', done));
    };
  });
  afterAll(() => stop());

  test('says so on every page and in the terminal, and nowhere shows a stack', async () => {
    for (const path of ['', 'incidents/late-webhooks/', 'feed.xml', 'favicon.ico']) {
      const { status, text } = await answerOf(url + path, 503);
      expect([path, status]).toEqual([path, 503]);
      expect(text).toContain('late-webhooks.yaml:3:11');
      expect(text).toContain('unknown-reference');
      expect(text).not.toMatch(/\.ts:\d+/);
    }
    expect(said).toContain('late-webhooks.yaml:3:11');
  });

  test('shows the pages when it is mended, and says what is wrong when it is broken again', async () => {
    writeFileSync(join(content, incident), good);
    expect((await answerOf(`${url}incidents/late-webhooks/`, 200)).status).toBe(200);
    writeFileSync(join(content, incident), wrong);
    expect((await answerOf(`${url}incidents/late-webhooks/`, 503)).status).toBe(503);
    expect(said).not.toMatch(/\n\s+at /);
  });

  test('says of a draft what it lacks, and shows all else', async () => {
    writeFileSync(join(content, incident), good);
    const file = join(content, 'postmortems/why.mdx');
    const page = `${url}postmortems/why/`;
    const whole = (exampleRecord['postmortems/late-webhooks.mdx'] ?? '').replace(
      'published\n',
      'draft\n',
    );
    for (const [draft, code] of [
      [whole.replace(/summary: .*\n/, ''), 'missing-key'],
      [`${whole}\n{1 + 1}\n`, 'content-code'],
    ] as const) {
      writeFileSync(file, draft);
      expect((await answerOf(page, 503)).text).toContain(code);
      expect((await answerOf(url, 200)).status).toBe(200);
    }
    // What else is an error elsewhere does not keep its writer from reading it.
    writeFileSync(file, whole.replace('incidents: [late-webhooks]', 'incidents: [late-webhook]'));
    expect((await answerOf(page, 200)).text).toContain('Why webhooks arrived late');
  });

  test('answers programs where the built site does, and tells them of no draft', async () => {
    writeFileSync(join(content, incident), good);
    const answers = [
      'api/v2/status.json',
      'api/v2/incidents/unresolved.json',
      'api/v1/record.json',
    ];
    for (const path of [...answers, 'badge.svg', 'services/api/badge.json', 'banner.js']) {
      const { status, text } = await answerOf(url + path, 200);
      expect([path, status, text.includes('/postmortems/why')]).toEqual([path, 200, false]);
    }
  });

  test('shows pictures as they are now, and sends no file of the record itself', async () => {
    writeFileSync(join(content, incident), good);
    const page = `${url}postmortems/late-webhooks/`;
    const addresses = async (): Promise<string[]> => {
      const { text } = await answerOf(page, 200);
      return [...text.matchAll(/<img src="([^"]*)"/g)].map(([, src = '']) => src);
    };
    const [queue = '', age = ''] = await addresses();
    const sent = await fetch(new URL(age, url));
    expect(sent.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await sent.arrayBuffer())).toEqual(samples.png);
    const next = drawing('<path d="M9 9 0 0"/>');
    writeFileSync(join(content, 'postmortems/queue.svg'), next);
    let changed = queue;
    while (changed === queue) {
      await sleep(200);
      [changed = queue] = await addresses();
    }
    const redrawn = await fetch(new URL(changed, url));
    expect(redrawn.headers.get('content-type')).toBe('image/svg+xml');
    expect(await redrawn.text()).toBe(next);
    for (const file of ['site.yaml', 'site.yaml?raw', `${account}?raw`, 'postmortems/queue.svg'])
      expect((await fetch(`${url}@fs${content}/${file}`)).ok, file).toBe(false);
  });
});
