/** Words that say less than happened, and what says it. In English; other languages are not looked at. */
interface Phrase {
  pattern: RegExp;
  write: string;
}

const customers = '(?:our |the )?(?:users?|customers?|accounts?|workspaces?|clients?|people|requests?|visitors?)';

const phrases: readonly Phrase[] = [
  {
    pattern: new RegExp(
      `\\b(?:a )?(?:very )?(?:small|limited|tiny|low) (?:number|percentage|fraction|subset|portion|share|set) of ${customers}\\b`,
      'i',
    ),
    write: 'The number: 1,240 of 3,100 workspaces.',
  },
  {
    pattern: new RegExp(`\\b(?:some|certain|a few) (?:of )?${customers} (?:may|might|could) \\w+`, 'i'),
    write: 'How many, and what did not work for them.',
  },
  {
    pattern:
      /\b(?:may|might|could) (?:have )?(?:been?|experience[ds]?|seen?|noticed?) (?:\w+ )?(?:affected|impacted|issues?|problems?|delays?|errors?|experiencing)\b/i,
    write: 'What did not work, and for how many; or that you do not know yet.',
  },
  { pattern: /\binconveniences?\b/i, write: 'What it did to customers, and that you are sorry.' },
  {
    pattern: /\btak(?:e|es|en|ing) (?:\w+ ){1,4}(?:very |extremely )?seriously\b/i,
    write: 'What you will do, and by when.',
  },
  { pattern: /\b(?:unprecedented|unforeseeable|unforeseen)\b/i, write: 'What would have foreseen it, and why you did not have that.' },
  { pattern: /\babundance of caution\b/i, write: 'What you did, and why.' },
  {
    pattern:
      /\b(?:due to|because of|caused by) (?:an? |our |the |some )?(?:\w+ )?(?:(?:issues?|problems?|outage|failure) (?:at|with|of|by|from) )?(?:an? |our |the |one of our )?(?:third[- ]party|external|upstream)\b/i,
    write: 'What failed at the supplier, and what you had in its place.',
  },
  {
    pattern: /\bwill be (?:fixed|resolved|solved|back)[^.]{0,20} (?:shortly|soon|as soon as possible)\b/i,
    write: 'By when, or when you will say more.',
  },
];

/** The first words with which a text says less than happened, and what to write in their place. */
export function minimised(text: string): { words: string; write: string } | undefined {
  const found = phrases.flatMap(({ pattern, write }) => {
    const [words] = pattern.exec(text) ?? [];
    return words === undefined ? [] : [{ words, write }];
  });
  return found.sort((a, b) => text.indexOf(a.words) - text.indexOf(b.words))[0];
}
