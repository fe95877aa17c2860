import { isUtf8 } from 'node:buffer';
import { createReadStream, openSync, readSync, closeSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { basename } from 'node:path';
import { CsvError, type Parser, parse } from 'csv-parse';
import { BadCustomers, type Column, type Columns, findColumns } from './customers-columns.ts';

/** A list of customers, opened: where it lies and what its columns are. */
export interface CustomerList {
  path: string;
  /** For messages: the name without the folder. */
  file: string;
  columns: Columns;
  /** About how many rows there are, by the size of the file and of its first rows. */
  rows: number;
}

const firstBytes = 64 * 1024;
const longestRow = 1024 * 1024;

function beginningOf(path: string): Buffer {
  const handle = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(firstBytes);
    return bytes.subarray(0, readSync(handle, bytes));
  } finally {
    closeSync(handle);
  }
}

/** The first row with something in it, quoted line feeds included. */
function firstRowOf(text: string): string {
  const start = text.search(/[^\s\uFEFF]/);
  let quoted = false;
  for (let at = Math.max(start, 0); at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted;
    if (!quoted && (text[at] === '\n' || text[at] === '\r')) return text.slice(Math.max(start, 0), at);
  }
  return text.slice(Math.max(start, 0));
}

const notUtf8 = (file: string, row: number): BadCustomers =>
  new BadCustomers(
    `${file}, near row ${row}: this is not UTF-8 text. Expected: a CSV file in UTF-8, with or without a byte order mark. Save it again with the encoding UTF-8.`,
  );

/** @throws BadCustomers if it cannot be read, is empty, is no UTF-8 text or lacks a column */
export function openCustomers(path: string, map: ReadonlyMap<Column, string>, alsoNeeded: readonly Column[] = []): CustomerList {
  const file = basename(path);
  let bytes: Buffer;
  let size: number;
  try {
    size = statSync(path).size;
    if (!statSync(path).isFile()) throw new BadCustomers(`${path} is not a file. Expected: a CSV file.`);
    bytes = beginningOf(path);
  } catch (error) {
    if (error instanceof BadCustomers) throw error;
    throw new BadCustomers(`${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'no reason given'}). Expected: a CSV file.`);
  }
  // UTF-16 has a mark of its own, or a zero in every other byte.
  if (bytes.includes(0)) throw notUtf8(file, 1);
  const heading = firstRowOf(bytes.toString('utf8'));
  if (heading === '') throw new BadCustomers(`${file} is empty. Expected: a row with headings, and a row for each customer and service.`);
  if (heading.includes('\uFFFD')) throw notUtf8(file, 1);
  const linesSeen = bytes.toString('latin1').split('\n').length;
  return { path, file, columns: findColumns(heading, map, file, alsoNeeded), rows: Math.ceil((size / bytes.length) * linesSeen) };
}

const explained: Readonly<Record<string, [what: string, expected: string]>> = {
  CSV_QUOTE_NOT_CLOSED: ['a quote is opened and never closed', 'a quote at the end of the field; a quote inside a field is written twice'],
  CSV_INVALID_CLOSING_QUOTE: [
    'something stands behind a closing quote',
    'the separator behind it; a quote inside a field is written twice',
  ],
  INVALID_OPENING_QUOTE: [
    'a quote stands inside a field that does not begin with one',
    'the whole field in quotes, and quotes inside it written twice',
  ],
  CSV_MAX_RECORD_SIZE: [
    'the row is longer than a megabyte; probably a quote is opened and never closed',
    'a quote at the end of each quoted field',
  ],
};

/** The parser reads ahead, so that it knows better than the reader in which row it stopped. */
function explainedError(error: unknown, file: string): Error {
  if (!(error instanceof CsvError)) return error as Error;
  const row = Number(error['records'] ?? 0) + 1;
  const [what, expected] = explained[error.code] ?? ['the row cannot be understood', 'fields with separators between them'];
  return new BadCustomers(`${file}, row ${row}: ${what}. Expected: ${expected}. Nothing was written.`);
}

/** How many bytes at the end of a chunk are the beginning of a letter that goes on in the next. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

async function feed(parser: Parser, path: string, isBad: () => Error): Promise<void> {
  let carried: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const bytes = carried.length ? Buffer.concat([carried, chunk]) : chunk;
    const whole = bytes.subarray(0, bytes.length - unfinished(bytes));
    carried = bytes.subarray(whole.length);
    if (!isUtf8(whole)) throw isBad();
    if (!parser.write(whole)) await once(parser, 'drain');
  }
  if (carried.length) throw isBad();
  parser.end();
}

/**
 * Reads a list of customers row by row and hands over the fields of each, in the order of the file, with its number: the headings are row 1,
 * and empty lines are not counted. Returns how many rows there were, headings apart.
 * @throws BadCustomers
 */
export async function eachCustomer(
  { path, file, columns: { delimiter } }: CustomerList,
  onRow: (fields: readonly string[], row: number) => void,
): Promise<number> {
  const parser = parse({ delimiter, bom: true, relax_column_count: true, skip_empty_lines: true, trim: true, max_record_size: longestRow });
  let row = 0;
  const done = new Promise<void>((resolve, reject) => {
    parser.on('error', (error) => reject(explainedError(error, file)));
    parser.on('end', resolve);
    parser.on('readable', () => {
      try {
        for (let fields = parser.read() as string[] | null; fields !== null; fields = parser.read() as string[] | null) {
          row++;
          if (row > 1) onRow(fields, row);
        }
      } catch (error) {
        parser.destroy();
        reject(error as Error);
      }
    });
  });
  await Promise.race([done, feed(parser, path, () => notUtf8(file, row + 1)).then(() => done)]).finally(() => parser.destroy());
  return row - 1;
}
