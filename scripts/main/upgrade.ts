import type { Asked } from '../upgrade.ts';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { ownVersion } from '../../src/environment/project.ts';
import { isError } from '../../src/record/drafts.ts';
import { type Files, filesOnDisk, filesWith } from '../../src/record/files/files.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { requireFolder } from '../lib/command.ts';
import { writeAllWhole } from '../lib/disk/whole-file.ts';
import { preview, textOf } from '../lib/new/trial.ts';
import { gitIn } from '../lib/publish/git.ts';
import { print } from '../lib/report.ts';
import { type Raise, raiseIn } from '../lib/upgrade/raise.ts';
import { NotByProgram, type Upgrade, upgradeOf } from '../lib/upgrade/upgrade.ts';

/** Why nothing was changed, in sentences. */
class Refused extends Error {}

const manifestFile = 'package.json';

/** What becomes of the package.json of this folder, if there is one. @throws Refused */
function raiseHere(own: string): Raise {
  if (!existsSync(manifestFile)) return { do: 'nothing' };
  const raise = raiseIn(readFileSync(manifestFile, 'utf8'), own);
  if (raise.do === 'install')
    throw new Refused(
      `package.json asks for Ownup ${raise.version}, and this is ${own}. Nothing was changed. Run: npm install, and then npx ownup upgrade`,
    );
  return raise;
}

/** @throws Refused where a person has to look first */
function upgradeHere(files: Files, content: string): Upgrade {
  try {
    const upgrade = upgradeOf(files);
    if (upgrade) return upgrade;
  } catch (error) {
    if (!(error instanceof NotByProgram)) throw error;
    throw new Refused(`${error.message}\nMend it first. Nothing was changed.`);
  }
  const all = readRecord(files, Date.now()).findings;
  const findings = all.filter(({ file }) => file === 'site.yaml');
  throw new Refused(
    `${print({ findings, content, files: files.list().length }, 'text')}Nothing was changed.`,
  );
}

/** What is changed and not committed would be mixed with what an upgrade changes. @throws Refused */
async function refuseUncommitted(paths: Iterable<string>): Promise<void> {
  for (const path of paths) {
    const { ok, out } = await gitIn(dirname(path))('status', '--porcelain', '--', path);
    if (ok && out !== '')
      throw new Refused(
        `${relative(process.cwd(), path)} would be changed, and has changes that are not committed. Commit them first, or \`git stash\` them: what the upgrade changes is then all that \`git diff\` shows. Nothing was changed.`,
      );
  }
}

/** @throws Refused */
function write(files: ReadonlyMap<string, Uint8Array>): void {
  try {
    writeAllWhole(files);
  } catch (error) {
    const { code, path = '' } = error as NodeJS.ErrnoException;
    throw new Refused(`${dirname(path)} cannot be written (${code}). Nothing was changed.`);
  }
}

/** What becomes different, file by file. */
function told(
  { from, to, does, changed }: Upgrade,
  files: Files,
  raise: Raise,
  content: string,
): string {
  const after = filesWith(files, changed);
  return [
    ...(raise.do === 'raise' ? [`package.json: Ownup ${raise.from} → ${ownVersion()}`] : []),
    ...(raise.do === 'leave'
      ? [`package.json asks for Ownup as “${raise.version}”, which stays as it is.`]
      : []),
    from === to
      ? `The record is in format ${to}, the one that this Ownup reads.`
      : `The record: format ${from} → ${to}`,
    ...does.map((text) => `  ${text}`),
    ...[...changed.keys()].map((file) =>
      preview({
        file: relative(process.cwd(), join(content, file)),
        before: textOf(files, file),
        after: textOf(after, file),
      }),
    ),
    '',
  ].join('\n');
}

const next = (raise: Raise): string =>
  [
    'Next:',
    ...(raise.do === 'raise' ? ['  npm install'] : []),
    '  git diff, and commit it if it is right',
    '',
  ].join('\n');

async function upgrade({ content, now, isPinned, values }: Asked): Promise<number> {
  requireFolder(content);
  const files = filesOnDisk(content);
  const raise = raiseHere(ownVersion());
  const due = upgradeHere(files, content);
  const paths = new Map([
    ...(raise.do === 'raise' ? [[resolve(manifestFile), Buffer.from(raise.text)] as const] : []),
    ...[...due.changed].map(([file, bytes]) => [join(content, file), bytes] as const),
  ]);
  const difference = told(due, files, raise, content);
  const after = filesWith(files, due.changed);
  if (!values['dry-run']) {
    await refuseUncommitted(paths.keys());
    write(paths);
  }
  process.stdout.write(difference);
  const { findings, quiet } = readRecord(after, now, isPinned);
  process.stdout.write(print({ findings, quiet, content, files: after.list().length }, 'text'));
  if (paths.size > 0 && !values['dry-run']) process.stdout.write(`\n${next(raise)}`);
  return findings.some(isError) ? 1 : 0;
}

export async function main(call: Asked): Promise<number> {
  try {
    return await upgrade(call);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}
