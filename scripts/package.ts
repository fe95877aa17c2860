import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { build } from 'vite';
import { project } from '../src/environment/project.ts';
import { format } from '../src/domain/format.ts';
import { WrongUsage, run } from './lib/command.ts';
import { type Origin, originIn } from './lib/init/workflows.ts';

const usage = `npm run package -- [--out DIR] [--from OWNER/NAME@COMMIT]

Makes the npm packages ownup and create-ownup, files that npm can install, in DIR (default: .cache), and says their names.

  --from   the repository on GitHub and the commit that they are published from: whose workflows a company calls, and what npm can prove

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
  /^scripts\/(package|try-package|docs|docs-pictures|node-version)\.\w+$|^scripts\/lib\/(findings|api)-docs\.ts$/;

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

/**
 * Puts what `check` loads of ours into a few files: it is run after each change, and to find and load two hundred takes longer than what it does.
 * They lie as deep as the sources, which look for the folder of Ownup from where they are. What others wrote stays where npm puts it.
 */
async function joinCheck(folder: string): Promise<void> {
  await build({
    root: folder,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      ssr: 'scripts/check.ts',
      outDir: 'scripts/check',
      target: 'es2023',
      minify: false,
      rolldownOptions: { output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' } },
    },
  });
  writeFileSync(join(folder, 'scripts/check.js'), "import './check/check.js';\n");
}

type Manifest = Record<string, unknown>;

const written = (manifest: Manifest): string => JSON.stringify(manifest, undefined, 2);

/** What both packages say of themselves. */
function common(origin: Origin | undefined): Manifest {
  const all = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as Manifest;
  const { version, license, type } = all;
  return {
    version,
    license,
    type,
    engines: { node: '>=22.19' },
    ...(origin && {
      repository: { type: 'git', url: `git+https://github.com/${origin.repository}.git` },
      gitHead: origin.commit,
    }),
  };
}

/** What npm reads: no scripts, no tools of those who work on Ownup, no second Node. */
function manifest(origin: Origin | undefined): string {
  const all = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as Manifest;
  const { name, description, dependencies } = all;
  return written({
    name,
    description,
    ...common(origin),
    bin: { ownup: 'scripts/ownup.js' },
    exports: {
      '.': './src/record/read-record.js',
      './command': './scripts/ownup.js',
      './files': './src/record/files/files.js',
      './schemas/*': './docs/schemas/*',
      './package.json': './package.json',
    },
    dependencies,
  });
}

/** The package that `npm create ownup` runs: it has the version of Ownup, and asks for it. */
function starter(origin: Origin | undefined): string {
  const shared = common(origin);
  return written({
    name: 'create-ownup',
    description: 'Makes a status page with Ownup',
    ...shared,
    bin: { 'create-ownup': 'index.js' },
    dependencies: { ownup: shared['version'] },
  });
}

/** @throws WrongUsage unless the version is one that reads the format of this Ownup, as whoever has a record of it is told to install */
function refuseWrongVersion({ version }: Manifest): void {
  if (String(version).startsWith(`${format}.`)) return;
  throw new WrongUsage(
    `package.json has version ${String(version)}, and a record of format ${format} asks for Ownup ${format}. Expected: npm run changelog, with a major change in .changeset.`,
  );
}

const packed = (folders: readonly string[], out: string): string =>
  execFileSync('npm', ['pack', '--silent', '--pack-destination', out, ...folders], {
    encoding: 'utf8',
  });

await run(
  {
    usage,
    options: {
      out: { type: 'string', default: join(project, '.cache') },
      from: { type: 'string' },
    },
  },
  async ({ values: { out, from } }) => {
    const origin = from === undefined ? undefined : originIn(from);
    if (from !== undefined && !origin)
      throw new WrongUsage(`--from is “${from}”. Expected: OWNER/NAME@COMMIT.`);
    // What is published is named in what people read; what is tried here is not.
    if (origin) refuseWrongVersion(common(origin));
    const folder = join(project, '.cache/package');
    rmSync(folder, { recursive: true, force: true });
    for (const part of parts)
      cpSync(join(project, part), join(folder, 'ownup', part), {
        recursive: true,
        filter: (path) => !notForUsers.test(path.slice(project.length)),
      });
    compileIn(join(folder, 'ownup'));
    await joinCheck(join(folder, 'ownup'));
    writeFileSync(join(folder, 'ownup/package.json'), manifest(origin));
    cpSync(join(project, 'create-ownup'), join(folder, 'create-ownup'), { recursive: true });
    writeFileSync(join(folder, 'create-ownup/package.json'), starter(origin));
    mkdirSync(out, { recursive: true });
    const folders = ['ownup', 'create-ownup'].map((name) => join(folder, name));
    process.stdout.write(packed(folders, out));
    return 0;
  },
);
