import type { Hash } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { type LedgerLine, ledgerLine } from '../../../../src/domain/credits/ledger/entry.ts';
import type { Charges } from '../list/charges.ts';
import { BadLedger } from './bad-ledger.ts';
import { type Granting, type Ledger, emptyLedger, granting } from './ledger.ts';

const chunk = 1024 * 1024;
const lineFeed = 10;

/** A line of a file, the line feed among it: a part of some bytes that were read at once. */
interface Line {
  bytes: Buffer;
  start: number;
  end: number;
}

/** The lines of a file. */
function* linesOf(path: string): Generator<Line> {
  const handle = openSync(path, 'r');
  try {
    let rest = Buffer.alloc(0);
    for (;;) {
      const more = Buffer.alloc(chunk);
      const read = readSync(handle, more);
      if (read === 0) break;
      const bytes = Buffer.concat([rest, more.subarray(0, read)]);
      let start = 0;
      for (let end = bytes.indexOf(lineFeed); end !== -1; end = bytes.indexOf(lineFeed, start)) {
        yield { bytes, start, end: end + 1 };
        start = end + 1;
      }
      rest = bytes.subarray(start);
    }
    if (rest.length) yield { bytes: rest, start: 0, end: rest.length };
  } finally {
    closeSync(handle);
  }
}

/** Hashes lines, many at once. */
function lineHash(hash: Hash): {
  add: (line: Line) => void;
  digest: () => string;
} {
  let open: Line = { bytes: Buffer.alloc(0), start: 0, end: 0 };
  const settle = (): void => void hash.update(open.bytes.subarray(open.start, open.end));
  return {
    add({ bytes, start, end }) {
      if (bytes !== open.bytes) {
        settle();
        open = { bytes, start, end };
      } else open.end = end;
    },
    digest() {
      settle();
      open.start = open.end;
      return hash.copy().digest('hex');
    },
  };
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
  const hash = lineHash(ledger.hash);
  let open: { run: number; granting: Granting } | undefined;
  let number = 0;
  const refuse = (what: string): never => {
    throw new BadLedger(file, `line ${number}: ${what}`);
  };
  for (const read of linesOf(path)) {
    number++;
    const line = lineIn(read.bytes.toString('utf8', read.start, read.end));
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
      if (hash.digest() !== line.sha256)
        refuse('something above it was changed after it was recorded');
      open = undefined;
    }
    hash.add(read);
    ledger.bytes += read.end - read.start;
  }
  hash.digest();
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
