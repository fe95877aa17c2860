import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { listOf } from '../../../../src/text/suggest.ts';
import { WrongUsage } from '../../command.ts';
import { type ExportFormat, type Tax, exportFormats, taxes } from '../export/exports.ts';
import { BadTemplate, template } from '../letter/template.ts';
import { type Formats, dateOrders, decimals } from '../list/formats.ts';
import { bare } from '../list/reading.ts';
import { reportFormats } from '../report/write-report.ts';

/** @throws WrongUsage */
export function given(value: string | undefined, option: string, expected: string): string {
  if (value) return value;
  throw new WrongUsage(
    `--${option} is ${value === '' ? 'empty' : 'missing'}. Expected: ${expected}.`,
  );
}

const allFormats = [...reportFormats, ...exportFormats, 'letters', 'summary'] as const;
type Format = (typeof allFormats)[number];

/** @throws WrongUsage */
export function formatsOf(text: string): Format[] {
  return [...new Set(text.split(',').map((word) => word.trim()))].map((word) => {
    const format = allFormats.find((known) => known === word);
    if (!format)
      throw new WrongUsage(
        `There is no format “${word}”. Expected: ${listOf(allFormats)}, or several with commas between them.`,
      );
    return format;
  });
}

/** @throws WrongUsage */
function oneOf<T extends string>(
  value: string | undefined,
  option: string,
  among: readonly T[],
): T | undefined {
  const found = among.find((known) => known === value);
  if (value === undefined || found) return found;
  throw new WrongUsage(`--${option} is “${value}”. Expected: ${listOf(among)}.`);
}

export function formatsGiven(values: { decimal?: string; dates?: string }): Partial<Formats> {
  const decimal = oneOf(values.decimal, 'decimal', decimals);
  const dates = oneOf(values.dates, 'dates', dateOrders);
  return { ...(decimal && { decimal }), ...(dates && { dates }) };
}

/** What programs that send invoices are to get. */
export interface ExportsAsked {
  formats: readonly ExportFormat[];
  tax: Tax;
}

/** Letters, with the text of the company if it has one. */
export interface LettersAsked {
  own: { text: string; file: string } | undefined;
}

/** The letters that are asked for, with the text of the company if that has one. @throws WrongUsage, BadTemplate */
export function lettersAsked(
  wanted: readonly Format[],
  path: string | undefined,
): LettersAsked | undefined {
  if (!wanted.includes('letters')) {
    if (path === undefined) return undefined;
    throw new WrongUsage('--letter is the text of letters. Expected: --format letters with it.');
  }
  if (path === undefined) return { own: undefined };
  const file = basename(path);
  try {
    const text = readFileSync(path, 'utf8');
    template(text, file);
    return { own: { text, file } };
  } catch (error) {
    if (error instanceof BadTemplate) throw error;
    throw new WrongUsage(
      `--letter is ${path}, which cannot be read. Expected: a Markdown file with places such as {{amount}}.`,
    );
  }
}

/** The column with the invoices that credits are taken off. */
const invoiceNames = ['invoice', 'invoice_id'];
export const isInvoice = (heading: string): boolean => invoiceNames.includes(bare(heading));

/** @throws WrongUsage */
export function exportsAsked(
  asked: readonly Format[],
  tax: string | undefined,
  keep: readonly string[],
): ExportsAsked {
  const formats = exportFormats.filter((format) => asked.includes(format));
  const [first] = formats;
  const told = oneOf(tax, 'tax', taxes);
  if (first && !told)
    throw new WrongUsage(
      `--format ${first} needs --tax. Expected: --tax included, if the fees of the list have tax in them, or --tax excluded.`,
    );
  if (formats.includes('stripe') && !keep.some(isInvoice))
    throw new WrongUsage(
      '--format stripe needs the invoices. Expected: a column invoice in the list, and --keep invoice.',
    );
  return { formats, tax: told ?? 'excluded' };
}
