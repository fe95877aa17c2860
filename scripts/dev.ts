import { portOf, run } from './lib/command.ts';
import { project } from '../src/environment/project.ts';
import { stopped } from './lib/signals.ts';

const usage = `npm run dev -- [--content DIR] [--port N]

Serves the site while you write, drafts too, and shows each change at once.

Exit: 0 stopped · 2 wrong usage`;

await run({ usage, options: { port: { type: 'string', default: '4321' } } }, async (call) => {
  const { checkFirst } = await import('./lib/site.ts');
  checkFirst(call);
  const { dev } = await import('astro');
  const server = await dev({ root: project, server: { port: portOf(call.values.port) } });
  await stopped();
  await server.stop();
  return 0;
});
