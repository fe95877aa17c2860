import { type Call, run } from './lib/command.ts';

const usage = `npm run new -- incident    [--what TEXT] [--service ID,…] [--severity NAME] [--since TIME] [--next TIME|none]
                           [--title TEXT] [--impact STATUS] [--status STATUS] [--workaround TEXT]
npm run new -- update      [ID] [--what TEXT] [--status STATUS] [--next TIME|none] [--workaround TEXT]
                           [--service ID,…] [--since TIME] [--impact STATUS] [--from TIME] [--to TIME]
npm run new -- resolve     [ID] [--what TEXT] [--ended TIME]
npm run new -- maintenance [--what TEXT] [--service ID,…] [--from TIME] [--to TIME] [--workaround TEXT] [--title TEXT]
npm run new -- notice      [--what TEXT] [--next TIME|none] [--title TEXT] [--severity NAME] [--workaround TEXT]
npm run new -- correction  [ID] [--what TEXT] [--since REF]
npm run new -- postmortem  INCIDENT… [--summary TEXT] [--ownership TEXT] [--thanks TEXT] [--cause NAME] [--because TEXT]…

Says it: writes an incident into the record, or what is new of one. On a terminal, what is missing is asked. ID may be left out while
only one is open. What the check would call an error is not written. A postmortem is a draft, and is gone on with by the same command.
A correction follows a change of a file: what stood there before is looked up in Git, at REF (default: HEAD).

  --template ID   begin with the answers in content/templates/ID.yaml
  --zone ZONE     the zone that times are in which name none (default: that of the site)
  --publish       commit it, push it, and wait until the public page shows it
  --with-others   publish it also where other commits are not pushed yet, and become public with it
  --wait MINUTES  how long to wait for the page (default: 10)
  --dry-run       print the file, or what would change in it, and write nothing
  --content DIR   the content folder (default: OWNUP_CONTENT, or content)

TIME: now, 20m ago, in 30m, 14:05, yesterday 23:10, 2026-01-17 14:05, or a time with its zone. More: docs/writing-an-incident.md

Exit: 0 done · 1 nothing was written · 2 wrong usage, or an answer is missing · 3 written, but not public · 130 ended by whoever was asked`;

const options = {
  what: { type: 'string' },
  title: { type: 'string' },
  service: { type: 'string', multiple: true },
  severity: { type: 'string' },
  impact: { type: 'string' },
  since: { type: 'string' },
  next: { type: 'string' },
  status: { type: 'string' },
  ended: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  workaround: { type: 'string' },
  summary: { type: 'string' },
  ownership: { type: 'string' },
  thanks: { type: 'string' },
  cause: { type: 'string' },
  because: { type: 'string', multiple: true },
  template: { type: 'string' },
  zone: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  publish: { type: 'boolean', default: false },
  'with-others': { type: 'boolean', default: false },
  wait: { type: 'string' },
} as const;

export type Asked = Call<typeof options>;

await run({ usage, options, allowPositionals: true }, async (call) =>
  (await import('./main/new.ts')).main(call),
);
