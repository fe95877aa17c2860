import { spokenLength } from '../../../src/domain/spoken-time.ts';
import type { Given } from '../new/answered.ts';
import type { Question } from '../new/question.ts';

/** What a comment asks for. */
interface Command {
  kind: 'update' | 'resolve';
  given: Given;
}

const stages = ['investigating', 'identified', 'monitoring', 'in_progress', 'information'];
/** Answers that stand on a line of their own. */
const asides = ['next', 'since', 'ended', 'service', 'impact', 'workaround'];

/** `/next 30m` is meant as `in 30m`. */
const spoken = (flag: string, text: string): string =>
  flag === 'next' && spokenLength(text) !== undefined ? `in ${text}` : text;

/** The command in a comment; `undefined` where its first line is none, as in most of them. */
export function commandIn(body: string): Command | undefined {
  const [first = '', ...rest] = body.replaceAll('\r\n', '\n').trim().split('\n');
  if (!/^\/[a-z_]+( |$)/.test(first)) return undefined;
  let kind: Command['kind'] = 'update';
  let isKnown = false;
  const given: Record<string, string> = {};
  const text: string[] = [];
  for (const line of [first, ...rest]) {
    const [, word = '', said = ''] = /^\/([a-z_]+)(?: +(.*))?$/.exec(line) ?? [];
    if (asides.includes(word)) given[word] = spoken(word, said.trim());
    else if (word === 'resolve' || word === 'resolved') kind = 'resolve';
    else if (stages.includes(word)) given['status'] = word;
    else if (word !== 'update') {
      text.push(line);
      continue;
    }
    isKnown = true;
    if (!asides.includes(word) && said) text.push(said);
  }
  if (!isKnown) return undefined;
  const what = text.join('\n').trim();
  return { kind, given: what ? { ...given, what } : given };
}

/** How an answer is written in a comment. */
export const asCommand = ({ flag, example }: Question<unknown>): string =>
  flag === 'what' ? `/update ${example}` : `/${flag} ${example}`;

export const commands =
  '`/update`, `/investigating`, `/identified`, `/monitoring` or `/resolve`, each with what customers are told behind it; `/next 30m`, `/since 20m ago`, `/ended 10m ago`, `/service ID` and `/workaround TEXT` on lines of their own';
