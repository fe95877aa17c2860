import type { Asked } from '../init.ts';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { ownVersion, project } from '../../src/environment/project.ts';
import { filesInMemory, filesOnDisk } from '../../src/record/files/files.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { WrongUsage } from '../lib/command.ts';
import { writeFolder } from '../lib/disk/write-folder.ts';
import { answersFrom } from '../lib/init/answers.ts';
import { type PageFiles, aroundRecord, newRecord } from '../lib/init/page-files.ts';
import { type Origin, originIn, ownOrigin } from '../lib/init/workflows.ts';

/** What may lie in an empty folder. @throws WrongUsage unless `folder` is one, or can become one */
function refuseUsed(folder: string): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory())
    throw new WrongUsage(`${folder} is a file. Expected: a new or empty folder.`);
  const there = readdirSync(folder).filter((name) => name !== '.git');
  if (there.length)
    throw new WrongUsage(
      `${folder} is not empty: there is ${there[0]}. Expected: a new or empty folder.`,
    );
}

/** The record of an invented company, with all its pictures. */
function exampleRecord(): Record<string, Uint8Array> {
  const files = filesOnDisk(join(project, 'content'));
  return Object.fromEntries(files.list().map((file) => [file, files.read(file)]));
}

/** Where the workflows are that a company calls. @throws WrongUsage where that is not known */
function originOf(named: string | undefined): Origin {
  const found = named === undefined ? ownOrigin() : originIn(named);
  if (found) return found;
  throw new WrongUsage(
    named === undefined
      ? 'This Ownup was not published from a repository, so it has no workflows to call. Expected: --workflows-from OWNER/NAME@COMMIT.'
      : `--workflows-from is “${named}”. Expected: OWNER/NAME@COMMIT, with all 40 digits of the commit.`,
  );
}

/** @throws WrongUsage if an answer would not pass the check, in its words */
function refuseWrong(record: PageFiles): void {
  const [finding] = readRecord(filesInMemory(record), Date.now()).findings;
  if (finding)
    throw new WrongUsage(`${finding.what}
Expected: ${finding.expected}`);
}

/** @throws WrongUsage if the folder cannot be written */
function write(folder: string, files: Parameters<typeof writeFolder>[1]): void {
  try {
    writeFolder(folder, files);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new WrongUsage(
      `${folder} cannot be written (${code}), and nothing was. Expected: a folder that may be.`,
    );
  }
}

export async function main({ values, positionals: [dir = '.', ...more] }: Asked): Promise<number> {
  if (more.length) throw new WrongUsage(`There is more than one folder: ${dir}, ${more[0]}.`);
  const folder = resolve(dir);
  refuseUsed(folder);
  const origin =
    values.workflows || values['workflows-from'] !== undefined
      ? originOf(values['workflows-from'])
      : undefined;
  const record = values.example ? exampleRecord() : newRecord(await answersFrom(values));
  if (!values.example) refuseWrong(record as PageFiles);
  write(folder, {
    ...aroundRecord(ownVersion(), origin),
    ...Object.fromEntries(
      Object.entries(record).map(([file, content]) => [`content/${file}`, content]),
    ),
  });
  const steps = [
    ...(folder === process.cwd() ? [] : [`cd ${relative(process.cwd(), folder)}`]),
    'npm install',
    'npm start',
  ];
  process.stdout.write(
    `Made ${folder}.\n\nNext:\n  ${steps.join('\n  ')}\n\nThen say in content/site.yaml what your severities promise.\n`,
  );
  return 0;
}
