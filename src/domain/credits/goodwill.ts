import type { PolicyInPeriod } from './credits.ts';
import type { Quotient } from './quotient.ts';
import type { CreditPolicy } from './policy.ts';
import { baseShare, feeShare } from './rate.ts';
import { type Decimal, decimalFraction } from './money.ts';
import { Fraction, larger, one, ratio, shareOf, smaller, zero } from './fractions.ts';
import { impactsOf } from '../impact.ts';
import type { Incident } from '../incident.ts';
import type { Postmortem } from '../postmortem.ts';
import { beganAt } from '../progress.ts';
import type { CreditTarget } from './downtime.ts';
import { type Interval, clip, contains, isEmpty, totalLength, union } from '../time.ts';

/** Credit that a postmortem promises outside any policy. */
export interface Goodwill {
  postmortem: string;
  /** As a share of the fee in the list of customers. */
  ofFee: Fraction;
  /** Beside what policies give, or in its place where it is more. */
  counts: 'on_top' | 'instead';
  /** Where the whole fee of the downtime is given back: the windows that hit the row, united, and the period they are a share of. Epoch ms. */
  full?: { windows: readonly Interval[]; period: Interval };
}

/** What goodwill is given for: a period, and what of it the row covers. */
export interface GoodwillGround {
  /** Epoch ms. */
  span: Interval;
  covered: Interval;
  /** How much of the fee falls to the whole period. */
  whole: Fraction;
  /** What a percentage is of, and the most that is given, as a share of the fee. */
  base: Fraction;
  rounding: CreditPolicy['rounding']['mode'];
}

export interface GoodwillOf {
  goodwill: Goodwill[];
  /** Postmortems whose incidents hit only some customers, without a list that says which. */
  unlisted: string[];
}

type Window = Incident['impact'][number];

const hits = ({ service, region }: CreditTarget, window: Window): boolean =>
  (!service || window.service === service) && (!region || !window.regions?.length || window.regions.includes(region));

const hitSomeOnly = ({ share }: Window): boolean => share !== undefined && share < 1;

interface Asked {
  postmortems: readonly Postmortem[];
  incident: ReadonlyMap<string, Incident>;
  /** Incidents of which it is written down whom they touched. */
  listed: ReadonlySet<string>;
  now: number;
}

/** The windows of an incident in which it hit a target, up to `now`. Where an end is unknown, its beginning. Epoch ms. */
const hitSpans = (incident: Incident, target: CreditTarget, now: number): Interval[] =>
  impactsOf(incident, now)
    .filter((_, index) => hits(target, incident.impact[index] as Window))
    .map(({ span: { from, to }, end }) => ({ from, to: end === 'unknown' ? from + 1 : Math.min(to, now) }));

/** What a postmortem gives, if its incidents hit the row while that was covered. A share of the fee belongs to the period in which they began. */
function ofPostmortem(
  { id, goodwill }: Postmortem,
  incidents: readonly Incident[],
  hit: readonly Interval[],
  { span, covered, whole, base }: GoodwillGround,
): Goodwill[] {
  const affected = union(hit.map((interval) => clip(interval, covered)));
  if (goodwill === 'none' || affected.length === 0) return [];
  if (goodwill === 'full') {
    const windows = affected.map((interval) => clip(interval, span)).filter((interval) => !isEmpty(interval));
    const ofFee = whole.mul(ratio(totalLength(windows), span.to - span.from));
    return windows.length === 0 ? [] : [{ postmortem: id, ofFee, counts: 'on_top', full: { windows, period: span } }];
  }
  if (!contains(span, Math.min(...incidents.map(beganAt)))) return [];
  return [{ postmortem: id, ofFee: base.mul(shareOf(goodwill.percent)), counts: goodwill.counts }];
}

/** What published postmortems promise a row: to those whose service and region were hit, and where a list says whom, only to these. */
export function goodwillFor({ postmortems, incident, listed, now }: Asked, target: CreditTarget, ground: GoodwillGround): GoodwillOf {
  const found: GoodwillOf = { goodwill: [], unlisted: [] };
  for (const account of postmortems) {
    if (account.status !== 'published' || account.goodwill === 'none') continue;
    const incidents = account.incidents.flatMap((id) => incident.get(id) ?? []);
    const touching = incidents.filter(({ id }) => !target.untouchedBy?.has(id));
    const hit = touching.flatMap((one) => hitSpans(one, target, now));
    const goodwill = ofPostmortem(account, incidents, hit, ground);
    const uncertain = touching.some(
      ({ id, impact }) => !listed.has(id) && impact.some((window) => hits(target, window) && hitSomeOnly(window)),
    );
    if (uncertain && goodwill.length) found.unlisted.push(account.id);
    else found.goodwill.push(...goodwill);
  }
  return found;
}

const sumOf = (goodwill: readonly Goodwill[], kind: Goodwill['counts']): Fraction =>
  goodwill.filter(({ counts }) => counts === kind).reduce((sum, { ofFee }) => sum.add(ofFee), zero);

/**
 * What goodwill adds to `credit`, exactly: first what is missing to that which counts instead of it, then what comes on top; the sum never
 * exceeds the base.
 */
export function goodwillAmount(goodwill: readonly Goodwill[], base: Fraction, fee: Decimal, credit: Quotient): Fraction {
  const whole = decimalFraction(fee);
  const given = new Fraction(credit.n, credit.d);
  const instead = larger(whole.mul(sumOf(goodwill, 'instead')).sub(given), zero);
  const more = instead.add(whole.mul(sumOf(goodwill, 'on_top')));
  return larger(smaller(more, whole.mul(base).sub(given)), zero);
}

/** The ground under a policy. */
export const groundUnder = ({ policy, period }: Omit<PolicyInPeriod, 'windows'>, covered: Interval): GoodwillGround => ({
  span: period.span,
  covered,
  whole: feeShare(policy, period),
  base: baseShare(policy, period, clip(covered, period.span)),
  rounding: policy.rounding.mode,
});

/** The ground where no policy is for a row: the whole fee, for the stretch of the calendar that was asked about. */
export const groundWithout = (span: Interval, covered: Interval): GoodwillGround => ({
  span,
  covered,
  whole: one,
  base: one,
  rounding: 'half_even',
});
