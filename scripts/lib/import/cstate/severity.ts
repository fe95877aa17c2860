import type { Severity } from '../../../../src/domain/site.ts';
import type { Status } from '../../../../src/domain/status.ts';

interface Meaning {
  /** How the affected services were; `undefined`: as usual. */
  status?: Exclude<Status, 'operational' | 'under_maintenance'>;
  name: string;
  level: Severity['level'];
  means: string;
}

// “Disrupted” is everything between up and down. Of the two statuses that it can be, the worse one: degraded performance counts
// as no downtime at all, so the better one would take these hours out of every percentage.
const disrupted = 'A service works, but not for everyone or not as it should.';
const notice = 'Nothing is broken, but there is something to know.';

export const severities: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  [
    'down',
    { status: 'major_outage', name: 'Down', level: 'critical', means: 'A service does not work.' },
  ],
  ['disrupted', { status: 'partial_outage', name: 'Disrupted', level: 'major', means: disrupted }],
  ['notice', { name: 'Notice', level: 'none', means: notice }],
]);
