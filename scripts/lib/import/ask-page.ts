import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { request } from 'undici';
import { ownVersion } from '../../../src/environment/project.ts';
import { writeWhole } from '../disk/whole-file.ts';
import { retryAfter } from '../github/answers.ts';

/** What a page answered, or why it gave nothing of use. */
type Answer = { json: unknown } | { why: string; gone?: boolean };

/** For how long an answer is not asked for again: `closed` is what hardly changes any more. Milliseconds. */
const fresh = { list: 3_600_000, closed: 7 * 24 * 3_600_000 };
const longestAnswer = 64 * 1024 * 1024;
const attempts = 4;
/** A page that asks for more patience than this is asked again in another run. Milliseconds. */
const longestWait = 120_000;

/** What may be different where there is no time to wait. */
interface Patience {
  /** How long one answer may take. Milliseconds. */
  timeout: number;
  /** Between two questions, and, doubled each time, before a question is asked again. Milliseconds. */
  pause: number;
}

const patience: Patience = { timeout: 30_000, pause: 250 };

/** The text of an answer; a string of an error is for a person. */
async function textOf(address: string, timeout: number) {
  const { statusCode, headers, body } = await request(address, {
    headers: { accept: 'application/json', 'user-agent': `ownup/${ownVersion()} (import)` },
    signal: AbortSignal.timeout(timeout),
  });
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > longestAnswer) throw new Error(`it is larger than ${longestAnswer} bytes`);
    parts.push(part);
  }
  return {
    status: statusCode,
    headers: headers as Record<string, string>,
    text: Buffer.concat(parts).toString('utf8'),
  };
}

/** After how many ms to ask again, or `later` where the page does not say. */
type Again = number | 'later';

async function askOnce(address: string, timeout: number): Promise<Answer & { again?: Again }> {
  try {
    const { status, headers, text } = await textOf(address, timeout);
    if (status === 429 || status >= 500) {
      return {
        why: `it answered ${status}`,
        again: retryAfter({ status, headers, data: text }) ?? 'later',
      };
    }
    if (status === 401 || status === 403) return { why: `it is not open to everybody (${status})` };
    if (status >= 300 && status < 400)
      return { why: `it is elsewhere (${status}), at ${String(headers['location'])}` };
    if (status !== 200) return { why: `it answered ${status}`, gone: status === 404 };
    if (/^\s*</.test(text))
      return {
        why: 'it answered with a page instead of JSON; perhaps one has to log in',
        gone: true,
      };
    return { json: JSON.parse(text) as unknown };
  } catch (error) {
    if (error instanceof SyntaxError)
      return { why: 'its JSON breaks off, or is none', again: 'later' };
    const { name, message, cause } = error as Error & { cause?: Error };
    if (name === 'TimeoutError')
      return { why: `no answer within ${timeout / 1000} s`, again: 'later' };
    return { why: message || cause?.message || 'it cannot be reached', again: 'later' };
  }
}

/**
 * Asks a page, one question at a time, and remembers the answers in a folder, so that whoever is interrupted goes on where they were. Waits
 * as long as the page asks for.
 */
export function pageAsker(cache: string, { timeout, pause }: Patience = patience) {
  let asked = false;
  const fileOf = (address: string): string => join(cache, `${hash('sha256', address)}.json`);

  function remembered(address: string, age: keyof typeof fresh): Answer | undefined {
    const file = fileOf(address);
    if (!existsSync(file) || Date.now() - statSync(file).mtimeMs > fresh[age]) return undefined;
    return { json: JSON.parse(readFileSync(file, 'utf8')) as unknown };
  }

  function remember(address: string, json: unknown): void {
    const file = fileOf(address);
    mkdirSync(dirname(file), { recursive: true });
    writeWhole(file, JSON.stringify(json), `${file}.new`);
  }

  return async function ask(address: string, age: keyof typeof fresh): Promise<Answer> {
    const known = remembered(address, age);
    if (known) return known;
    let answer: Answer & { again?: Again } = { why: 'it was not asked' };
    for (let attempt = 0; attempt < attempts; attempt++) {
      if (asked) await wait(pause);
      asked = true;
      answer = await askOnce(address, timeout);
      if ('json' in answer) remember(address, answer.json);
      if (answer.again === undefined || attempt === attempts - 1) break;
      const ms = answer.again === 'later' ? pause * 2 ** attempt : answer.again;
      if (ms > longestWait) return { why: `it asks to wait for ${ms / 1000} s` };
      await wait(ms);
    }
    return 'json' in answer
      ? { json: answer.json }
      : { why: answer.why, ...(answer.gone && { gone: true }) };
  };
}

export type Ask = ReturnType<typeof pageAsker>;
