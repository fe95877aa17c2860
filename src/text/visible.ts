import { hidden } from './hidden.ts';

const breaking = new RegExp(`[\\t\\n]|#(?=#\\[)|${hidden.source}`, 'gu');

/**
 * `text` on one line, with what does not show written out: what a record says must not move a terminal, or give orders to a robot that reads
 * along, such as that of GitHub, for which `##[` begins one.
 */
export const visible = (text: string): string =>
  text.replace(
    breaking,
    (found) => `\\u${(found.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
