import type { Rule } from '../../domain/findings/rule.ts';
import type { FindingText } from '../../domain/findings/finding.ts';

/** Something in a text that must never be public: from where to where it goes, by offset, and what to say of it. */
export interface Disclosure extends FindingText {
  rule: Rule;
  from: number;
  to: number;
}

/** What a found text looks like, for whoever looks for it: never so much that it says it. */
export const outlineOf = (found: string): string =>
  `it begins with “${[...found][0] ?? ''}” and has ${found.length} characters`;
