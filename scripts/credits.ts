import { hash } from 'node:crypto';
import { basename, join } from 'node:path';
import { instantText } from '../src/domain/time.ts';
import { count } from './lib/report.ts';
import { writeRates } from './lib/credits/request/rates-run.ts';
import { type Call, run } from './lib/command.ts';
import { emptyLedger, wasGranted } from './lib/credits/ledger/ledger.ts';
import { requireUnchanged } from './lib/credits/ledger/ledger-file.ts';
import { type Grants, grantLines, grants } from './lib/credits/report/grants.ts';
import { letterForms } from './lib/credits/letter/letters.ts';
import { summaryPage } from './lib/credits/report/summary-page.ts';
import { sealOf } from './lib/credits/report/sealing.ts';
import { type Seal, earlierSeal, rerunLines } from './lib/credits/seal/seal.ts';
import { flagOf, flagReport, flagSummary } from './lib/credits/report/flag.ts';
import { eachRow } from './lib/credits/list/list.ts';
import {
  type CreditValues,
  creditOptions,
  isInvoice,
  openCreditRun,
} from './lib/credits/request/credit-run.ts';
import {
  type Beside,
  exportFileName,
  grantsFileName,
  letterFileName,
  reportFileName,
  sealFileName,
  summaryFileName,
  writeReport,
} from './lib/credits/report/write-report.ts';
import { creditRows } from './lib/credits/assess/rows.ts';
import {
  endProgress,
  progress,
  reviewNotes,
  summary,
  unmatchedClaimsText,
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
  --claims FILE     CSV with headings id, received_on: who asked, and when; then only what was asked for in time is granted
  --ledger FILE     what was granted so far (default: credits-ledger.jsonl in DIR, if it is there); nothing is granted twice
  --record          add to the ledger what this run grants
  --keep HEADING    a column of the list that the reports keep; may be given several times
  --letter FILE     the text of letters, in Markdown, with places such as {{amount}}; docs/credits.md has them all
  --tax T           for exports: included or excluded, whether the fees of the list have tax in them
  --map C=H,…       column C has the heading H; may be given several times
  --decimal S       comma or point: how fees are written, where the column leaves doubt
  --dates ORDER     iso, dmy or mdy: how days are written, where the column leaves doubt
  --format F,…      csv (default), json, html; stripe, chargebee: what is to be granted, for programs that send invoices; letters: one for each customer; summary: a page to sign
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
  const { record, book, head, place, list, affected, survey, flagIn, ...opened } =
    await openCreditRun(call);
  const { claims, charges, ledger, inputs, commit, exported, letters } = opened;
  const lookUp = creditRows(
    book,
    list,
    affected,
    survey,
    {
      charges,
      claims,
      wasGranted: (...asked) => ledger !== undefined && wasGranted(ledger.kept, ...asked),
    },
    opened.keptPlaces,
  );
  const tally = emptyTally();
  const reviews = reviewNotes(list.file);
  const sealPath = join(place.folder, sealFileName(head));
  const earlier = earlierSeal(
    sealPath,
    place.formats.map((format) => join(place.folder, reportFileName(head, format))),
  );
  let granted: Grants | undefined;
  let seal: Seal | undefined;
  const beside: Beside = {
    forms(open) {
      const isAsked = exported.formats.length > 0 || letters;
      if (!ledger && !isAsked) return [];
      const { path, kept, isRecorded } = ledger ?? {
        path: '',
        kept: emptyLedger(),
        isRecorded: false,
      };
      const invoiceAt = head.kept.findIndex(isInvoice);
      const grantsFile = open(join(place.folder, grantsFileName(head)));
      const ledgerFile = isRecorded ? open(path, kept.bytes ? path : undefined) : undefined;
      const recorded = instantText(call.now);
      granted = grants(
        {
          ledger: kept,
          charges,
          run: { recorded, asked: head.period, only: head.only ?? null, inputs },
          openClaims: claims.file === undefined,
          invoiceAt: invoiceAt === -1 ? undefined : invoiceAt,
          tax: exported.tax,
          letters: letters !== undefined,
        },
        head,
        {
          grants: grantsFile.write,
          ledger: ledgerFile?.write,
          exports: exported.formats.map((format) => ({
            format,
            write: open(join(place.folder, exportFileName(head, format))).write,
          })),
        },
      );
      if (!letters) return [granted];
      const json = open(join(place.folder, letterFileName(head, 'jsonl')));
      const html = open(join(place.folder, letterFileName(head, 'html')));
      return [
        granted,
        letterForms({ record, own: letters.own, wasTold: granted.wasTold }, head, {
          json: json.write,
          html: html.write,
        }),
      ];
    },
    last(files, end) {
      const reports = files.filter(({ path }) => path !== ledger?.path);
      if (ledger) requireUnchanged(ledger.path, ledger.kept);
      seal = sealOf(head, { command: commandOf(call.values), commit, inputs }, end, reports);
      const text = `${JSON.stringify(seal, null, 2)}\n`;
      const page = {
        path: join(place.folder, summaryFileName(head)),
        text: summaryPage(seal, hash('sha256', text)),
      };
      return [{ path: sealPath, text }, ...(opened.isSigned ? [page] : [])];
    },
  };
  const written = await writeReport(place, head, beside, async (onRow) => {
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
  process.stderr.write(
    reviews.text() +
      unmatchedText(written.unmatched, affected, list.file) +
      unmatchedClaimsText(claims, list.file),
  );
  const rerun = seal ? rerunLines(earlier, seal) : [];
  const grantText = granted ? grantLines(granted.tally, ledger?.isRecorded ?? false) : [];
  process.stdout.write([summary(head, written), ...rerun, ...grantText].join('\n').trim() + '\n');
  const unread = tally.needs_review === written.rows ? onlyReviews : 0;
  if (!flagIn) return unread;
  const flagged = await flagReport(flagIn, flagOf(head, written), {
    site: record.site,
    now: call.now,
    force: call.values.force ?? false,
  });
  const code = outcomeCode(flagged);
  (code === 0 ? process.stdout : process.stderr).write(flagSummary(flagged));
  return code || unread;
});
