import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeBareAstro } from './bare-astro.ts';
import { corpusNow, writeCorpus } from './corpus.ts';
import { type Measured, measured, medians } from './measured.ts';
import { firstSearch, heaviest, withStyles } from '../tests/support/weights.ts';

const usage = `npm run bench:build -- [--incidents 100,1000] [--every 10] [--runs 3] [--seed 1] [--only ROW,ROW]

Makes a record of ten years and measures what it costs: wall and CPU in seconds, the most memory of a process, and what comes out. Beside it, in the
same run, a bare Astro on the same files: their pages without styles, feeds, check or search. Each figure is the median of the runs.
--every 1 has a postmortem of each incident.

Rows: node, help, check-help, small, check-first, check, cold, update, postmortem, unchanged, bare, bare-update.`;

const { values } = parseArgs({
  options: {
    incidents: { type: 'string', default: '100,1000' },
    every: { type: 'string', default: '10' },
    runs: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});

const command = (name: string): string[] => [
  '--import',
  './scripts/node-version.mjs',
  `scripts/${name}.ts`,
];

/** A record, where its site goes, and the bare project beside it. */
interface Bench {
  content: string;
  /** One of ten files. */
  small: string;
  out: string;
  bare: string;
  newest: string;
  env: Readonly<Record<string, string>>;
}

interface Row {
  what: string;
  /** What is done before each run, which is not measured. */
  before?: (bench: Bench, run: number) => void;
  run: (bench: Bench) => Promise<Measured>;
  out?: (bench: Bench) => string;
}

const ownup =
  (...args: string[]) =>
  ({ env }: Bench): Promise<Measured> =>
    measured(args, { env });
const bareBuild = ({ bare, env }: Bench): Promise<Measured> =>
  measured([resolve('node_modules/astro/bin/astro.mjs'), 'build'], { cwd: bare, env });
const site = ({ out }: Bench): string => out;
const bareSite = ({ bare }: Bench): string => join(bare, 'dist');

/** What builds may keep for each other. */
function forget({ out }: Bench): void {
  for (const folder of [out, resolve('node_modules/.cache/ownup')])
    rmSync(folder, { recursive: true, force: true });
}

function forgetBare({ bare, content }: Bench): void {
  rmSync(bare, { recursive: true, force: true });
  mkdirSync(bare);
  writeBareAstro(bare, content);
}

/** Says something new in the newest incident. */
function update({ content, newest }: Bench, run: number): void {
  const file = join(content, 'incidents', `${newest}.yaml`);
  const said = `  - { at: 2026-11-20T12:0${run}:00Z, status: resolved, text: Update ${run} after that. }\n`;
  writeFileSync(file, readFileSync(file, 'utf8') + said);
}

function editPostmortem({ content }: Bench, run: number): void {
  const folder = join(content, 'postmortems');
  const file = join(folder, readdirSync(folder).sort().at(-1) ?? '');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nSentence ${run} came later.\n`);
}

const build = ownup(...command('build'));

const rows: Readonly<Record<string, Row>> = {
  node: { what: 'Node alone', run: ownup('-e', '0') },
  help: { what: '`ownup --help`', run: ownup(...command('ownup'), '--help') },
  'check-help': { what: '`check --help`', run: ownup(...command('check'), '--help') },
  small: {
    what: '`check` of ten files',
    run: ({ small, env }) => measured([...command('check'), '--content', small], { env }),
  },
  'check-first': {
    what: '`check`, the first time',
    before: () => rmSync('.cache/compiled', { recursive: true, force: true }),
    run: ownup(...command('check')),
  },
  check: { what: '`check`', run: ownup(...command('check')) },
  cold: { what: 'cold build', before: forget, run: build, out: site },
  update: { what: 'build after one update', before: update, run: build, out: site },
  postmortem: {
    what: 'build after one edited postmortem',
    before: editPostmortem,
    run: build,
    out: site,
  },
  unchanged: { what: 'build with nothing changed', run: build, out: site },
  bare: { what: 'bare Astro, cold', before: forgetBare, run: bareBuild, out: bareSite },
  'bare-update': {
    what: 'bare Astro after one update',
    before: update,
    run: bareBuild,
    out: bareSite,
  },
};

function weight(folder: string): { files: number; bytes: number } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const sizes = files.map((entry) => statSync(join(entry.parentPath, entry.name)).size);
  return { files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** The row of the table, and what it took. */
async function measure(
  row: Row,
  bench: Bench,
  runs: number,
): Promise<{ took: Measured; line: string }> {
  const all: Measured[] = [];
  for (let run = 1; run <= runs; run++) {
    row.before?.(bench, run);
    all.push(await row.run(bench));
  }
  const took = medians(all);
  const made = row.out ? weight(row.out(bench)) : undefined;
  const cells = [
    row.what,
    took.seconds.toFixed(2),
    took.cpu.toFixed(2),
    took.megabytes.toFixed(0),
    made ? String(made.files) : '',
    made ? (made.bytes / 1e6).toFixed(1) : '',
  ];
  return { took, line: `| ${cells.join(' | ')} |\n` };
}

/** What readers load of a built site, compressed, in KB. */
function weights({ out }: Bench): string {
  const pages = {
    'the home page': withStyles(out, 'index.html'),
    'the heaviest postmortem': heaviest(out, 'postmortems'),
    'the first search': firstSearch(out),
  };
  const services = statSync(join(out, 'services/index.html')).size;
  return Object.entries(pages)
    .map(([page, bytes]) => `${page} ${(bytes / 1024).toFixed(1)} KB`)
    .concat(`all services, not compressed, ${(services / 1024).toFixed(1)} KB`)
    .join(', ');
}

async function benchmark(incidents: number, names: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ownup-benchmark-'));
  const content = join(folder, 'content');
  const ids = writeCorpus(content, incidents, Number(values.seed), Number(values.every));
  const small = join(folder, 'small');
  writeCorpus(small, 7, Number(values.seed));
  const bench: Bench = {
    content,
    small,
    out: join(folder, 'site'),
    bare: join(folder, 'bare'),
    newest: ids.at(-1) ?? '',
    env: {
      OWNUP_CONTENT: content,
      OWNUP_OUT: join(folder, 'site'),
      OWNUP_NOW: corpusNow,
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  };
  try {
    process.stdout.write(
      `\n| ${incidents} incidents | wall s | CPU s | peak MB | files | MB |\n| --- | ---: | ---: | ---: | ---: | ---: |\n`,
    );
    const took = new Map<string, Measured>();
    for (const name of names) {
      const row = rows[name];
      if (!row) throw new Error(`There is no row ${name}.\n\n${usage}`);
      const measuredRow = await measure(row, bench, Number(values.runs));
      took.set(name, measuredRow.took);
      process.stdout.write(measuredRow.line);
    }
    const [cold, bare] = [took.get('cold'), took.get('bare')];
    if (cold)
      process.stdout.write(`\nReaders load, with styles and compressed: ${weights(bench)}.\n`);
    if (cold && bare)
      process.stdout.write(
        `\nA cold build takes ${(cold.cpu / bare.cpu).toFixed(2)} times the CPU of a bare Astro, and ${(cold.seconds / bare.seconds).toFixed(2)} times as long.\n`,
      );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (values.help) process.stdout.write(`${usage}\n`);
else
  for (const incidents of values.incidents.split(',').map(Number))
    await benchmark(incidents, values.only?.split(',') ?? Object.keys(rows));
