import { type Fraction, ratio, shareOf } from './fractions.ts';
import { impactsOf } from '../impact.ts';
import type { Incident } from '../incident.ts';
import type { Postmortem } from '../postmortem.ts';
import { beganAt } from '../progress.ts';
import type { CreditTarget } from './downtime.ts';
import { type Interval, clip, contains, totalLength, union } from '../time.ts';

/** Credit that a postmortem promises outside any policy. */
export interface Goodwill {
  postmortem: string;
  /** As a share of the fee. */
  ofFee: Fraction;
  /** Beside what policies give, or in its place where it is more. */
  counts: 'on_top' | 'instead';
  /** Where the whole fee of the downtime is given back: the windows that hit the row, united, and the period they are a share of. Epoch ms. */
  full?: { windows: readonly Interval[]; period: Interval };
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

function ofPostmortem(
  { id, goodwill }: Postmortem,
  hit: readonly Incident[],
  target: CreditTarget,
  now: number,
  measured: Interval,
  span: Interval,
): Goodwill[] {
  if (goodwill === 'none') return [];
  if (goodwill !== 'full') return [{ postmortem: id, ofFee: shareOf(goodwill.percent), counts: goodwill.counts }];
  const spans = hit.flatMap((incident) =>
    impactsOf(incident, now)
      .filter((_, index) => hits(target, incident.impact[index] as Window))
      .map((impact) => clip(impact.span, measured)),
  );
  const windows = union(spans);
  return [{ postmortem: id, ofFee: ratio(totalLength(windows), span.to - span.from), counts: 'on_top', full: { windows, period: span } }];
}

/**
 * What published postmortems promise a row, in the period in which the earliest of their incidents began (`span`, epoch ms): to those whose
 * service and region were hit, and where a list says which accounts were touched, only to these.
 */
export function goodwillFor(
  { postmortems, incident, listed, now }: Asked,
  target: CreditTarget,
  span: Interval,
  covered: Interval = span,
): GoodwillOf {
  const found: GoodwillOf = { goodwill: [], unlisted: [] };
  for (const account of postmortems) {
    const incidents = account.incidents.flatMap((id) => incident.get(id) ?? []);
    if (account.goodwill === 'none' || account.status !== 'published' || incidents.length === 0) continue;
    if (!contains(span, Math.min(...incidents.map(beganAt)))) continue;
    const hit = incidents.filter(({ id, impact }) => !target.untouchedBy?.has(id) && impact.some((window) => hits(target, window)));
    if (hit.length === 0) continue;
    const uncertain = hit
      .filter(({ id }) => !listed.has(id))
      .some(({ impact }) => impact.some((window) => hits(target, window) && hitSomeOnly(window)));
    if (uncertain) found.unlisted.push(account.id);
    else found.goodwill.push(...ofPostmortem(account, hit, target, now, clip(covered, span), span));
  }
  return found;
}
