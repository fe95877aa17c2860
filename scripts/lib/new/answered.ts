import { type Asking, type Question, Ended } from './question.ts';

/** The answers that were given, as text. */
export type Given = Readonly<Record<string, string>>;

/** Asks a person. The text that it returns is one that the question can read. */
export type Prompt = (question: Question<unknown>) => Promise<string>;

/** Answers that are missing, or cannot be read; the message names them all, with what to write. */
export class Unanswered extends Error {}

/** How to give an answer with a flag. An id stands by itself. */
const asFlag = ({ flag, example }: Question<unknown>): string =>
  flag === 'id'
    ? example
    : `--${flag} ${/^[\w.:-]+$/.test(example) ? example : JSON.stringify(example)}`;

/** How an answer is written, where it is missing. */
type AsWritten = (question: Question<unknown>) => string;

const missing = (question: Question<unknown>, asWritten: AsWritten): string => {
  const { ask, choices = [] } = question;
  const known = choices.length ? ` (${choices.map(({ value }) => value).join(', ')})` : '';
  return `${ask}${known}\n  Write: ${asWritten(question)}`;
};

const wrong = ({ flag }: Question<unknown>, why: string): string =>
  flag === 'id' ? why : `--${flag}: ${why}`;

const unlessEnded = (error: unknown): Ended => {
  if (error instanceof Ended) return error;
  throw error;
};

/** The question with an answer that was written before as the usual one. */
const begunWith = (question: Question<unknown>, begun: Given): Question<unknown> => {
  const usual = begun[question.flag];
  return usual === undefined ? question : { ...question, usual, isBegun: true };
};

/**
 * Answers all that is asked: with what was given, else by asking whoever `prompt` reaches, else with what was `begun` with, or is usually
 * right. @throws Unanswered
 */
export async function answered<R>(
  asking: Asking<R>,
  given: Given,
  {
    prompt,
    begun = {},
    asWritten = asFlag,
  }: { prompt?: Prompt | undefined; begun?: Given; asWritten?: AsWritten } = {},
): Promise<R> {
  const reasons: string[] = [];
  const left = new Map(Object.entries(given));
  const answerTo = async (asked: Question<unknown>): Promise<unknown> => {
    const question = begunWith(asked, begun);
    const text = left.get(question.flag);
    left.delete(question.flag);
    // Where something is wrong already, the command ends: what follows is only looked at for more of it.
    const isAsked = text === undefined && !question.aside && prompt && reasons.length === 0;
    const answer = isAsked
      ? await prompt(question)
      : (text ?? (question.aside ? begun[question.flag] : question.usual));
    if (answer === undefined && question.aside) return undefined;
    if (answer === undefined) reasons.push(missing(question, asWritten));
    const read = question.read(answer ?? question.example);
    if ('value' in read) return read.value;
    if (answer !== undefined) reasons.push(wrong(question, read.why));
    const example = question.read(question.example);
    if ('value' in example) return example.value;
    throw new Unanswered(reasons.join('\n'));
  };
  let turn = asking.next();
  while (!turn.done) {
    const answer = await answerTo(turn.value).catch(unlessEnded);
    turn = answer instanceof Ended ? asking.throw(answer) : asking.next(answer);
  }
  reasons.push(...[...left.keys()].map((flag) => `--${flag}: Nothing asks for this here.`));
  if (reasons.length) throw new Unanswered(reasons.join('\n'));
  return turn.value;
}
