import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Measured, measured } from './measured.ts';
import { type Kind, writeContent, writeCustomers } from './credit-list.ts';

/*
 * npm run bench:credits -- [--rows 1000000] [--turns 3]
 *
 * Makes a list of customers and a month with 50 incidents, reads the list with the CSV parser alone, then runs the whole command on it: without
 * a ledger, with the first run that a ledger records, and with a second that changes nothing. Says how many times as long that took and how much
 * memory. Each is a process of its own, measured from start to end. What counts is CPU, of all threads: on a machine that does other things too, the time
 * says little. Ends with 1 if the command took more than three times as much, or four with a ledger; if ten times the rows took more than one and a
 * half times the memory; or if a tenth of the rows took more than three times as much where each of them covers another time, or has another fee.
 */

/** How many times as much CPU as the parser alone, and how much memory for ten times the rows. */
const limits = { plain: 3, ledger: 4, memory: 1.5 };

/** What `npm run credits` gives to Node, its limit for young memory included: without it V8 lets a third more lie about. */
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: { credits: string };
};
const asWritten = scripts.credits.split(' ').slice(1);

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    turns: { type: 'string', default: '3' },
    alone: { type: 'string' },
  },
});

/** The parser alone, with nothing done to the rows. */
async function parseAlone(file: string): Promise<void> {
  const { parse } = await import('csv-parse');
  const parser = parse({ bom: true });
  parser.on('readable', () => {
    while (parser.read() !== null);
  });
  createReadStream(file).pipe(parser);
  await once(parser, 'end');
}

const cheapest = (runs: readonly Measured[]): Measured =>
  runs.reduce((a, b) => (b.cpu < a.cpu ? b : a));

type Times = Record<'alone' | 'plain' | 'recorded' | 'again', Measured>;

/** The parser alone and the whole command on a list of so many rows, in turns, the cheapest of so many. */
async function compare(
  folder: string,
  rows: number,
  turns: number,
  kind: Kind = 'alike',
): Promise<Times> {
  const file = join(folder, 'customers.csv');
  const out = join(folder, 'out');
  await writeCustomers(file, rows, kind);
  const command = [
    ...asWritten,
    ...['--content', join(folder, 'content'), '--customers', file],
    ...['--period', '2026-10', '--out', out],
  ];
  const found: Record<keyof Times, Measured[]> = { alone: [], plain: [], recorded: [], again: [] };
  for (let turn = 0; turn < turns; turn++) {
    found.alone.push(await measured(['benchmarks/credits.ts', '--alone', file]));
    rmSync(out, { recursive: true, force: true });
    found.plain.push(await measured(command));
    rmSync(out, { recursive: true, force: true });
    found.recorded.push(await measured([...command, '--record']));
    found.again.push(await measured([...command, '--record']));
  }
  return {
    alone: cheapest(found.alone),
    plain: cheapest(found.plain),
    recorded: cheapest(found.recorded),
    again: cheapest(found.again),
  };
}

const times = (one: Measured, other: Measured): number => one.cpu / other.cpu;

function say(what: string, { alone, ...others }: Times): void {
  const lines = Object.entries({ 'parser alone': alone, ...others }).map(
    ([name, one]) =>
      `  ${name}: ${one.seconds.toFixed(2)} s, ${one.cpu.toFixed(2)} s of CPU, ${Math.round(one.megabytes)} MB; ${times(one, alone).toFixed(2)} times the CPU`,
  );
  process.stdout.write(`${what}\n${lines.join('\n')}\n`);
}

const within = ({ alone, plain, recorded, again }: Times, few: Times): boolean =>
  times(plain, alone) <= limits.plain &&
  times(recorded, alone) <= limits.ledger &&
  times(again, alone) <= limits.ledger &&
  plain.megabytes <= limits.memory * few.plain.megabytes &&
  recorded.megabytes <= limits.memory * few.recorded.megabytes &&
  again.megabytes <= limits.memory * few.again.megabytes;

async function benchmark(rows: number, turns: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'ownup-benchmark-'));
  try {
    writeContent(join(folder, 'content'));
    const few = await compare(folder, rows / 10, turns);
    say(`${rows / 10} rows`, few);
    const others: Times[] = [];
    for (const kind of ['times', 'fees'] as const) {
      const distinct = await compare(folder, rows / 10, turns, kind);
      say(
        `${rows / 10} rows with as many ${kind === 'times' ? 'covered times' : 'fees'}`,
        distinct,
      );
      others.push(distinct);
    }
    const many = await compare(folder, rows, turns);
    say(`${rows} rows`, many);
    return within(many, few) && others.every(({ plain }) => times(plain, few.plain) <= limits.plain)
      ? 0
      : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (values.alone) await parseAlone(values.alone);
else process.exitCode = await benchmark(Number(values.rows), Number(values.turns));
