/** What became of a thing that could not be carried over as it was. */
export type Fate = 'dropped' | 'guessed' | 'for a person';

/** Every kind of loss, with its words in one place. `it` is what was lost, guessed or left. */
const kinds = {
  // The whole file.
  draft: ['dropped', () => 'the whole file: it is a draft, which was never published'],
  'not-an-issue': [
    'dropped',
    () => 'the whole file: it is no issue, and pages of other kinds have no place in the record',
  ],
  'other-section': [
    'dropped',
    (it) =>
      `the whole file: its section is “${it}”, so the old site did not list it among its issues`,
  ],
  translation: [
    'dropped',
    (it) => `the whole file: it is a translation of ${it}, and the record is kept in one language`,
  ],
  'not-imported': ['for a person', (it) => `this file could not be imported: ${it}`],
  encoding: ['guessed', () => 'it is not UTF-8; read as Windows-1252'],
  'hidden-characters': ['dropped', (it) => `characters that do not show: ${it}`],
  'changed-id': ['guessed', (it) => `its name cannot be kept; it is called ${it}`],

  // Keys.
  'unknown-key': ['dropped', (it) => `keys that have no place in the record: ${it}`],
  'mistyped-key': ['guessed', (it) => `a typing error in a key: ${it}`],
  'repeated-key': [
    'guessed',
    (it) => `the key “${it}” stands there twice; its last value is taken`,
  ],
  'title-from-name': ['guessed', (it) => `there is no title; taken from the file name: “${it}”`],
  unlisted: [
    'for a person',
    () => 'it does not say “section: issue”, so the old site did not list it; should it be public?',
  ],

  // Times.
  'time-zone': ['guessed', (it) => `times without a zone are taken as ${it}`],
  'day-only': [
    'guessed',
    (it) => `${it} is a day without a time; taken as the first moment of that day`,
  ],
  'date-from-name': ['guessed', (it) => `the date cannot be read; taken from the file name: ${it}`],
  'unknown-end': [
    'for a person',
    (it) => `the end is not known (${it}); find it out, or leave “unknown”`,
  ],
  'resolved-by-time': [
    'guessed',
    () => 'it has an end but does not say “resolved: true”; taken as resolved',
  ],
  'planned-end': ['dropped', (it) => `the end ${it}: the issue says that it is not resolved`],
  'still-open': [
    'for a person',
    () =>
      'it does not say whether it is over, so it is shown as open; add a resolving update if it is',
  ],
  'said-resolved': [
    'for a person',
    () =>
      'the last update says that it is resolved, the issue says that it is not; it is kept open',
  ],
  'late-update': [
    'for a person',
    (it) => `updates go on until ${it}, after the end that the record gives; is that end right?`,
  ],
  'early-end': [
    'for a person',
    (it) =>
      `the last update says at ${it} that all was over, the record gives a later end; which is right?`,
  ],
  'early-update': [
    'for a person',
    (it) =>
      `the first update (${it}) is earlier than the beginning; is one of the two times wrong?`,
  ],
  'unreadable-time': ['for a person', (it) => `the time “${it}” cannot be read`],

  // Kind, severity, services.
  'kind-maintenance': [
    'guessed',
    (it) =>
      `it is a maintenance, because of ${it}; scheduled as long as it lasted, and nobody knows if it was announced`,
  ],
  'kind-notice': ['guessed', (it) => `it is a notice: ${it}`],
  'maintenance-without-end': [
    'guessed',
    (it) =>
      `it is a notice: a maintenance, because of ${it}, but without the end that one needs to be scheduled`,
  ],
  'read-as-outage': [
    'for a person',
    () => 'the old site called it a notice, but its title speaks of trouble; was it an incident?',
  ],
  'may-be-announced': [
    'for a person',
    (it) =>
      `an update of ${it} came before it began; if that announced it, write that time as “announced”`,
  ],
  severity: ['dropped', (it) => `severity “${it}”: a maintenance has none`],
  'mistyped-severity': ['guessed', (it) => `a typing error in the severity: ${it}`],
  'unknown-severity': ['for a person', (it) => `${it}; how bad was it?`],
  affected: [
    'dropped',
    (it) => `impact on ${it}: a notice has no impact windows; the names stand in its text`,
  ],
  'no-affected': ['for a person', () => 'it names no system; which service did it hit?'],
  'service-added': ['guessed', (it) => `services that the configuration does not have: ${it}`],
  'service-matched': ['guessed', (it) => `systems written in another way: ${it}`],
  'no-system': ['dropped', (it) => `“${it}” among the affected systems: it names none`],

  // Text.
  'html-comment': ['dropped', (it) => `a comment, which readers never saw: “${it}”`],
  'html-tag': ['dropped', (it) => `HTML without a counterpart: ${it}`],
  'html-kept': ['guessed', (it) => `not HTML, kept as text: ${it}`],
  shortcode: ['dropped', (it) => `a shortcode: ${it}`],
  picture: ['dropped', (it) => `a picture, now a link: ${it}`],
  'unsafe-link': ['dropped', (it) => `the target of a link: ${it}`],
  'relative-link': [
    'for a person',
    (it) => `a link that leads to the old site, whose address is not known: ${it}`,
  ],
  'update-status': ['guessed', (it) => `status by text or position: ${it}`],
  'update-time': ['guessed', (it) => `time of text that has none of its own: ${it}`],
  'update-clock': ['guessed', (it) => `the day of a time without one: ${it}`],
  'update-order': [
    'guessed',
    () => 'nothing tells the order of the updates; the newest is taken to stand first',
  ],
  'update-merged': ['guessed', (it) => `text without a time was joined with the update of ${it}`],
  'resolving-update': [
    'guessed',
    (it) => `there are no words about the end; a plain sentence stands in for them, at ${it}`,
  ],
  'text-from-title': ['guessed', () => 'there is no text; the title stands in for it'],
  postmortem: [
    'for a person',
    () => 'a part of it reads like a postmortem, which has a place of its own',
  ],

  // Configuration.
  setting: ['dropped', (it) => `settings without a counterpart: ${it}`],
  'group-description': ['dropped', (it) => `the description of a category: ${it}`],
  'unknown-group': ['dropped', (it) => `a category that is not defined: ${it}`],
  'service-detail': ['dropped', (it) => `details of a system: ${it}`],
  'repeated-service': ['dropped', (it) => `a system that stands there twice: ${it}`],
  'placeholder-service': ['for a person', (it) => `there is no system; “${it}” stands in for them`],
  'added-group': [
    'guessed',
    (it) => `services that only issues name are put into a group: “${it}”`,
  ],
  'site-name': ['guessed', (it) => `the product’s name, from the title of the page: “${it}”`],
  'site-url': ['for a person', (it) => `there is no usable address; ${it} stands in for it`],
  'site-zone': ['guessed', () => 'days begin in UTC'],
  'site-severities': [
    'guessed',
    () => 'what each severity means to a customer is said in our words',
  ],
  'status-of-severity': ['guessed', (it) => `how a service was, from the severity: ${it}`],
  'old-addresses': [
    'for a person',
    (it) => `the pages move from ${it}; redirect the old addresses`,
  ],
} as const satisfies Record<string, readonly [Fate, (it: string) => string]>;

export type LossCode = keyof typeof kinds;

export interface Loss {
  code: LossCode;
  fate: Fate;
  /** One line, for a person. */
  text: string;
}

/** Takes note of a loss. */
export type Note = (code: LossCode, it?: string) => void;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

export function loss(code: LossCode, it = ''): Loss {
  const [fate, say] = kinds[code];
  return { code, fate, text: oneLine(say(oneLine(it))) };
}

/** A list of losses, and the function that adds to it; what was noted once is not noted again. */
export function notebook(): { losses: Loss[]; note: Note } {
  const losses: Loss[] = [];
  return {
    losses,
    note(code, it) {
      const noted = loss(code, it);
      if (!losses.some(({ text }) => text === noted.text)) losses.push(noted);
    },
  };
}
