import { gitIn } from './git.ts';
import { upstreamOf } from './push.ts';

/** What `npm run new` commits: one incident, and the message that names it. */
const isSaid = (subject: string, files: readonly string[], folder: string): boolean => {
  const id = /^Say ([^\s:]+)/.exec(subject)?.[1];
  return id !== undefined && files.length === 1 && files[0] === `${folder}incidents/${id}.yaml`;
};

/**
 * The commits, each in a line, that a push from here would make public besides: none of those in which an incident was said, such as one whose
 * push was refused. @throws InTheWay
 */
export async function othersIn(content: string): Promise<string[]> {
  const git = gitIn(content);
  const { name, ahead } = await upstreamOf(git);
  if (ahead === 0) return [];
  const { out } = await git('log', '--format=%x00%h %s', '--name-only', `${name}..HEAD`);
  const { out: folder } = await git('rev-parse', '--show-prefix');
  return out
    .split('\0')
    .slice(1)
    .flatMap((commit) => {
      const [line = '', ...files] = commit.split('\n').filter(Boolean);
      return isSaid(line.replace(/^\S+ /, ''), files, folder) ? [] : [line];
    });
}
