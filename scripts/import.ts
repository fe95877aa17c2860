import { type Call, run } from './lib/command.ts';

const usage = `npm run import -- cstate DIR --into CONTENT [--format text|json]
npm run import -- statuspage FILE|DIR|URL --into CONTENT
npm run import -- upptime DIR --into CONTENT

Imports the history of a status page. CONTENT is the folder to write the record into: it is empty, not
there yet, or of an earlier import. Then what a person has changed in it since is left alone.
What was dropped, what was guessed and what is left for a person is told one by one.

  cstate DIR        the folder of a cState site, with config.yml in it
  statuspage URL    a page at Statuspage, or one with the same interface: all that it makes public
  statuspage FILE|DIR  answers of that interface that were saved as JSON
  upptime DIR       the folder of an Upptime page, with its issues in issues.json
  --into CONTENT    where to write
  --format FORMAT   how to report: text (default) or json
  --cache DIR       where answers of a page are kept, so that a second run goes on (default .cache/import)

Decisions, kept in CONTENT for the next run:
  --service NAME=ID             what the old page calls NAME is the service ID; more than once
  --informational KIND          informational issues that name an outage: incident or notice
  --planned WORD                cState: issues with WORD in title or file name were planned work; repeatable
  --zone ZONE                   the zone of times without one, such as Europe/Berlin
  --announced scheduled         work was announced when it was to begin, where nobody knows

Exit: 0 all was imported · 1 some could not be · 3 nothing was written.`;

const options = {
  into: { type: 'string' },
  format: { type: 'string', default: 'text' },
  cache: { type: 'string', default: '.cache/import' },
  service: { type: 'string', multiple: true },
  informational: { type: 'string' },
  planned: { type: 'string', multiple: true },
  zone: { type: 'string' },
  announced: { type: 'string' },
} as const;

export type Asked = Call<typeof options>;

await run({ usage, options, allowPositionals: true, usageExit: 3 }, async (call) =>
  (await import('./main/import.ts')).main(call),
);
