import { existsSync } from 'node:fs';
import { inject } from 'vitest';
import { takeTurn } from '../support/turns.ts';

/** The sites that tests look at, built: a file that imports this waits for them. */
export const sites = inject('sites');

const end = await takeTurn(inject('looks'));
end();
for (const [name, { folder }] of Object.entries(sites))
  if (!existsSync(folder)) throw new Error(`The site ${name} could not be built.`);
