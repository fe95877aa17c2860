import { type Fraction, one, ratio, zero } from '../exact/fraction.ts';
import { type Interval, clip, isEmpty, totalLength } from '../../time.ts';
import type { Basis } from './entry.ts';

const intervals = ({ downtime }: Basis): Interval[] =>
  downtime.map(([from, to]) => ({
    from: Date.parse(from),
    to: Date.parse(to),
  }));

/** Whether two bases are one account: what is granted in it is one sum, which corrections change. */
export const accountOf = ({
  policy,
  from,
  to,
  currency,
}: Pick<Basis, 'policy' | 'from' | 'to' | 'currency'>): string =>
  `${policy ?? ''} ${from} ${to} ${currency}`;

/** Whether what is granted under both is for different things, however their times lie. */
const areAdded = (a: Basis, b: Basis): boolean =>
  a.currency !== b.currency || (a.policy !== b.policy && a.adds && b.adds);

/**
 * How much of what was granted on `earlier` is for downtime for which `next` gives credit too: the part of its downtime that is in both. Goodwill is for an
 * account of what happened, and counts wholly where both are for the same.
 */
export function sharedPart(next: Basis, earlier: Basis): Fraction {
  if (areAdded(next, earlier)) return zero;
  if (next.policy === null && next.postmortems.some((id) => earlier.postmortems.includes(id)))
    return one;
  const [own, others] = [intervals(next), intervals(earlier)];
  const both = own.flatMap((interval) =>
    others.map((other) => clip(interval, other)).filter((part) => !isEmpty(part)),
  );
  const whole = totalLength(others);
  return whole === 0 ? zero : ratio(totalLength(both), whole);
}
