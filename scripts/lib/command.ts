import { existsSync, statSync } from 'node:fs';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { BadSetting } from '../../src/environment/bad-setting.ts';
import type { Environment } from '../../src/environment/environment.ts';
import { withoutSecrets } from './secrets.ts';

/** A command that was not given what it needs; the message says what to do. */
export class WrongUsage extends Error {}

/** @throws WrongUsage unless `content` is a folder. */
export function requireFolder(content: string): void {
  if (!existsSync(content) || !statSync(content).isDirectory())
    throw new WrongUsage(`There is no content folder ${content}.`);
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** What every command knows: --content, and --help. */
const shared = {
  content: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies Options;

interface Command<O extends Options> {
  usage: string;
  options: O;
  allowPositionals?: boolean;
  /** The exit code for wrong usage, where it is not 2. */
  usageExit?: number;
  /** What a program that asked with --json reads where the command fails. */
  failure?: (failed: { exit: number; why: string; wrongUsage: boolean }) => Promise<string>;
}

type Values<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O & typeof shared; allowPositionals: true }>
>['values'];

/** What a command was asked to do. */
export interface Call<O extends Options> extends Environment {
  values: Values<O>;
  positionals: string[];
}

/** A reader that has seen enough, such as `head`, is no failure: the command goes on to its end. */
function toleratePipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/** Of an option that was given twice the last would count, and nobody would hear of the other. @throws WrongUsage */
function refuseTwice(tokens: readonly { kind: string; name?: string }[], options: Options): void {
  const given = new Set<string>();
  for (const { kind, name } of tokens) {
    if (
      kind !== 'option' ||
      name === undefined ||
      options[name]?.type !== 'string' ||
      options[name].multiple
    )
      continue;
    if (given.has(name)) throw new WrongUsage(`--${name} is given twice. Expected: once.`);
    given.add(name);
  }
}

/**
 * Runs a command, which loads what it needs in `main`, so that help comes at once: reads the command line and the environment, and ends the process with the code that `main` returns. Wrong usage ends
 * with `usageExit`. What goes wrong is said in a sentence; OWNUP_DEBUG=1 adds where.
 */
export async function run<O extends Options>(
  { usage, options, allowPositionals = false, usageExit = 2, failure }: Command<O>,
  main: (call: Call<O>) => number | Promise<number>,
): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', toleratePipe);
  try {
    const known: Options = { ...options, ...shared };
    const { tokens, ...read } = parseArgs({ options: known, allowPositionals, tokens: true });
    refuseTwice(tokens, known);
    const { values, positionals } = read as { values: Values<O>; positionals: string[] };
    if (values['help' as keyof typeof values]) {
      process.stdout.write(`${usage}\n`);
      return;
    }
    const content = values['content' as keyof typeof values] as string | undefined;
    const { environment } = await import('../../src/environment/environment.ts');
    const settings = environment(
      content === undefined ? process.env : { ...process.env, OWNUP_CONTENT: content },
    );
    // What runs below, such as Astro, reads the same folder.
    process.env['OWNUP_CONTENT'] = settings.content;
    process.exitCode = await main({ ...settings, values, positionals });
  } catch (error) {
    const { code, message, stack } = error as NodeJS.ErrnoException;
    const wrongUsage =
      error instanceof WrongUsage ||
      error instanceof BadSetting ||
      !!code?.startsWith('ERR_PARSE_ARGS');
    const why = withoutSecrets(message);
    process.stderr.write(`${why}\n${wrongUsage ? `\n${usage}\n` : ''}`);
    if (process.env['OWNUP_DEBUG']) process.stderr.write(`${withoutSecrets(stack ?? '')}\n`);
    process.exitCode = wrongUsage ? usageExit : 1;
    if (failure && process.argv.includes('--json'))
      process.stdout.write(await failure({ exit: process.exitCode, why, wrongUsage }));
  }
}

/** @throws WrongUsage */
export function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new WrongUsage(
    `There is no port “${text}”. Expected: a number from 1 to 65535, such as 4321.`,
  );
}
