import { remembered } from '../../../../text/remembered.ts';
import { english } from './english.ts';
import { german } from './german.ts';
import { likely } from './likely.ts';
import { parser } from './parser.ts';
import { faulted, mayFault } from './people.ts';
import { hasQuantity, hasTime } from './quantity.ts';
import { type Sentence, saidIn, sentences } from './sentences.ts';
import type { Kind, Language, Phrases } from './words.ts';

/** Words that were found in a text, and what to write in their place. `from` is where they begin in it. */
export interface FoundWords {
  kind: Kind;
  words: string;
  from: number;
  write: string;
}

type Net = ReturnType<ReturnType<typeof parser>['buildNet']>;

/** A language, ready to be looked for. */
interface Compiled {
  language: Language;
  net: () => Net;
  concerns: (text: string) => boolean;
  found: ReturnType<typeof remembered<FoundWords[]>>;
}

const spelled = (phrase: string, lists: Language['lists']): string =>
  phrase.replace(/\$(\w+)/g, (_, name: string) => lists[name] ?? '');

/** A phrase once for each word that may be missing in it: compromise takes such a word wherever it can, and then misses what follows. */
const spread = (words: readonly string[]): string[][] =>
  words.reduce<string[][]>(
    (all, word) =>
      word === '.?' ? all.flatMap((one) => [one, [...one, '.']]) : all.map((one) => [...one, word]),
    [[]],
  );

function compiled(language: Language): Compiled {
  const matches = language.table.flatMap((row) =>
    row.phrases
      .flatMap((phrase) => spread(spelled(phrase, language.lists).split(' ')))
      .map((words) => ({ match: words.join(' '), row })),
  );
  let net: Net | undefined;
  return {
    language,
    net: () =>
      // compromise compares words without their accents.
      (net ??= parser().buildNet(
        matches.map(({ match, row }) => ({
          match: match.normalize('NFD').replace(/\p{M}/gu, ''),
          row,
        })),
      )),
    concerns: likely(matches.map(({ match }) => match)),
    found: remembered(),
  };
}

const compiledOnce = new Map<Language, Compiled>();

function compiledOf(language: Language): Compiled {
  const known = compiledOnce.get(language) ?? compiled(language);
  compiledOnce.set(language, known);
  return known;
}

const languages: Readonly<Record<string, Language>> = { en: english, de: german };

/** The phrases of a language, by its tag; `undefined` where nobody has written them. */
export const languageOf = (tag: string): Language | undefined => languages[tag.split('-')[0] ?? ''];

/** So many words before a phrase may turn it into its opposite. */
const reach = 4;

function isDenied({ negations, averts, reports }: Language, before: string): boolean {
  const clause = before.slice(
    Math.max(...[...',;:–—'].map((sign) => before.lastIndexOf(sign))) + 1,
  );
  const near = clause.split(/\s+/).filter(Boolean).slice(-reach);
  return near.some((word) => negations.test(word)) || averts.test(before) || reports.test(before);
}

function holds(language: Language, row: Phrases, sentence: Sentence, at: number): boolean {
  const before = sentence.text.slice(0, at);
  if (row.with && !row.with.test(sentence.text)) return false;
  if (row.unless === 'quantity' && hasQuantity(language, sentence.words)) return false;
  if (row.unless === 'time' && hasTime(language, sentence.words)) return false;
  return !isDenied(language, before);
}

const blamesPeople = 'What we did or left undone, and what did not catch it.';

/** Who is blamed in a sentence. “We made a mistake” owns it. */
function blamedIn({ language }: Compiled, { text, from }: Sentence): FoundWords[] {
  const words = language === english ? faulted(text) : undefined;
  return words === undefined || /^we\b/i.test(words)
    ? []
    : [
        {
          kind: 'blaming',
          words,
          from: from + Math.max(0, text.indexOf(words)),
          write: blamesPeople,
        },
      ];
}

/** What in the next sentence takes an apology back. */
function takenBackIn(text: string, language: Language): FoundWords[] {
  if (text.search(language.takesBack) === -1) return [];
  return [...saidIn(text).matchAll(language.takesBack)].flatMap(
    ({ 0: whole, 2: words = '', index }) => {
      const from = index + whole.length - words.length;
      return isDenied(language, text.slice(0, index).split(/[.!?]/).at(-1) ?? '')
        ? []
        : [{ kind: 'hedged', words, from, write: 'The apology, and nothing that takes it back.' }];
    },
  );
}

/** Shouting: exclamation marks, and several words in capitals, of which one is no abbreviation. */
const shouted =
  '(?:NOT|ALL|NOW|NEVER|PLEASE|VERY|ONLY|ANY|MUST|WILL|ARE|IS|THE|WE|YOU|YOUR|OUR|NICHT|BITTE|ALLE|SIE|WIR)';
const loud = new RegExp(
  `[\\p{L}\\p{N}’')*_]+!+(?=\\s|$)|(?<![\\p{L}\\d_])(?=[\\p{Lu}\\s]*\\b${shouted}\\b)\\p{Lu}{2,}(?:\\s+\\p{Lu}{2,})+(?![\\p{L}\\d_])`,
  'u',
);

function loudIn({ text, from }: Sentence): FoundWords[] {
  const [words] = loud.exec(text) ?? [];
  return words === undefined
    ? []
    : [{ kind: 'overdone', words, from: from + text.indexOf(words), write: 'The same, calmly.' }];
}

interface Swept {
  row: Phrases;
  view: { text: () => string };
}

/** What is found in one sentence: of each kind the first. */
function foundIn(known: Compiled, sentence: Sentence): FoundWords[] {
  const { found } = sentence.view.sweep(known.net()) as unknown as { found: Swept[] };
  const phrases = found.flatMap(({ row, view }): FoundWords[] => {
    const words = view
      .text()
      .trim()
      .replace(/[.,;:!?]+$/, '');
    const at = Math.max(0, sentence.text.indexOf(words));
    return words !== '' && holds(known.language, row, sentence, at)
      ? [{ kind: row.kind, words, from: sentence.from + at, write: row.write }]
      : [];
  });
  const all = [...phrases, ...blamedIn(known, sentence), ...loudIn(sentence)];
  return [...new Map(all.toReversed().map((one) => [one.kind, one])).values()];
}

function lookFor(text: string, known: Compiled, names: RegExp | undefined): FoundWords[] {
  const said = names ? text.replace(names, (name) => 'x'.repeat(name.length)) : text;
  const concerns = (part: string): boolean =>
    known.concerns(part) || part.includes('!') || mayFault(part) || /[A-Z]{2} +[A-Z]{2}/.test(part);
  return [
    ...takenBackIn(said, known.language),
    ...[...sentences(said, concerns)].flatMap((sentence) => foundIn(known, sentence)),
  ].sort((a, b) => a.from - b.from);
}

/**
 * Words in a text that say less or more than happened, in its order; of each kind at most one in a sentence. `names` are words of the record that mean what it
 * says they mean, wherever they stand.
 */
export function wordsIn(text: string, language: Language, names?: RegExp): readonly FoundWords[] {
  const known = compiledOf(language);
  return known.found(`${names?.source ?? ''}\n${text}`, () => lookFor(text, known, names));
}
