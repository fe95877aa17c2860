import type { Status } from '../../../../src/domain/status.ts';
import type { OldPage } from '../old-page.ts';

export const severities = [
  { id: 'down', name: 'Down', level: 'critical', means: 'A service does not work.' },
  {
    id: 'disrupted',
    name: 'Disrupted',
    level: 'major',
    means: 'A service works, but not for everyone or not as it should.',
  },
  {
    id: 'notice',
    name: 'Notice',
    level: 'none',
    means: 'Nothing is broken, but there is something to know.',
  },
] satisfies OldPage['site']['severities'];

/** How affected services were. “Disrupted” can be two statuses: as the better one counts as no downtime, it is the worse one. */
export const statuses: ReadonlyMap<string, Status> = new Map<string, Status>([
  ['down', 'major_outage'],
  ['disrupted', 'partial_outage'],
]);

export const isSeverity = (word: string): boolean => severities.some(({ id }) => id === word);
