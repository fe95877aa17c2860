import { type Decimal, decimalFraction, moneyText } from '../../../src/domain/credits/money.ts';
import { periodName } from '../../../src/domain/credits/period.ts';
import type { RowOutcome } from '../../../src/domain/credits/row.ts';
import type { Piece } from '../../../src/domain/credits/stretches.ts';
import type { Verdict } from '../../../src/domain/credits/verdict.ts';
import type { Assessment } from '../../../src/domain/credits/credits.ts';
import { type Fraction, cutDigits, fractionText, one, percentDigits } from '../../../src/domain/credits/fractions.ts';
import { momentText, shownDecimals } from './facts.ts';
import { capText, ruleText, tiersText } from './words.ts';

/** One step of the arithmetic: what it is, and how it was worked out, in one line or several. */
export interface Step {
  what: string;
  how: readonly string[];
}

/** A share as percent, said to be cut where it does not end. */
const percent = (share: Fraction): string => {
  const digits = percentDigits(share, shownDecimals).replace(/\.?0+$/, '');
  return `${share.mul(100).mul(10 ** shownDecimals).d === 1n ? '' : '≈ '}${digits}%`;
};

const secondsText = (ms: Fraction): string => `${ms.div(1000).toString()} s`;

/** Hours, minutes and seconds, cut to whole seconds. */
function clock(ms: Fraction): string {
  const seconds = Number(ms.div(1000).floor().n);
  return `${Math.floor(seconds / 3600)} h ${Math.floor(seconds / 60) % 60} min ${seconds % 60} s`;
}

function pieceLine({ from, to, incident, weight }: Piece): string {
  const length = `${(to - from) / 1000} s`;
  const counted = weight.equals(1) ? length : `${length} × ${fractionText(weight)} = ${secondsText(weight.mul(to - from))}`;
  return `${momentText(from)} to ${momentText(to)} (${incident}): ${counted}`;
}

/** How a policy came to its share of the fee. The same for all rows with the same verdict. */
export function assessmentSteps({ policy, period, counted, rate, deadline }: Assessment): Step[] {
  const { downtime, denominator, uptime, pieces, maintenance } = counted;
  const rule = ruleText(policy, { tier: rate.tier, steps: rate.steps, earnedNothing: rate.earned.equals(0) });
  const measured = {
    period: 'the whole period',
    period_minus_maintenance: 'the period without excluded maintenance',
    covered: 'the covered time',
    covered_minus_maintenance: 'the covered time without excluded maintenance',
  };
  return [
    {
      what: 'Period',
      how: [`${periodName(policy.period, period)}: ${period.first.toString()} to ${period.last.toString()} in ${policy.period.zone}`],
    },
    {
      what: 'Downtime',
      how: pieces.length
        ? [...pieces.map(pieceLine), `together ${secondsText(downtime)}, that is ${clock(downtime)}`]
        : ['none that the policy counts'],
    },
    ...(maintenance ? [{ what: 'Excluded', how: [`${maintenance / 1000} s of announced maintenance`] }] : []),
    { what: 'Divided by', how: [`${denominator / 1000} s: ${measured[policy.denominator]}`] },
    { what: 'Uptime', how: [`1 − ${secondsText(downtime)} ÷ ${denominator / 1000} s = ${fractionText(uptime)}, ${percent(uptime)}`] },
    ...(policy.tiers ? [{ what: 'Tiers', how: [tiersText(policy)] }] : []),
    { what: 'Reached', how: [rule || 'nothing: uptime was as high as the policy asks for'] },
    ...(rate.earned.gt(0)
      ? [
          {
            what: 'Earned',
            how: [
              `${percent(rate.earned)} of the base${rate.cap ? `; at most ${capText(policy)}, that is ${percent(rate.cap)} of it` : ''}`,
            ],
          },
        ]
      : []),
    {
      what: 'Claim',
      how: [
        policy.claim === 'automatic'
          ? 'not needed: it is given without asking'
          : `on request, until ${deadline?.toString() ?? 'no downtime'}`,
      ],
    },
  ];
}

const roundings = { half_even: 'half to even', half_up: 'half up', down: 'down' };

const amountText = (amount: Fraction): string =>
  amount.toString().includes('(') ? `${amount.toFraction()} ≈ ${cutDigits(amount, 6)}` : amount.toString();

/** How a fee became a credit. */
export function moneySteps(verdict: Verdict, outcome: Extract<RowOutcome, { state: 'flagged' }>): Step[] {
  const { code, decimals } = verdict.currency ?? { code: '', decimals: 2 };
  const whole = decimalFraction(outcome.fee);
  const ofPolicies = outcome.given.map(({ assessment: { policy, rate }, minor }): Step => {
    const base = whole.mul(rate.base);
    const exact = whole.mul(rate.ofFee);
    const basis = rate.base.equals(one)
      ? `base ${amountText(base)} ${code}`
      : `fee ${amountText(whole)} × ${fractionText(rate.base)} = base ${amountText(base)} ${code}`;
    const share = rate.ofFee.equals(0) ? rate.earned : rate.ofFee.div(rate.base);
    const rounded = `rounded ${roundings[policy.rounding.mode]}${policy.rounding.per === 'total' ? ', so that the customer’s rows add up to their rounded sum' : ''}`;
    return {
      what: `Credit, ${policy.id}`,
      how: [`${basis} × ${fractionText(share)} = ${amountText(exact)}`, `${rounded}: ${moneyText(minor, decimals)} ${code}`],
    };
  });
  const extra = verdict.goodwill.map(({ postmortem, ofFee, counts }): Step => ({
    what: 'Goodwill',
    how: [
      `${postmortem}: ${percent(ofFee)} of the fee, ${counts === 'instead' ? 'instead of the credit where it is more' : 'on top of the credit, up to the fee'}`,
    ],
  }));
  const sum =
    outcome.given.length + extra.length > 1
      ? [
          {
            what: 'Together',
            how: [
              `${moneyText(outcome.credit, decimals)} + ${moneyText(outcome.goodwill, decimals)} goodwill = ${moneyText(outcome.total, decimals)} ${code}`,
            ],
          },
        ]
      : [];
  return [...ofPolicies, ...extra, ...sum];
}

/** The fee with its currency. */
export const feeText = (fee: Decimal, verdict: Verdict): string => `${decimalFraction(fee).toString()} ${verdict.currency?.code ?? ''}`;
