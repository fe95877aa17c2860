import { type Finding, type Place, withinAny } from '../domain/findings/finding.ts';
import type { EarlierRecord, PartialRecord, Rule, RuleFinding } from '../domain/findings/rule.ts';
import { changeRules } from '../domain/findings/rules/changes/rules.ts';
import { recordRules } from '../domain/findings/rules/rules.ts';
import { type CheckedFile, located } from './checked-file.ts';
import { findingAt } from './yaml/source.ts';

/** What each rule finds in a record, and, if there is an earlier one, in what became of that. */
const foundIn = (
  record: PartialRecord,
  earlier: EarlierRecord | undefined,
): [Rule, Iterable<RuleFinding>][] => [
  ...recordRules.map((rule): [Rule, Iterable<RuleFinding>] => [rule, rule.check(record)]),
  ...(earlier ? changeRules : []).map((rule): [Rule, Iterable<RuleFinding>] => [
    rule,
    earlier ? rule.check(record, earlier) : [],
  ]),
];

/** What the rules find, but for what is concluded from something that only stands in for what could not be understood. */
export function ruleFindings(
  record: PartialRecord,
  files: ReadonlyMap<string, CheckedFile>,
  earlier: EarlierRecord | undefined,
): Finding[] {
  const guesses = new Map(
    [...files].map(([name, file]) => [name, withinAny(file.guesses)] as const),
  );
  const isGuess = ({ file, path }: Place): boolean => guesses.get(file)?.(path) ?? false;
  return foundIn(record, earlier).flatMap(([rule, all]) =>
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
