import type { Interval } from './time.ts';
import { contains } from './time.ts';

/** From best to worst: the worst open impact wins. */
export const statuses = ['operational', 'under_maintenance', 'degraded_performance', 'partial_outage', 'major_outage'] as const;
export type Status = (typeof statuses)[number];

export const isWorse = (a: Status, b: Status): boolean => statuses.indexOf(a) > statuses.indexOf(b);

/** The worst of several; operational when there are none. */
export const worst = (found: Iterable<Status>): Status => [...found].reduce((w, s) => (isWorse(s, w) ? s : w), statuses[0]);

interface StatusSpan {
  status: Status;
  span: Interval;
  end: 'known' | 'open' | 'unknown';
}

/** Whether an impact is going on at `now` (epoch ms). One whose end is unknown is not taken to be. */
export const isGoingOn = ({ span, end }: StatusSpan, now: number): boolean =>
  contains(end === 'open' ? { from: span.from, to: Infinity } : span, now);

/** How a service is at `now` (epoch ms), given its impacts. */
export const statusAt = (impacts: readonly StatusSpan[], now: number): Status =>
  worst(impacts.filter((impact) => isGoingOn(impact, now)).map(({ status }) => status));
