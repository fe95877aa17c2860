import { type Call, run } from './lib/command.ts';

const usage = `npx ownup@latest upgrade [--dry-run] [--content DIR]

Makes package.json ask for the Ownup that runs, moves the record to its format, shows what it changed in each file, and checks the record. It commits
nothing: look through the difference, and commit it. In a clone of Ownup: npm run upgrade

  --dry-run      show what would change, and write nothing
  --content DIR  the content folder (default: OWNUP_CONTENT, or content)

Exit: 0 done, or nothing to do · 1 nothing was changed, or the check finds errors · 2 wrong usage`;

const options = { 'dry-run': { type: 'boolean', default: false } } as const;

export type Asked = Call<typeof options>;

await run({ usage, options }, async (call) => (await import('./main/upgrade.ts')).main(call));
