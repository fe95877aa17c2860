import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { isInside } from '../../../../src/environment/is-inside.ts';
import { project } from '../../../../src/environment/project.ts';
import { WrongUsage } from '../../command.ts';
import { repositoryOf } from '../../git-reader.ts';

/** Where a path really lies, links followed; of what is not there yet, where it would lie. */
function realPlace(path: string): string {
  const whole = resolve(path);
  if (existsSync(whole)) return realpathSync(whole);
  return join(realPlace(dirname(whole)), whole.slice(dirname(whole).length));
}

/** Whether Git ignores a path; `false` if there is no Git to ask, and for files that are tracked already. */
const isIgnored = (place: string, repository: string): boolean =>
  spawnSync('git', ['-C', repository, 'check-ignore', '-q', '--', place], {
    stdio: 'ignore',
    env: { ...process.env, GIT_DIR: undefined, GIT_WORK_TREE: undefined },
  }).status === 0;

interface Published {
  content: string;
  out: string;
  publicFolder: string;
}

/**
 * Refuses a place where private data would become public sooner or later: the record, the built site, what is copied into it, and every
 * place in a Git repository that is not ignored. `path` as it was written; of a folder, `file` is what is to lie in it.
 * @throws WrongUsage
 */
export function requirePrivate(
  option: string,
  path: string,
  { content, out, publicFolder }: Published,
  file = '',
): void {
  const place = realPlace(join(path, file));
  const published = [content, out, publicFolder, join(project, 'dist'), join(project, 'docs')]
    .map(realPlace)
    .find((folder) => isInside(place, folder));
  const elsewhere =
    'Expected: a place outside the repository, or in a folder that .gitignore names.';
  if (published)
    throw new WrongUsage(
      `${option} is ${path}, which lies in ${relative(process.cwd(), published) || '.'}, and that is published. ${elsewhere}`,
    );
  const repository = repositoryOf(place);
  if (repository && isIgnored(place, repository)) return;
  if (repository)
    throw new WrongUsage(
      `${option} is ${path}, which lies in the repository ${repository} and is not ignored: one commit would publish it. ${elsewhere}`,
    );
  if (isInside(place, realPlace(project)))
    throw new WrongUsage(`${option} is ${path}, which lies in the project. ${elsewhere}`);
}
