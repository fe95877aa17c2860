import { type Call, run } from './lib/command.ts';

const usage = `npx ownup init [DIR] [--name NAME] [--url URL] [--contact EMAIL] [--services "A, B"] [--language en] [--time-zone UTC]
                      [--workflows | --workflows-from OWNER/NAME@COMMIT]
npx ownup init [DIR] --example

Makes a status page of your own in DIR (default: this folder), which must be empty: a record that passes the check, and a package.json
that asks for Ownup by its version. On a terminal it asks for what is missing. --workflows adds what checks and
publishes it on GitHub Pages, and says what happens: they call the workflows of Ownup at the commit that this version is of. --workflows-from takes
them from another repository, such as your own copy of Ownup. --example takes the record of an invented company instead.

Exit: 0 made · 2 wrong usage`;

const options = {
  name: { type: 'string' },
  url: { type: 'string' },
  contact: { type: 'string' },
  services: { type: 'string' },
  language: { type: 'string' },
  'time-zone': { type: 'string' },
  workflows: { type: 'boolean' },
  'workflows-from': { type: 'string' },
  example: { type: 'boolean' },
} as const;

export type Asked = Call<typeof options>;

await run({ usage, options, allowPositionals: true }, async (call) =>
  (await import('./main/init.ts')).main(call),
);
