import type { Incident } from '../../../src/domain/incident.ts';
import { spokenTime } from '../../../src/domain/spoken-time.ts';
import { isOpen, isOver } from '../../../src/domain/progress.ts';
import { block, line } from '../../../src/domain/text.ts';
import { instantText } from '../../../src/domain/time.ts';
import { listOf, suggest } from '../../../src/text/suggest.ts';
import type { Choice, Question, Read } from './question.ts';
import type { Setting } from './setting.ts';

type Asked = Pick<Question<unknown>, 'flag' | 'ask' | 'example'>;

/** Why a schema refuses a text. */
const refused = (text: string, schema: typeof block): Read<string> => {
  const { data, error } = schema.safeParse(text);
  return data === undefined
    ? { why: `The text ${error?.issues[0]?.message ?? 'cannot be read'}.` }
    : { value: data };
};

/** A text of one or several lines. */
export const words = (asked: Asked): Question<string> => ({
  ...asked,
  read: (text) => refused(text, block),
});

/** A text of one line. */
export const oneLine = (asked: Asked): Question<string> => ({
  ...asked,
  read: (text) => refused(text, line as unknown as typeof block),
});

const unknown = (word: string, choices: readonly Choice[]): string => {
  const known = choices.map(({ value }) => value);
  const near = suggest(word, known);
  return `There is no “${word}”.${near ? ` Was “${near}” meant?` : ''} Expected: ${listOf(known)}.`;
};

/** The choice that is meant by its value, or by the label that people see. */
const chosen = (word: string, choices: readonly Choice[]): string | undefined =>
  choices.find(({ value, label }) =>
    [value, label].some((known) => known.toLowerCase() === word.trim().toLowerCase()),
  )?.value;

/** One of a few. */
export const oneOf = <T extends string>(
  asked: Asked,
  choices: readonly Choice[],
  usual?: T,
): Question<T> => ({
  ...asked,
  choices,
  usual,
  read(text) {
    const value = chosen(text, choices);
    return value === undefined ? { why: unknown(text.trim(), choices) } : { value: value as T };
  },
});

/** The choices named in a list with commas between them; names may have commas of their own. */
function namesIn(text: string, choices: readonly Choice[]): string[] {
  const names: string[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const label = choices
      .map((choice) => choice.label)
      .filter((name) => rest.toLowerCase().startsWith(name.toLowerCase()))
      .filter((name) => /^\s*(,|$)/.test(rest.slice(name.length)))
      .sort((a, b) => b.length - a.length)[0];
    const name = label ?? /^[^,]*/.exec(rest)?.[0] ?? rest;
    names.push(name.trim());
    rest = rest.slice(name.length).replace(/^\s*,?\s*/, '');
  }
  return names.filter(Boolean);
}

/** One or more of a few. */
export const someOf = (asked: Asked, choices: readonly Choice[]): Question<string[]> => ({
  ...asked,
  choices,
  many: true,
  read(text) {
    const found = namesIn(text, choices).map((name) => ({ name, value: chosen(name, choices) }));
    const lost = found.find(({ value }) => value === undefined);
    if (lost) return { why: unknown(lost.name, choices) };
    return found.length
      ? { value: [...new Set(found.map(({ value }) => value ?? ''))] }
      : {
          why: `Nothing is named. Expected: one or more of ${listOf(choices.map(({ value }) => value))}.`,
        };
  },
});

/** Clocks differ by a little. Ms. */
const grace = 60_000;

interface When {
  /** Whether it has to have happened, or has to come. */
  must: 'past' | 'come';
  usual?: string;
  /** Whether `none` is an answer too. */
  orNone?: boolean;
  /** Since when something comes, where that is not now. Epoch ms. */
  after?: number;
}

/** A moment, in epoch ms; `undefined` for `none`. */
export const moment = (
  asked: Asked,
  { now, zone, written = now }: Setting,
  { must, usual, orNone = false, after = written }: When,
): Question<number | undefined> => ({
  ...asked,
  usual,
  isTime: true,
  read(text) {
    if (orNone && /^none$/i.test(text.trim())) return { value: undefined };
    const spoken = spokenTime(text, { now: after, zone });
    if ('why' in spoken) return spoken;
    if (must === 'past' && spoken.at > now + grace)
      return {
        why: `“${text.trim()}” is ${instantText(spoken.at)}, which has not come yet. If it was the day before, write: yesterday 23:10.`,
      };
    if (must === 'come' && spoken.at <= after)
      return {
        why: `“${text.trim()}” is ${instantText(spoken.at)}, which is over. If it is the day after, write: tomorrow 00:30.`,
      };
    return { value: spoken.at };
  },
});

/** Which services it is about. */
export const servicesIn = ({ known }: Setting): Question<string[]> =>
  someOf(
    { flag: 'service', ask: 'Which services?', example: known.services[0]?.id ?? '' },
    known.services.map(({ id, name }) => ({ value: id, label: name, hint: id })),
  );

/** Incidents, maintenance and notices that something can still be said of. */
const stillOpen = ({ known, now }: Setting): Incident[] =>
  [...known.incidents.values()].filter((incident) => !isOver(incident, now));

/** Which one it is about: the only one that goes on, or else the only one that is still to come. */
export function incidentIn(setting: Setting): Question<Incident> {
  const open = stillOpen(setting);
  const { incidents } = setting.known;
  const choices = open.map(({ id, title }) => ({ value: id, label: title, hint: id }));
  const goingOn = open.filter((incident) => isOpen(incident, setting.now));
  const [meant, ...others] = goingOn.length ? goingOn : open;
  return {
    flag: 'id',
    ask: 'Which one?',
    example: choices[0]?.value ?? '2026-01-17-late-webhooks',
    choices,
    usual: others.length ? undefined : meant?.id,
    read(text) {
      const id = chosen(text, choices) ?? text.trim();
      const found = incidents.get(id);
      if (!found)
        return {
          why: choices.length
            ? unknown(id, choices)
            : `There is no incident “${id}”, and none is open.`,
        };
      return open.includes(found)
        ? { value: found }
        : {
            why: `“${id}” is over. If it has come back, begin a new one: npm run new -- incident`,
          };
    },
  };
}
