import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { project } from '../src/environment/project.ts';
import { run } from './lib/command.ts';

const usage = `npm run package -- [--out DIR]

Makes the npm package of Ownup, a file that npm can install, in DIR (default: .cache).

Exit: 0 made · 2 wrong usage`;

/** What the package has: what is compiled, what it is compiled from, the example, and what editors read. */
const parts = [
  'src',
  'scripts',
  'public',
  'content',
  'docs/schemas',
  'docs/strings',
  'LICENSE',
  'README.md',
];

/** Astro takes every file in there for a page, and compiles it itself. */
const ofAstro = /^src\/pages\//;

/** Only for those who work on Ownup. */
const notForUsers =
  /^scripts\/(package|docs|docs-pictures|node-version)\.\w+$|^scripts\/lib\/(findings|api)-docs\.ts$/;

const options: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  target: ts.ScriptTarget.ES2023,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
};

const compiled = (source: string, fileName: string): string =>
  ts.transpileModule(source, { compilerOptions: options, fileName }).outputText;

/** Node runs no TypeScript of packages: beside each source stands what it compiles to. Vite compiles the sources by itself. */
function compileIn(folder: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && !ofAstro.test(file),
  );
  for (const file of files) {
    const path = join(folder, file);
    writeFileSync(path.replace(/ts$/, 'js'), compiled(readFileSync(path, 'utf8'), file));
  }
  const config = readFileSync(join(project, 'astro.config.mjs'), 'utf8');
  writeFileSync(
    join(folder, 'astro.config.mjs'),
    config.replaceAll(/(from '\.[^']*)\.ts'/g, "$1.js'"),
  );
}

/** What npm reads: no scripts, no tools of those who work on Ownup, no second Node. */
function manifest(): string {
  const all = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  const { name, version, description, license, type, dependencies } = all;
  return JSON.stringify(
    {
      name,
      version,
      description,
      license,
      type,
      engines: { node: '>=22.12' },
      bin: { ownup: 'scripts/ownup.js' },
      exports: {
        '.': './src/record/read-record.js',
        './files': './src/record/files/files.js',
        './schemas/*': './docs/schemas/*',
        './package.json': './package.json',
      },
      dependencies,
    },
    undefined,
    2,
  );
}

await run(
  { usage, options: { out: { type: 'string', default: join(project, '.cache') } } },
  ({ values: { out } }) => {
    const folder = join(project, '.cache/package');
    rmSync(folder, { recursive: true, force: true });
    for (const part of parts)
      cpSync(join(project, part), join(folder, part), {
        recursive: true,
        filter: (from) => !notForUsers.test(from.slice(project.length)),
      });
    compileIn(folder);
    writeFileSync(join(folder, 'package.json'), manifest());
    mkdirSync(out, { recursive: true });
    process.stdout.write(
      execFileSync('npm', ['pack', '--silent', '--pack-destination', out, folder], {
        encoding: 'utf8',
      }),
    );
    return 0;
  },
);
