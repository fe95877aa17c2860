/** What words can do to a reader who was let down. */
export type Kind =
  | 'minimising'
  | 'evading'
  | 'rationalising'
  | 'blaming'
  | 'patronising'
  | 'hedged'
  | 'vague'
  | 'overdone'
  | 'jargon';

/**
 * Phrases that are found out alike. They are written as compromise matches them: `(a|b)` is either, `?` may be missing, `.` is any word,
 * `/…/` a regular expression for one word, and `$name` stands for a list of words.
 */
export interface Phrases {
  kind: Kind;
  phrases: readonly string[];
  /** What says more, in place of them. */
  write: string;
  /** What makes them true where it stands in the same sentence: how many or how much, or besides that a time of day or a date. */
  unless?: 'quantity' | 'time';
  /** What has to stand in the same sentence. */
  with?: RegExp;
}

/** One language: the lists that phrases name, and the phrases. */
export interface Language {
  lists: Readonly<Record<string, string>>;
  table: readonly Phrases[];
  /** Words that turn what follows into its opposite. */
  negations: RegExp;
  /** What says that it is about what shall not be. */
  averts: RegExp;
  /** An apology, and how a next sentence begins that takes it back: the first group is the one, the second the other. */
  takesBack: RegExp;
  /** What says that the words behind it are somebody’s. */
  reports: RegExp;
  /** Number words, and what makes a numeral beside it no quantity: codes, versions, days and years. */
  numbers: RegExp;
  codes: RegExp;
  dates: RegExp;
}
