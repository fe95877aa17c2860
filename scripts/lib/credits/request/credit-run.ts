import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { filesOnDisk } from '../../../../src/record/files/files.ts';
import { readRecord } from '../../../../src/record/read-record.ts';
import { BrokenRecord } from '../../../../src/record/report.ts';
import { creditBook } from '../../../../src/domain/credits/verdict/book.ts';
import { askedName } from '../../../../src/domain/credits/policy/period.ts';
import type { CreditBook } from '../../../../src/domain/credits/verdict/verdict.ts';
import type { StatusRecord } from '../../../../src/domain/record/record.ts';
import { dayOf, isDayBefore } from '../../../../src/domain/time.ts';
import { type Call, WrongUsage, requireFolder } from '../../command.ts';
import type { Connection } from '../../github/github.ts';
import { type Affected, everybody, readAffected } from '../list/affected.ts';
import { headOf, knownPolicy, neededColumns, periodOf, requirePeriod } from './period-option.ts';
import { type CustomerList, openCustomers } from '../list/customers.ts';
import { type Survey, surveyed } from '../list/customers-survey.ts';
import { formatTexts } from '../list/formats.ts';
import type { Inputs } from '../../../../src/domain/credits/ledger/entry.ts';
import { type Charges, numberedCharges } from '../list/charges.ts';
import { type ClaimDays, type Claims, noClaims, readClaims } from '../list/claims.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { readLedger } from '../ledger/ledger-file.ts';
import { commitOf, inputsOf } from '../seal/inputs.ts';
import type { Seal } from '../seal/seal.ts';
import { bare } from '../list/reading.ts';
import { readMap } from './column-map.ts';
import {
  type ExportsAsked,
  type LettersAsked,
  exportsAsked,
  formatsGiven,
  formatsOf,
  given,
  lettersAsked,
} from './credit-options.ts';
import type { CreditValues } from './command-line.ts';
import { requireWritable } from '../report/out-folder.ts';
import { requirePrivate } from './private-place.ts';
import type { ReportHead } from '../assess/reported-row.ts';
import { namesBeside } from '../report/report-file.ts';
import {
  type ReportPlace,
  exportFileName,
  grantsFileName,
  letterFileName,
  reportFileName,
  sealFileName,
  summaryFileName,
  reportFormats,
} from '../report/write-report.ts';

/** The ledger, where --ledger names no other place: beside the reports. */
const ledgerName = 'credits-ledger.jsonl';

/** What the command line asks for, read and opened. */
export interface CreditRun {
  record: StatusRecord;
  book: CreditBook;
  head: ReportHead;
  place: ReportPlace;
  list: CustomerList;
  affected: Affected;
  survey: Survey;
  claims: Claims;
  charges: Charges;
  /** The places of the columns that are kept. */
  keptPlaces: readonly number[];
  exported: ExportsAsked;
  /** Whether a page to sign is asked for. */
  isSigned: boolean;
  /** The text of the letters; `undefined` if none are asked for, with nothing in it for our own. */
  letters: LettersAsked | undefined;
  /** What was granted so far; `undefined` if nobody keeps a ledger. */
  ledger: { path: string; kept: Ledger; isRecorded: boolean } | undefined;
  inputs: Inputs;
  commit: Seal['record'];
  /** Where to flag; `undefined` if nobody asked for it. */
  flagIn: Connection | undefined;
}

/** The place of a column that is kept. @throws WrongUsage */
function placeOf(heading: string, { columns, file }: CustomerList): number {
  const places = columns.words.flatMap((word, place) => (word === bare(heading) ? [place] : []));
  const [place] = places;
  if (place !== undefined && places.length === 1) return place;
  throw new WrongUsage(
    `--keep is “${heading}”, and ${file} has ${places.length ? 'several columns' : 'no column'} with that heading. Expected: the heading of one column.`,
  );
}

/** Where to flag. What speaks with GitHub is only loaded where somebody wants it: it takes as long as a hundred thousand rows. @throws WrongUsage */
async function flagPlaceIn(name: string | undefined): Promise<Connection | undefined> {
  if (name === undefined) return undefined;
  const { flagPlace } = await import('../report/flag.ts');
  return flagPlace(name);
}

/** Reads the ledger of a page. Who changes the name or the address of a page has the other to be known by. @throws WrongUsage, BadLedger */
function ownLedger(path: string, charges: Charges, { site }: StatusRecord): Ledger {
  const ledger = readLedger(resolve(path), charges);
  const last = ledger.runs.at(-1)?.site;
  if (!last || last.name === site.name || last.url === site.url) return ledger;
  throw new WrongUsage(
    `--ledger is ${path}, in which ${last.name} (${last.url}) recorded, and site.yaml is of ${site.name} (${site.url}). Expected: the ledger of this page. Where its name and its address change, record a run between the two.`,
  );
}

/** The days on which a claim for what was asked about can have come in. */
const claimDays = ({ policies, now }: CreditBook, { site }: StatusRecord): ClaimDays => ({
  first: policies
    .map(({ period }) => period.first)
    .reduce((first, one) => (isDayBefore(one, first) ? one : first)),
  last: dayOf(now, site.time_zone),
});

export function recordIn(content: string, now: number, isPinned: boolean): StatusRecord {
  requireFolder(content);
  const { record, findings } = readRecord(filesOnDisk(content), now, isPinned);
  if (!record) throw new BrokenRecord(findings, content);
  if (record.policies.length === 0)
    throw new WrongUsage(
      `There are no credit policies. Expected: policies in ${join(content, 'credits.yaml')}; docs/credits.md shows how they are written.`,
    );
  return record;
}

/**
 * Reads what was asked for and opens all that is needed, so that whatever can be known to be wrong is known before anything is written.
 * Places are looked at first, so that nothing private is read into the wrong place, or written there.
 * @throws WrongUsage, BadList
 */
export async function openCreditRun({
  values,
  content,
  out,
  publicFolder,
  now,
  isPinned,
}: Call<CreditValues>): Promise<CreditRun> {
  if (values.spans !== undefined)
    throw new WrongUsage('--spans is for --rates. Expected: --rates with it.');
  const places = {
    customers: given(values.customers, 'customers', 'a CSV file'),
    out: given(values.out, 'out', 'a folder'),
    affected:
      values.affected === undefined
        ? undefined
        : given(values.affected, 'affected', 'a CSV file with the headings incident and id'),
    claims:
      values.claims === undefined
        ? undefined
        : given(values.claims, 'claims', 'a CSV file with the headings id and received_on'),
  };
  const ledgerPath =
    values.ledger === undefined
      ? join(places.out, ledgerName)
      : given(values.ledger, 'ledger', 'a file, which need not be there yet');
  const asked = periodOf(given(values.period, 'period', 'a month such as 2026-01'));
  const wanted = formatsOf(values.format ?? 'csv');
  const formats = reportFormats.filter((format) => wanted.includes(format));
  const letters = lettersAsked(wanted, values.letter);
  const exported = exportsAsked(wanted, values.tax, values.keep ?? []);
  const map = readMap(values.map ?? []);
  const listFormats = formatsGiven(values);
  const flagIn = await flagPlaceIn(values['flag-in']);
  const about = { period: askedName(asked), only: values.policy };
  const names = [
    ...formats.map((format) => reportFileName(about, format)),
    sealFileName(about),
    ...exported.formats.map((format) => exportFileName(about, format)),
    ...(letters ? (['jsonl', 'html'] as const).map((ending) => letterFileName(about, ending)) : []),
    grantsFileName(about),
    summaryFileName(about),
  ];
  const published = { content, out, publicFolder };
  requirePrivate('--customers', places.customers, published);
  for (const name of names.flatMap(namesBeside))
    requirePrivate('--out', places.out, published, name);
  if (places.affected) requirePrivate('--affected', places.affected, published);
  if (places.claims) requirePrivate('--claims', places.claims, published);
  for (const name of namesBeside(basename(ledgerPath)))
    requirePrivate('--ledger', dirname(ledgerPath), published, name);
  if (names.some((name) => resolve(places.out, name) === resolve(ledgerPath)))
    throw new WrongUsage(
      `--ledger is ${ledgerPath}, where the run writes another file. Expected: a file of its own, such as ${ledgerName}.`,
    );

  const record = recordIn(content, now, isPinned);
  const only = knownPolicy(values.policy, record);
  const list = openCustomers(resolve(places.customers), map, neededColumns(record, only));
  const affected = places.affected
    ? await readAffected(resolve(places.affected), new Set(record.incidents.map(({ id }) => id)))
    : everybody;
  const book = creditBook(record, asked, {
    now,
    only,
    listed: affected.incidents,
  });
  requirePeriod(book, askedName(asked));
  const survey = await surveyed(list, listFormats, record);
  const keep = values.keep ?? [];
  const keptPlaces = keep.map((heading) => placeOf(heading, list));
  const head = headOf(book, asked, only, record, formatTexts(survey.formats), keep);
  const place = { folder: resolve(places.out), formats };
  requireWritable(place.folder, names);
  const charges = numberedCharges();
  const claims = places.claims
    ? await readClaims(resolve(places.claims), claimDays(book, record))
    : noClaims;
  const isKept = values.ledger !== undefined || values.record === true || existsSync(ledgerPath);
  const ledger = isKept
    ? {
        path: resolve(ledgerPath),
        kept: ownLedger(ledgerPath, charges, record),
        isRecorded: values.record ?? false,
      }
    : undefined;
  const inputs = await inputsOf(filesOnDisk(content), places, book.policies);
  const commit = commitOf(content) ?? null;
  return {
    record,
    book,
    head,
    place,
    list,
    affected,
    survey,
    claims,
    charges,
    ledger,
    inputs,
    commit,
    flagIn,
    keptPlaces,
    exported,
    letters,
    isSigned: wanted.includes('summary'),
  };
}
