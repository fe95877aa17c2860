import { refusal, writeAll } from './lib/disk/content-folder.ts';
import { importSite } from './lib/import/cstate/import-site.ts';
import { asJson, asText } from './lib/import/report.ts';
import { openSite } from './lib/import/cstate/site-folder.ts';
import { WrongUsage, run } from './lib/command.ts';

const usage = `npm run import -- cstate DIR --into CONTENT [--format text|json]

Imports the history of a cState status page: DIR is its folder, with config.yml in it, and CONTENT is
the folder to write site.yaml, services.yaml and incidents/ into. It has to be empty, or not there yet.
What was dropped, what was guessed and what is left for a person is told file by file.

  --into CONTENT    where to write
  --format FORMAT   how to report: text (default) or json

Exit: 0 all files were imported · 1 some could not be · 3 nothing was written.`;

/** Says why nothing was done. */
function refuse(why: string): number {
  process.stderr.write(`${why}\n`);
  return 3;
}

const options = { into: { type: 'string' }, format: { type: 'string', default: 'text' } } as const;

await run(
  { usage, options, allowPositionals: true, usageExit: 3 },
  ({ values: { into, format, content }, positionals }) => {
    const [from, dir, ...more] = positionals;
    if (from !== 'cstate' || !dir || more.length)
      throw new WrongUsage('Expected: the word cstate, and one folder.');
    if (!into || content !== undefined)
      throw new WrongUsage('Expected: --into with the folder to write into.');
    if (format !== 'text' && format !== 'json')
      throw new WrongUsage(`There is no format “${format}”. Expected: text or json.`);
    const site = openSite(dir);
    if (typeof site === 'string') return refuse(site);
    const occupied = refusal(into);
    if (occupied) return refuse(occupied);
    const imported = importSite(site, Date.now());
    if (typeof imported === 'string') return refuse(imported);
    try {
      writeAll(into, imported.files);
    } catch (error) {
      return refuse(`Nothing was written: ${(error as Error).message}`);
    }
    process.stdout.write(format === 'json' ? asJson(imported.reports) : asText(imported.reports));
    return imported.reports.some(({ failed }) => failed) ? 1 : 0;
  },
);
