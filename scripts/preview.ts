import { type Call, run } from './lib/command.ts';

const usage = `npm run preview -- [--since REF] [--to FILE] [--content DIR]

Writes one HTML file with all pages that differ from those of an earlier version, for somebody who has to read them before they are public. It
needs no network and runs nothing.

  --since REF   the version to compare with, as Git calls it (default: HEAD): as it was where REF and this branch parted
  --to FILE     where to write (default: preview.html)

Exit: 0 written · 1 errors, nothing written · 2 wrong usage`;

const options = {
  since: { type: 'string', default: 'HEAD' },
  to: { type: 'string', default: 'preview.html' },
} as const;

export type Asked = Call<typeof options>;

await run({ usage, options }, async (call) => (await import('./main/preview.ts')).main(call));
