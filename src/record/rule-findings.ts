import { type Finding, type Place, withinAny } from '../domain/findings/finding.ts';
import type {
  ChangeRule,
  EarlierRecord,
  PartialRecord,
  Rule,
  RuleFinding,
} from '../domain/findings/rule.ts';
import { recordRules } from '../domain/findings/rules/rules.ts';
import { type CheckedFile, located } from './checked-file.ts';
import { findingAt } from './yaml/source.ts';

/** An earlier record, and the rules for what became of it. */
export interface Since {
  record: EarlierRecord;
  rules: readonly ChangeRule[];
}

type Found = [Rule, Iterable<RuleFinding>];

const foundIn = (record: PartialRecord, since: Since | undefined): Found[] => [
  ...recordRules.map((rule): Found => [rule, rule.check(record)]),
  ...(since?.rules.map((rule): Found => [rule, rule.check(record, since.record)]) ?? []),
];

/** What the rules find, but for what is concluded from something that only stands in for what could not be understood. */
export function ruleFindings(
  record: PartialRecord,
  files: ReadonlyMap<string, CheckedFile>,
  since: Since | undefined,
): Finding[] {
  const guesses = new Map(
    [...files].map(([name, file]) => [name, withinAny(file.guesses)] as const),
  );
  const isGuess = ({ file, path }: Place): boolean => guesses.get(file)?.(path) ?? false;
  return foundIn(record, since).flatMap(([rule, all]) =>
    [...all].flatMap((found): Finding[] => {
      const file = files.get(found.place.file);
      if (!file || isGuess(found.place) || found.restsOn?.some(isGuess)) return [];
      const finding = found.at
        ? findingAt(rule, found.place.file, found.at, found)
        : located(rule, found, file.source);
      return [{ ...finding, level: found.level ?? finding.level }];
    }),
  );
}
