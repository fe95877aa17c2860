import type { CreditPeriod } from './period.ts';
import { allowanceInDoubt, excludedMaintenance } from './maintenance.ts';
import type { CreditPolicy } from './policy.ts';
import { type Piece, type Stretch, countedPieces, stretchesOf } from './stretches.ts';
import { type CreditWindow, takesOffMaintenance } from './windows.ts';
import { type Fraction, one, ratio, zero } from './fractions.ts';
import { type Interval, clip, isEmpty, totalLength } from '../time.ts';

/** Whose downtime is asked for. What the policy's scope does not look at may be left out. */
export interface CreditTarget {
  service?: string | undefined;
  region?: string | undefined;
  /** Incidents that touched only some customers, and not this one. */
  untouchedBy?: ReadonlySet<string>;
}

/** The stretches of downtime of one target, before any period or customer is looked at. */
export interface TargetDowntime {
  /** The windows that are downtime, were they alone. */
  down: readonly CreditWindow[];
  stretches: readonly Stretch[];
  excluded: readonly Interval[];
  /** Windows of which nobody knows all. */
  doubtful: readonly CreditWindow[];
  /** When the last window of each incident ended, epoch ms; `undefined` while it goes on, or if nobody knows. */
  ends: ReadonlyMap<string, number | undefined>;
}

/** Downtime as a policy counts it in one period, exactly. */
export interface CountedDowntime {
  /** What it was measured in: the period, or what of it was covered. Epoch ms. */
  bounds: Interval;
  /** Each moment of it once, whoever else had it too. */
  pieces: readonly Piece[];
  /** All incidents in whose windows something was counted. */
  incidents: readonly string[];
  /** Milliseconds, weighed. */
  downtime: Fraction;
  /** Excluded maintenance in the time that downtime is divided by, without overlaps. Epoch ms. */
  excluded: readonly Interval[];
  /** Milliseconds that downtime is divided by. */
  denominator: number;
  /** From 0 to 1. */
  uptime: Fraction;
  /** Incidents of which nobody can say how much of the period they cost. */
  doubtful: readonly string[];
}

/** Whether a window is downtime for a target: of all the policy's services, of one of them, or of one in one region. */
function concerns(
  { scope, services }: CreditPolicy,
  { service, region, untouchedBy }: CreditTarget,
  window: CreditWindow,
): boolean {
  if (
    untouchedBy?.has(window.incident) ||
    (services !== 'all' && !services.includes(window.service))
  )
    return false;
  if (scope !== 'account' && window.service !== service) return false;
  return (
    scope !== 'service_and_region' ||
    window.regions === undefined ||
    region === undefined ||
    window.regions.includes(region)
  );
}

export function targetDowntime(
  policy: CreditPolicy,
  windows: readonly CreditWindow[],
  target: CreditTarget,
): TargetDowntime {
  const own = windows.filter((window) => concerns(policy, target, window));
  const excluded = excludedMaintenance(policy, own);
  const down = own.filter(({ isDowntime }) => isDowntime);
  return {
    down,
    stretches: stretchesOf(policy, own, excluded),
    excluded,
    doubtful: own.filter(({ doubt }) => doubt),
    ends: endsOf(down),
  };
}

function endsOf(windows: readonly CreditWindow[]): TargetDowntime['ends'] {
  const ends = new Map<string, number | undefined>();
  for (const { incident, ended } of windows) {
    const other = ends.has(incident) ? ends.get(incident) : -Infinity;
    ends.set(
      incident,
      ended === undefined || other === undefined ? undefined : Math.max(ended, other),
    );
  }
  return ends;
}

const incidentsIn = (pieces: readonly Piece[], down: readonly CreditWindow[]): string[] => [
  ...new Set(
    down
      .filter(({ span }) => pieces.some((piece) => !isEmpty(clip(piece, span))))
      .map(({ incident }) => incident),
  ),
];

/** The downtime of a target in a period, or in what of it the customer was covered. `undefined` if that is nothing, or all of it is excluded. */
export function countedDowntime(
  policy: CreditPolicy,
  { down, stretches, excluded, doubtful }: TargetDowntime,
  { span }: CreditPeriod,
  covered?: Interval,
): CountedDowntime | undefined {
  const bounds = covered ? clip(covered, span) : span;
  if (isEmpty(bounds)) return undefined;
  const withoutMaintenance = takesOffMaintenance(policy);
  const measured = policy.denominator.startsWith('covered') ? bounds : span;
  const within = excluded
    .map((interval) => clip(interval, measured))
    .filter((part) => !isEmpty(part));
  const denominator = measured.to - measured.from - (withoutMaintenance ? totalLength(within) : 0);
  if (denominator <= 0) return undefined;
  const pieces = countedPieces(policy, stretches, bounds, withoutMaintenance ? excluded : []);
  const downtime = pieces.reduce(
    (sum, { from, to, weight }) => sum.add(weight.mul(to - from)),
    zero,
  );
  return {
    bounds,
    pieces,
    incidents: incidentsIn(pieces, down),
    downtime,
    excluded: within,
    denominator,
    uptime: one.sub(downtime.div(ratio(denominator, 1))),
    doubtful: [
      ...new Set(
        [
          ...doubtful.filter(({ doubt }) => doubt && !isEmpty(clip(doubt, bounds))),
          ...allowanceInDoubt(policy, doubtful, within),
        ].map(({ incident }) => incident),
      ),
    ],
  };
}
