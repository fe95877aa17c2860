import { creditOptions } from './lib/credits/request/command-line.ts';
import { run } from './lib/command.ts';

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

await run({ usage, options: creditOptions }, async (call) =>
  (await import('./main/credits.ts')).main(call),
);
