import { basename } from 'node:path';
import { type Call, run } from './lib/command.ts';
import { creditRows } from './lib/credits/assess/rows.ts';
import { addRow, emptyTally } from './lib/credits/assess/tally.ts';
import { wasGranted } from './lib/credits/ledger/ledger.ts';
import { eachRow } from './lib/credits/list/list.ts';
import {
  endProgress,
  progress,
  reviewNotes,
  summary,
  unmatchedClaimsText,
  unmatchedText,
} from './lib/credits/report/summary.ts';
import { writeReport } from './lib/credits/report/write-report.ts';
import { accompanied } from './lib/credits/request/beside.ts';
import { type CreditValues, creditOptions } from './lib/credits/request/credit-options.ts';
import { openCreditRun } from './lib/credits/request/credit-run.ts';
import { writeRates } from './lib/credits/request/rates-run.ts';
import { outcomeCode } from './lib/github/exit.ts';
import { count } from './lib/report.ts';

const usage = `npm run credits -- --customers FILE --period 2026-01 --out DIR [options]

Says who is owed a credit under the policies in credits.yaml, how much, and why. The report names customers and is private: FILE and DIR
must lie outside the repository, or in a folder that Git ignores.

  --customers FILE  CSV with headings: id, plan, currency, fee; service, region, line, covered_from, covered_to where they matter
  --period P        a month 2026-01, a quarter 2026-Q1, or a day 2026-01-31 on which rolling days end
  --out DIR         where to write credits-P.csv and so on
  --policy ID       only this policy; writes credits-P-ID.csv and so on
  --affected FILE   CSV with headings incident, id: which accounts an incident touched, where only some were
  --claims FILE     CSV with headings id, received_on: who asked, and when; then only what was asked for in time is granted
  --ledger FILE     what was granted so far (default: credits-ledger.jsonl in DIR, if it is there); nothing is granted twice
  --record          add to the ledger what this run grants
  --keep HEADING    a column of the list that the reports keep; may be given several times
  --letter FILE     the text of letters, in Markdown, with places such as {{amount}}; docs/credits.md has them all
  --tax T           for exports: included or excluded, whether the fees of the list have tax in them
  --map C=H,…       column C has the heading H; may be given several times
  --decimal S       comma or point: how fees are written, where the column leaves doubt
  --dates ORDER     iso, dmy or mdy: how days are written, where the column leaves doubt
  --format F,…      csv (default), json, html, xlsx; stripe, chargebee: what is to be granted, for programs that send invoices; letters: one for each customer; summary: a page to sign
  --flag-in REPO    OWNER/NAME of a private repository: open or update one issue for the period, with counts and sums and no account
  --force           with --flag-in: overwrite what people changed in the part of the issue that Ownup writes
  --rates           instead of a report: what each policy gives in each place, for a warehouse that has the customers
  --spans FILE      with --rates: CSV with headings covered_from, covered_to: the spans of covered time that occur
  --content DIR     the content folder (default: OWNUP_CONTENT, or content)

In the environment, for --flag-in: GITHUB_TOKEN, or OWNUP_APP_ID and OWNUP_APP_PRIVATE_KEY; GITHUB_API_URL.

Exit: 0 report written · 1 nothing written · 2 wrong usage, nothing written · 3 report written, and every row needs review · 4 to 7 report written, but not flagged, as npm run actions documents them`;

/** Options that name a file. */
const placed = new Set(['customers', 'affected', 'claims', 'ledger', 'letter']);

/** The exit code where not one row could be worked out: mostly the list is not what it should be. */
const onlyReviews = 3;

/** The options as they were given, in their order in the usage; of files only their names. */
const commandOf = (values: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(creditOptions).flatMap((name) =>
    [values[name]]
      .flat()
      .flatMap((value) =>
        value === true
          ? [`--${name}`]
          : typeof value === 'string' && name !== 'out'
            ? [`--${name}=${placed.has(name) ? basename(value) : value}`]
            : [],
      ),
  );

/** Rates instead of a report: what is the same for all customers. */
async function rates(call: Call<CreditValues>): Promise<number> {
  const { path, rows, unfinished } = await writeRates(call);
  process.stdout.write(
    `${unfinished ? 'The period is not over. What is still to come is not in the rates.\n' : ''}${count(rows, 'rate')}\n${path}\n`,
  );
  return 0;
}

await run({ usage, options: creditOptions }, async (call: Call<CreditValues>) => {
  if (call.values.rates) return rates(call);
  const opened = await openCreditRun(call);
  const { record, book, head, place, list, affected, survey, claims, charges, ledger } = opened;
  const lookUp = creditRows(
    book,
    list,
    affected,
    survey,
    {
      charges,
      claims,
      wasGranted: ledger?.kept.runs.length ? wasGranted(ledger.kept) : undefined,
    },
    opened.keptPlaces,
  );
  const tally = emptyTally();
  const reviews = reviewNotes(list.file);
  const beside = accompanied(opened, commandOf(call.values), call.now);
  const written = await writeReport(place, head, beside, async (onRow) => {
    const take = (fields: readonly string[], row: number, same?: readonly string[]): void => {
      const reported = lookUp(fields, row, same);
      onRow(reported);
      addRow(tally, reported.verdict, reported.outcome);
      reviews.note(reported);
      progress(row);
    };
    const rows = await eachRow(list, take, list.columns.place.id);
    endProgress();
    return { tally, rows, unmatched: affected.unmatched() };
  });
  process.stderr.write(
    reviews.text() +
      unmatchedText(written.unmatched, affected, list.file) +
      unmatchedClaimsText(claims, list.file),
  );
  process.stdout.write([summary(head, written), ...beside.told()].join('\n').trim() + '\n');
  const unread = tally.needs_review === written.rows ? onlyReviews : 0;
  if (!opened.flagIn) return unread;
  const { flagOf, flagReport, flagSummary } = await import('./lib/credits/report/flag.ts');
  const flagged = await flagReport(opened.flagIn, flagOf(head, written), {
    site: record.site,
    now: call.now,
    force: call.values.force ?? false,
  });
  const code = outcomeCode(flagged);
  (code === 0 ? process.stdout : process.stderr).write(flagSummary(flagged));
  return code || unread;
});
