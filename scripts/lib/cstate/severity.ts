import { suggest } from '../../../src/domain/findings/suggest.ts';
import type { Severity } from '../../../src/domain/site.ts';
import type { Status } from '../../../src/domain/status.ts';
import type { Note } from './loss.ts';

export type OldSeverity = 'down' | 'disrupted' | 'notice';

interface Meaning {
  /** How the affected services were; `undefined`: as usual. */
  status: Exclude<Status, 'operational' | 'under_maintenance'> | undefined;
  level: Severity['level'];
  means: string;
}

// “Disrupted” is everything between up and down. Of the two statuses that it can be, the worse one: degraded performance counts
// as no downtime at all, so the better one would take these hours out of every percentage.
export const severities: Readonly<Record<OldSeverity, Meaning>> = {
  down: { status: 'major_outage', level: 'critical', means: 'A service does not work.' },
  disrupted: {
    status: 'partial_outage',
    level: 'major',
    means: 'A service works, but not for everyone or not as it should.',
  },
  notice: {
    status: undefined,
    level: 'none',
    means: 'Nothing is broken, but there is something to know.',
  },
};

const words = Object.keys(severities) as OldSeverity[];

/** The severity that an issue names; `undefined` if it names none that is known. */
export function readSeverity(text: string | undefined, note: Note): OldSeverity | undefined {
  if (text === undefined) return undefined;
  const word = text.toLowerCase();
  const known = words.find((name) => name === word);
  if (known) return known;
  const meant = suggest(word, words) as OldSeverity | undefined;
  if (meant) note('mistyped-severity', `“${text}” is read as “${meant}”`);
  return meant;
}
