import { spawnSync } from 'node:child_process';
import { run } from './lib/command.ts';
import { creditOptions } from './lib/credits/order.ts';
import { root } from './lib/site.ts';

const usage = `npm run remediate -- [--apply] [--repo OWNER/NAME] --customers FILE --period 2026-01 --out DIR [options of credits]

Makes it right: first the promises, then the money. Runs npm run actions, which without --apply only says what it would do, and then
npm run credits with the other options, --flag-in among them.

Exit: 0 both done · otherwise the code of the first that was not, as npm run actions and npm run credits document theirs`;

const forActions = { apply: { type: 'boolean' }, repo: { type: 'string' } } as const;

/** Options as they stand on a command line; what was not given is left out. */
const asArguments = (values: Readonly<Record<string, unknown>>, names: readonly string[]): string[] =>
  names.flatMap((name) => {
    const value = values[name];
    return value === true ? [`--${name}`] : typeof value === 'string' && value !== '' ? [`--${name}`, value] : [];
  });

const runScript = (script: string, args: readonly string[]): number =>
  spawnSync(process.execPath, [`${root}scripts/${script}.ts`, ...args], { stdio: 'inherit' }).status ?? 1;

await run({ usage, options: { ...creditOptions, ...forActions } }, ({ values, content }) => {
  const actions = runScript('actions', ['--content', content, ...asArguments(values, Object.keys(forActions))]);
  const credits = runScript('credits', ['--content', content, ...asArguments(values, Object.keys(creditOptions))]);
  return actions || credits;
});
