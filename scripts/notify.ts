import { type Call, run } from './lib/command.ts';

const usage = `npm run notify -- [--dry-run] [--since STATE] [--wait MINUTES] [--content DIR]
npm run notify -- --arrived TARGET=ID | --again TARGET=ID

Tells the targets under \`notify\` in site.yaml what has happened since the last run, each piece of news once, when the page shows it.

  --dry-run            say what would go out, and send and write nothing
  --since STATE        the file that remembers what was sent (default: notified.json beside the content folder)
  --wait MINUTES       how long to wait until the page shows it (default: 10)
  --arrived TARGET=ID  of what nobody knew: it is there
  --again TARGET=ID    of what nobody knew: it is not there, and is to be sent
  --content DIR        the content folder (default: OWNUP_CONTENT, or content)

In the environment: the secrets that the targets name. See docs/notify.md.

Exit: 0 all sent · 1 internal error · 3 wrong usage or content, nothing was sent · 4 a target refuses, or its secret is missing · 5 not all sent, run again · 7
nobody knows whether something arrived, and a person has to look`;

const options = {
  'dry-run': { type: 'boolean', default: false },
  since: { type: 'string' },
  wait: { type: 'string' },
  arrived: { type: 'string', multiple: true, default: [] as string[] },
  again: { type: 'string', multiple: true, default: [] as string[] },
} as const;

export type Asked = Call<typeof options>;

await run({ usage, options, usageExit: 3 }, async (call) =>
  (await import('./main/notify.ts')).main(call),
);
