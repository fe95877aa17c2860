import { setTimeout as sleep } from 'node:timers/promises';
import type { Git } from './git.ts';

/** What keeps something that is written from being public, and what to do about it. */
export class InTheWay extends Error {}

/** Where a branch is pushed to. */
interface Upstream {
  remote: string;
  branch: string;
  /** As Git calls what it last saw there, such as origin/main. */
  name: string;
  /** How many commits are not there yet. */
  ahead: number;
}

/** Where commits are pushed to. This is found out before anything is committed, because a commit on no branch is easily lost. @throws InTheWay */
export async function upstreamOf(git: Git): Promise<Upstream> {
  const asked = ['--porcelain=v2', '--branch', '--ahead-behind', '--untracked-files=no'];
  const { ok, out } = await git('status', ...asked);
  if (!ok)
    throw new InTheWay('The content folder is in no Git repository, so there is nothing to push.');
  const said = (pattern: RegExp): string | undefined => pattern.exec(out)?.[1];
  const own = said(/^# branch\.head (.*)$/m);
  const isDetached = own === '(detached)';
  if (
    /^u /m.test(out) ||
    (isDetached && (await git('rev-parse', '--verify', '--quiet', 'REBASE_HEAD')).ok)
  )
    throw new InTheWay(
      'A merge is not finished here. End it, which git status says how, and then run it again.',
    );
  if (isDetached)
    throw new InTheWay(
      'No branch is checked out here. Write: git switch main, and then run it again.',
    );
  const name = said(/^# branch\.upstream (.*)$/m);
  const ahead = said(/^# branch\.ab \+(\d+) /m);
  const places = '--format=%(upstream:remotename) %(upstream:remoteref)';
  const { out: place } = await git('for-each-ref', places, `refs/heads/${own}`);
  const [remote, branch] = place.split(' ');
  if (!name || !ahead || !remote || !branch)
    throw new InTheWay(
      `The branch ${own} is not pushed anywhere yet. Write: git push -u origin ${own}, and then run it again.`,
    );
  return { remote, branch, name, ahead: Number(ahead) };
}

/** Commits one file, whatever else is changed or staged. Returns the commit. @throws InTheWay */
export async function committed(git: Git, file: string, message: string): Promise<string> {
  const added = await git('add', '--', file);
  if (!added.ok) throw new InTheWay(`Git does not take the file: ${added.said}`);
  const commit = await git('commit', '--quiet', `--message=${message}`, '--', file);
  if (!commit.ok) throw new InTheWay(`Git did not commit: ${commit.said}`);
  return (await git('rev-parse', '--short', 'HEAD')).out;
}

/** Puts our commits on top of what others have pushed meanwhile. @throws InTheWay on a conflict; everything is then as it was before */
async function takeOver(git: Git, { name }: Upstream): Promise<void> {
  const rebased = await git('rebase', '--quiet', '--autostash', name);
  if (rebased.ok) return;
  const files = (await git('diff', '--name-only', '--diff-filter=U')).out.split('\n').join(', ');
  await git('rebase', '--abort');
  const { out: ours } = await git('rev-parse', '--short', 'HEAD');
  if (!files) throw new InTheWay(`Git cannot take over what others have pushed: ${rebased.said}`);
  throw new InTheWay(
    [
      `Somebody else has changed ${files} at the same time, and Git cannot join the two. Nothing is lost: yours is the commit ${ours} here, theirs is ${name}.`,
      `To say both: git pull --rebase, keep both in the file, git add it, git rebase --continue, git push.`,
      `To see theirs first: git diff HEAD...${name}`,
    ].join('\n'),
  );
}

/** How often a push is tried, and how long the first wait is in ms. */
const attempts = 4;
const pause = 2_000;

/** Pushes what is committed. Where others were faster, ours goes on top. Returns where it went. @throws InTheWay */
export async function pushed(git: Git, upstream: Upstream): Promise<string> {
  const { remote, branch, name } = upstream;
  for (let attempt = 1; ; attempt++) {
    const push = await git('push', '--quiet', remote, `HEAD:${branch}`);
    if (push.ok) return name;
    const fetched = await git('fetch', '--quiet', remote, branch.replace('refs/heads/', ''));
    const isBehind = fetched.ok && !(await git('merge-base', '--is-ancestor', name, 'HEAD')).ok;
    if (attempt === attempts || (fetched.ok && !isBehind))
      throw new InTheWay(
        `The push was refused. It is committed here; when the reason is gone, write: git push\n${push.said}`,
      );
    if (isBehind) await takeOver(git, upstream);
    else await sleep(pause * 2 ** (attempt - 1));
  }
}
