import { suggest } from '../../../src/domain/findings/suggest.ts';
import type { Issue } from './frontmatter.ts';
import { asLine } from './line.ts';
import type { Note } from './loss.ts';

/** The keys whose values the record has a place for. */
const understood = [
  'title',
  'date',
  'resolved',
  'resolvedwhen',
  'severity',
  'affected',
  'section',
  'informational',
  'pin',
  'draft',
] as const;
type Key = (typeof understood)[number];

/** What the old site knew of an issue, still in its own words. */
export interface Facts {
  text: (key: Key) => string | undefined;
  list: (key: Key) => string[];
  /** `undefined` where the issue does not say. */
  flag: (key: Key) => boolean | undefined;
}

const yes = new Set(['true', 'yes', 'y', 'on', '1']);
const no = new Set(['false', 'no', 'n', 'off', '0']);

/** The key that was meant. A typing error leaves or adds at most one letter; “resolvedAt” is another word than “resolved”. */
function meant(key: string): Key | undefined {
  const near = suggest(key, understood);
  return near && key.length > 2 && Math.abs(near.length - key.length) <= 1
    ? (near as Key)
    : undefined;
}

/** Sorts the keys of an issue: those understood, those with a typing error, those without a place. Capital letters do not matter. */
export function readKeys({ keys, repeated }: Issue, note: Note): Facts {
  const facts = new Map<Key, string | string[]>();
  const left: string[] = [];
  const odd: [string, string | string[]][] = [];
  for (const key of repeated) note('repeated-key', key);
  for (const [key, value] of keys) {
    const known = understood.find((name) => name === key.toLowerCase());
    if (known) facts.set(known, value);
    else odd.push([key, value]);
  }
  for (const [key, value] of odd) {
    const known = meant(key.toLowerCase());
    if (known && !facts.has(known)) {
      note('mistyped-key', `“${key}” is read as “${known}”`);
      facts.set(known, value);
    } else {
      left.push(`${key} (${String(value)})`);
    }
  }
  if (left.length) note('unknown-key', left.join(', '));
  const text: Facts['text'] = (key) => {
    const value = facts.get(key);
    return Array.isArray(value) ? value.join(' ') : value;
  };
  return {
    text,
    list: (key) => [facts.get(key) ?? []].flat().map(asLine),
    flag(key) {
      const value = text(key)?.toLowerCase() ?? '';
      return yes.has(value) ? true : no.has(value) ? false : undefined;
    },
  };
}
