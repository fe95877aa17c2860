import { type Earlier, earlierRecord } from '../src/record/earlier-record.ts';
import { type Files, filesOnDisk } from '../src/record/files/files.ts';
import { readRecord } from '../src/record/read-record.ts';
import { visible } from '../src/text/visible.ts';
import { WrongUsage, requireFolder, run } from './lib/command.ts';
import { recordAt } from './lib/record-at.ts';
import { type Format, count, formats, print, printWaivers } from './lib/report.ts';

const usage = `npm run check -- [--content DIR] [--since REF] [--format text|github|json] [--strict] [--waivers]

Reads the whole record and reports everything that is wrong with it.

  --content DIR   the content folder (default: OWNUP_CONTENT, or content)
  --since REF     what was public at REF, as Git calls it, may not vanish or change in silence: such as origin/main,
                  or HEAD for what is not committed yet. It is compared with where REF and this branch parted
  --format F      text for people, github for annotations, json for programs
  --strict        warnings count as errors; notes never do
  --waivers       only list what is allowed in the record although a rule finds fault with it, and why

Exit: 0 nothing wrong · 1 errors · 2 wrong usage, or REF is not there`;

/** Says what the comparison leaves out. */
function tellUnclear({ record, unclear }: Earlier): void {
  const all = record.incidents.length + record.postmortems.length + unclear.length;
  if (all === 0)
    process.stderr.write(
      `There is no incident and no postmortem in this folder at ${record.name}: all of it is new.\n`,
    );
  if (unclear.length === 0) return;
  process.stderr.write(
    `At ${record.name} ${count(unclear.length, 'file')} had errors, or an older format. Only what could be understood is compared: ${unclear.map(visible).join(', ')}\n`,
  );
}

/** The record as it stood before, where one is asked for. @throws WrongUsage */
function earlierOf(since: string | undefined, content: string, files: Files) {
  if (since === undefined) return undefined;
  const { commit, files: then } = recordAt(since, content);
  const earlier = earlierRecord(then, files, commit);
  tellUnclear(earlier);
  return earlier.record;
}

await run(
  {
    usage,
    options: {
      since: { type: 'string' },
      format: { type: 'string', default: 'text' },
      strict: { type: 'boolean', default: false },
      waivers: { type: 'boolean', default: false },
    },
  },
  ({ content, now, isPinned, values }) => {
    const format = formats.find((known) => known === values.format);
    if (!format)
      throw new WrongUsage(
        `There is no format “${values.format}”. Expected: ${formats.join(', ')}.`,
      );
    requireFolder(content);
    const files = filesOnDisk(content);
    const earlier = earlierOf(values.since, content, files);
    const { findings, waivers } = readRecord(files, now, isPinned, { earlier });
    if (values.waivers) {
      process.stdout.write(printWaivers(waivers, content, format));
      return 0;
    }
    process.stdout.write(
      print({ findings, content, files: files.list().length }, format satisfies Format),
    );
    return findings.some(({ level }) => level === 'error' || (level === 'warning' && values.strict))
      ? 1
      : 0;
  },
);
