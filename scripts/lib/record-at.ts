import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Files, filesInMemory } from '../../src/record/files/files.ts';
import { WrongUsage } from './command.ts';
import { type GitReader, commitOf, firstLine, gitReader } from './git-reader.ts';

/** A content folder as it stood in a version that Git knows. */
export interface RecordAt {
  /** The commit, shortened. */
  commit: string;
  /** When it was committed, epoch ms. */
  at: number;
  files: Files;
}

const isShallow = (git: GitReader): boolean =>
  firstLine(git, 'rev-parse', '--is-shallow-repository') === 'true';

/** The commit of a version. @throws WrongUsage */
function commitIn(git: GitReader, version: string, content: string): string {
  if (firstLine(git, 'rev-parse', '--is-inside-work-tree') === undefined)
    throw new WrongUsage(
      `${content} is in no folder of Git, so there is nothing to compare with. Clone the repository, or leave --since out.`,
    );
  const found = commitOf(git, version);
  if (found) return found;
  const name = version.replace(/^origin\//, '');
  throw new WrongUsage(
    [
      `Git has no version “${version}” here. Expected: a commit, a branch such as origin/main, or a tag.`,
      isShallow(git)
        ? `This clone does not have the whole history. Fetch it first: git fetch --unshallow origin, or only this: git fetch --depth=1 origin ${name}`
        : `If others have pushed it, fetch it first: git fetch origin`,
    ].join('\n'),
  );
}

/** What both have in common: changes that others have made since are not ours. @throws WrongUsage where a clone does not go back so far */
function commonWith(git: GitReader, version: string, content: string): string {
  const common = firstLine(git, 'merge-base', '--end-of-options', `${version}^{commit}`, 'HEAD');
  if (common) return common;
  const commit = commitIn(git, version, content);
  if (!isShallow(git)) return commit;
  throw new WrongUsage(
    `This clone does not go back to where “${version}” and what is checked out parted. Fetch the whole history first: git fetch --unshallow origin`,
  );
}

type Listed = [file: string, object: string][];

/** The files of the folder in a commit, each with the name of its bytes; neither links nor other repositories. */
const listed = (git: GitReader, commit: string, ...of: string[]): Listed =>
  git(['ls-tree', '-r', '-z', ...of, commit])
    .toString()
    .split('\0')
    .flatMap((entry) => {
      const [, object, file] = /^100\d{3} blob ([0-9a-f]+)\t([^]+)$/.exec(entry) ?? [];
      return object && file ? [[file, object] as [string, string]] : [];
    });

const within = (files: Listed, folder: string): Listed =>
  files.flatMap(([file, object]) =>
    file.startsWith(folder) ? [[file.slice(folder.length), object] as [string, string]] : [],
  );

/** A record that stood in another folder then: of those whose site.yaml is there no more, the one that is left. */
function formerly(git: GitReader, commit: string): Listed {
  const before = listed(git, commit, '--full-tree');
  const folders = before.flatMap(([file]) => /^(.*\/|)site\.yaml$/.exec(file)?.[1] ?? []);
  const root = firstLine(git, 'rev-parse', '--show-toplevel') ?? '';
  const [folder, ...others] = folders.filter((one) => !existsSync(join(root, one, 'site.yaml')));
  return folder === undefined || others.length > 0 ? [] : within(before, folder);
}

/** The bytes of all of them, read by one process. */
function bytesOf(git: GitReader, objects: readonly string[]): Uint8Array[] {
  const answer = git(['cat-file', '--batch'], objects.map((object) => `${object}\n`).join(''));
  let at = 0;
  return objects.map((object) => {
    const feed = answer.indexOf(10, at);
    const [, , size] = answer.toString('utf8', at, feed).split(' ');
    if (size === undefined)
      throw new WrongUsage(`Git does not have ${object}. Fetch it first: git fetch --refetch`);
    const from = feed + 1;
    at = from + Number(size) + 1;
    return answer.subarray(from, at - 1);
  });
}

/**
 * The content folder as it stood where `version` and what is checked out parted, wherever it lay then. Nothing is written, and nothing goes through a
 * shell.
 * @throws WrongUsage with what to fetch
 */
export function recordAt(version: string, content: string): RecordAt {
  const git = gitReader(content);
  const commit = commonWith(git, version, content);
  const there = listed(git, commit);
  const files = there.length > 0 ? there : formerly(git, commit);
  const [written, ...bytes] = bytesOf(git, [commit, ...files.map(([, object]) => object)]);
  return {
    commit: commit.slice(0, 12),
    at: Number(/^committer .* (\d+) \S+$/m.exec(String(Buffer.from(written ?? [])))?.[1]) * 1000,
    files: filesInMemory(
      Object.fromEntries(files.map(([file], index) => [file, bytes[index] ?? new Uint8Array()])),
    ),
  };
}
