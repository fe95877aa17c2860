import { type Fraction, larger, ratio, shareOf, smaller, zero } from '../exact/fraction.ts';
import { type Impact, goneBy, impactsOf } from '../../impact.ts';
import type { Incident } from '../../incident.ts';
import type { Postmortem } from '../../postmortem.ts';
import type { CreditTarget } from '../downtime/downtime.ts';
import type { GoodwillBasis } from './goodwill-basis.ts';
import {
  type Interval,
  clip,
  contains,
  isEmpty,
  subtract,
  totalLength,
  union,
} from '../../time.ts';

/** Credit that a postmortem promises outside any policy. */
export interface Goodwill {
  postmortem: string;
  /** As a share of the fee in the list of customers. */
  ofFee: Fraction;
  /** In addition to what policies give, or instead of it where this is more. */
  counts: 'on_top' | 'instead';
  /** If the whole fee for the downtime is given back: the union of the windows that hit the row, and the period that they are a share of. Epoch ms. */
  full?: { windows: readonly Interval[]; period: Interval };
}

export interface GoodwillOf {
  goodwill: Goodwill[];
  /** Postmortems whose incidents hit only some customers, without a list that says which. */
  unlisted: string[];
  /** Incidents whose length nobody knows, although the fee for their length is given back. */
  doubtful: string[];
}

type Window = Incident['impact'][number];

const hits = ({ service, region }: CreditTarget, window: Window): boolean =>
  (!service || window.service === service) &&
  (!region || !window.regions?.length || window.regions.includes(region));

const hitSomeOnly = ({ share }: Window): boolean => share !== undefined && share < 1;

interface Asked {
  postmortems: readonly Postmortem[];
  incident: ReadonlyMap<string, Incident>;
  /** Incidents for which a list says whom they touched. */
  listed: ReadonlySet<string>;
  now: number;
}

/** The windows of an incident that hit a target. */
const hitting = (incident: Incident, target: CreditTarget, now: number): Impact[] =>
  impactsOf(incident, now).filter((_, index) => hits(target, incident.impact[index] as Window));

/** When a target was hit, up to `now`, in epoch ms. A window with an unknown end is one millisecond long. */
const spansOf = (impacts: readonly Impact[], now: number): Interval[] =>
  impacts.map(({ span: { from, to }, end }) => ({
    from,
    to: end === 'unknown' ? from + 1 : Math.min(to, now),
  }));

/** Whether an incident took an unknown part of `time`. */
const isUnclear = (
  incident: Incident,
  impacts: readonly Impact[],
  now: number,
  time: Interval,
): boolean =>
  impacts.some(
    ({ span: { from }, end }) =>
      end === 'unknown' && !isEmpty(clip({ from, to: goneBy(incident, from, now) }, time)),
  );

/**
 * What a postmortem gives for the times at which its incidents hit the row while that was covered: the fee for those in this period, or a
 * share of the base in the period in which they begin.
 */
function given(
  { id, goodwill }: Postmortem,
  affected: readonly Interval[],
  { span, whole, base }: GoodwillBasis,
): Goodwill[] {
  const [first] = affected;
  if (goodwill === 'none' || !first) return [];
  if (goodwill !== 'full')
    return contains(span, first.from)
      ? [
          {
            postmortem: id,
            ofFee: base.mul(shareOf(goodwill.percent)),
            counts: goodwill.counts,
          },
        ]
      : [];
  const windows = affected
    .map((interval) => clip(interval, span))
    .filter((interval) => !isEmpty(interval));
  const ofFee = whole.mul(ratio(totalLength(windows), span.to - span.from));
  return windows.length
    ? [
        {
          postmortem: id,
          ofFee,
          counts: 'on_top',
          full: { windows, period: span },
        },
      ]
    : [];
}

/** What published postmortems promise a row. It is for rows whose service and region were hit; if a list says whom, only for those on it. */
export function goodwillFor(
  { postmortems, incident, listed, now }: Asked,
  target: CreditTarget,
  ground: GoodwillBasis,
): GoodwillOf {
  const found: GoodwillOf = { goodwill: [], unlisted: [], doubtful: [] };
  /** Times of which the whole fee is given back already. */
  let inFull: readonly Interval[] = [];
  for (const postmortem of postmortems) {
    if (postmortem.status !== 'published' || postmortem.goodwill === 'none') continue;
    const touching = postmortem.incidents
      .flatMap((id) => incident.get(id) ?? [])
      .filter(({ id }) => !target.untouchedBy?.has(id));
    const impacts = touching.map((one) => hitting(one, target, now));
    const hit = union(
      spansOf(impacts.flat(), now).map((interval) => clip(interval, ground.covered)),
    );
    const affected = postmortem.goodwill === 'full' ? subtract(hit, inFull) : hit;
    const goodwill = given(postmortem, affected, ground);
    const isUncertain = touching.some(
      ({ id, impact }) =>
        !listed.has(id) && impact.some((window) => hits(target, window) && hitSomeOnly(window)),
    );
    if (isUncertain && goodwill.length) found.unlisted.push(postmortem.id);
    else found.goodwill.push(...goodwill);
    if (postmortem.goodwill !== 'full') continue;
    inFull = [...inFull, ...affected];
    const time = clip(ground.covered, ground.span);
    found.doubtful.push(
      ...touching
        .filter((one, index) => isUnclear(one, impacts[index] ?? [], now, time))
        .map(({ id }) => id),
    );
  }
  return found;
}

/** The promised share of the fee that counts in one way. */
export const sumOf = (goodwill: readonly Goodwill[], kind: Goodwill['counts']): Fraction =>
  goodwill.filter(({ counts }) => counts === kind).reduce((sum, { ofFee }) => sum.add(ofFee), zero);

/**
 * What goodwill adds to `credit`, exactly: first what is missing to that which counts instead of it, then what comes on top; the sum never
 * exceeds the base.
 */
export function goodwillAmount(
  goodwill: readonly Goodwill[],
  base: Fraction,
  fee: Fraction,
  credit: Fraction,
): Fraction {
  const instead = larger(fee.mul(sumOf(goodwill, 'instead')).sub(credit), zero);
  const more = instead.add(fee.mul(sumOf(goodwill, 'on_top')));
  return larger(smaller(more, fee.mul(base).sub(credit)), zero);
}
