/** Words for people, alone or as the last word of a name for them: “the on-call engineer”, but not “the operator pattern”. */
const people =
  'engineers?|developers?|employees?|colleagues?|contractors?|interns?|technicians?|administrators?|reviewers?|persons?|people|team members?|coders?|programmers?';
const subjects = `(?:he|she|we|somebody|someone|(?:${people})(?: on call)?)`;
const adverbs =
  '(?:had |has |have |then |just |simply |also |again |accidentally |mistakenly |wrongly |inadvertently |carelessly )*';

/** What only people do, and what blames them. */
const failings =
  "forgot(?:ten)?|mistyped|misread|overlooked|neglected|misremembered|missed|failed to|made an? (?:mistake|error)|(?:was|were) (?:careless|tired|distracted|not careful|in a hurry)|should have|did(?: not|n[’']t) (?:notice|see|read|check|look|pay|remember|think|test|follow)|had not (?:noticed|seen|read|checked|looked|remembered|tested)";

/** What somebody does who is blamed by being named: “somebody had muted it”. A team may do all of these. */
const deeds = '(?:\\w+ed|ran|set|put|took|broke|made|did|left|cut|wrote|typed|pushed|sent)';

/** Words that can only be staff: “people” and “developers” may be customers. */
const staff =
  '(?:[\\w-]+ )?(?:engineers?|employees?|contractors?|interns?|technicians?|administrators?|operators?|team members?)(?: on call)?';

const blamedStaff: readonly RegExp[] = [
  new RegExp(
    `\\b(?:he|she|somebody|someone|(?:an?|one of our|our|the) ${staff}) ${adverbs}(?:${failings}|ignored|made (?:a|an|the) \\w+)\\b`,
    'i',
  ),
  new RegExp(
    `\\b(?:he|she|somebody|someone|(?:an?|one of our|our|the) ${staff}) (?:had |has )?(?:accidentally|mistakenly|wrongly|inadvertently|carelessly) \\w+`,
    'i',
  ),
  new RegExp(
    `\\b(?:mistake|error|oversight)s? (?:by|of|made by) (?:an?|one of our|our|the) ${staff}\\b`,
    'i',
  ),
];

const anybody = new RegExp(`\\b${subjects} ${adverbs}(?:${failings})\\b`, 'i');

const byNameOrNature: readonly RegExp[] = [
  // A capitalised word before what only people do is a name. Programs do not forget.
  /(?:^|[.!?] )[A-Z][a-z]+ (?:had |simply |just )?(?:forgot|mistyped|misread|overlooked|neglected|misremembered)\b/,
  /(?:^|\b(?:was|is|by|to|of|a|an|simple|plain|just|pure|caused by) )(?:human|operator|user) (?:error|mistake)s?(?=[.,;!]|$| by | of | in | on | caused )/i,
];

const actors = new RegExp(
  `\\b(?:he|she|somebody|someone|an? (?:[\\w-]+ )?(?:${people})) ${adverbs}${deeds}\\b`,
  'i',
);

/** A word without which nobody is found fault with. */
const needed =
  /\b(?:(?:he|she|somebody|someone|engineers?|employees?|contractors?|interns?|technicians?|administrators?|operators?|members?)\b|(?:human|operator|user) (?:error|mistake)|forgot|mistyped|misread|overlooked|neglected|misremembered)/i;

/** Whether `faulted` may find something in a text: it has a word that is needed for that. */
export const mayFault = (text: string): boolean => needed.test(text);

/** Before a phrase, these put the cause in the system: nothing stopped a mistake, or somebody was not told. Then nobody is blamed. */
const aboutTheSystem =
  /\b(?:no|not|nothing|without|lets?|allows?|catch(?:es)?|tells?|told|belongs? to)\b[^.!?]*$/i;

function firstIn(text: string, patterns: readonly RegExp[]): string | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    if (!found) continue;
    const before = text.slice(0, found.index);
    if (!aboutTheSystem.test(before)) return found[0].replace(/^[.!?] /, '').trim();
  }
  return undefined;
}

/** The words with which a text finds fault with a person; `undefined` if it does not. In English; other languages are not looked at. */
export const faulted = (text: string): string | undefined =>
  firstIn(text, [...blamedStaff, ...byNameOrNature]);

/** The same for an answer that should be about the system: there, naming who did it is blame enough. */
export const blamed = (text: string): string | undefined =>
  firstIn(text, [anybody, ...byNameOrNature, actors]);
