import { sentencesIn } from '../../../text.ts';

/** Words that say less than happened, and what says it. In English; other languages are not looked at. */
interface Phrase {
  pattern: RegExp;
  write: string;
  /** Where a number stands beside them, they say enough. */
  orNumber?: true;
}

const customers =
  '(?:our |the )?(?:users?|customers?|accounts?|workspaces?|clients?|people|requests?|visitors?)';
const feel = '(?:have|be|see|notice|find|experience|encounter)';

const phrases: readonly Phrase[] = [
  {
    pattern: new RegExp(
      `\\b(?:(?:a )?(?:very )?(?:small|limited|tiny|low) (?:number|percentage|fraction|subset|portion|share|set)|a handful) of ${customers}\\b`,
      'i',
    ),
    write: 'The number: 1,240 of 3,100 workspaces.',
    orNumber: true,
  },
  {
    pattern: new RegExp(
      `\\b(?:some|certain|a few) (?:of )?${customers} (?:(?:may|might|could) ${feel}|were|had|experienced|saw)\\b`,
      'i',
    ),
    write: 'How many, and what did not work for them.',
    orNumber: true,
  },
  {
    pattern:
      /\b(?:may|might|could) (?:have )?(?:been?|experience[ds]?|seen?|noticed?) (?:(?:some|any|\w+) )?(?:affected|impacted|issues?|problems?|delays?|errors?|slowness|disruptions?|experiencing)\b/i,
    write: 'What did not work, and for how many; or that you do not know yet.',
    orNumber: true,
  },
  { pattern: /\binconveniences?\b/i, write: 'What it did to customers, and that you are sorry.' },
  {
    pattern: /\bapologi[sz]e for (?:the|any|this) (?:disruption|trouble|interruption|issues?)\b/i,
    write: 'What it did to customers, and that you are sorry.',
  },
  {
    pattern: /\btak(?:e|es|en|ing) (?:\w+ ){1,8}seriously\b/i,
    write: 'What you will do, and by when.',
  },
  {
    pattern:
      /\bunprecedented\b|\bunfore(?:seen|seeable) (?:circumstances?|events?|issues?|problems?|errors?)\b/i,
    write: 'What would have foreseen it, and why you did not have that.',
  },
  { pattern: /\babundance of caution\b/i, write: 'What you did, and why.' },
  {
    pattern:
      /\b(?:due to|because of|caused by) [^.!?]{0,40}\b(?:third[- ]party|(?:external|upstream) (?:provider|supplier|vendor|partner|service|outage|issue|problem))\b/i,
    write: 'What failed at the supplier, and what you had in its place.',
  },
  {
    pattern:
      /\bour (?:supplier|provider|vendor|partner) (?:is|was) (?:having|experiencing) (?:an? )?(?:\w+ )?(?:problems?|issues?|outage)\b/i,
    write: 'What does not work here. Customers chose you.',
  },
  {
    pattern:
      /\bwill be (?:fixed|resolved|solved|restored|back)[^.]{0,20} (?:shortly|soon|as soon as possible)\b/i,
    write: 'By when, or when you will say more.',
  },
];

/** The first words with which a text says less than happened, and what to write in their place. */
export function minimised(text: string): { words: string; write: string } | undefined {
  for (const sentence of sentencesIn(text)) {
    for (const { pattern, write, orNumber } of phrases) {
      const [words] = pattern.exec(sentence) ?? [];
      if (words !== undefined && !(orNumber && /\d/.test(sentence))) return { words, write };
    }
  }
  return undefined;
}
