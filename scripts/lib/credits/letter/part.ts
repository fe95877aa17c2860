import { endingDecimal, percentDigits } from '../../../../src/domain/credits/exact/fraction.ts';
import { moneyText } from '../../../../src/domain/credits/exact/money.ts';
import type { GivenCredit, Owed } from '../../../../src/domain/credits/verdict/row.ts';
import type { Interval } from '../../../../src/domain/time.ts';
import type { Format } from '../../../../src/strings/format.ts';
import type { Strings } from '../../../../src/strings/index.ts';
import type { ReportedRow } from '../assess/reported-row.ts';

/** What one row says in the letter of its customer. */
export interface LetterPart {
  charge: number;
  currency: string;
  decimals: number;
  total: bigint;
  period: string;
  /** Times by incident. */
  happened: ReadonlyMap<string, readonly Interval[]>;
  arithmetic: readonly string[];
  how: readonly string[];
  kept: readonly string[];
}

/** In what words, and in which form of numbers and times. */
export interface Spoken {
  words: Strings['letters'];
  format: Format;
}

const shownDecimals = 5;

/** A row that is owed something, as its customer may read it: no row number, nothing of other customers. */
export function letterPart(
  { charge, customer, verdict, fee, kept }: ReportedRow,
  { given, goodwill, total }: Owed,
  { words, format }: Spoken,
): LetterPart | undefined {
  const { currency, service, region } = verdict;
  const [first] = verdict.assessments;
  if (!currency || total === 0n) return undefined;
  const { code, decimals } = currency;
  const written = (minor: bigint): string => format.amount(moneyText(minor, decimals), code);
  const what =
    [service?.name, region, customer.line].filter(Boolean).join(' · ') ||
    (verdict.plan?.name ?? customer.plan);
  const earned = ({
    assessment: { policy, period, counted, rate },
    minor,
  }: GivenCredit): string => {
    const share = endingDecimal(rate.ofFee.mul(100));
    return words.earned({
      what,
      policy: policy.name,
      days: words.days(period.first, period.last, format),
      uptime: format.precisePercent(percentDigits(counted.uptime, shownDecimals)),
      share:
        share === undefined
          ? `≈ ${format.precisePercent(percentDigits(rate.ofFee, shownDecimals))}`
          : format.precisePercent(share),
      fee: format.amount(fee, code),
      amount: written(minor),
    });
  };
  const until = ({ assessment: { deadline } }: GivenCredit): string | undefined =>
    deadline && format.day(deadline);
  const how = (one: GivenCredit): string => {
    const { policy } = one.assessment;
    return one.standing === 'claimable' && policy.claim !== 'automatic'
      ? words.claimable(policy.name, written(one.minor), policy.claim.how, until(one))
      : one.standing === 'claimed'
        ? words.claimed
        : words.automatic;
  };
  const had = given.filter(({ standing }) => standing !== 'expired');
  const pieces = had.flatMap(({ assessment: { counted } }) => counted.pieces);
  return {
    charge,
    currency: code,
    decimals,
    total,
    period: first ? words.days(first.period.first, first.period.last, format) : '',
    happened: Map.groupBy(pieces, ({ incident }) => incident),
    arithmetic: [
      ...had.map(earned),
      ...(goodwill > 0n ? [words.goodwill(what, written(goodwill))] : []),
      ...given
        .filter(({ standing }) => standing === 'expired')
        .map((one) => words.expired(what, written(one.minor), until(one) ?? '')),
    ],
    how: [...had.map(how), ...(goodwill > 0n ? [words.automatic] : [])],
    kept,
  };
}
