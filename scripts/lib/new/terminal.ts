import {
  autocomplete,
  autocompleteMultiselect,
  confirm as agree,
  isCancel,
  log,
  multiselect,
  select,
  text,
} from '@clack/prompts';
import { shownTime } from '../../../src/domain/spoken-time.ts';
import type { Prompt } from './answered.ts';
import { type Question, type Read, Ended } from './question.ts';

const streams = { input: process.stdin, output: process.stderr };

/** More than a few are found faster by typing than by looking. */
const few = 12;

const given = <T>(answer: T): Exclude<T, symbol> => {
  if (isCancel(answer)) throw new Ended();
  return answer as Exclude<T, symbol>;
};

const valuesIn = (found: Read<unknown>): string[] =>
  'value' in found && Array.isArray(found.value) ? (found.value as string[]) : [];

async function choose({
  ask,
  choices = [],
  many,
  usual,
  read,
}: Question<unknown>): Promise<string> {
  const options = choices.map(({ value, label, hint }) => ({
    value,
    label,
    ...(hint !== undefined && { hint }),
  }));
  const asked = { ...streams, message: ask, options };
  if (many) {
    const several = {
      ...asked,
      required: true,
      initialValues: usual === undefined ? [] : valuesIn(read(usual)),
    };
    const chosen = options.length > few ? autocompleteMultiselect(several) : multiselect(several);
    return given(await chosen).join(', ');
  }
  const one = { ...asked, ...(usual !== undefined && { initialValue: usual }) };
  return given(await (options.length > few ? autocomplete(one) : select(one)));
}

async function write({ ask, usual, example, read, isBegun }: Question<unknown>): Promise<string> {
  const typed = await text({
    ...streams,
    message: ask,
    placeholder: usual ?? example,
    ...(usual !== undefined && (isBegun ? { initialValue: usual } : { defaultValue: usual })),
    validate(value) {
      const found = read(value?.trim() || (usual ?? ''));
      return 'why' in found ? found.why : undefined;
    },
  });
  return given(typed).trim() || (usual ?? '');
}

const isTerminal = (): boolean => !!process.stdin.isTTY && !!process.stderr.isTTY;

/** Asks on the terminal for a yes, which is usual; `undefined` where there is none. */
export const confirm = (): ((question: string) => Promise<boolean>) | undefined =>
  isTerminal() ? async (message) => given(await agree({ ...streams, message })) : undefined;

/** Asks on the terminal; `undefined` where there is none. Moments are shown back as clocks in each of `zones` show them. */
export function terminal(zones: readonly string[]): Prompt | undefined {
  if (!isTerminal()) return undefined;
  return async (question) => {
    const answer = question.choices?.length ? await choose(question) : await write(question);
    const read = question.read(answer);
    if (question.isTime && 'value' in read && typeof read.value === 'number')
      log.message(shownTime(read.value, zones), streams);
    return answer;
  };
}
