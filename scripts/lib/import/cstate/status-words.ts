/** What an explicit label says of an issue. */
export type Meaning =
  | 'planned'
  | 'first'
  | 'begun'
  | 'identified'
  | 'monitoring'
  | 'over'
  | 'update';

// English, and what is common in the other languages of the old pages. Of several meanings in a label, the one that stands first here counts.
const words: Readonly<Record<Meaning, RegExp>> = {
  over: /^(re-?solved|solved|fixed|final|clos(e|ed|ing)|completed?|done|end(ed)?|finished|restored|recovered|behoben|gelöst|erledigt|résolu|resuelto|resolvido|opgelost|risolto)$/iu,
  monitoring: /^monitoring$/iu,
  identified: /^identified$/iu,
  begun: /^(investigati(ng|on)|reopened|began|begun|started|underway|ongoing)$/iu,
  first: /^(initial|open(ing|ed)?)$/iu,
  planned: /^(planned|scheduled|upcoming|geplant)$/iu,
  update: /^(updates?|updated|edit(ed)?|aktualisierung)$/iu,
};
const filler =
  /^(message|report|issue|incident|outage|maintenance|service|status|full|just|now|is|has|been|new|first|last|latest|of|on|at|the|and|a|utc|gmt|am|pm|(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?|[#\d]\d*(st|nd|rd|th|h\d\d)?)$/iu;

/** What a label means, word by word; `undefined` if it has a word that labels do not have. A label may mean nothing but its time. */
export function meaningOf(label: string): { meaning: Meaning | undefined } | undefined {
  const found = label.split(/[\s:,()[\].–—-]+/u).filter(Boolean);
  const meanings = (Object.keys(words) as Meaning[]).filter((each) =>
    found.some((word) => words[each].test(word)),
  );
  const isLabel = found.every(
    (word) => filler.test(word) || meanings.some((each) => words[each].test(word)),
  );
  return isLabel ? { meaning: meanings[0] } : undefined;
}

type Statuses = Readonly<Partial<Record<Meaning, string>>>;

const early: Statuses = { first: 'investigating', begun: 'investigating' };
const incident: Statuses = {
  ...early,
  identified: 'identified',
  monitoring: 'monitoring',
  over: 'resolved',
};
const underway: Statuses = {
  begun: 'in_progress',
  identified: 'in_progress',
  monitoring: 'in_progress',
};

/** Per kind, the statuses that labels name, and the one to begin with, which claims nothing that nobody spoke of. */
export const statusesOf = {
  incident: { ...incident, unsaid: 'investigating' },
  notice: { ...incident, unsaid: 'information' },
  maintenance: {
    ...underway,
    planned: 'scheduled',
    first: 'scheduled',
    over: 'completed',
    unsaid: 'scheduled',
  },
} as const satisfies Record<string, Statuses & { unsaid: string }>;

export type WrittenKind = keyof typeof statusesOf;
