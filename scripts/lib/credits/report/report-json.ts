import { moneyText } from '../../../../src/domain/credits/exact/money.ts';
import { periodName } from '../../../../src/domain/credits/policy/period.ts';
import { amountsOf } from '../explain/amounts.ts';
import { instantText } from '../../../../src/domain/time.ts';
import { assessmentFields, isWholeFee, periodDays } from '../explain/assessment-fields.ts';
import { memoizedByVerdict } from '../assess/verdict-memory.ts';
import type { ReportFile } from './report-file.ts';
import type { ReportEnd, ReportForm, ReportHead, ReportedRow } from '../assess/reported-row.ts';
import { rowsOf, totalsOf } from '../assess/tally.ts';
import { nothingText, reviewText } from '../explain/phrases.ts';

/** The version of the format; another one is another format. */
const version = 2;

const head = ({ period, only, site, policies, unfinished, now, readAs }: ReportHead): object => ({
  version,
  site,
  period,
  only_policy: only ?? null,
  as_of: instantText(now),
  unfinished,
  read_as: readAs,
  policies: policies.map(({ policy, period: own }) => ({
    id: policy.id,
    period: periodName(policy.period, own),
    zone: policy.period.zone,
    ...periodDays(own),
  })),
});

const sums = ({ tally, rows, unmatched }: ReportEnd): object => ({
  rows_in: rows,
  rows_out: rowsOf(tally),
  flagged: tally.flagged,
  expired: tally.expired,
  not_flagged: tally.not_flagged,
  needs_review: tally.needs_review,
  totals: totalsOf(tally).map(
    ({ currency, decimals, rows: count, credit, goodwill, expired, ...parts }) => ({
      currency,
      rows: count,
      credit: moneyText(credit, decimals),
      automatic: moneyText(parts.automatic, decimals),
      claimable: moneyText(parts.claimable, decimals),
      claimed: moneyText(parts.claimed, decimals),
      goodwill: moneyText(goodwill, decimals),
      total: moneyText(credit + goodwill, decimals),
      // In no other sum: nobody can ask for it any more.
      expired: moneyText(expired, decimals),
    }),
  ),
  // Rows of the list of affected accounts that concern nobody in the list of customers.
  affected_unmatched: unmatched,
});

function outcomeOf(reported: ReportedRow): object {
  const { verdict, outcome } = reported;
  if (outcome.state === 'needs_review')
    return {
      reasons: outcome.reviews.map((review) => ({
        code: review.code,
        text: reviewText(review),
      })),
    };
  const amounts = amountsOf(reported, verdict.assessments.every(isWholeFee));
  if (outcome.state === 'not_flagged')
    return {
      reasons: [{ code: outcome.nothing, text: nothingText(outcome.nothing) }],
      ...amounts,
    };
  const decimals = verdict.currency?.decimals ?? 2;
  return {
    ...amounts,
    given_by: outcome.given.map(({ assessment, minor, standing }) => ({
      policy: assessment.policy.id,
      credit: moneyText(minor, decimals),
      standing: standing === 'expired' && reported.received ? 'late' : standing,
    })),
    goodwill_of: verdict.goodwill.map(({ postmortem }) => postmortem),
  };
}

/** One object: the head, `rows` in the order of the list, and `sums`. Amounts are text, because a number would not be exact. */
export function jsonReport(file: ReportFile, about: ReportHead): ReportForm {
  const sharedBy = memoizedByVerdict(({ verdict }) => ({
    assessments: JSON.stringify(verdict.assessments.map(assessmentFields)),
  }));
  let first = true;
  file.write(`${JSON.stringify(head(about)).slice(0, -1)},"rows":[`);
  return {
    row(reported) {
      const { row, customer, verdict, outcome, reduced, received } = reported;
      const currency = verdict.currency?.code ?? customer.currency;
      const own = JSON.stringify({
        row,
        ...customer,
        currency,
        ...(received && { received_on: received.toString() }),
        ...(about.kept.length && {
          kept: Object.fromEntries(about.kept.map((name, at) => [name, reported.kept[at] ?? ''])),
        }),
        ...(reduced !== undefined && { reduced }),
        state: outcome.state,
        ...outcomeOf(reported),
      });
      file.write(
        `${first ? '\n' : ',\n'}${own.slice(0, -1)},"assessments":${sharedBy(reported).assessments}}`,
      );
      first = false;
    },
    end: (end) => file.write(`\n],"sums":${JSON.stringify(sums(end))}}\n`),
  };
}
