import { basename } from 'node:path';
import { type Call } from '../lib/command.ts';
import { creditRows } from '../lib/credits/assess/rows.ts';
import { addRow, emptyTally } from '../lib/credits/assess/tally.ts';
import { wasGranted } from '../lib/credits/ledger/ledger.ts';
import { eachRow } from '../lib/credits/list/list.ts';
import {
  endProgress,
  progress,
  reviewNotes,
  summary,
  unmatchedClaimsText,
  unmatchedText,
} from '../lib/credits/report/summary.ts';
import { writeReport } from '../lib/credits/report/write-report.ts';
import { accompanied } from '../lib/credits/request/beside.ts';
import { type CreditValues, creditOptions } from '../lib/credits/request/command-line.ts';
import { openCreditRun } from '../lib/credits/request/credit-run.ts';
import { writeRates } from '../lib/credits/request/rates-run.ts';
import { outcomeCode } from '../lib/github/exit.ts';
import { count } from '../lib/report.ts';

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

export async function main(call: Call<CreditValues>): Promise<number> {
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
  const { flagOf, flagReport, flagSummary } = await import('../lib/credits/report/flag.ts');
  const flagged = await flagReport(opened.flagIn, flagOf(head, written), {
    site: record.site,
    now: call.now,
    force: call.values.force ?? false,
  });
  const code = outcomeCode(flagged);
  (code === 0 ? process.stdout : process.stderr).write(flagSummary(flagged));
  return code || unread;
}
