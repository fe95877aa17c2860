import { type Disclosure } from './disclosure.ts';
import { disclosesName } from './rules.ts';

const escaped = (word: string): string =>
  word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replace(/\s+/g, '\\s+');

/** What the company keeps to itself, as whole words, however they are divided into lines. */
export function namesIn(text: string, words: readonly string[]): Disclosure[] {
  const lowered = text.toLowerCase();
  return words.flatMap((word, index) => {
    // Most lists have many words, and most texts none of them.
    if (!lowered.includes(word.toLowerCase().split(/\s/)[0] ?? '')) return [];
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, 'giu');
    return [...text.matchAll(pattern)].map((found) => ({
      rule: disclosesName,
      from: found.index,
      to: found.index + found[0].length,
      what: `Here stands what must never be public: number ${index + 1} under \`never_publish\` in site.yaml.`,
      expected: 'a text without it',
      write: 'Say it without the name. If it may stand here, write it into `allowed_in_public`.',
    }));
  });
}
