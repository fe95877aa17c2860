import { type Assessment } from '../../../../src/domain/credits/money/assessment.ts';
import { policyCredit } from '../../../../src/domain/credits/money/policy-credit.ts';
import {
  type Fraction,
  larger,
  one,
  smaller,
  zero,
} from '../../../../src/domain/credits/exact/fraction.ts';
import { type Goodwill, sumOf } from '../../../../src/domain/credits/money/goodwill.ts';
import { minimumIn } from '../../../../src/domain/credits/money/minimum.ts';
import type { GoodwillBasis } from '../../../../src/domain/credits/money/goodwill-basis.ts';
import { moneyText } from '../../../../src/domain/credits/exact/money.ts';
import type { GivenCredit, Owed, RowOutcome } from '../../../../src/domain/credits/verdict/row.ts';
import type { Verdict } from '../../../../src/domain/credits/verdict/verdict.ts';
import { credits } from '../../../../src/strings/en-credits.ts';
import { totalLength } from '../../../../src/domain/time.ts';
import { percentText, readableText } from './amounts.ts';
import { type Step, lengthText, windowLine } from './explanation.ts';
import { minimumText, nothingText, reviewText } from './phrases.ts';

/** The fee of a row, and in what. */
interface Fee {
  whole: Fraction;
  code: string;
  /** An amount in the smallest unit, with its currency. */
  written: (minor: bigint) => string;
}

/** What became of the exact credit of a policy. */
function endOf(
  { policy }: Assessment,
  fee: Fee,
  belowMinimum: boolean,
  minor: bigint | undefined,
  isOwed: boolean,
): string {
  if (belowMinimum) return `the policy gives ${minimumText(policy, fee.code)}, so nothing`;
  if (isOwed && minor === undefined) return 'another policy gives as much or more, so nothing';
  const { mode, per } = policy.rounding;
  const together =
    per === 'total' ? ', so that the customer’s rows add up to their rounded sum' : '';
  return `rounded ${credits.rounding.how[mode]}${together}: ${fee.written(minor ?? 0n)}`;
}

function creditStep(
  assessment: Assessment,
  fee: Fee,
  given: readonly GivenCredit[],
  isOwed: boolean,
): Step {
  const { policy, rate } = assessment;
  const minor = given.find((credit) => credit.assessment === assessment)?.minor;
  const base = fee.whole.mul(rate.base);
  const basis = rate.base.equals(one)
    ? `base ${readableText(base)} ${fee.code}`
    : `fee ${readableText(fee.whole)} × ${rate.base} = base ${readableText(base)} ${fee.code}`;
  const { belowMinimum } = policyCredit(assessment, fee.whole, minimumIn(policy, fee.code));
  return {
    what: `Credit, ${policy.id}`,
    how: [
      `${basis} × ${rate.ofFee.div(rate.base)} = ${readableText(fee.whole.mul(rate.ofFee))}`,
      endOf(assessment, fee, belowMinimum, minor, isOwed),
    ],
  };
}

/** A share of what of the fee falls to something. */
const partOf = (share: string, part: Fraction): string =>
  part.equals(one) ? share : `${share} × ${part}`;

/** What one postmortem promises. */
function promiseStep(
  { postmortem, ofFee, counts, full }: Goodwill,
  { whole, code }: Fee,
  ground: GoodwillBasis,
): Step {
  const promised = `of the fee ${readableText(whole)} ${code} = ${readableText(whole.mul(ofFee))} ${code}`;
  const share = full
    ? [
        ...full.windows.map(windowLine),
        `${partOf(`${lengthText(totalLength(full.windows))} ÷ ${lengthText(full.period.to - full.period.from)} of the period`, ground.whole)} = ${ofFee} ${promised}`,
      ]
    : [`${partOf(percentText(ofFee.div(ground.base)), ground.base)} ${promised}`];
  const manner =
    counts === 'instead'
      ? 'in place of the credit, where all that is given so is more'
      : 'on top of the credit, and all at most the base';
  return { what: `Goodwill, ${postmortem}`, how: [...share, manner] };
}

/** What all that is promised adds to the credit. */
function addedLines(
  goodwill: readonly Goodwill[],
  { base }: GoodwillBasis,
  { whole, code }: Fee,
  credit: Fraction,
): string[] {
  const written = (value: Fraction): string => `${readableText(value)} ${code}`;
  const [instead, onTop] = (['instead', 'on_top'] as const).map((counts) =>
    whole.mul(sumOf(goodwill, counts)),
  ) as [Fraction, Fraction];
  const missing = larger(instead.sub(credit), zero);
  const promised = missing.add(onTop);
  const room = larger(whole.mul(base).sub(credit), zero);
  const inPlace = missing.gt(0)
    ? `− credit ${written(credit)} = ${written(missing)}`
    : `is not more than the credit of ${written(credit)}: nothing`;
  return [
    ...(instead.gt(0) ? [`in place of the credit: ${written(instead)} ${inPlace}`] : []),
    ...(onTop.gt(0) ? [`on top: ${written(onTop)}`] : []),
    ...(missing.gt(0) && onTop.gt(0) ? [`together ${written(promised)}`] : []),
    `at most base ${written(whole.mul(base))} − credit ${written(credit)} = ${written(room)}: ${written(smaller(promised, room))} is given`,
  ];
}

function goodwillSteps(
  { goodwill, ground }: Verdict,
  fee: Fee,
  given: readonly GivenCredit[],
  minor: bigint,
): Step[] {
  if (goodwill.length === 0 || !ground) return [];
  const credit = given.reduce((sum, one) => sum.add(one.amount), zero);
  return [
    ...goodwill.map((promise) => promiseStep(promise, fee, ground)),
    {
      what: 'Goodwill',
      how: [
        ...addedLines(goodwill, ground, fee, credit),
        `rounded ${credits.rounding.how[ground.rounding]} together with the credit: ${fee.written(minor)}`,
      ],
    },
  ];
}

/** What is owed of all that was worked out, and what nobody can ask for any more. */
function sumSteps(
  { given, goodwill, total }: Owed,
  { goodwill: promises }: Verdict,
  fee: Fee,
): Step[] {
  const late = given.filter(({ standing }) => standing === 'expired');
  const parts = [
    ...given
      .filter(({ standing }) => standing !== 'expired')
      .map(({ minor }) => fee.written(minor)),
    ...(promises.length ? [`${fee.written(goodwill)} goodwill`] : []),
  ];
  const expired = late.map(
    ({ assessment: { policy, deadline }, minor }) =>
      `${fee.written(minor)} of ${policy.id} could be asked for until ${deadline?.toString()}`,
  );
  return [
    ...(parts.length > 1
      ? [
          {
            what: 'Together',
            how: [`${parts.join(' + ')} = ${fee.written(total)}`],
          },
        ]
      : []),
    ...(expired.length ? [{ what: 'Expired', how: expired }] : []),
  ];
}

/** How a fee became what a row is owed, why it is owed nothing, or why nobody can say. */
export function moneySteps(verdict: Verdict, outcome: RowOutcome): Step[] {
  if (outcome.state === 'needs_review')
    return [{ what: 'Needs review', how: outcome.reviews.map(reviewText) }];
  const { code, decimals } = verdict.currency ?? { code: '', decimals: 2 };
  const fee = {
    whole: outcome.fee,
    code,
    written: (minor: bigint) => `${moneyText(minor, decimals)} ${code}`,
  };
  const isOwed = 'given' in outcome;
  const given = isOwed ? outcome.given : [];
  const credits = verdict.assessments
    .filter(({ rate }) => rate.ofFee.gt(0))
    .map((assessment) => creditStep(assessment, fee, given, isOwed));
  const goodwill = goodwillSteps(verdict, fee, given, isOwed ? outcome.goodwill : 0n);
  const last = isOwed
    ? sumSteps(outcome, verdict, fee)
    : [{ what: 'Owed', how: [`nothing: ${nothingText(outcome.nothing)}`] }];
  return [...credits, ...goodwill, ...last];
}
