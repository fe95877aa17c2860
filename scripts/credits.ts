import { type Call, run } from './lib/command.ts';
import { flagOf, flagReport, flagSummary } from './lib/credits/report/flag.ts';
import { eachRow } from './lib/credits/list/list.ts';
import {
  type CreditValues,
  creditOptions,
  openCreditRun,
} from './lib/credits/request/credit-run.ts';
import { writeReport } from './lib/credits/report/write-report.ts';
import { creditRows } from './lib/credits/assess/rows.ts';
import {
  endProgress,
  progress,
  reviewNotes,
  summary,
  unmatchedText,
} from './lib/credits/report/summary.ts';
import { addRow, emptyTally } from './lib/credits/assess/tally.ts';
import { outcomeCode } from './lib/github/exit.ts';

const usage = `npm run credits -- --customers FILE --period 2026-01 --out DIR [options]

Says who is owed a credit under the policies in credits.yaml, how much, and why. The report names customers and is private: FILE and DIR
must lie outside the repository, or in a folder that Git ignores.

  --customers FILE  CSV with headings: id, plan, currency, fee; service, region, line, covered_from, covered_to where they matter
  --period P        a month 2026-01, a quarter 2026-Q1, or a day 2026-01-31 on which rolling days end
  --out DIR         where to write credits-P.csv and so on
  --policy ID       only this policy; writes credits-P-ID.csv and so on
  --affected FILE   CSV with headings incident, id: which accounts an incident touched, where only some were
  --map C=H,…       column C has the heading H; may be given several times
  --decimal S       comma or point: how fees are written, where the column leaves doubt
  --dates ORDER     iso, dmy or mdy: how days are written, where the column leaves doubt
  --format F,…      csv (default), json, html
  --flag-in REPO    OWNER/NAME of a private repository: open or update one issue for the period, with counts and sums and no account
  --force           with --flag-in: overwrite what people changed in the part of the issue that Ownup writes
  --content DIR     the content folder (default: OWNUP_CONTENT, or content)

In the environment, for --flag-in: GITHUB_TOKEN, or OWNUP_APP_ID and OWNUP_APP_PRIVATE_KEY; GITHUB_API_URL.

Exit: 0 report written · 1 nothing written · 2 wrong usage, nothing written · 3 report written, and every row needs review · 4 to 7 report written, but not flagged, as npm run actions documents them`;

/** The exit code where not one row could be worked out: mostly the list is not what it should be. */
const onlyReviews = 3;

await run({ usage, options: creditOptions }, async (call: Call<CreditValues>) => {
  const { record, book, head, place, list, affected, survey, flagIn } = await openCreditRun(call);
  const lookUp = creditRows(book, list, affected, survey);
  const tally = emptyTally();
  const reviews = reviewNotes(list.file);
  const written = await writeReport(place, head, async (onRow) => {
    const rows = await eachRow(list, (fields, row) => {
      const reported = lookUp(fields, row);
      onRow(reported);
      addRow(tally, reported.verdict, reported.outcome);
      reviews.note(reported);
      progress(row);
    });
    endProgress();
    return { tally, rows, unmatched: affected.unmatched() };
  });
  process.stderr.write(reviews.text() + unmatchedText(written.unmatched, affected, list.file));
  process.stdout.write(summary(head, written));
  const unread = tally.needs_review === written.rows ? onlyReviews : 0;
  if (!flagIn) return unread;
  const flagged = await flagReport(flagIn, await flagOf(head, written), {
    site: record.site,
    now: call.now,
    force: call.values.force ?? false,
  });
  const code = outcomeCode(flagged);
  (code === 0 ? process.stdout : process.stderr).write(flagSummary(flagged));
  return code || unread;
});
