import { portOf, run } from './lib/command.ts';
import { stopped } from './lib/signals.ts';

const usage = `npm start -- [--content DIR] [--port N]

Checks the record, builds the site and serves it at http://localhost:4321 until Ctrl-C.

Exit: 0 stopped · 1 errors · 2 wrong usage`;

await run({ usage, options: { port: { type: 'string', default: '4321' } } }, async (call) => {
  const port = portOf(call.values.port);
  const { buildSite, checkFirst } = await import('./lib/site.ts');
  const reading = checkFirst(call);
  if (!reading.record) return 1;
  await buildSite(call, reading);
  const { siteAddress } = await import('../src/site/address.ts');
  const { serve } = await import('./lib/serve.ts');
  const { url, close } = await serve(call.out, siteAddress(call).base, port);
  process.stderr.write(`Open ${url}\nCtrl-C stops it.\n`);
  await stopped();
  await close();
  return 0;
});
