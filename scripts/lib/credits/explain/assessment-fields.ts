import type { CreditPeriod } from '../../../../src/domain/credits/policy/period.ts';
import type { Piece } from '../../../../src/domain/credits/downtime/stretches.ts';
import type { Assessment } from '../../../../src/domain/credits/money/assessment.ts';
import { one, percentDigits } from '../../../../src/domain/credits/exact/fraction.ts';
import { instantText } from '../../../../src/domain/time.ts';
import { exactText, shownDecimals } from './amounts.ts';
import { ruleText, unexcludedTexts } from './phrases.ts';

interface WindowFields {
  incident: string;
  from: string;
  to: string;
  /** How much of it counts, from 0 to 1, as a fraction. */
  weight: string;
}

/** What a policy found, as a report tells it. All exact: fractions, and decimals that end. */
export interface AssessmentFields {
  policy: string;
  period_from: string;
  period_to: string;
  downtime_seconds: string;
  windows: WindowFields[];
  /** Maintenance that is no downtime; nothing of it is in `windows`. */
  excluded: { from: string; to: string }[];
  /** Why other maintenance is not excluded. */
  not_excluded: string[];
  denominator_seconds: string;
  uptime: string;
  uptime_percent: string;
  rule: string;
  credit_percent: string;
  cap_percent: string;
  /** The base as a share of the fee. */
  base: string;
  claim: 'automatic' | 'on request';
  deadline: string;
}

const seconds = (ms: number): string => String(ms / 1000);

/** Rows that cover different times have the same pieces but at the edges. */
const ofPiece = new WeakMap<Piece, WindowFields>();

function windowFields(piece: Piece): WindowFields {
  const known = ofPiece.get(piece);
  if (known) return known;
  const { incident, from, to, weight } = piece;
  const made = {
    incident,
    from: instantText(from),
    to: instantText(to),
    weight: weight.toString(),
  };
  ofPiece.set(piece, made);
  return made;
}

export const periodDays = ({
  first,
  last,
}: CreditPeriod): { period_from: string; period_to: string } => ({
  period_from: first.toString(),
  period_to: last.toString(),
});

const ofAssessment = new WeakMap<Assessment, AssessmentFields>();

/** Worked out once for all rows that share the assessment. */
export function assessmentFields(assessment: Assessment): AssessmentFields {
  const known = ofAssessment.get(assessment) ?? madeFields(assessment);
  ofAssessment.set(assessment, known);
  return known;
}

function madeFields(assessment: Assessment): AssessmentFields {
  const { policy, period, counted, rate, deadline } = assessment;
  return {
    policy: policy.id,
    ...periodDays(period),
    downtime_seconds: exactText(counted.downtime.div(1000)),
    windows: counted.pieces.map(windowFields),
    excluded: counted.excluded.map(({ from, to }) => ({
      from: instantText(from),
      to: instantText(to),
    })),
    not_excluded: unexcludedTexts(assessment),
    denominator_seconds: seconds(counted.denominator),
    uptime: counted.uptime.toString(),
    uptime_percent: percentDigits(counted.uptime, shownDecimals),
    rule: ruleText(policy, {
      tier: rate.tier,
      steps: rate.steps,
      earnedNothing: rate.earned.equals(0),
    }),
    credit_percent: percentDigits(rate.earned, shownDecimals),
    cap_percent: rate.cap ? percentDigits(rate.cap, shownDecimals) : '',
    base: rate.base.toString(),
    claim: policy.claim === 'automatic' ? 'automatic' : 'on request',
    deadline: deadline?.toString() ?? '',
  };
}

/** Whether the base is the fee itself. */
export const isWholeFee = ({ rate }: Assessment): boolean => rate.base.equals(one);
