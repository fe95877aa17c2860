import { format } from '../domain/format.ts';
import type { Finding } from '../domain/findings/finding.ts';
import { suggest } from '../text/suggest.ts';
import { otherFormat } from './findings/reading-rules.ts';
import { type Source, findingAt } from './yaml/source.ts';

/** The format that site.yaml names; `undefined` where it cannot be told, as where the key is misspelt. */
export function formatIn(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { format: named = 0 } = value as { format?: unknown };
  if (!('format' in value) && suggest('format', Object.keys(value)) !== undefined) return undefined;
  return Number.isSafeInteger(named) && Number(named) >= 0 ? Number(named) : undefined;
}

/** What is said of a record in another format than ours, of which nothing else that is found is sure. */
export function formatFinding({ file, value, locate }: Source): Finding | undefined {
  const found = formatIn(value);
  if (found === undefined || found === format) return undefined;
  return findingAt(otherFormat, file, locate(['format']), {
    what: `The record is written in format ${found}, and this Ownup reads format ${format}.`,
    expected: `format: ${format}`,
    write:
      found < format
        ? 'Run: npx ownup upgrade (in a clone of Ownup: npm run upgrade). It changes the record, and leaves the difference for you to look at.'
        : `Install the Ownup that reads it: npm install --save-exact ownup@${found}`,
  });
}
