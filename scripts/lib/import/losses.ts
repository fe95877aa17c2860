/** What happened to a thing that could not be carried over as it was. */
export type Fate = 'dropped' | 'guessed' | 'for a person';

export interface Loss {
  code: string;
  fate: Fate;
  /** One line, for a person. */
  text: string;
}

/** Kinds of losses: by what becomes of them, and by their codes, the words for it, in which `{}` is what was lost, guessed or left. */
export type Kinds = Readonly<Record<Fate, Readonly<Record<string, string>>>>;

/** Takes note of a loss. */
export type Note<Code extends string> = (code: Code, it?: string) => void;
export type CodeOf<K extends Kinds> = { [F in Fate]: keyof K[F] }[Fate] & string;

/** What any import can lose. */
export const commonLosses = {
  dropped: {
    'hidden-characters': 'characters that do not show: {}',
    'html-comment': 'a comment, which readers never saw: “{}”',
    'html-tag': 'HTML without a counterpart: {}',
    picture: 'a picture, now a link: {}',
    'unsafe-link': 'the target of a link: {}',
  },
  guessed: {
    'changed-id': 'its name cannot be kept; it is called {}',
    encoding: 'it is not UTF-8; read as Windows-1252',
    'html-kept': 'not HTML, kept as text: {}',
    'service-added': 'services that the configuration does not have: {}',
    'service-matched': 'systems written in another way: {}',
    'long-update': 'an update that is longer than a record takes is two, at {}',
    'long-title': 'a title that is longer than a record takes goes on in the first update',
    'site-zone': 'the page names no zone that is known ({}); days begin in UTC',
    'severity-words': 'what each severity means to a customer is said in our words',
    'resolving-update': 'no words about the end; a plain sentence stands in for them, at {}',
    'added-group': 'services that only issues name are put into a group: “{}”',
  },
  'for a person': {
    'not-imported': 'this file could not be imported: {}',
    story:
      'its postmortem is a draft, which readers do not see; fill in what is missing, and publish it: {}',
    'long-maintenance': 'the maintenance lasts {} days; does it begin when it was announced?',
    'long-window': 'an impact window is longer than a month ({}); was it really so long?',
    'no-redirect': 'an old address that cannot be redirected: {}',
    'placeholder-service': 'there is no system; “{}” stands in for them',
    'site-url': 'there is no usable address; {} stands in for it',
    'was-public':
      'the old page named persons or hosts; may the new one? They are under “allowed_in_public”: {}',
    'relative-link': 'a link into the old site, whose address is not known: {}',
  },
} as const satisfies Kinds;

export type CommonNote = Note<CodeOf<typeof commonLosses>>;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A list of losses, and the function that adds to it; what was noted once is not noted again. */
export function notebook<K extends Kinds>(kinds: K): { losses: Loss[]; note: Note<CodeOf<K>> } {
  const losses: Loss[] = [];
  const known = Object.entries(kinds).flatMap(([fate, words]) =>
    Object.entries(words).map(([code, text]) => ({ code, fate: fate as Fate, text })),
  );
  return {
    losses,
    note(code, it = '') {
      const kind = known.find((one) => one.code === code);
      const text = oneLine(kind?.text.replace('{}', () => it) ?? '');
      if (kind && !losses.some((noted) => noted.text === text)) losses.push({ ...kind, text });
    },
  };
}
