import { isExpired } from '../money/claim.ts';
import {
  type CustomerRow,
  type Review,
  coveredSpan,
  readCovered,
  readCurrency,
  readPlan,
  readRegion,
  readService,
} from '../money/customer.ts';
import type { CreditTarget } from '../downtime/downtime.ts';
import { type GoodwillOf, goodwillFor } from '../money/goodwill.ts';
import { type GoodwillBasis, basisOf } from '../money/goodwill-basis.ts';
import type { CreditPolicy, Plan } from '../policy/policy.ts';
import type { Assessment } from '../money/assessment.ts';
import { type PolicyInPeriod } from '../downtime/policy-in-period.ts';
import { type Minimum, minimumIn, minimumKnown } from '../money/minimum.ts';
import type { Incident } from '../../incident.ts';
import type { Postmortem } from '../../postmortem.ts';
import type { Service } from '../../service.ts';
import { type Interval, isEmpty } from '../../time.ts';

/** Why a row that could be understood is owed nothing. */
export type NothingOwed =
  | 'no-policy'
  | 'other-policy'
  | 'other-period'
  | 'not-covered'
  | 'uptime-kept'
  | 'below-minimum'
  | 'no-fee'
  | 'taken-off'
  | 'rounds-to-nothing';

/** All that rows are looked up in. */
export interface CreditBook {
  plans: readonly Plan[];
  services: readonly Service[];
  postmortems: readonly Postmortem[];
  incident: ReadonlyMap<string, Incident>;
  /** Incidents for which a list says whom they touched. */
  listed: ReadonlySet<string>;
  policies: readonly PolicyInPeriod[];
  /** Policies that have no such period, or are not in force in it. */
  otherPolicies: readonly CreditPolicy[];
  /** Policies that were not asked for. */
  unasked: readonly CreditPolicy[];
  /** The id of the policy, if only one was asked for. */
  only: string | undefined;
  /** All policies of the record in the version that is in force in the period in question. */
  inForce: readonly CreditPolicy[];
  /** What was asked for, in the site's zone. Epoch ms. */
  asked: Interval;
  zone: string;
  now: number;
  /** What a policy makes of a target that was covered for some time (epoch ms); `undefined` if none of that time is in the period. */
  assessmentOf: (
    asked: PolicyInPeriod,
    target: CreditTarget,
    covered: Interval,
  ) => Assessment | undefined;
}

/** What can be said of all rows that differ only in their customer and fee. */
export interface Verdict {
  plan: Plan | undefined;
  service: Service | undefined;
  region: string | undefined;
  currency: { code: string; decimals: number } | undefined;
  /** What the row covers, in the zone of its first policy. Epoch ms. */
  span: Interval | undefined;
  assessments: readonly Assessment[];
  /** Those of them whose last day to ask is over. */
  expired: ReadonlySet<Assessment>;
  /** The least that each of these policies gives out in the currency. */
  minimums: readonly (Minimum | undefined)[];
  goodwill: GoodwillOf['goodwill'];
  /** What goodwill is given for; `undefined` if nobody promised any, or if it belongs to a run for another period or policy. */
  ground: GoodwillBasis | undefined;
  reviews: readonly Review[];
  /** `undefined` if something is owed, or somebody has to look at it first. */
  nothing: NothingOwed | undefined;
}

const isFor = (
  { plans, services, scope }: CreditPolicy,
  plan: Plan,
  service: Service | undefined,
): boolean =>
  (plans === 'all' || plans.includes(plan.id)) &&
  (services === 'all' ||
    (service ? services.includes(service.id) : scope === 'account' || services.length > 0));

/** What a policy needs to know of a row and is not told. */
function missing(
  { scope }: CreditPolicy,
  service: Service | undefined,
  region: string | undefined,
): Review['code'] | undefined {
  if (scope === 'account') return undefined;
  if (!service) return 'service-missing';
  return scope === 'service_and_region' && region === undefined && service.regions.length
    ? 'region-missing'
    : undefined;
}

const noGoodwill: GoodwillOf = { goodwill: [], unlisted: [], doubtful: [] };

function reasonForNothing(
  book: CreditBook,
  isForRow: (policy: CreditPolicy) => boolean,
  asked: readonly PolicyInPeriod[],
  assessments: readonly Assessment[],
): NothingOwed | undefined {
  if (assessments.some(({ rate }) => rate.ofFee.gt(0))) return undefined;
  if (asked.length === 0)
    return book.otherPolicies.some(isForRow)
      ? 'other-period'
      : book.unasked.some(isForRow)
        ? 'other-policy'
        : 'no-policy';
  return assessments.length ? 'uptime-kept' : 'not-covered';
}

/** The verdict on a row, which its customer and fee do not change. `untouchedBy`: incidents that touched only other accounts. */
export function verdictOf(
  book: CreditBook,
  row: Omit<CustomerRow, 'id' | 'fee' | 'line'>,
  untouchedBy: ReadonlySet<string>,
): Verdict {
  const reviews: Review[] = [];
  const valueOf = <T>(read: { value: T } | { review: Review }): T | undefined => {
    if ('value' in read) return read.value;
    reviews.push(read.review);
    return undefined;
  };
  const plan = valueOf(readPlan(row.plan, book.plans));
  const service = valueOf(readService(row.service, book.services));
  const region = valueOf(readRegion(row.region, service, book.services));
  const currency = valueOf(readCurrency(row.currency));
  const covered = valueOf(readCovered(row.covered_from, row.covered_to));
  const isForRow = (policy: CreditPolicy): boolean =>
    plan !== undefined && isFor(policy, plan, service);
  const asked = book.policies.filter(({ policy }) => isForRow(policy));
  const span =
    covered &&
    coveredSpan(covered, (asked[0] ?? book.policies[0])?.policy.period.zone ?? book.zone);
  if (span && isEmpty(span)) reviews.push({ code: 'covered-backwards' });
  const found = {
    plan,
    service,
    region,
    currency,
    span,
    assessments: [],
    expired: new Set<Assessment>(),
    minimums: [],
    goodwill: [],
    ground: undefined,
    reviews,
    nothing: undefined,
  };
  if (reviews.length || !plan || !currency || !covered) return found;

  for (const { policy } of asked) {
    const code = missing(policy, service, region);
    if (code && !reviews.some((review) => review.code === code))
      reviews.push({ code, about: policy.id });
  }
  if (reviews.length) return found;

  const target: CreditTarget = { service: service?.id, region, untouchedBy };
  const assessments = asked.flatMap(
    (one) => book.assessmentOf(one, target, coveredSpan(covered, one.policy.period.zone)) ?? [],
  );
  const unsaid = assessments.find(
    ({ policy, rate }) => rate.ofFee.gt(0) && !minimumKnown(policy, currency.code),
  );
  if (unsaid) reviews.push({ code: 'minimum-unknown', about: unsaid.policy.id });
  const ground = book.postmortems.length ? basisOf(book, isForRow, covered) : undefined;
  const { goodwill, unlisted, doubtful } = ground ? goodwillFor(book, target, ground) : noGoodwill;
  const unclear = new Set([...assessments.flatMap(({ counted }) => counted.doubtful), ...doubtful]);
  if (unclear.size) reviews.push({ code: 'end-unknown', about: [...unclear].join(', ') });
  if (unlisted.length) reviews.push({ code: 'affected-unlisted', about: unlisted.join(', ') });
  const nothing =
    goodwill.length || reviews.length
      ? undefined
      : reasonForNothing(book, isForRow, asked, assessments);
  const minimums = assessments.map(({ policy }) => minimumIn(policy, currency.code));
  const expired = new Set(
    assessments.filter(({ policy, deadline }) => isExpired(policy, deadline, book.now)),
  );
  return {
    ...found,
    assessments,
    expired,
    minimums,
    goodwill,
    ground,
    reviews,
    nothing,
  };
}
