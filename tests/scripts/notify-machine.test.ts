import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueOf, longestAgo, longestAgoAtFirst } from '../../scripts/lib/notify/due.ts';
import type { Effect, Sent } from '../../scripts/lib/notify/effects.ts';
import type { Message } from '../../scripts/lib/notify/message.ts';
import { type Outcome, notify } from '../../scripts/lib/notify/run.ts';
import { type SentState, nothingSent } from '../../scripts/lib/notify/state.ts';
import { hour, minute } from '../support/moments.ts';

const now = Date.parse('2026-01-17T12:00:00Z');
const piece = (id: string, at = now - minute): Message => ({
  id,
  at,
  type: 'update',
  title: id,
  text: '',
  html: '',
  address: `https://status.ferry.example/${id}`,
});

/** What happens to an attempt: whether it arrives, and what is said of it; after a crash nothing is said. */
const happenings = {
  good: { arrives: true, sent: { type: 'sent' } },
  refused: { arrives: false, sent: { type: 'refused', why: '401', ofMessage: false } },
  unfit: { arrives: false, sent: { type: 'refused', why: '400', ofMessage: true } },
  unreached: { arrives: false, sent: { type: 'unreached', why: 'ECONNREFUSED' } },
  limited: { arrives: false, sent: { type: 'limited', wait: 5_000 } },
  'long limit': { arrives: false, sent: { type: 'limited', wait: 3_600_000 } },
  'lost on the way': { arrives: false, sent: { type: 'unknown', why: 'reset' } },
  'lost on the way back': { arrives: true, sent: { type: 'unknown', why: 'reset' } },
  'crash before': { arrives: false, sent: undefined },
  'crash after': { arrives: true, sent: undefined },
} as const satisfies Record<string, { arrives: boolean; sent: Sent | undefined }>;
type Happening = keyof typeof happenings;

const receivers = [
  { id: 'chat', tellsTwiceApart: false },
  { id: 'list', tellsTwiceApart: true },
];

/** A world that keeps what was saved and what arrived, and in which things happen in an order that is given; at the end all is good. */
class World {
  state: SentState = nothingSent;
  readonly arrived: string[] = [];
  waited = 0;
  readonly #happens: Happening[];
  constructor(happens: readonly Happening[]) {
    this.#happens = [...happens];
  }

  #send({ target, message: { id }, again }: Extract<Effect, { do: 'send' }>): Sent | undefined {
    const name = `${target} ${id}`;
    // It looks first, or whoever gets it sees that it is the same.
    if (again && target === 'list' && this.arrived.includes(name)) return { type: 'sent' };
    const { arrives, sent } = happenings[this.#happens.shift() ?? 'good'];
    if (arrives) this.arrived.push(name);
    return sent;
  }

  /** A run that goes on until its end, or until something ends it. */
  run(messages: readonly Message[], at = now, isPublic = (_id: string): boolean => true) {
    const going = notify({ state: this.state, receivers, messages, isPublic, now: at });
    let turn = going.next(undefined);
    while (!turn.done) {
      const effect = turn.value;
      let answer: Sent | undefined;
      if (effect.do === 'save') this.state = structuredClone(effect.state);
      if (effect.do === 'wait') this.waited += effect.ms;
      if (effect.do === 'send') {
        answer = this.#send(effect);
        if (!answer) return undefined;
      }
      turn = going.next(answer);
    }
    return turn.value;
  }
}

const whats = (outcome: Outcome | undefined): string[] =>
  (outcome?.lines ?? []).map(({ target, id, what }) => `${target} ${id} ${what}`);
const openIn = ({ state }: World): string[] =>
  state.open.map(({ target, id, state: is }) => `${target} ${id} ${is}`);

const anything = fc.array(fc.constantFrom(...(Object.keys(happenings) as Happening[])), {
  maxLength: 25,
});

test('whatever happens, nothing arrives twice, and nothing is lost', () => {
  fc.assert(
    fc.property(
      anything,
      fc.array(fc.record({ more: fc.nat(3), corrected: fc.nat(50 * 60_000) }), {
        minLength: 1,
        maxLength: 6,
      }),
      (happens, runs) => {
        const world = new World(happens);
        let messages: Message[] = [];
        for (const { more, corrected } of runs) {
          // What was published is corrected: the time of each is another one.
          messages = messages.map(({ id }, index) => piece(id, now - (corrected % (index + 1))));
          for (let n = 0; n < more; n++) messages.push(piece(`update:${messages.length}`));
          world.run(messages);
        }
        for (let n = 0; n < happens.length + 1; n++) world.run(messages);
        expect(new Set(world.arrived).size).toBe(world.arrived.length);
        for (const { id } of messages) {
          expect(world.arrived).toContain(`list ${id}`);
          // Of what a chat may have, a person hears; all else it has.
          expect(
            world.arrived.includes(`chat ${id}`) ||
              world.state.open.some((entry) => entry.target === 'chat' && entry.id === id),
          ).toBe(true);
        }
        expect(world.state.open.every(({ target }) => target === 'chat')).toBe(true);
        expect(world.run(messages)?.lines.every(({ what }) => what === 'unknown')).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

test.each<[Happening, string[], string[]]>([
  ['good', ['chat a sent', 'list a sent'], []],
  ['refused', ['chat a refused', 'list a sent'], ['chat a waiting']],
  ['unreached', ['chat a sent', 'list a sent'], []],
  ['limited', ['chat a sent', 'list a sent'], []],
  ['long limit', ['chat a waiting', 'list a sent'], ['chat a waiting']],
  ['lost on the way', ['chat a unknown', 'list a sent'], ['chat a unknown']],
  ['lost on the way back', ['chat a unknown', 'list a sent'], ['chat a unknown']],
])('a chat that is %s', (happens, lines, open) => {
  const world = new World([happens]);
  expect(whats(world.run([piece('a')]))).toEqual(lines);
  expect(openIn(world)).toEqual(open);
});

test('after a crash a chat is not told again, and a list is asked', () => {
  const world = new World(['crash after']);
  expect(world.run([piece('a')])).toBeUndefined();
  expect(whats(world.run([piece('a')]))).toEqual(['chat a unknown', 'list a sent']);
  const other = new World(['good', 'crash after']);
  expect(other.run([piece('a')])).toBeUndefined();
  expect(whats(other.run([piece('a')]))).toEqual(['list a sent']);
  expect(other.arrived).toEqual(['chat a', 'list a']);
});

test('what a target does not take for what it says stops nothing behind it; a dead target is left alone', () => {
  const pieces = [piece('a', now - 2 * minute), piece('b')];
  expect(whats(new World(['unfit']).run(pieces)).slice(0, 2)).toEqual([
    'chat a refused',
    'chat b sent',
  ]);
  const dead = new World(['unreached', 'unreached', 'unreached']);
  expect(whats(dead.run(pieces))).toEqual([
    'chat a waiting',
    'chat b waiting',
    'list a sent',
    'list b sent',
  ]);
  expect(dead.waited).toBe(12_000);
  expect(whats(dead.run(pieces))).toEqual(['chat a sent', 'chat b sent']);
});

test('it goes out in the order in which it happened, and when it is public', () => {
  const world = new World([]);
  const pieces = [piece('late', now - 3 * minute), piece('early', now - 9 * minute)];
  world.run(pieces, now, (id) => id !== 'late');
  expect(openIn(world)).toEqual(['chat late waiting', 'list late waiting']);
  world.run(pieces);
  expect(world.arrived).toEqual(['chat early', 'list early', 'chat late', 'list late']);
});

test('what leaves the record and comes back is not lost', () => {
  const world = new World(['refused', 'refused']);
  world.run([piece('a')]);
  expect(whats(world.run([]))).toEqual(['chat a waiting', 'list a waiting']);
  expect(whats(world.run([piece('a')]))).toEqual(['chat a sent', 'list a sent']);
});

const after = (state: SentState, ago: number, targets = ['chat'], at = now) => {
  const due = dueOf(state, targets, [piece('a', at - ago)], at);
  return { open: due.state.open.length, tooLate: due.tooLate.length };
};
const known = { ...nothingSent, targets: ['chat'] };

test.each([
  ['a first run takes what is new', nothingSent, longestAgoAtFirst, { open: 1, tooLate: 0 }],
  ['and leaves the rest', nothingSent, longestAgoAtFirst + 1, { open: 0, tooLate: 0 }],
  ['a later one takes all', known, longestAgo, { open: 1, tooLate: 0 }],
  ['but for what is no news any more', known, longestAgo + 1, { open: 0, tooLate: 1 }],
  ['what was looked at is never new', { ...known, known: ['a'] }, 0, { open: 0, tooLate: 0 }],
])('%s', (_what, state, ago, expected) => {
  expect(after(state, ago)).toEqual(expected);
});

test('a new target begins where it is, also with what others have', () => {
  expect(after({ ...known, known: ['a'] }, hour, ['chat', 'new'])).toEqual({ open: 1, tooLate: 0 });
  expect(after({ ...known, known: ['a'] }, 2 * hour, ['chat', 'new'])).toEqual({
    open: 0,
    tooLate: 0,
  });
});

test('what waits for too long is given up, and what may have arrived is not', () => {
  const waiting = { target: 'chat', id: 'a', at: now - longestAgo - 1 };
  const of = (state: 'waiting' | 'unknown') =>
    after({ ...known, known: ['a'], open: [{ ...waiting, state }] }, longestAgo + 1);
  expect(of('waiting')).toEqual({ open: 0, tooLate: 1 });
  expect(of('unknown')).toEqual({ open: 1, tooLate: 0 });
});

test('of a target that has left the record nothing is remembered', () => {
  const open = [{ target: 'chat', id: 'a', at: now, state: 'waiting' as const }];
  expect(dueOf({ ...known, known: ['a'], open }, [], [piece('a')], now).state).toEqual({
    version: 1,
    targets: [],
    known: ['a'],
    open: [],
  });
});
