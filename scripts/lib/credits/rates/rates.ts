import type { CreditBook } from '../../../../src/domain/credits/verdict/verdict.ts';
import { verdictOf } from '../../../../src/domain/credits/verdict/verdict.ts';
import type { Assessment } from '../../../../src/domain/credits/money/assessment.ts';
import { exactly } from '../../../../src/domain/credits/exact/fraction.ts';
import { assessmentFields } from '../explain/assessment-fields.ts';
import { reviewText } from '../explain/phrases.ts';

/** Days or moments from and to which customers are covered, as a list of customers has them; empty is open. */
export interface CoveredSpan {
  covered_from: string;
  covered_to: string;
}

export const rateColumns = [
  'policy',
  'version',
  'plan',
  'service',
  'region',
  'covered_from',
  'covered_to',
  'period_from',
  'period_to',
  'numerator',
  'denominator',
  'downtime_seconds',
  'uptime',
  'tier',
  'claim',
  'deadline',
  'stacking',
  'rounding',
  'rounding_per',
  'minimum',
  'minimum_currency',
  'minimum_given',
  'review',
] as const;

type RateRow = Readonly<Record<(typeof rateColumns)[number], string>>;

/** The least credits that a policy gives: one for all currencies, or one for each. */
function minimums({
  policy: { minimum },
}: Assessment): Pick<RateRow, 'minimum' | 'minimum_currency' | 'minimum_given'>[] {
  const given = minimum && 'gte' in minimum ? 'yes' : 'no';
  if (!minimum) return [{ minimum: '', minimum_currency: '', minimum_given: '' }];
  const least = 'gt' in minimum ? minimum.gt : minimum.gte;
  const written = typeof least === 'number' ? { '': least } : least;
  return Object.entries(written).map(([currency, amount]) => ({
    minimum: decimalOf(amount),
    minimum_currency: currency,
    minimum_given: given,
  }));
}

/** A number of a policy without an exponent. */
function decimalOf(written: number): string {
  const { n, d } = exactly(written);
  const places = d.toString().length - 1;
  const digits = n.toString().padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

const ofPolicy = (assessment: Assessment) => {
  const { policy, rate } = assessment;
  const fields = assessmentFields(assessment);
  const { n, d } = rate.ofFee.reduced();
  return {
    policy: policy.id,
    version: policy.effective.from.toString(),
    period_from: fields.period_from,
    period_to: fields.period_to,
    numerator: n.toString(),
    denominator: d.toString(),
    downtime_seconds: fields.downtime_seconds,
    uptime: fields.uptime,
    tier: fields.rule,
    claim: fields.claim,
    deadline: fields.deadline,
    stacking: policy.stacking,
    rounding: policy.rounding.mode,
    rounding_per: policy.rounding.per,
  };
};

/** No currency has a rule of its own but for the least credit, which a row of its own says. */
const anyCurrency = 'EUR';

/** What each policy gives in each place and for each span of covered time: all that is worked out but the fee. Rows that need review have no fraction. */
export function* ratesIn(book: CreditBook, spans: readonly CoveredSpan[]): Generator<RateRow> {
  const places = book.services.flatMap(({ id: service, regions }) =>
    ['', ...regions].map((region) => ({ service, region })),
  );
  for (const span of spans)
    for (const plan of book.plans)
      for (const place of [{ service: '', region: '' }, ...places]) {
        const about = { plan: plan.id, ...place, ...span };
        const { assessments, reviews } = verdictOf(
          book,
          { ...about, currency: anyCurrency },
          new Set(),
        );
        // Where a policy asks for a service or a region, a row without it says nothing.
        if (reviews.some(({ code }) => code === 'service-missing' || code === 'region-missing'))
          continue;
        const review = reviews
          .filter(({ code }) => code !== 'minimum-unknown')
          .map(reviewText)
          .join('; ');
        for (const assessment of assessments)
          for (const minimum of minimums(assessment)) {
            const found = {
              ...ofPolicy(assessment),
              ...about,
              ...minimum,
              review,
            };
            yield review ? { ...found, numerator: '', denominator: '' } : found;
          }
      }
}
