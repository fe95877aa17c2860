import { WrongUsage } from '../command.ts';
import { type OpenEntry, type SentState, isOpen, withEntry } from './state.ts';

/** The entry that an option names. @throws WrongUsage unless it is one of which nobody knows */
function named(state: SentState, text: string, option: string): Pick<OpenEntry, 'target' | 'id'> {
  const [, target = '', id = ''] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (!isOpen(state, target, id))
    throw new WrongUsage(
      `${option} is “${text}”, and nothing is open under that name. Expected: TARGET=ID, as the report has it.`,
    );
  return { target, id };
}

/** The state with what a person has found out. @throws WrongUsage */
export function decided(
  state: SentState,
  { arrived, again }: { arrived: readonly string[]; again: readonly string[] },
): SentState {
  const both = arrived.find((text) => again.includes(text));
  if (both) throw new WrongUsage(`--arrived and --again both name ${both}. Expected: one of them.`);
  const there = arrived.map((text) => named(state, text, '--arrived'));
  const lost = again.map((text) => named(state, text, '--again'));
  const settled = there.reduce((found, entry) => withEntry(found, entry, undefined), state);
  return lost.reduce((found, entry) => withEntry(found, entry, 'waiting'), settled);
}
