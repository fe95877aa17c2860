import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { filesOnDisk } from '../../src/record/files/files.ts';
import { type Reading, readRecord } from '../../src/record/read-record.ts';
import { inTheFuture, notYet } from '../../src/domain/findings/rules/times/future.ts';
import type { Environment } from '../../src/environment/environment.ts';
import { isInside } from '../../src/environment/is-inside.ts';
import { packagesFolders, project } from '../../src/environment/project.ts';
import { withReading } from '../../src/site/reading.ts';
import { WrongUsage, requireFolder } from './command.ts';
import { type Lane, copyWith } from './hold-back.ts';
import { replaceFolder } from './disk/replace-folder.ts';
import { count, print } from './report.ts';
import { onSignal } from './signals.ts';

/** Whether a folder is a site that Ownup has built: its feed says so. */
function isOurs(folder: string): boolean {
  const feed = `${folder}${sep}feed.xml`;
  return existsSync(feed) && readFileSync(feed, 'utf8').includes('<generator>Ownup</generator>');
}

/** Whether a folder may be replaced: it is not there, is empty, or is a site that was built before. */
const isReplaceable = (folder: string): boolean =>
  !existsSync(folder) ||
  (statSync(folder).isDirectory() && (readdirSync(folder).length === 0 || isOurs(folder)));

/** The folder that is there already, or would be the first above it. */
const nearest = (path: string): string =>
  existsSync(path) || dirname(path) === path ? path : nearest(dirname(path));

/** Why the system does not let us write there. @throws WrongUsage */
function refuseUnusable(out: string): void {
  const there = nearest(out);
  try {
    if (!statSync(there).isDirectory())
      throw new WrongUsage(`OWNUP_OUT is ${out}, but ${there} is a file. Expected: a folder.`);
    accessSync(there, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    if (error instanceof WrongUsage) throw error;
    throw new WrongUsage(
      `OWNUP_OUT is ${out}, but ${there} may not be written (${(error as NodeJS.ErrnoException).code}). Expected: a folder that may be.`,
    );
  }
}

/** @throws WrongUsage */
function putInPlace(built: string, out: string): void {
  try {
    replaceFolder(built, out);
  } catch (error) {
    throw new WrongUsage(
      `The site is built, but cannot be put into OWNUP_OUT, which is ${out} (${(error as NodeJS.ErrnoException).code}). Expected: a folder that may be written, with room for it.`,
    );
  }
}

function refuseToOverwrite({ out, content }: Environment): void {
  if (isInside(content, out) || isInside(out, content) || isInside(project, out)) {
    throw new WrongUsage(
      `OWNUP_OUT is ${out}, which holds the record or the project. Expected: a folder of its own.`,
    );
  }
  refuseUnusable(out);
  if (!isReplaceable(out))
    throw new WrongUsage(
      `OWNUP_OUT is ${out}, which is no earlier build. Expected: a new folder, or an earlier build.`,
    );
}

/** Checks the record, and says what it finds on standard error. */
export function checkFirst({ content, now, isPinned }: Environment): Reading {
  requireFolder(content);
  const files = filesOnDisk(content);
  const reading = readRecord(files, now, isPinned);
  const { findings, quiet } = reading;
  // Whoever asks for an earlier moment knows that the record goes on after it.
  const told = findings.filter(
    ({ code }) => !isPinned || (code !== inTheFuture.code && code !== notYet.code),
  );
  if (told.length)
    process.stderr.write(
      print({ findings: told, quiet, content, files: files.list().length }, 'text'),
    );
  const later = findings.length - told.length;
  if (later)
    process.stderr.write(
      `As of ${new Date(now).toISOString()}: what came after that is left out (${count(later, 'time')}).\n`,
    );
  return reading;
}

/** Makes a folder in `folder` from which Node finds the packages in `folders`, the first of them first. */
function withPackages(folder: string, folders: readonly string[]): string {
  return folders.reduceRight((outer, packages) => {
    symlinkSync(packages, join(outer, 'node_modules'), 'junction');
    const inner = join(outer, 'in');
    mkdirSync(inner);
    return inner;
  }, folder);
}

/**
 * Runs `work` with a folder of its own for what is not finished, and leaves nothing there, not even when it is interrupted. What is built runs there
 * to make the pages, and finds its packages as it would in the folder of Ownup.
 */
async function withUnfinished(work: (folder: string) => Promise<void>): Promise<void> {
  // A new name each time: Node loads no file twice.
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'ownup-site-'));
  const clean = (): void => rmSync(folder, { recursive: true, force: true });
  const forget = onSignal(clean);
  try {
    await work(withPackages(folder, packagesFolders()));
  } finally {
    forget();
    clean();
  }
}

/**
 * Builds the site elsewhere, and then puts it where `out` is: a build that fails leaves the last good one. What is to stand in the place of files is
 * put into a copy of the record, and that is built.
 */
export async function buildSite(
  settings: Environment,
  reading: Reading,
  others: Lane['others'] = new Map(),
): Promise<void> {
  refuseToOverwrite(settings);
  const { now, content } = settings;
  // A link stays a link: what it leads to is replaced.
  const out = existsSync(settings.out) ? realpathSync(settings.out) : settings.out;
  const from = process.cwd();
  await withUnfinished(async (folder) => {
    const built = join(folder, 'site');
    const source = others.size > 0 ? join(folder, 'content') : content;
    if (others.size > 0) copyWith(others, content, source);
    // All pages are true of the same moment, also those that are built a second later.
    Object.assign(process.env, {
      OWNUP_BEGAN: new Date(now).toISOString(),
      OWNUP_OUT: built,
      OWNUP_CONTENT: source,
      OWNUP_PUBLIC: settings.publicFolder,
      OWNUP_CACHE: settings.cache,
    });
    // Astro writes what makes the pages below the folder that it is in.
    process.chdir(folder);
    try {
      const { build } = await import('astro');
      await withReading(reading, () => build({ root: project, outDir: built, logLevel: 'warn' }));
    } finally {
      process.chdir(from);
    }
    putInPlace(built, out);
  });
  Object.assign(process.env, { OWNUP_OUT: out, OWNUP_CONTENT: content });
  const pages = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  ).length;
  process.stderr.write(`Built ${pages} pages into ${relative(process.cwd(), out) || out}.\n`);
}
