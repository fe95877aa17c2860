import { createReadStream, openSync, readSync, closeSync, statSync } from 'node:fs';
import { isUtf8 } from 'node:buffer';
import { once } from 'node:events';
import { basename } from 'node:path';
import { CsvError, type Parser, parse } from 'csv-parse';
import { type Columns, findColumns } from './columns.ts';
import type { Headings } from './reading.ts';
import { BadList, notUtf8, unopened, unreadableRow } from './bad-list.ts';
import { decodeUtf8 } from '../../../../src/text/utf8.ts';

/** A list with headings, opened: where it lies and what its columns are. */
export interface List<C extends string> {
  path: string;
  /** For messages: the name without the folder. */
  file: string;
  columns: Columns<C>;
  encoding: Encoding;
}

type Source = Pick<List<string>, 'path' | 'file' | 'encoding'>;

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** UTF-16 has a mark of its own, or a zero in every other byte. */
function encodingOf([first, second]: Buffer): Encoding {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0)
    ? 'utf-16be'
    : 'utf-8';
}

/** Spreadsheets are told the separator by a first line such as `sep=;`. */
const separatorLine = /^(\uFEFF|\u00EF\u00BB\u00BF)?sep=.\r?\n/i;

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
    if (!quoted && (text[at] === '\n' || text[at] === '\r'))
      return text.slice(Math.max(start, 0), at);
  }
  return text.slice(Math.max(start, 0));
}

/** @throws BadList if it cannot be read, is empty, is no UTF-8 text, or if its headings are not as they should be */
export function openList<C extends string>(path: string, headings: Headings<C>): List<C> {
  const file = basename(path);
  let bytes: Buffer;
  try {
    if (!statSync(path).isFile()) throw new BadList(`${path} is not a file. Expected: a CSV file.`);
    bytes = beginningOf(path);
  } catch (error) {
    throw error instanceof BadList ? error : unopened(path, error);
  }
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes, { stream: true });
  const zero = text.indexOf('\0');
  if (zero !== -1) throw notUtf8(file, text.slice(0, zero).split('\n').length);
  const heading = firstRowOf(text.replace(separatorLine, ''));
  if (heading === '')
    throw new BadList(`${file} is empty. Expected: a row with headings, and rows below it.`);
  if (heading.includes('\uFFFD')) throw notUtf8(file, 1);
  return {
    path,
    file,
    columns: findColumns(heading, headings, file),
    encoding,
  };
}

/** The parser reads ahead, so that it knows better than the reader in which row it stopped. */
const explained = (error: unknown, file: string): unknown =>
  error instanceof CsvError
    ? unreadableRow(error.code, file, Number(error['records'] ?? 0) + 1)
    : error;

async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(path) as AsyncIterable<Buffer>;
  } catch (error) {
    throw unopened(path, error);
  }
}

/** The file in UTF-8, without a first line that names the separator. */
async function* chunksOf({ path, encoding }: Source): AsyncGenerator<Buffer> {
  const decoder = encoding === 'utf-8' ? undefined : new TextDecoder(encoding);
  let isFirst = true;
  for await (const chunk of bytesOf(path)) {
    const bytes = decoder ? Buffer.from(decoder.decode(chunk, { stream: true })) : chunk;
    const [line = ''] = (isFirst && separatorLine.exec(bytes.toString('latin1', 0, 16))) || [];
    isFirst = false;
    yield bytes.subarray(line.length);
  }
}

/** The same as text, to look for signs; letters may be cut. */
export async function* chunksOfText(list: Source): AsyncGenerator<string> {
  for await (const chunk of chunksOf(list)) yield chunk.toString('latin1');
}

/** The parser waits with the last bytes of a chunk until more come. White space changes no row. */
const lookAhead = Buffer.alloc(16, ' ');

/** Gives the parser bytes; of those that are not UTF-8, what comes before them, to say in which row that is. @throws BadList */
async function give(parser: Parser, bytes: Buffer, file: string): Promise<void> {
  if (isUtf8(bytes)) {
    if (!parser.write(bytes)) await once(parser, 'drain');
    return;
  }
  const { text, bad } = decodeUtf8(bytes);
  const before = Buffer.concat([Buffer.from(text.slice(0, bad)), lookAhead]);
  await new Promise((resolve) => parser.write(before, resolve));
  throw notUtf8(file, parser.info.records + 1);
}

/** Where the last letter of several bytes begins, if it may go on in the next chunk. */
function lastLetter(bytes: Buffer): number {
  const back = [1, 2, 3].find((one) => (bytes.at(-one) ?? 0) >= 0xc0) ?? 0;
  return bytes.length - back;
}

/** Gives the parser the file. @throws BadList */
async function feed(parser: Parser, list: Source): Promise<void> {
  let carried: Buffer = Buffer.alloc(0);
  for await (const chunk of chunksOf(list)) {
    const bytes = carried.length ? Buffer.concat([carried, chunk]) : chunk;
    const end = lastLetter(bytes);
    await give(parser, bytes.subarray(0, end), list.file);
    carried = bytes.subarray(end);
  }
  await give(parser, carried, list.file);
  parser.end();
}

/**
 * Reads a list row by row and hands over the fields of each, in the order of the file, with its number: the headings are row 1, and empty
 * lines are not counted. Returns how many rows there were, headings apart.
 * @throws BadList
 */
export async function eachRow(
  list: Source & Pick<List<string>, 'columns'>,
  onRow: (fields: readonly string[], row: number) => void,
): Promise<number> {
  const { file } = list;
  const parser = parse({
    delimiter: list.columns.delimiter,
    // Otherwise the first line would decide for all.
    record_delimiter: ['\r\n', '\n', '\r'],
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
    max_record_size: longestRow,
  });
  let row = 0;
  const done = new Promise<void>((resolve, reject) => {
    parser.on('error', (error) => reject(explained(error, file) as Error));
    parser.on('end', resolve);
    parser.on('readable', () => {
      try {
        for (
          let fields = parser.read() as string[] | null;
          fields !== null;
          fields = parser.read() as string[] | null
        ) {
          row++;
          if (row > 1) onRow(fields, row);
        }
      } catch (error) {
        parser.destroy();
        reject(error as Error);
      }
    });
  });
  await Promise.race([done, feed(parser, list).then(() => done)]).finally(() => parser.destroy());
  if (row < 2)
    throw new BadList(
      `${file} has headings and no row below them. Expected: at least one row. Probably what wrote it has stopped early.`,
    );
  return row - 1;
}

/** The text in a column; empty where there is none. */
export const fieldOf = (fields: readonly string[], place: number | undefined): string =>
  place === undefined ? '' : (fields[place] ?? '');
