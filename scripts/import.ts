import { parseArgs } from 'node:util';
import { refusal, writeAll } from './lib/cstate/content-folder.ts';
import { importSite } from './lib/cstate/import-site.ts';
import { asJson, asText } from './lib/cstate/loss-report.ts';
import { openSite } from './lib/cstate/site-folder.ts';

const usage = `Usage: npm run import -- cstate DIR --into CONTENT [--format text|json]

Imports the history of a cState status page: DIR is its folder, with config.yml in it, and CONTENT is
the folder to write site.yaml, services.yaml and incidents/ into. It has to be empty, or not there yet.
What was dropped, what was guessed and what is left for a person is told file by file.

  --into CONTENT    where to write
  --format FORMAT   how to report: text (default) or json
  --help            show this

Ends with 0 if all files were imported, with 1 if some could not be, and with 3 if nothing was written.
`;

/** Says why nothing was done, and how to do it. */
function refuse(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(3);
}

function readArguments(): { dir: string; into: string; format: string } {
  let parsed;
  try {
    const options = {
      into: { type: 'string' },
      format: { type: 'string', default: 'text' },
      help: { type: 'boolean', default: false },
    } as const;
    parsed = parseArgs({ allowPositionals: true, options });
  } catch (error) {
    return refuse(`${(error as Error).message}\n\n${usage}`);
  }
  const { values, positionals } = parsed;
  const [from, dir, ...more] = positionals;
  if (values.help) {
    process.stdout.write(usage);
    process.exit(0);
  }
  if (from !== 'cstate' || !dir || more.length || !values.into || !['text', 'json'].includes(values.format)) return refuse(usage);
  return { dir, into: values.into, format: values.format };
}

function showProgress(done: number, of: number): void {
  if (process.stderr.isTTY) process.stderr.write(done === of ? '\r\u001B[K' : `\rReading issue ${done} of ${of}`);
}

const { dir, into, format } = readArguments();
const site = openSite(dir);
if (typeof site === 'string') refuse(site);
const occupied = refusal(into);
if (occupied) refuse(occupied);

const imported = importSite(site, showProgress);
if (typeof imported === 'string') refuse(imported);
try {
  writeAll(into, imported.files);
} catch (error) {
  refuse(`Nothing was written: ${(error as Error).message}`);
}

process.stdout.write(format === 'json' ? asJson(imported.reports) : asText(imported.reports));
process.exitCode = imported.reports.some(({ failed }) => failed) ? 1 : 0;
