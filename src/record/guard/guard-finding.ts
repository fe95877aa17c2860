import type { FindingText, Position } from '../../domain/findings/finding.ts';
import type { Pages } from '../../domain/pages.ts';
import type { Rule } from '../../domain/findings/rule.ts';

/** Why content may not have something: the rule against it, and what to say. */
export type Reason = [Rule, FindingText];

/** Something that content may not have, and where in its text. */
export interface GuardFinding extends FindingText {
  rule: Rule;
  at: Position;
}

/** What links and pictures may lead to. */
export interface Surroundings {
  pages: Pages;
  /** The places within the text that a link can lead to; `undefined` where it does not stand on a page of its own. */
  anchors?: ReadonlySet<string>;
  /** Whether there is a picture at this path, relative to the text; `undefined` where pictures are not allowed at all. */
  hasPicture: ((path: string) => boolean) | undefined;
}
