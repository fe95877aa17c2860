import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** Only for those who work on Ownup. */
const ofTheHouse = ['docs', 'docs-pictures', 'package', 'try-package'];
const commands = readdirSync('scripts')
  .filter((file) => file.endsWith('.ts') && !ofTheHouse.includes(basename(file, '.ts')))
  .map((file) => resolve('scripts', file));

/** Asks each command for help, and says what was loaded for it that no other had loaded before. */
const program = `
import { registerHooks } from 'node:module';
const loaded = [];
registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
const told = [];
for (const command of ${JSON.stringify(commands)}) {
  process.argv.splice(1, Infinity, command, '--help');
  const said = [];
  const write = process.stdout.write;
  process.stdout.write = (text) => said.push(text);
  await import(command);
  process.stdout.write = write;
  told.push({ command, said: said.join(''), loaded: loaded.splice(0) });
}
console.log(JSON.stringify(told));`;

interface Told {
  command: string;
  said: string;
  loaded: string[];
}

const told = JSON.parse(
  execFileSync(process.execPath, ['--input-type=module', '-'], {
    input: program,
    encoding: 'utf8',
  }),
) as Told[];

test.each(told)('help of $command loads nothing but the command line', ({ said, loaded }) => {
  expect(said).not.toBe('');
  expect(loaded.filter((url) => url.includes('/node_modules/'))).toEqual([]);
  expect(loaded.filter((url) => url.startsWith('file:')).length).toBeLessThan(10);
});
