import type { Waiver } from '../../../disclosure.ts';
import type { FindingText, Path, Position } from '../../finding.ts';
import type { Example, PartialRecord, RecordRule, RuleFinding } from '../../rule.ts';
import { type FoundWords, languageOf, wordsIn } from './found.ts';
import { namesIn } from './names.ts';
import { type Told, allTold } from './told.ts';
import type { Kind } from './words.ts';

interface Found extends FoundWords {
  told: Told;
}

const once = new WeakMap<PartialRecord, readonly Found[]>();

function findAll(record: PartialRecord): Found[] {
  const language = languageOf(record.site?.language ?? 'en');
  const names = namesIn(record);
  return language
    ? allTold(record).flatMap((told) =>
        wordsIn(told.text, language, names).map((found) => ({ ...found, told })),
      )
    : [];
}

/** What is found in a record, looked for once for all rules. */
function foundIn(record: PartialRecord): readonly Found[] {
  const known = once.get(record) ?? findAll(record);
  once.set(record, known);
  return known;
}

const positionIn = (text: string, offset: number): Position => ({
  line: text.slice(0, offset).split('\n').length,
  column: offset - text.lastIndexOf('\n', offset - 1),
});

/** Something that is found fault with in a text, beginning at `from`. Where `words` are what is wrong, they can be allowed by themselves. */
export interface Fault extends FindingText {
  told: Told;
  from: number;
  words?: string;
}

const placed = ({
  told: { file, path, text, isUrgent },
  from,
}: Fault): Pick<RuleFinding, 'place' | 'at' | 'level'> => ({
  place: { file, path: path ?? ([] as Path) },
  ...(path ? {} : { at: positionIn(text, from) }),
  ...(isUrgent ? { level: 'note' } : {}),
});

/** A rule of which a file can say that it may be broken there. */
export interface WaivableRule extends RecordRule {
  faults: (record: PartialRecord) => Iterable<Fault>;
}

/** What a file says of words, or of all that a rule finds, if it allows them. */
export const waiverOf = ({ told: { allowed }, words }: Fault, code: string): Waiver | undefined =>
  allowed.find(({ text }) => [code, words?.toLowerCase()].includes(text.toLowerCase()));

/** A rule that finds faults, but for those that are allowed. */
export const waivable = (rule: Omit<WaivableRule, 'check' | 'level'>): WaivableRule => ({
  ...rule,
  level: 'warning',
  *check(record): Generator<RuleFinding> {
    for (const fault of rule.faults(record)) {
      const { what, expected, write } = fault;
      if (!waiverOf(fault, rule.code)) yield { ...placed(fault), what, expected, write };
    }
  },
});

const incident = 'incidents/late-webhooks.yaml';
const postmortem = 'postmortems/late-webhooks.mdx';

/** What an update says in an example. */
export const updated = (title: string, text: string): Example => ({
  title,
  file: incident,
  replace: 'text: Webhook deliveries are late. Nothing is lost.',
  by: `text: ${text}`,
});

/** What stands in the story of an example. */
export const narrated = (title: string, text: string): Example => ({
  title,
  file: postmortem,
  replace: 'The workers drained the queue more slowly than it grew.',
  by: text,
});

/** What the summary of an example says. */
export const summed = (title: string, text: string): Example => ({
  title,
  file: postmortem,
  replace: 'summary: For 47 minutes, two in five webhook deliveries were late.',
  by: `summary: ${text}`,
});

type About = Pick<RecordRule, 'code' | 'serves' | 'because' | 'fires' | 'passes'> & {
  kind: Kind;
  /** What the words do, behind them. */
  does: string;
  expected: string;
};

/** A rule about words of one kind. */
export const wordingRule = ({ kind, does, expected, ...rule }: About): WaivableRule =>
  waivable({
    ...rule,
    *faults(record): Generator<Fault> {
      for (const { kind: found, words, write, from, told } of foundIn(record))
        if (found === kind && (kind !== 'jargon' || told.isSummary))
          yield { told, from, words, what: `“${words}” ${does}.`, expected, write };
    },
  });
