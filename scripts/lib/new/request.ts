import { isTimeZone } from '../../../src/domain/time.ts';
import { listOf } from '../../../src/text/suggest.ts';
import { WrongUsage } from '../command.ts';
import type { Given } from './answered.ts';
import type { Saying } from './edit.ts';
import { correction } from './correction.ts';
import { incident } from './incident.ts';
import { maintenance, notice } from './planned.ts';
import { becauseOf, postmortem } from './postmortem.ts';
import type { Asking } from './question.ts';
import type { Setting } from './setting.ts';
import { resolve, update } from './update.ts';

/** All that can be said, by its name. */
export const sayings = {
  incident,
  update,
  resolve,
  maintenance,
  notice,
  postmortem,
  correction,
} as const satisfies Record<string, (setting: Setting) => Asking<Saying>>;

type Kind = keyof typeof sayings;

export const isKind = (word: string | undefined): word is Kind =>
  word !== undefined && word in sayings;

/** Those that are about something that is there already, and are told which. */
const later: readonly Kind[] = ['update', 'resolve', 'postmortem', 'correction'];

/** The options that answer a question. */
const answers = [
  'what',
  'title',
  'service',
  'severity',
  'impact',
  'since',
  'next',
  'status',
  'ended',
  'from',
  'to',
  'workaround',
  'summary',
  'ownership',
  'thanks',
  'cause',
];

interface Request {
  kind: Kind;
  given: Given;
}

type Values = Readonly<Record<string, string | string[] | boolean | undefined>>;

/** The answers to a question that is asked again and again. */
const inOrder = (values: Values[string]): Given =>
  Object.fromEntries(
    [values ?? []].flat().map((value, index) => [becauseOf(index), String(value)]),
  );

/** What is asked for on the command line. @throws WrongUsage */
export function readRequest(values: Values, [kind, id, ...more]: readonly string[]): Request {
  if (!isKind(kind))
    throw new WrongUsage(
      `${kind === undefined ? 'Nothing is named' : `There is no “${kind}”`}. Expected: ${listOf(Object.keys(sayings))}.`,
    );
  if ((more.length && kind !== 'postmortem') || (id !== undefined && !later.includes(kind)))
    throw new WrongUsage(`“${more[0] ?? id}” stands by itself. Texts with blanks stand in quotes.`);
  const given = answers.flatMap((flag) => {
    const value = values[flag];
    return value === undefined ? [] : [[flag, [value].flat().join(', ')] as const];
  });
  const ids: Given = id === undefined ? {} : { id: [id, ...more].join(', ') };
  return { kind, given: { ...ids, ...Object.fromEntries(given), ...inOrder(values['because']) } };
}

/** The zone that times without one are in: that of `--zone`, else of the site. @throws WrongUsage */
export function zoneOf(zone: string | undefined, sites: string): string {
  if (zone === undefined || isTimeZone(zone)) return zone ?? sites;
  throw new WrongUsage(
    `There is no time zone “${zone}”. Expected: one such as UTC or Europe/Berlin.`,
  );
}

const minute = 60_000;

/** For how many ms a page is waited for: `--wait` in minutes, ten by default. @throws WrongUsage */
export function patienceOf(minutes = '10'): number {
  if (/^\d{1,3}$/.test(minutes)) return Number(minutes) * minute;
  throw new WrongUsage(`--wait is “${minutes}”. Expected: a number of minutes.`);
}
