import { type Interval, contains } from './time.ts';

/** From best to worst: the worst open impact wins. */
export const statuses = [
  'operational',
  'under_maintenance',
  'degraded_performance',
  'partial_outage',
  'major_outage',
] as const;
export type Status = (typeof statuses)[number];

export const isWorse = (a: Status, b: Status): boolean => statuses.indexOf(a) > statuses.indexOf(b);

/** For sorting, the worst first. */
export const byWorst = (a: Status, b: Status): number => statuses.indexOf(b) - statuses.indexOf(a);

/** The worst of several; operational when there are none. */
export const worst = (found: Iterable<Status>): Status =>
  [...found].reduce((w, s) => (isWorse(s, w) ? s : w), statuses[0]);

/** Whether an impact is over, goes on, or has ended at a moment that nobody knows. */
export type End = 'known' | 'open' | 'unknown';

interface StatusSpan {
  status: Status;
  span: Interval;
  end: End;
}

/** The whole of a span: of one that is open, all that is to come as well. */
export const extent = ({ span, end }: Pick<StatusSpan, 'span' | 'end'>): Interval =>
  end === 'open' ? { ...span, to: Infinity } : span;

/** Whether an impact is going on at `now` (epoch ms). One whose end is unknown is not taken to be. */
export const isGoingOn = (impact: StatusSpan, now: number): boolean =>
  contains(extent(impact), now);

/** How a service is at `now` (epoch ms), given its impacts. */
export const statusAt = (impacts: readonly StatusSpan[], now: number): Status =>
  worst(impacts.filter((impact) => isGoingOn(impact, now)).map(({ status }) => status));
