import { moneyText } from '../../../src/domain/credits/money.ts';
import { periodName } from '../../../src/domain/credits/period.ts';
import { baseText } from './amounts.ts';
import { instantText } from '../../../src/domain/time.ts';
import { assessmentFacts, periodDays, memoizedByVerdict } from './facts.ts';
import type { ReportFile } from './report-file.ts';
import type { ReportEnd, ReportForm, ReportHead, ReportedRow } from './report.ts';
import { totalsOf } from './tally.ts';
import { nothingText, reviewText } from './words.ts';

/** The version of the format; another one is another format. */
const version = 1;

const head = ({ period, only, site, policies, unfinished, now }: ReportHead): object => ({
  version,
  site,
  period,
  only_policy: only ?? null,
  as_of: instantText(now),
  unfinished,
  policies: policies.map(({ policy, period: own }) => ({
    id: policy.id,
    period: periodName(policy.period, own),
    zone: policy.period.zone,
    ...periodDays(own),
  })),
});

const sums = ({ tally, rows, unmatched }: ReportEnd): object => ({
  rows_in: rows,
  rows_out: tally.flagged + tally.not_flagged + tally.needs_review,
  flagged: tally.flagged,
  not_flagged: tally.not_flagged,
  needs_review: tally.needs_review,
  totals: totalsOf(tally).map(({ currency, decimals, rows: count, credit, goodwill }) => ({
    currency,
    rows: count,
    credit: moneyText(credit, decimals),
    goodwill: moneyText(goodwill, decimals),
    total: moneyText(credit + goodwill, decimals),
  })),
  // Rows of the list of affected accounts that concern nobody in the list of customers.
  affected_unmatched: unmatched,
});

function outcomeOf({ verdict, outcome }: ReportedRow): object {
  if (outcome.state === 'needs_review')
    return {
      reasons: outcome.reviews.map((review) => ({ code: review.code, text: reviewText(review) })),
    };
  const base = verdict.assessments.length ? baseText(verdict, outcome.fee) : '';
  if (outcome.state === 'not_flagged')
    return { reasons: [{ code: outcome.nothing, text: nothingText(outcome.nothing) }], base };
  const decimals = verdict.currency?.decimals ?? 2;
  return {
    base,
    credit: moneyText(outcome.credit, decimals),
    goodwill: moneyText(outcome.goodwill, decimals),
    total: moneyText(outcome.total, decimals),
    given_by: outcome.given.map(({ assessment, minor }) => ({
      policy: assessment.policy.id,
      credit: moneyText(minor, decimals),
    })),
    goodwill_of: verdict.goodwill.map(({ postmortem }) => postmortem),
  };
}

/** One object: the head, `rows` in the order of the list, and `sums`. Amounts are text, because a number would not be exact. */
export function jsonReport(file: ReportFile, about: ReportHead): ReportForm {
  const sharedBy = memoizedByVerdict(({ verdict }) => ({
    assessments: JSON.stringify(verdict.assessments.map(assessmentFacts)),
  }));
  let first = true;
  file.write(`${JSON.stringify(head(about)).slice(0, -1)},"rows":[`);
  return {
    row(reported) {
      const { row, customer, verdict, outcome } = reported;
      const currency = verdict.currency?.code ?? customer.currency;
      const own = JSON.stringify({
        row,
        ...customer,
        currency,
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
