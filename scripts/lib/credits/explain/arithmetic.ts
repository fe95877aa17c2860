import type { Assessment } from '../../../../src/domain/credits/money/assessment.ts';
import { type Fraction, cutDigits } from '../../../../src/domain/credits/exact/fraction.ts';
import { excludedBy } from '../../../../src/domain/credits/downtime/maintenance.ts';
import type { Piece } from '../../../../src/domain/credits/downtime/stretches.ts';
import { totalLength } from '../../../../src/domain/time.ts';
import { percentText } from './amounts.ts';
import { baseSteps, earnedSteps } from './earned.ts';
import { type Step, lengthText, secondsText, spanText, windowLine } from './explanation.ts';
import { ruleText, tiersText, unexcludedTexts } from './phrases.ts';

/** Hours, minutes and seconds, cut to whole seconds. */
function clock(ms: Fraction): string {
  const seconds = Number(cutDigits(ms.div(1000), 0));
  return `${Math.floor(seconds / 3600)} h ${Math.floor(seconds / 60) % 60} min ${seconds % 60} s`;
}

function pieceLine({ from, to, incident, weight }: Piece): string {
  const length = lengthText(to - from);
  const counted = weight.equals(1)
    ? length
    : `${length} × ${weight} = ${secondsText(weight.mul(to - from))}`;
  return `${spanText({ from, to })} (${incident}): ${counted}`;
}

const downtimeLines = ({ counted: { pieces, downtime } }: Assessment): string[] =>
  pieces.length
    ? [...pieces.map(pieceLine), `together ${secondsText(downtime)}, that is ${clock(downtime)}`]
    : ['none that the policy counts'];

const excludedManner = {
  window: 'by the window that was announced: nothing that failed there counts',
  its_own_impact: 'by the impact of the work: what else failed there counts, and is not in here',
};

function excludedSteps(assessment: Assessment): Step[] {
  const { policy, counted } = assessment;
  const { excluded } = counted;
  const others = unexcludedTexts(assessment);
  const lines = [
    ...excluded.map(windowLine),
    `together ${lengthText(totalLength(excluded))} of announced maintenance, ${excludedManner[excludedBy(policy)]}`,
  ];
  return [
    ...(excluded.length ? [{ what: 'Excluded', how: lines }] : []),
    ...(others.length ? [{ what: 'Not excluded', how: others }] : []),
  ];
}

/** What downtime is divided by. */
function denominatorLine({
  policy,
  period: { span },
  counted: { bounds, denominator },
}: Assessment): string {
  const [measured, what] = policy.denominator.startsWith('covered')
    ? [bounds, 'the covered time']
    : [span, 'the whole period'];
  const whole = measured.to - measured.from;
  const named = `${lengthText(whole)}, ${what}`;
  if (whole === denominator) return named;
  return `${named}, − ${lengthText(whole - denominator)} of excluded maintenance = ${lengthText(denominator)}`;
}

function claimLine({ policy, counted, deadline }: Assessment): string {
  if (policy.claim === 'automatic') return 'not needed: it is given without asking';
  if (deadline) return `on request, until ${deadline.toString()}`;
  return counted.pieces.length
    ? 'on request; until when is known once all of it is over'
    : 'on request; there was no downtime to ask for';
}

/** How a policy came to its share of the fee. The same for all rows with the same verdict. */
export function assessmentSteps(assessment: Assessment): Step[] {
  const { policy, period, counted, rate } = assessment;
  const { downtime, denominator, uptime } = counted;
  const rule = ruleText(policy, {
    tier: rate.tier,
    steps: rate.steps,
    earnedNothing: rate.earned.equals(0),
  });
  return [
    {
      what: 'Period',
      how: [`${period.first.toString()} to ${period.last.toString()} in ${policy.period.zone}`],
    },
    { what: 'Downtime', how: downtimeLines(assessment) },
    ...excludedSteps(assessment),
    { what: 'Divided by', how: [denominatorLine(assessment)] },
    {
      what: 'Uptime',
      how: [
        `1 − ${secondsText(downtime)} ÷ ${lengthText(denominator)} = ${uptime}, ${percentText(uptime)}`,
      ],
    },
    ...(policy.tiers ? [{ what: 'Tiers', how: [tiersText(policy)] }] : []),
    {
      what: 'Reached',
      how: [rule || 'nothing: uptime was as high as the policy asks for'],
    },
    ...earnedSteps(assessment),
    ...baseSteps(assessment),
    { what: 'Claim', how: [claimLine(assessment)] },
  ];
}
