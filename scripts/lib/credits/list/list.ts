import { openSync, readSync, closeSync, statSync } from 'node:fs';
import { isUtf8 } from 'node:buffer';
import { once } from 'node:events';
import { basename } from 'node:path';
import { CsvError, parse } from 'csv-parse';
import { type Columns, findColumns } from './columns.ts';
import type { Headings } from './reading.ts';
import { bytesOf } from './bytes.ts';
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
    if (!statSync(path).isFile())
      throw new BadList(
        `${path} is not a file. Expected: a CSV file; it is read several times, which a pipe cannot be.`,
      );
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

/** The parser reads ahead, so that it knows better than the reader in which row it stopped. `before`: the rows that came before its first. */
const explained = (error: unknown, file: string, before: number): unknown =>
  error instanceof CsvError
    ? unreadableRow(error.code, file, before + Number(error['records'] ?? 0) + 1)
    : error;

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

/** Where the last letter of several bytes begins, if it may go on in the next chunk. */
function lastLetter(bytes: Buffer): number {
  const back = [1, 2, 3].find((one) => (bytes.at(-one) ?? 0) >= 0xc0) ?? 0;
  return bytes.length - back;
}

/** The file in pieces that end with whole letters. */
async function* wholeLetters(list: Source): AsyncGenerator<Buffer> {
  let carried: Buffer = Buffer.alloc(0);
  for await (const chunk of chunksOf(list)) {
    const bytes = carried.length ? Buffer.concat([carried, chunk]) : chunk;
    const end = lastLetter(bytes);
    yield bytes.subarray(0, end);
    carried = Buffer.from(bytes.subarray(end));
  }
  if (carried.length) yield carried;
}

type Fields = readonly string[];

/** `same`: one and the same for rows that differ in a single column; `undefined` where nobody knows of others like it. */
type OnFields = (fields: Fields, same?: Fields) => void;

/** The parser waits with the last bytes of a chunk until more come. White space changes no row. */
const lookAhead = Buffer.alloc(16, ' ');

/** The parser of the library, which knows quotes and says what is wrong with them. `before`: the rows that came before its first. */
function parserOf({ file, columns }: Opened, before: number, onFields: OnFields) {
  const parser = parse({
    delimiter: columns.delimiter,
    // Otherwise the first line would decide for all.
    record_delimiter: ['\r\n', '\n', '\r'],
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
    max_record_size: longestRow,
  });
  const done = new Promise<void>((resolve, reject) => {
    parser.on('error', (error) => reject(explained(error, file, before) as Error));
    parser.on('end', resolve);
    parser.on('readable', () => {
      try {
        let fields = parser.read() as Fields | null;
        for (; fields !== null; fields = parser.read() as Fields | null) onFields(fields);
      } catch (error) {
        parser.destroy();
        reject(error as Error);
      }
    });
  });
  // Whoever waits for the next bytes learns of it first.
  done.catch(() => undefined);
  return {
    /** Takes bytes; of those that are not UTF-8, what comes before them, to say in which row that is. @throws BadList */
    async take(bytes: Buffer): Promise<void> {
      if (isUtf8(bytes)) {
        // It keeps what it is given for a while.
        if (!parser.write(Buffer.from(bytes))) await Promise.race([done, once(parser, 'drain')]);
        return;
      }
      const { text, bad } = decodeUtf8(bytes);
      const whole = Buffer.concat([Buffer.from(text.slice(0, bad)), lookAhead]);
      await Promise.race([done, new Promise((resolve) => parser.write(whole, resolve))]);
      throw notUtf8(file, before + parser.info.records + 1);
    },
    end(): Promise<void> {
      parser.end();
      return done;
    },
    destroy: () => parser.destroy(),
  };
}

const quote = '"'.charCodeAt(0);
const lineEnd = /\r\n|\r|\n/;

/** Most lists have fewer lines that differ in more than the customer. */
const mostAlike = 10_000;

/** Takes lines without quotes apart. Of those that differ in the column `apart` only, the rest is taken apart once: most customers pay for the same as many others. */
function plainLines(delimiter: string, apart: number, onFields: OnFields): (line: string) => void {
  const known = new Map<string, Fields>();
  const fieldsOf = (line: string): Fields => line.split(delimiter).map((field) => field.trim());
  /** Where the column begins; −1 where the line has no such column, or no other. */
  function placeIn(line: string): number {
    let start = 0;
    for (let at = 0; at < apart; at++) {
      const end = line.indexOf(delimiter, start);
      if (end === -1) return -1;
      start = end + 1;
    }
    return start === 0 && !line.includes(delimiter) ? -1 : start;
  }
  return (line) => {
    const start = placeIn(line);
    const found = start === -1 ? -1 : line.indexOf(delimiter, start);
    const end = found === -1 ? line.length : found;
    const rest = start === 0 ? line.slice(end) : line.slice(0, start) + line.slice(end);
    const same = start === -1 ? undefined : known.get(rest);
    if (same) onFields(same.with(apart, line.slice(start, end).trim()), same);
    else if (start === -1 || known.size >= mostAlike) {
      const fields = fieldsOf(line);
      if (fields.length > 1 || fields[0] !== '') onFields(fields);
    } else {
      // A copy: a part of a text would keep all that was read with it.
      const fields = fieldsOf(Buffer.from(line).toString());
      known.set(Buffer.from(rest).toString(), fields);
      onFields(fields, fields);
    }
  };
}

/**
 * Rows without the parser: where no quote is, lines and separators are all there is. That takes a quarter of the time. Takes chunks as long as it can:
 * the first with a quote, with a line that is too long or with other bytes than UTF-8 comes back, with what is left of those before it.
 */
function plainRows({ columns: { delimiter } }: Opened, apart: number, onFields: OnFields) {
  const takeLine = plainLines(delimiter, apart, onFields);
  let left = '';
  return {
    take(bytes: Buffer): Buffer | undefined {
      if (bytes.includes(quote) || left.length > longestRow / 4 || !isUtf8(bytes))
        return Buffer.concat([Buffer.from(left), bytes]);
      const text = bytes.toString();
      // Between a carriage return and a line feed in the next chunk, there is an empty line, which is none.
      const lines = text.includes('\r') ? text.split(lineEnd) : text.split('\n');
      lines[0] = left + (lines[0] ?? '');
      left = lines.pop() ?? '';
      for (const line of lines) takeLine(line);
      return undefined;
    },
    end: () => takeLine(left),
  };
}

type Opened = Source & Pick<List<string>, 'columns'>;

/** Hands over the fields of each row, the headings among them. @throws BadList */
async function eachFields(list: Opened, apart: number, onFields: OnFields): Promise<void> {
  let count = 0;
  const plain = plainRows(list, apart, (fields, same) => {
    count++;
    onFields(fields, same);
  });
  let parser: ReturnType<typeof parserOf> | undefined;
  try {
    for await (const bytes of wholeLetters(list)) {
      const rest = parser ? bytes : plain.take(bytes);
      if (rest) await (parser ??= parserOf(list, count, onFields)).take(rest);
    }
    if (parser) await parser.end();
    else plain.end();
  } finally {
    parser?.destroy();
  }
}

/**
 * Reads a list row by row and hands over the fields of each, in the order of the file, with its number: the headings are row 1, and empty
 * lines are not counted. `same` is one and the same for rows that differ only in the column `apart`, where that is known. Returns how many rows there
 * were, headings apart.
 * @throws BadList
 */
export async function eachRow(
  list: Opened,
  onRow: (fields: Fields, row: number, same?: Fields) => void,
  apart = 0,
): Promise<number> {
  let row = 0;
  await eachFields(list, apart, (fields, same) => {
    row++;
    if (row > 1) onRow(fields, row, same);
  });
  if (row < 2)
    throw new BadList(
      `${list.file} has headings and no row below them. Expected: at least one row. Probably what wrote it has stopped early.`,
    );
  return row - 1;
}

/** The text in a column; empty where there is none. */
export const fieldOf = (fields: Fields, place: number | undefined): string =>
  place === undefined ? '' : (fields[place] ?? '');
