import { preview } from 'astro';
import { siteAddress } from '../src/data/address.ts';
import { portOf, run } from './lib/command.ts';
import { buildSite, checkFirst, root } from './lib/site.ts';

const usage = `npm start -- [--content DIR] [--port N]

Checks the record, builds the site and serves it at http://localhost:4321 until Ctrl-C.

Exit: 0 stopped · 1 errors · 2 wrong usage`;

await run({ usage, options: { port: { type: 'string', default: '4321' } } }, async (call) => {
  const port = portOf(call.values.port);
  if (!checkFirst(call)) return 1;
  await buildSite(call);
  const server = await preview({ root, outDir: call.out, logLevel: 'error', server: { port } });
  process.stderr.write(`Open http://localhost:${server.port}${siteAddress(call).base}\nCtrl-C stops it.\n`);
  await server.closed();
  return 0;
});
