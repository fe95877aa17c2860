import { type Git, gitIn } from './git.ts';
import { upstreamOf } from './push.ts';

/** What `npm run new` commits: one incident, and the message that names it. */
const isSaid = (subject: string, files: readonly string[], folder: string): boolean => {
  const id = /^Say ([^\s:]+)/.exec(subject)?.[1];
  return id !== undefined && files.length === 1 && files[0] === `${folder}incidents/${id}.yaml`;
};

async function filesOf(git: Git, commit: string): Promise<string[]> {
  const { out } = await git('show', '--format=', '--name-only', commit);
  return out.split('\n').filter(Boolean);
}

/**
 * The commits, each in a line, that a push from here would make public besides: none of those in which an incident was said, such as one whose
 * push was refused. @throws InTheWay
 */
export async function othersIn(content: string): Promise<string[]> {
  const git = gitIn(content);
  const { name } = await upstreamOf(git);
  const { out } = await git('log', '--format=%h %s', `${name}..HEAD`);
  const { out: folder } = await git('rev-parse', '--show-prefix');
  const others: string[] = [];
  for (const line of out.split('\n').filter(Boolean)) {
    const [commit = '', subject = ''] = line.split(/ (.*)/s);
    if (!isSaid(subject, await filesOf(git, commit), folder)) others.push(line);
  }
  return others;
}
