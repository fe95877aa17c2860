import type { CreditPeriod } from '../policy/period.ts';
import {
  type Exclusion,
  allowanceInDoubt,
  excludedBy,
  excludedMaintenance,
} from './maintenance.ts';
import type { PolicyInPeriod } from './policy-in-period.ts';
import type { CreditPolicy } from '../policy/policy.ts';
import { type Piece, type Stretch, countedPieces, stretchesOf } from './stretches.ts';
import { type CreditWindow, takesOffMaintenance } from './windows.ts';
import { type Fraction, one, ratio } from '../exact/fraction.ts';
import { type Interval, clip, isEmpty, subtract, totalLength } from '../../time.ts';

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
  /** Excluded maintenance; nothing of it is downtime. */
  excluded: readonly Interval[];
  /** Maintenance that makes a difference, and that is not excluded, or of which nobody knows. */
  unexcluded: readonly Exclusion[];
  /** All maintenance that the policy would exclude. */
  exclusions: readonly Exclusion[];
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
  /** Excluded maintenance in the time that downtime is divided by, without overlaps and without downtime. Epoch ms. */
  excluded: readonly Interval[];
  /** Maintenance that is not excluded because customers had too little notice of it, or because nobody knows how much. */
  unexcluded: readonly Exclusion[];
  /** Milliseconds that downtime is divided by. */
  denominator: number;
  /** From 0 to 1. */
  uptime: Fraction;
  /** Incidents of which nobody can say how much of the period they cost. */
  doubtful: readonly string[];
}

type Place = Pick<Exclusion, 'incident' | 'service' | 'regions'>;

/** Whether something is about a target: about any of the policy's services, about one of them, or about one in one region. */
function concerns(
  { scope, services }: CreditPolicy,
  target: CreditTarget,
  { incident, service, regions }: Place,
): boolean {
  if (target.untouchedBy?.has(incident)) return false;
  if (service !== undefined) {
    if (services !== 'all' && !services.includes(service)) return false;
    if (scope !== 'account' && service !== target.service) return false;
  }
  return (
    scope !== 'service_and_region' ||
    regions === undefined ||
    target.region === undefined ||
    regions.includes(target.region)
  );
}

/** Whether maintenance takes out what a window hit: all of it, in the regions that the target looks at. */
function takesOut(
  policy: CreditPolicy,
  { region }: CreditTarget,
  exclusion: Exclusion,
  window: CreditWindow,
): boolean {
  if (excludedBy(policy) === 'its_own_impact' && exclusion.incident !== window.incident)
    return false;
  if (exclusion.service !== undefined && exclusion.service !== window.service) return false;
  const isOneRegion = policy.scope === 'service_and_region' && region !== undefined;
  const { regions } = exclusion;
  return isOneRegion || !regions || !!window.regions?.every((name) => regions.includes(name));
}

export function targetDowntime(
  { policy, windows, exclusions }: Pick<PolicyInPeriod, 'policy' | 'windows' | 'exclusions'>,
  target: CreditTarget,
): TargetDowntime {
  const down = windows.filter((window) => concerns(policy, target, window));
  const own = exclusions.filter((exclusion) => concerns(policy, target, exclusion));
  const announced = excludedMaintenance(policy, own);
  const holesOf = ({ standing, time }: Exclusion): Interval[] =>
    standing === 'excluded'
      ? announced.map((interval) => clip(interval, time))
      : standing === 'doubtful'
        ? [time]
        : [];
  const stretches = stretchesOf(policy, down, (window) =>
    own.filter((exclusion) => takesOut(policy, target, exclusion, window)).flatMap(holesOf),
  );
  const matters = (exclusion: Exclusion): boolean =>
    takesOffMaintenance(policy) ||
    down.some(
      (window) =>
        takesOut(policy, target, exclusion, window) &&
        !isEmpty(clip(window.doubt ?? window.span, exclusion.time)),
    );
  return {
    down,
    stretches,
    excluded: subtract(announced, stretches.flat()),
    unexcluded: own.filter((exclusion) => exclusion.standing !== 'excluded' && matters(exclusion)),
    exclusions: own,
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

/** Milliseconds, each with its weight. Most have the weight one, and these are added as integers. */
function weighed(pieces: readonly Piece[]): Fraction {
  const isWhole = ({ weight }: Piece): boolean => weight.n === weight.d;
  return pieces
    .filter((piece) => !isWhole(piece))
    .reduce(
      (sum, { from, to, weight }) => sum.add(weight.mul(to - from)),
      ratio(totalLength(pieces.filter(isWhole)), 1),
    );
}

/** The downtime of a target in a period, or in what of it the customer was covered. `undefined` if that is nothing, or all of it is excluded. */
export function countedDowntime(
  policy: CreditPolicy,
  { down, stretches, excluded, unexcluded, exclusions }: TargetDowntime,
  { span }: CreditPeriod,
  covered?: Interval,
): CountedDowntime | undefined {
  const bounds = covered ? clip(covered, span) : span;
  if (isEmpty(bounds)) return undefined;
  const measured = policy.denominator.startsWith('covered') ? bounds : span;
  const within = excluded
    .map((interval) => clip(interval, measured))
    .filter((part) => !isEmpty(part));
  const takenOff = takesOffMaintenance(policy) ? totalLength(within) : 0;
  const denominator = measured.to - measured.from - takenOff;
  if (denominator <= 0) return undefined;
  const pieces = countedPieces(policy, stretches, bounds);
  const downtime = weighed(pieces);
  const touching = unexcluded.filter(({ time }) => !isEmpty(clip(time, bounds)));
  const doubtful = [
    ...down.filter(({ doubt }) => doubt && !isEmpty(clip(doubt, bounds))),
    ...touching.filter(({ standing }) => standing === 'doubtful'),
    ...allowanceInDoubt(policy, exclusions, within),
  ];
  return {
    bounds,
    pieces,
    incidents: incidentsIn(pieces, down),
    downtime,
    excluded: within,
    unexcluded: touching.filter(({ standing }) => standing !== 'doubtful'),
    denominator,
    uptime: one.sub(downtime.div(denominator)),
    doubtful: [...new Set(doubtful.map(({ incident }) => incident))],
  };
}
