import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Ask } from '../ask-page.ts';
import type { Answered, Asked } from './answers.ts';
import { history, incident } from './shapes.ts';

/** The answers that hold all that is newest. `summary` alone names the page, its components, and what is open. */
const lists = ['summary', 'components', 'incidents', 'scheduled-maintenances'] as const;
/** A history of a quarter a page ends where so many pages in a row have nothing, which is two years. */
const emptyPages = 8;
const mostPages = 200;

function parsed(file: string, read: () => string): Answered {
  try {
    const text = read();
    return /^\s*</.test(text)
      ? { file, why: 'it is a page instead of JSON' }
      : { file, json: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown };
  } catch (error) {
    const isBroken = error instanceof SyntaxError;
    return { file, why: isBroken ? 'its JSON breaks off, or is none' : (error as Error).message };
  }
}

/** Answers that were saved: a file, or all files with JSON in a folder. @throws where there is neither. */
export function savedAnswers(path: string): Answered[] {
  if (!statSync(path).isDirectory()) return [parsed(path, () => readFileSync(path, 'utf8'))];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.json$/i.test(name))
    .sort()
    .map((name) => parsed(name, () => readFileSync(join(path, name), 'utf8')))
    .filter(({ json }) => !history.safeParse(json).success);
}

const codesIn = (json: unknown): string[] =>
  [json].flatMap((answer) => {
    const { incidents, scheduled_maintenances: planned } = answer as Record<string, unknown>;
    return [incidents, planned].flat().flatMap((one) => incident.safeParse(one).data?.id ?? []);
  });

/** The codes of all incidents in the history, newest first; and why it ends where it does, if not with the beginning. */
async function codesInHistory(home: string, ask: Ask): Promise<{ codes: string[]; why?: string }> {
  const codes: string[] = [];
  for (let page = 1, empty = 0; page <= mostPages && empty < emptyPages; page++) {
    const answer = await ask(`${home}history.json?page=${page}`, 'list');
    if (!('json' in answer)) return { codes, why: answer.why };
    const read = history.safeParse(answer.json);
    if (!read.success) return { codes, why: 'its history has another form' };
    const found = read.data.months.flatMap((month) => month.incidents.map(({ code }) => code));
    codes.push(...found);
    empty = found.length ? 0 : empty + 1;
    if (!read.data.months.length) break;
  }
  return { codes };
}

/** All answers of a page: what its interface gives, and what is older, one by one. `home` ends with a slash. */
export async function askedAnswers(home: string, ask: Ask): Promise<Asked> {
  const answers: Answered[] = [];
  for (const name of lists) {
    const file = `${home}api/v2/${name}.json`;
    answers.push({ file, ...(await ask(file, 'list')) });
  }
  const known = new Set(answers.flatMap(({ json }) => codesIn(json ?? {})));
  const { codes, why } = await codesInHistory(home, ask);
  for (const code of new Set(codes).difference(known)) {
    const file = `${home}incidents/${code}.json`;
    const answer = await ask(file, 'closed');
    answers.push({ file, ...answer });
  }
  return { answers, ...(why !== undefined && { noHistory: why }) };
}
