import { extname } from 'node:path';
import { type Call, run } from './lib/command.ts';
import { type CreditValues, creditOptions } from './lib/credits/request/command-line.ts';

const usage = `npm run remediate -- [--apply] [--repo OWNER/NAME] --customers FILE --period 2026-01 --out DIR [options of credits]

Makes it right: first the promises, then the money. Runs npm run actions, which without --apply only says what it would do, and then
npm run credits with the other options, --flag-in among them. What is wrong with those is said before anything is done.

Exit: 0 both done · 1 or 2 also if credits could not begin; then nothing was done · otherwise the code of the first that was not, as
npm run actions and npm run credits document theirs`;

const forActions = { apply: { type: 'boolean' }, repo: { type: 'string' } } as const;

/** Options as they stand on a command line; what was not given is left out. */
const asArguments = (
  values: Readonly<Record<string, unknown>>,
  names: readonly string[],
): string[] =>
  names.flatMap((name) =>
    [values[name]]
      .flat()
      .flatMap((value) =>
        value === true ? [`--${name}`] : typeof value === 'string' ? [`--${name}=${value}`] : [],
      ),
  );

/** Runs another command, which is compiled where this one is, and reads its own command line when it is loaded. */
async function runScript(script: string, args: readonly string[]): Promise<number> {
  process.argv.splice(2, Infinity, ...args);
  await import(new URL(script + extname(import.meta.url), import.meta.url).href);
  return Number(process.exitCode ?? 0);
}

await run(
  { usage, options: { ...creditOptions, ...forActions } },
  async (call: Call<CreditValues & typeof forActions>) => {
    const { values, content } = call;
    const { openCreditRun } = await import('./lib/credits/request/credit-run.ts');
    await openCreditRun(call);
    const actions = await runScript('actions', [
      '--content',
      content,
      ...asArguments(values, Object.keys(forActions)),
    ]);
    const credits = await runScript('credits', [
      '--content',
      content,
      ...asArguments(values, Object.keys(creditOptions)),
    ]);
    return actions || credits;
  },
);
