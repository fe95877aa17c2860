import {
  createReadStream,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';

/*
 * npm run bench:credits -- [--rows 1000000]
 *
 * Makes a list of customers and a month with 50 incidents, reads the list with the CSV parser alone, then runs the whole command on it, and
 * says how many times as long that took and how much memory. Each is a process of its own, measured from start to end. Ends with 1 if the
 * command took more than three times as long, if ten times the rows took more than twice the memory, or if a tenth of the rows took more than
 * three times as long where each of them covers another time.
 */

const plans = ['team', 'business', 'enterprise'];
const places = ['api,eu', 'api,us', 'web,eu', 'web,us', 'files,'];
const currencies = ['EUR', 'USD', 'JPY', 'KWD'];
const incidents = 50;
const limit = 3;

/** What `npm run credits` gives to Node, its limit for young memory included: without it V8 lets a third more lie about. */
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: { credits: string };
};
const asWritten = scripts.credits.split(' ').slice(1);

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '1000000' }, alone: { type: 'string' } },
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

/** From when on and until when a row is covered: the month, or a time that no other row has. */
const coveredBy = (row: number, distinct: boolean): string => {
  if (!distinct) return '2026-10-01,2026-10-31';
  const from = Date.parse('2026-10-01T00:00:00Z') + row * 7000;
  return `${new Date(from).toISOString()},${new Date(from + 20 * 86_400_000).toISOString()}`;
};

async function writeCustomers(file: string, rows: number, distinct = false): Promise<void> {
  const stream = createWriteStream(file);
  stream.write('id,plan,service,region,currency,fee,covered_from,covered_to\n');
  for (let row = 0; row < rows; row++) {
    const currency = currencies[row % currencies.length] ?? 'EUR';
    const fee = `${(row * 7919) % 1000}${currency === 'JPY' ? '' : `.${String(row % 100).padStart(2, '0')}`}`;
    const line = `ws_${String(row).padStart(8, '0')},${plans[row % plans.length]},${places[row % places.length]},${currency},${fee},${coveredBy(row, distinct)}\n`;
    if (!stream.write(line)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');

function writeContent(folder: string): void {
  mkdirSync(join(folder, 'incidents'), { recursive: true });
  writeFileSync(
    join(folder, 'site.yaml'),
    'format: 1\nname: Benchmark\nurl: https://status.example/\nseverities: [{ id: major, name: Major, level: major, means: Down. }]\n',
  );
  writeFileSync(
    join(folder, 'services.yaml'),
    'services:\n  - { id: api, name: API, regions: [eu, us] }\n  - { id: web, name: Web, regions: [eu, us] }\n  - { id: files, name: Files }\n',
  );
  const policy = (id: string, plan: string, rule: string): string =>
    `  - { id: ${id}, name: Uptime, effective: { from: 2026-01-01 }, plans: [${plan}], scope: service_and_region, period: { every: month, zone: Europe/Berlin }, ${rule}, claim: automatic }\n`;
  const tiers =
    'tiers: [{ lt: 99.9, percent: 10 }, { lt: 99, percent: 25 }, { lt: 95, percent: 100 }], minimum: { gt: 1 }';
  writeFileSync(
    join(folder, 'credits.yaml'),
    `plans: [${plans.map((id) => `{ id: ${id}, name: ${id} }`).join(', ')}]\npolicies:\n${policy('uptime', 'team, business', tiers)}${policy('refund', 'enterprise', 'multiple: { times: 10 }, cap: { percent: 100 }')}`,
  );
  for (let index = 0; index < incidents; index++) {
    const [service, region] = (places[index % places.length] ?? '').split(',');
    const day = twoDigits(1 + (index % 28));
    const hour = (index * 7) % 22;
    const window = `{ service: ${service}, status: partial_outage, from: 2026-10-${day}T${twoDigits(hour)}:05:00Z, to: 2026-10-${day}T${twoDigits(hour + 1)}:17:30Z${region ? `, regions: [${region}]` : ''} }`;
    writeFileSync(
      join(folder, `incidents/incident-${index}.yaml`),
      `kind: incident\ntitle: Incident ${index}\nseverity: major\nimpact:\n  - ${window}\nupdates:\n  - { at: 2026-10-${day}T${twoDigits(hour + 1)}:20:00Z, status: resolved, text: Over. }\n`,
    );
  }
}

interface Measured {
  seconds: number;
  megabytes: number;
}

/** Runs a process to its end, and asks it for the most memory that it had. */
async function measured(args: readonly string[]): Promise<Measured> {
  const tell =
    'data:text/javascript,process.on("exit",()=>process._rawDebug("peak "+process.resourceUsage().maxRSS))';
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', tell, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(said);
  return {
    seconds: (performance.now() - start) / 1000,
    megabytes: Number(/peak (\d+)/.exec(said)?.[1]) / 1024,
  };
}

const fastest = (runs: readonly Measured[]): Measured =>
  runs.reduce((a, b) => (b.seconds < a.seconds ? b : a));

/** The parser alone and the whole command on a list of so many rows, in turns, the fastest of three. */
async function compare(
  folder: string,
  rows: number,
  distinct = false,
): Promise<{ alone: Measured; whole: Measured }> {
  const file = join(folder, 'customers.csv');
  const out = join(folder, 'out');
  await writeCustomers(file, rows, distinct);
  const alone: Measured[] = [];
  const whole: Measured[] = [];
  for (let turn = 0; turn < 3; turn++) {
    rmSync(out, { recursive: true, force: true });
    alone.push(await measured(['benchmarks/credits.ts', '--alone', file]));
    whole.push(
      await measured([
        ...asWritten,
        '--content',
        join(folder, 'content'),
        '--customers',
        file,
        '--period',
        '2026-10',
        '--out',
        out,
      ]),
    );
  }
  return { alone: fastest(alone), whole: fastest(whole) };
}

function say(what: string, { alone, whole }: { alone: Measured; whole: Measured }): void {
  const times = (whole.seconds / alone.seconds).toFixed(2);
  process.stdout.write(
    `${what}: parser alone ${alone.seconds.toFixed(2)} s; with credits ${whole.seconds.toFixed(2)} s, ${Math.round(whole.megabytes)} MB; ${times} times\n`,
  );
}

async function benchmark(rows: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'ownup-benchmark-'));
  try {
    writeContent(join(folder, 'content'));
    const few = await compare(folder, rows / 10);
    say(`${rows / 10} rows`, few);
    const distinct = await compare(folder, rows / 10, true);
    say(`${rows / 10} rows with as many covered times`, distinct);
    const many = await compare(folder, rows);
    say(`${rows} rows`, many);
    return distinct.whole.seconds <= limit * few.whole.seconds &&
      many.whole.seconds <= limit * many.alone.seconds &&
      many.whole.megabytes <= 2 * few.whole.megabytes
      ? 0
      : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (values.alone) await parseAlone(values.alone);
else process.exitCode = await benchmark(Number(values.rows));
