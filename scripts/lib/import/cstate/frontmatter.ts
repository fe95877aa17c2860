import type { Note } from './losses.ts';
import { type Setting, parseSettings, parseTomlSettings } from '../settings.ts';

const fenced = /^\s*---[ \t]*\n([\s\S]*?)(?<=\n)---[ \t]*(?:\n|$)/;
const plussed = /^\s*\+\+\+[ \t]*\n([\s\S]*?)(?<=\n)\+\+\+[ \t]*(?:\n|$)/;
const braced = /^\s*(\{\n[\s\S]*?\n\})[ \t]*(?:\n|$)/;
const unopened = /^\s*(\w+:[\s\S]*?\n)---[ \t]*(?:\n|$)/;

function reasonFor(text: string): string {
  if (/^\s*\+\+\+/.test(text)) return 'its frontmatter has no end; add a line “+++” below it';
  if (/^\s*---/.test(text)) return 'its frontmatter has no end; add a line “---” below it';
  return 'it has no frontmatter; begin it with title and date between two lines of “---”';
}

/** An issue in its two parts. */
export interface Issue {
  facts: Setting;
  body: string;
}

/** Parts an issue. A string says why its frontmatter cannot be understood. */
export function splitIssue(text: string, note: Note): Issue | string {
  const toml = plussed.exec(text);
  const found = toml ?? fenced.exec(text) ?? braced.exec(text) ?? unopened.exec(text);
  if (!found) return reasonFor(text);
  const [whole, yaml = ''] = found;
  const above = whole.slice(0, whole.indexOf(yaml)).split('\n').length - 1;
  const parsed = (toml ? parseTomlSettings : parseSettings)(yaml, above);
  if (typeof parsed === 'string') return `its frontmatter ${parsed}`;
  if (!/^\s*(---|\+\+\+|\{)/.test(whole)) note('opening-fence');
  return { facts: parsed.settings, body: text.slice(whole.length) };
}
