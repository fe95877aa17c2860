import type { Rule } from '../domain/findings/rule.ts';
import { changeRules } from '../domain/findings/rules/changes/rules.ts';
import { recordRules } from '../domain/findings/rules/rules.ts';
import { schemaRules } from '../domain/findings/schema/rules.ts';
import { disclosureRules } from './disclosure/rules.ts';
import { guardRules } from './guard/rules.ts';
import { readingRules } from './findings/reading-rules.ts';

/** Every kind of finding there is, in the order in which a record is read. */
export const allRules: readonly Rule[] = [
  ...readingRules,
  ...schemaRules,
  ...recordRules,
  ...changeRules,
  ...guardRules,
  ...disclosureRules,
];
