import { withoutEntities } from './entities.ts';
import { fromHtml, withoutHtml } from './html.ts';
import { type Place, withWholeLinks } from './links.ts';
import type { Note } from './loss.ts';
import { readShortcodes } from './shortcodes.ts';

/** The body of an issue as plain Markdown, with a sign where each of `times` stood. */
export interface Prose {
  text: string;
  times: string[];
}

const rounds = 3;

/** Cleans the body of an issue: no shortcodes, no HTML, no links that need the old site around them. */
export function readProse(body: string, place: Place, isHtml: boolean, note: Note): Prose {
  const { text, times } = readShortcodes(body, note);
  let markdown = isHtml ? fromHtml(text, note) : text;
  // What is inside an element can turn out to be HTML once the element is gone.
  for (let round = 0, before = ''; round < rounds && before !== markdown; round++) {
    before = markdown;
    markdown = withoutHtml(markdown, note);
  }
  return { text: withWholeLinks(withoutEntities(markdown), place, note), times };
}
