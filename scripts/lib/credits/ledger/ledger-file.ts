import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { type LedgerLine, ledgerLine } from '../../../../src/domain/credits/ledger/entry.ts';
import { pieceLength } from '../list/bytes.ts';
import type { Charges } from '../list/charges.ts';
import { BadLedger } from './bad-ledger.ts';
import { type Granting, type Ledger, emptyLedger, granting } from './ledger.ts';

const lineFeed = 10;

/** The bytes of a file in pieces that end with whole lines, the last one aside. */
function* wholeLines(path: string): Generator<Buffer> {
  const handle = openSync(path, 'r');
  try {
    let bytes = Buffer.alloc(pieceLength);
    let length = 0;
    for (;;) {
      if (length === bytes.length) bytes = Buffer.concat([bytes, Buffer.alloc(length)]);
      const read = readSync(handle, bytes, length, bytes.length - length, null);
      const end = bytes.subarray(0, length + read).lastIndexOf(lineFeed) + 1;
      length += read;
      if (read === 0) break;
      if (end === 0) continue;
      yield bytes.subarray(0, end);
      bytes.copyWithin(0, end, length);
      length -= end;
    }
    if (length) yield bytes.subarray(0, length);
  } finally {
    closeSync(handle);
  }
}

const grantPattern = /^-?[1-9]\d{0,18}$/;

/** A grant is told by hand, because there are a million of them; it is what the schema says. */
const isGrant = (value: unknown): value is [number, string, string, string] =>
  Array.isArray(value) &&
  value.length === 4 &&
  Number.isInteger(value[0]) &&
  typeof value[1] === 'string' &&
  value[1] !== '' &&
  typeof value[2] === 'string' &&
  typeof value[3] === 'string' &&
  grantPattern.test(value[3]);

function lineIn(text: string): LedgerLine | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (isGrant(value)) return value;
    return Array.isArray(value) ? undefined : ledgerLine.safeParse(value).data;
  } catch {
    return undefined;
  }
}

/**
 * Reads what was granted so far; an empty ledger where there is no file. Each run ends with the SHA-256 of all before it, so that a line that was changed or
 * lost is found.
 * @throws BadLedger
 */
export function readLedger(path: string, charges: Charges): Ledger {
  const ledger = emptyLedger();
  if (!existsSync(path)) return ledger;
  const file = basename(path);
  if (!statSync(path).isFile()) throw new BadLedger(file, 'which is no file');
  const hash = createHash('sha256');
  let open: { run: number; granting: Granting } | undefined;
  let number = 0;
  const refuse = (what: string): never => {
    throw new BadLedger(file, `line ${number}: ${what}`);
  };
  /** The lines that were read together, and which of them is looked at. */
  let lines: string[] = [];
  let at = 0;
  const hashAbove = (): string =>
    hash
      .copy()
      .update(
        lines
          .slice(0, at)
          .map((line) => `${line}\n`)
          .join(''),
      )
      .digest('hex');

  function take(text: string): void {
    number++;
    const line = lineIn(text);
    if (line === undefined) return refuse('this is no line of a ledger of version 1');
    if (Array.isArray(line)) {
      if (!open || line[0] >= open.granting.bases())
        return refuse('the grant has no basis above it in its run');
      open.granting.grant(line[0], line[1], line[2], BigInt(line[3]));
    } else if ('ledger' in line) {
      if (open || line.run !== ledger.runs.length + 1) refuse('a run begins in the wrong place');
      ledger.runs.push(line);
      open = { run: line.run, granting: granting(ledger, charges, line) };
    } else if ('basis' in line) {
      const { basis: own, ...basis } = line;
      if (own !== open?.granting.bases()) refuse('a basis stands in the wrong place');
      open?.granting.open(basis);
    } else {
      if (open?.run !== line.end) refuse('a run ends that has not begun');
      if (hashAbove() !== line.sha256)
        refuse('something above it was changed after it was recorded');
      open = undefined;
    }
  }
  for (const bytes of wholeLines(path)) {
    lines = bytes.toString().split('\n');
    const rest = lines.pop();
    for (at = 0; at < lines.length; at++) take(lines[at] ?? '');
    number++;
    if (rest !== '') refuse('it has no end: the file is cut off');
    number--;
    hash.update(bytes);
    ledger.bytes += bytes.length;
  }
  number++;
  if (open) refuse('the last run has no end: the file is cut off');
  if (ledger.runs.length === 0) refuse('the file is empty');
  return ledger;
}

/** Refuses to write behind a ledger that somebody else has written to since it was read. @throws BadLedger */
export function requireUnchanged(path: string, { bytes }: Ledger): void {
  const now = existsSync(path) ? statSync(path).size : 0;
  if (now !== bytes)
    throw new BadLedger(
      basename(path),
      `${now} bytes: another run has recorded something meanwhile`,
    );
}
