import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { WrongUsage, run } from './lib/command.ts';

const usage = `npm run try:package -- DIR [--only NAME]

Installs the packages that npm run package has made in DIR as companies do, and makes, checks and builds a page with each: with npm on Node 22 and on
Node 24, in a folder whose path has blanks and umlauts; as a workspace of a monorepo; with pnpm. It needs the registry, and a minute for each.

  --only NAME   only one of them: node22, node24, workspace, pnpm

Exit: 0 all work · 1 one does not · 2 wrong usage`;

const exec = promisify(execFile);

/** A program that a registry has, at a version: no more is asked for than npm. */
const from = (spec: string, name: string): string[] => [
  'npm',
  'exec',
  '--yes',
  `--package=${spec}`,
  '--',
  name,
];

type Run = (command: readonly string[], cwd: string) => Promise<string>;

const on =
  (before: readonly string[]): Run =>
  async (command, cwd) => {
    const [program = '', ...args] = [...before, ...command];
    const { stdout } = await exec(program, args, { cwd, maxBuffer: 64 * 1024 * 1024 });
    return stdout;
  };

interface Way {
  /** What runs before `ownup`, and how a folder gets its packages. */
  node: readonly string[];
  install: readonly string[];
  /** Where the page lies, from the folder in which its packages are installed. */
  page: string;
  /** What lies in that folder besides, by file. */
  around?: Readonly<Record<string, string>>;
}

const npm = ['npm', 'install', '--no-audit', '--no-fund'];

const ways: Readonly<Record<string, Way>> = {
  node22: { node: from('node@22', 'node'), install: npm, page: '.' },
  node24: { node: from('node@24', 'node'), install: npm, page: '.' },
  workspace: {
    node: [process.execPath],
    install: npm,
    page: 'apps/status page',
    around: {
      'package.json': JSON.stringify({ private: true, workspaces: ['apps/*'] }),
      'apps/other/package.json': JSON.stringify({
        name: 'other',
        version: '1.0.0',
        dependencies: { zod: '3.25.76' },
      }),
    },
  },
  pnpm: { node: [process.execPath], install: [...from('pnpm@10', 'pnpm'), 'install'], page: '.' },
};

/** The command of the package that was installed, as a script of the page finds it. */
const commandIn = `import { createRequire } from 'node:module';
process.argv.splice(1, 1);
await import(createRequire(process.cwd() + '/package.json').resolve('ownup/command'));
`;

async function tryIn(
  root: string,
  packed: string,
  { node, install, page, around = {} }: Way,
): Promise<void> {
  for (const [file, text] of Object.entries(around)) {
    mkdirSync(join(root, file, '..'), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  const folder = join(root, page);
  mkdirSync(folder, { recursive: true });
  const manifest = { name: 'status', private: true, dependencies: { ownup: `file:${packed}` } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  await on([])(install, root);
  const runner = join(root, 'ownup.mjs');
  writeFileSync(runner, commandIn);
  const ownup = (...args: string[]) => on(node)([runner, 'ownup', ...args], folder);
  await ownup(
    ...['init', 'made', '--name', 'Kettle', '--url', 'https://kettle-status.example/'],
    ...['--contact', 'help@kettle.example', '--services', 'API, Zahlungen'],
  );
  const content = ['--content', 'made/content'];
  await ownup('check', '--strict', ...content);
  await ownup(
    ...[
      'new',
      'incident',
      '--what',
      'Answers are slow.',
      '--service',
      'api',
      '--severity',
      'minor',
    ],
    ...content,
  );
  await ownup('build', ...content);
  await ownup('upgrade', ...content);
  if (
    !readdirSync(join(folder, 'dist/incidents')).some((name) => name.includes('answers-are-slow'))
  )
    throw new Error('The incident has no page.');
}

await run(
  { usage, options: { only: { type: 'string' } }, allowPositionals: true },
  async ({ values: { only }, positionals: [dir] }) => {
    const file = dir && readdirSync(dir).find((name) => /^ownup-\d.*\.tgz$/.test(name));
    if (!file) throw new WrongUsage('Expected: the folder in which npm run package has put them.');
    if (only !== undefined && !ways[only])
      throw new WrongUsage(`There is no “${only}”. Expected: ${Object.keys(ways).join(', ')}.`);
    let failed = 0;
    for (const [name, way] of Object.entries(ways)) {
      if (only !== undefined && name !== only) continue;
      const outer = mkdtempSync(join(tmpdir(), 'ownup-try-'));
      const root = join(outer, 'Büro eins');
      mkdirSync(root);
      const began = Date.now();
      try {
        await tryIn(root, resolve(dir, file), way);
        process.stdout.write(`${name}: works (${Math.round((Date.now() - began) / 1000)} s)\n`);
      } catch (error) {
        failed++;
        const {
          stdout = '',
          stderr = '',
          message,
        } = error as Error & { stdout?: string; stderr?: string };
        process.stdout.write(`${name}: does not work\n${message}\n${stdout}${stderr}\n`);
      } finally {
        rmSync(outer, { recursive: true, force: true });
      }
    }
    return failed > 0 ? 1 : 0;
  },
);
