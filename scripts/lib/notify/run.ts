import { dueOf } from './due.ts';
import { type Run, type Sent, ask } from './effects.ts';
import type { Message } from './message.ts';
import { type OpenEntry, type SentState, withEntry } from './state.ts';

/** A target as far as a run has to know it. */
interface Receiver {
  id: string;
  /** Whether it does no harm to send again what may be there already, because the target is asked first, or knows it by its id. */
  tellsTwiceApart: boolean;
}

interface Task {
  state: SentState;
  receivers: readonly Receiver[];
  /** All news, the oldest first. */
  messages: readonly Message[];
  /** Whether readers see it already. */
  isPublic: (id: string) => boolean;
  /** Epoch ms. */
  now: number;
}

/** What became of a piece of news at a target. */
export interface Line {
  target: string;
  id: string;
  what:
    /** Sent by this run. */
    | 'sent'
    /** Not taken: somebody has to change something. */
    | 'refused'
    /** Not sent for now: the next run tries again. */
    | 'waiting'
    /** Nobody knows whether it is there, and the target cannot tell. */
    | 'unknown'
    /** Not sent, because it happened too long ago. */
    | 'too-late';
  why?: string;
}

/** How a run went. */
export interface Outcome {
  state: SentState;
  lines: readonly Line[];
}

/** How often one message is tried in a run, and the waits between, where nobody asks for others; ms. */
const pauses = [2_000, 10_000];
/** A target that asks for more waits for the next run. */
const longestWait = 60_000;

interface Log {
  state: SentState;
  lines: Line[];
}

function* keep(log: Log, entry: OpenEntry, becomes: OpenEntry['state'] | undefined): Run<void> {
  log.state = withEntry(log.state, entry, becomes);
  yield* ask({ do: 'save', state: log.state });
}

/** Tries until it is clear, or no use. What may have arrived is sent again only where that does no harm. */
function* attempts(
  { id, tellsTwiceApart }: Receiver,
  entry: OpenEntry,
  message: Message,
): Run<Sent> {
  let again = entry.state !== 'waiting';
  for (let attempt = 0; ; attempt++) {
    const sent = yield* ask({ do: 'send', target: id, message, again });
    if (sent.type === 'sent' || sent.type === 'refused') return sent;
    if (sent.type === 'unknown') {
      again = true;
      if (!tellsTwiceApart) return sent;
    }
    const pause = pauses[attempt];
    const ms = sent.type === 'limited' ? sent.wait : pause;
    // After an unknown outcome only an answer says more.
    const last: Sent = again ? { type: 'unknown', why: whyOf(sent) } : sent;
    if (pause === undefined || ms === undefined || ms > longestWait) return last;
    yield* ask({ do: 'wait', ms, why: `${id}: ${whyOf(sent)}.`, asked: sent.type === 'limited' });
  }
}

/** In a few words, without a full stop. */
const whyOf = (sent: Exclude<Sent, { type: 'sent' }>): string =>
  sent.type === 'limited'
    ? `it asks to wait for ${Math.ceil(sent.wait / 1000)} s`
    : sent.why.replace(/\.$/, '');

/** Sends one piece. Returns whether the target can be sent the next one. */
function* deliver(receiver: Receiver, entry: OpenEntry, message: Message, log: Log): Run<boolean> {
  const { target, id } = entry;
  yield* keep(log, entry, entry.state === 'waiting' ? 'sending' : entry.state);
  const sent = yield* attempts(receiver, entry, message);
  if (sent.type === 'sent') {
    yield* keep(log, entry, undefined);
    log.lines.push({ target, id, what: 'sent' });
    return true;
  }
  const why = whyOf(sent);
  if (sent.type === 'unknown') {
    yield* keep(log, entry, 'unknown');
    log.lines.push({ target, id, what: receiver.tellsTwiceApart ? 'waiting' : 'unknown', why });
    return false;
  }
  yield* keep(log, entry, 'waiting');
  log.lines.push({ target, id, what: sent.type === 'refused' ? 'refused' : 'waiting', why });
  return sent.type === 'refused' && sent.ofMessage;
}

/** All that one target is to get, in the order in which it happened. */
function* serve(receiver: Receiver, task: Task, log: Log): Run<void> {
  const messages = new Map(task.messages.map((message) => [message.id, message]));
  const todo = log.state.open
    .filter(({ target }) => target === receiver.id)
    .sort((a, b) => a.at - b.at);
  let goesOn = true;
  for (const [index, entry] of todo.entries()) {
    const { target, id, state } = entry;
    const message = messages.get(id);
    const wait = (why: string): void => void log.lines.push({ target, id, what: 'waiting', why });
    if (state !== 'waiting' && !receiver.tellsTwiceApart)
      log.lines.push({ target, id, what: 'unknown', why: 'nobody knows whether it arrived' });
    else if (!goesOn) wait('what stands before it did not go through');
    else if (!message) wait('it is not in the record at the moment');
    else if (!task.isPublic(id)) wait('the page does not show it yet');
    else {
      yield* ask({ do: 'progress', what: `${target}: ${index + 1} of ${todo.length}: ${id}` });
      goesOn = yield* deliver(receiver, entry, message, log);
    }
  }
}

/**
 * Sends each target what it has not got, one after the other, so that a dead one stops no other. Before anything is handed over, the state says so; so a
 * run that ends anywhere leaves behind what may have arrived, and the next one does not send it again blindly.
 */
export function* notify(task: Task): Run<Outcome> {
  const { state, tooLate } = dueOf(
    task.state,
    task.receivers.map(({ id }) => id),
    task.messages,
    task.now,
  );
  const log: Log = {
    state,
    lines: tooLate.map((entry) => ({ ...entry, what: 'too-late' as const })),
  };
  yield* ask({ do: 'save', state });
  for (const receiver of task.receivers) yield* serve(receiver, task, log);
  return log;
}
