#!/usr/bin/env node
import { ownVersion } from '../src/environment/project.ts';
import { keepCompiled } from './keep-compiled.mjs';

/** Each command, with what it does in a line. Its script runs when it is loaded. */
const commands = {
  init: ['makes a status page of your own', () => import('./init.ts')],
  new: ['says that something happened, and publishes it', () => import('./new.ts')],
  check: ['reads the record and says what is wrong with it', () => import('./check.ts')],
  build: ['checks the record and builds the site', () => import('./build.ts')],
  start: ['builds the site and serves it on this machine', () => import('./start.ts')],
  dev: ['serves the site while you write, with drafts', () => import('./dev.ts')],
  preview: ['shows what a change would publish, as one file', () => import('./preview.ts')],
  forms: ['makes the form for incidents of a repository', () => import('./forms.ts')],
  say: ['does what was said in an issue or by a pager', () => import('./say.ts')],
  notify: [
    'tells chats, webhooks and mailing lists what has happened',
    () => import('./notify.ts'),
  ],
  actions: ['opens GitHub issues for what was promised', () => import('./actions.ts')],
  credits: ['reckons who is owed a credit', () => import('./credits.ts')],
  remediate: ['actions and credits, one after the other', () => import('./remediate.ts')],
  upgrade: ['moves the record to the format of this Ownup', () => import('./upgrade.ts')],
  import: ['takes over the history of another status page', () => import('./import.ts')],
} as const;

type Name = keyof typeof commands;
const isCommand = (name: string): name is Name => Object.hasOwn(commands, name);

const usage = `ownup COMMAND [OPTIONS]

${Object.entries(commands)
  .map(([name, [does]]) => `  ${name.padEnd(10)} ${does}`)
  .join('\n')}

ownup COMMAND --help says more. ownup --version says which Ownup this is.
`;

/** Packages that Ownup needs ask for Node 22.19. */
const isOldNode = (): boolean => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major < 22 || (major === 22 && minor < 19);
};

async function unknown(name: string): Promise<void> {
  const { suggest } = await import('../src/text/suggest.ts');
  const meant = suggest(name, Object.keys(commands));
  process.stderr.write(
    `There is no command “${name}”.${meant ? ` Did you mean \`ownup ${meant}\`?` : ''}\n\n${usage}`,
  );
  process.exitCode = 2;
}

const [name = '--help'] = process.argv.splice(2, 1);
if (isOldNode()) {
  process.stderr.write(
    `This is Node ${process.versions.node}; Ownup needs Node 22.19 or newer. Install it first.\n`,
  );
  process.exitCode = 1;
} else if (name === '--help' || name === '-h') process.stdout.write(usage);
else if (name === '--version' || name === '-v') process.stdout.write(`${ownVersion()}\n`);
else if (isCommand(name)) {
  keepCompiled(name);
  await commands[name][1]();
} else await unknown(name);
