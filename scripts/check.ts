import { filesOnDisk } from '../src/record/files/files.ts';
import { readRecord } from '../src/record/read-record.ts';
import { WrongUsage, requireFolder, run } from './lib/command.ts';
import { type Format, formats, print } from './lib/report.ts';

const usage = `npm run check -- [--content DIR] [--format text|github|json] [--strict]

Reads the whole record and reports everything that is wrong with it.

  --content DIR   the content folder (default: OWNUP_CONTENT, or content)
  --format F      text for people, github for annotations, json for programs
  --strict        warnings count as errors

Exit: 0 nothing wrong · 1 errors · 2 wrong usage`;

await run(
  {
    usage,
    options: {
      format: { type: 'string', default: 'text' },
      strict: { type: 'boolean', default: false },
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
    const { findings } = readRecord(files, now, isPinned);
    process.stdout.write(
      print({ findings, content, files: files.list().length }, format satisfies Format),
    );
    return findings.some(({ level }) => level === 'error' || (level === 'warning' && values.strict))
      ? 1
      : 0;
  },
);
