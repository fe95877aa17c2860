import { run } from './lib/command.ts';
import { buildSite, checkFirst } from './lib/site.ts';

const usage = `npm run build -- [--content DIR]

Checks the record and builds the site into OWNUP_OUT (default: dist). If the record has errors, or the build fails, the last good
site stays in place.

Exit: 0 built · 1 errors · 2 wrong usage`;

await run({ usage, options: {} }, async (call) => {
  const reading = checkFirst(call);
  if (!reading.record) return 1;
  await buildSite(call, reading);
  return 0;
});
