import { existsSync } from 'node:fs';
import { inject } from 'vitest';
import { takeTurn } from '../support/turns.ts';

// Tests of the site begin when the sites are built.
const end = await takeTurn(inject('looks'));
end();
for (const [name, { folder }] of Object.entries(inject('sites')))
  if (!existsSync(folder)) throw new Error(`The site ${name} could not be built.`);
