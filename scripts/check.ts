import type { Files } from '../src/record/files/files.ts';
import type { Since } from '../src/record/rule-findings.ts';
import { WrongUsage, requireFolder, run } from './lib/command.ts';

const usage = `npm run check -- [--content DIR] [--since REF] [--format text|github|json] [--strict] [--waivers]

Reads the whole record and reports everything that is wrong with it.

  --content DIR   the content folder (default: OWNUP_CONTENT, or content)
  --since REF     what was public at REF, as Git calls it, may not vanish or change in silence: such as origin/main,
                  or HEAD for what is not committed yet. It is compared with where REF and this branch parted
  --format F      text for people, github for annotations, json for programs; only json lists each
                  of ten and more warnings of a kind about what is older than a month
  --strict        warnings count as errors; notes never do
  --waivers       only list what is allowed in the record although a rule finds fault with it, and why

Exit: 0 nothing wrong · 1 errors · 2 wrong usage, or REF is not there`;

/** The record as it stood before, to compare with, and a word on what of it cannot be. @throws WrongUsage */
async function sinceVersion(version: string, content: string, files: Files): Promise<Since> {
  const { recordAt } = await import('./lib/record-at.ts');
  const { earlierRecord, unclearText } = await import('../src/record/earlier-record.ts');
  const { files: then, ...known } = recordAt(version, content);
  const earlier = earlierRecord(then, files, known);
  process.stderr.write(unclearText(earlier));
  return earlier.since;
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
  async ({ content, now, isPinned, values }) => {
    const { filesOnDisk } = await import('../src/record/files/files.ts');
    const { readRecord } = await import('../src/record/read-record.ts');
    const { formats, print, printWaivers } = await import('./lib/report.ts');
    const format = formats.find((known) => known === values.format);
    if (!format)
      throw new WrongUsage(
        `There is no format “${values.format}”. Expected: ${formats.join(', ')}.`,
      );
    requireFolder(content);
    const files = filesOnDisk(content);
    const since =
      values.since === undefined ? undefined : await sinceVersion(values.since, content, files);
    const { findings, quiet, waivers } = readRecord(files, now, isPinned, { since });
    if (values.waivers) {
      process.stdout.write(printWaivers(waivers, content, format));
      return 0;
    }
    process.stdout.write(print({ findings, quiet, content, files: files.list().length }, format));
    return findings.some(({ level }) => level === 'error' || (level === 'warning' && values.strict))
      ? 1
      : 0;
  },
);
