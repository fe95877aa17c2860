import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { requireFolder, run } from './lib/command.ts';
import { writeWhole } from './lib/disk/whole-file.ts';

const usage = `npm run forms -- [--check] [--into FILE] [--content DIR]

Writes the issue form by which an incident is said from a phone, from the services and severities of the record.

  --into FILE     where it is written (default: .github/ISSUE_TEMPLATE/incident.yml)
  --check         write nothing; say whether it is current
  --content DIR   the content folder (default: OWNUP_CONTENT, or content)

Exit: 0 done, or current · 1 not current · 2 wrong usage`;

const options = {
  into: { type: 'string', default: '.github/ISSUE_TEMPLATE/incident.yml' },
  check: { type: 'boolean', default: false },
} as const;

await run({ usage, options }, async ({ content, values: { into, check } }) => {
  requireFolder(content);
  const { filesOnDisk } = await import('../src/record/files/files.ts');
  const { knownIn } = await import('./lib/new/setting.ts');
  const { formOf } = await import('./lib/say/form.ts');
  const form = formOf(knownIn(filesOnDisk(content)));
  const isCurrent = existsSync(into) && readFileSync(into, 'utf8') === form;
  if (check) {
    if (!isCurrent) process.stderr.write(`${into} is not current. Run: npm run forms\n`);
    return isCurrent ? 0 : 1;
  }
  mkdirSync(dirname(into), { recursive: true });
  if (!isCurrent) writeWhole(into, form, `${into}.${process.pid}`);
  return 0;
});
