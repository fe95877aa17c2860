import type { Basis } from '../../../../src/domain/credits/ledger/entry.ts';
import type { Assessment } from '../../../../src/domain/credits/money/assessment.ts';
import type { Verdict } from '../../../../src/domain/credits/verdict/verdict.ts';
import { type Interval, instantText, union } from '../../../../src/domain/time.ts';

const written = (intervals: readonly Interval[]): Basis['downtime'] =>
  union(intervals).map(({ from, to }) => [instantText(from), instantText(to)]);

const placeOf = ({ service, region, currency }: Verdict) => ({
  currency: currency?.code ?? '',
  service: service?.id ?? '',
  region: region ?? '',
});

/** On what a policy grants to all rows with a verdict. */
export const policyBasis = (verdict: Verdict, { policy, period, counted }: Assessment): Basis => ({
  policy: policy.id,
  version: policy.effective.from.toString(),
  from: period.first.toString(),
  to: period.last.toString(),
  adds: policy.stacking === 'sum',
  ...placeOf(verdict),
  postmortems: [],
  downtime: written(counted.pieces),
});

/** The same for goodwill; `undefined` where none is given. */
export const goodwillBasis = (verdict: Verdict): Basis | undefined =>
  verdict.ground && verdict.goodwill.length
    ? {
        policy: null,
        version: null,
        from: verdict.ground.period.first.toString(),
        to: verdict.ground.period.last.toString(),
        adds: true,
        ...placeOf(verdict),
        postmortems: verdict.goodwill.flatMap(({ postmortem, full }) => (full ? [] : [postmortem])),
        downtime: written(verdict.goodwill.flatMap(({ full }) => full?.windows ?? [])),
      }
    : undefined;
