import { z } from 'zod';

/**
 * How a piece of news stands with a target. `waiting`: it did not arrive, for certain. `sending`: it was handed over, and what came of that was not
 * written down; `unknown`: nobody knows whether it arrived.
 */
const openEntry = z.strictObject({
  target: z.string(),
  id: z.string(),
  /** When the news happened, epoch ms. */
  at: z.number(),
  state: z.enum(['waiting', 'sending', 'unknown']),
});

/** What was sent, as it is kept from one run to the next. What is known and not open needs nothing more. */
export const sentState = z.strictObject({
  version: z.literal(1),
  /** The targets that took part so far. */
  targets: z.array(z.string()),
  /** The ids of all news that was ever looked at. */
  known: z.array(z.string()),
  open: z.array(openEntry),
});

export type SentState = z.output<typeof sentState>;
export type OpenEntry = SentState['open'][number];

export const nothingSent: SentState = { version: 1, targets: [], known: [], open: [] };

const isOf = (target: string, id: string) => (entry: Pick<OpenEntry, 'target' | 'id'>) =>
  entry.target === target && entry.id === id;

/** The state with an open entry in another state; without it, where it needs nothing more. */
export const withEntry = (
  state: SentState,
  { target, id }: Pick<OpenEntry, 'target' | 'id'>,
  becomes: OpenEntry['state'] | undefined,
): SentState => ({
  ...state,
  open: state.open.flatMap((entry) =>
    !isOf(target, id)(entry) ? [entry] : becomes ? [{ ...entry, state: becomes }] : [],
  ),
});

/** Whether an entry is open. */
export const isOpen = (state: SentState, target: string, id: string): boolean =>
  state.open.some(isOf(target, id));
