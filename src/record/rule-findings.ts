import { type Finding, type Place, withinAny } from '../domain/findings/finding.ts';
import type { PartialRecord } from '../domain/findings/rule.ts';
import { recordRules } from '../domain/findings/rules/rules.ts';
import { type Part, located } from './checked-file.ts';

/** What the rules find, but for what is concluded from something that only stands in for what could not be understood. */
export function ruleFindings(record: PartialRecord, parts: ReadonlyMap<string, Part>): Finding[] {
  const guesses = new Map(
    [...parts].map(([file, part]) => [file, withinAny(part.guesses)] as const),
  );
  const isGuess = ({ file, path }: Place): boolean => guesses.get(file)?.(path) ?? false;
  return recordRules.flatMap((rule) =>
    [...rule.check(record)].flatMap((found): Finding[] => {
      const part = parts.get(found.place.file);
      if (!part || isGuess(found.place) || found.restsOn?.some(isGuess)) return [];
      const finding = located(rule, found, part.source);
      return [{ ...finding, level: found.level ?? finding.level }];
    }),
  );
}
