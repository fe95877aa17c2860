import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import { amountsOf } from '../explain/amounts.ts';
import { assessmentFields, isWholeFee } from '../explain/assessment-fields.ts';
import { nothingText, reviewText } from '../explain/phrases.ts';
import type { ReportForm, ReportHead, ReportedRow } from '../assess/reported-row.ts';
import type { ReportFile } from './report-file.ts';

/** A sheet of Excel has no more, the headings among them. */
const mostRows = 1_048_576;
/** More digits than these are no exact number of a spreadsheet. */
const mostDigits = 15;

const headings = [
  'row',
  'id',
  'plan',
  'service',
  'region',
  'line',
  'covered_from',
  'covered_to',
  'currency',
  'fee',
  'state',
  'reason',
  'policy',
  'uptime_percent',
  'base',
  'credit',
  'goodwill',
  'total',
  'expired',
  'deadline',
] as const;

const textCell = (value: string): Cell => (value === '' ? null : { type: String, value });

/** An amount as a number with its decimals; as text where it has more digits than a spreadsheet keeps. */
function amountCell(text: string): Cell {
  const written = /^-?\d+(?:\.(\d+))?$/.exec(text);
  const [, decimals = ''] = written ?? [];
  return written && text.replaceAll(/\D/g, '').length <= mostDigits
    ? {
        type: Number,
        value: Number(text),
        format: decimals ? `#,##0.${'0'.repeat(decimals.length)}` : '#,##0',
      }
    : textCell(text);
}

const reasonOf = ({ outcome, reduced = '' }: ReportedRow): string =>
  outcome.state === 'needs_review'
    ? outcome.reviews.map(reviewText).join('; ')
    : outcome.state === 'not_flagged'
      ? nothingText(outcome.nothing)
      : reduced;

function cellsOf(reported: ReportedRow): Cell[] {
  const { row, customer, verdict, outcome, fee, kept } = reported;
  const { assessments } = verdict;
  const each = (text: (fields: ReturnType<typeof assessmentFields>) => string): string =>
    assessments.map((one) => text(assessmentFields(one))).join(' + ');
  const { base, credit, goodwill, total, expired } = amountsOf(
    reported,
    assessments.every(isWholeFee),
  );
  return [
    { type: Number, value: row },
    ...[
      customer.id,
      customer.plan,
      customer.service,
      customer.region,
      customer.line,
      customer.covered_from,
      customer.covered_to,
      verdict.currency?.code ?? customer.currency,
    ].map(textCell),
    amountCell(outcome.state === 'needs_review' ? customer.fee : fee),
    ...[
      outcome.state,
      reasonOf(reported),
      each(({ policy }) => policy),
      each(({ uptime_percent: percent }) => percent),
    ].map(textCell),
    ...[base, credit, goodwill, total, expired].map(amountCell),
    textCell('given' in outcome ? each(({ deadline }) => deadline) : ''),
    ...kept.map(textCell),
  ];
}

/**
 * A workbook in which amounts are numbers, and all else is text that no spreadsheet runs. All rows are kept in memory until the last one has been read.
 * @throws Error if there are more rows than a sheet has
 */
export function xlsxReport(
  file: Pick<ReportFile, 'write'>,
  head: Pick<ReportHead, 'kept'>,
  most = mostRows,
): ReportForm {
  const rows: Cell[][] = [
    [...headings, ...head.kept].map((value): Cell => ({ type: String, value, fontWeight: 'bold' })),
  ];
  return {
    row(reported) {
      if (rows.length === most)
        throw new Error(
          `The list has more than ${most - 1} rows, which is all that a sheet of Excel has beside its headings. Expected: --format csv, or a shorter list. Nothing was written.`,
        );
      rows.push(cellsOf(reported));
    },
    async end() {
      file.write(await writeXlsxFile(rows, { sheet: 'credits' }).toBuffer());
    },
  };
}
