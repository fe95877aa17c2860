import type { Credits } from '../credits/policy/policy.ts';
import type { Incident } from '../incident.ts';
import type { Postmortem } from '../postmortem.ts';
import type { Services } from '../service.ts';
import type { Pages } from '../pages.ts';
import type { Translations } from '../language.ts';
import type { Site } from '../site.ts';
import type { Template } from '../template.ts';
import type { Level, FindingText, Place, Position, sentences } from './finding.ts';

/** The ids that the files name, whether or not the rest of each file can be understood. `undefined`: the file that lists them cannot be read. */
export interface KnownIds {
  services: ReadonlySet<string> | undefined;
  groups: ReadonlySet<string> | undefined;
  severities: ReadonlySet<string> | undefined;
  causes: ReadonlySet<string> | undefined;
  plans: ReadonlySet<string> | undefined;
  incidents: ReadonlySet<string>;
  postmortems: ReadonlySet<string>;
}

/** What could be understood of the record, for rules to look at. What has findings of its own may be missing. */
export interface PartialRecord {
  /** Epoch ms: what lies after it has not happened yet. */
  now: number;
  /** That moment was asked for, and the record may go on after it. */
  isPinned: boolean;
  /** What stands at a place of a file, as it was written. */
  written: (place: Place) => unknown;
  site: Site | undefined;
  services: Services | undefined;
  incidents: readonly Incident[];
  postmortems: readonly Postmortem[];
  /** What stands below the frontmatter of each, by its id, with as many lines above it as the file has. */
  stories: ReadonlyMap<string, string>;
  templates: readonly (Template & { id: string })[];
  translations: Translations;
  /** The paths of what a language leaves for English, and of how many that is. */
  untranslated: (language: string) => { missing: readonly string[]; of: number };
  /** `undefined` also where there is no credits.yaml. */
  credits: Credits | undefined;
  knownIds: KnownIds;
  pages: Pages;
}

export interface RuleFinding extends FindingText {
  place: Place;
  /** Where it is milder than its rule for another reason than that it is in a draft. */
  level?: 'warning' | 'note';
  /** Where in the story it is, which has no values to name. */
  at?: Position;
  /** Other places that it is concluded from: where one of them could not be understood, it may be wrong, and is not said. */
  restsOn?: readonly Place[];
}

/** A record as it stood before, as far as it can be understood. */
export interface EarlierRecord {
  /** What Git calls it. */
  name: string;
  /** When Git got it, epoch ms. */
  at: number;
  site: Site | undefined;
  credits: Credits | undefined;
  incidents: readonly Incident[];
  postmortems: readonly Postmortem[];
  /** As in `PartialRecord`. */
  stories: ReadonlyMap<string, string>;
  /** The pictures that are others now, as paths in the content folder. */
  otherPictures: ReadonlySet<string>;
  /** Whether what stands at a place is understood, and nothing stands in for it. */
  isClear: (place: Place) => boolean;
}

/** An edit of the example record that makes a rule fire, or that it must let pass. */
export interface Example {
  /** What the example shows, in a few words. */
  title: string;
  file: string;
  /** Text in that file; left out, `by` is the whole file, which may be a new one. */
  replace?: string;
  by: string;
  /** Other files that it needs. */
  beside?: Readonly<Record<string, string>>;
  /** What the earlier record was that it is compared with, as edits of the example record; left out, it is compared with none. */
  before?: readonly { file: string; replace?: string; by: string }[];
}

/** What each edit of one file of the example record shows, with the text that it replaces and by what; or the whole file. */
type Edits = Readonly<Record<string, readonly [replace: string, by: string] | string>>;

/** Examples that are each one edit, in the order in which they stand. */
export const edits = (file: string, shown: Edits): Example[] =>
  Object.entries(shown).map(([title, edit]) =>
    typeof edit === 'string'
      ? { title, file, by: edit }
      : { title, file, replace: edit[0], by: edit[1] },
  );

/** The same, compared with the example record as it was before the edit. */
export const laterEdits = (file: string, shown: Edits): Example[] =>
  edits(file, shown).map((edit) => ({ ...edit, before: [] }));

/** All that is known of one kind of finding: documentation and tests are made from it. */
export interface Rule {
  /** Stable: people search for it and silence it by name. */
  code: string;
  level: Level;
  serves: keyof typeof sentences;
  /** Why the rule is there, for someone who has just met it. */
  because: string;
  fires: readonly Example[];
  passes: readonly Example[];
}

/** A rule that looks at the record. The others are found while files are being read. */
export interface RecordRule extends Rule {
  check: (record: PartialRecord) => Iterable<RuleFinding>;
}

/** A rule that looks at what became of an earlier record. */
export interface ChangeRule extends Rule {
  check: (record: PartialRecord, earlier: EarlierRecord) => Iterable<RuleFinding>;
}

export const incidentFile = ({ id }: { id: string }): string => `incidents/${id}.yaml`;
export const postmortemFile = ({ id }: { id: string }): string => `postmortems/${id}.mdx`;
export const templateFile = ({ id }: { id: string }): string => `templates/${id}.yaml`;
export const translationFile = (tag: string): string => `strings/${tag}.yaml`;
