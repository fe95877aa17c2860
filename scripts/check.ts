import { WrongUsage, requireFolder, run } from './lib/command.ts';

const usage = `npm run check -- [--content DIR] [--format text|github|json] [--strict] [--waivers]

Reads the whole record and reports everything that is wrong with it.

  --content DIR   the content folder (default: OWNUP_CONTENT, or content)
  --format F      text for people, github for annotations, json for programs; only json lists each
                  of ten and more warnings of a kind about what is older than a month
  --strict        warnings count as errors; notes never do
  --waivers       only list what is allowed in the record although a rule finds fault with it, and why

Exit: 0 nothing wrong · 1 errors · 2 wrong usage`;

await run(
  {
    usage,
    options: {
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
    const { findings, quiet, waivers } = readRecord(files, now, isPinned);
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
