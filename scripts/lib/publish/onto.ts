import { gitIn } from './git.ts';
import { InTheWay, committed, upstreamOf } from './push.ts';

/** A clone that nobody works in: what is committed is pushed as it is, or is made anew on top of what others have pushed. */
interface Onto {
  commit: (file: string, message: string) => Promise<string>;
  /** Whether it is pushed; not, if others were faster. @throws InTheWay */
  push: () => Promise<boolean>;
}

export async function commitOnto(content: string): Promise<Onto> {
  const git = gitIn(content);
  const { remote, branch, name } = await upstreamOf(git);
  return {
    commit: (file, message) => committed(git, file, message),
    async push() {
      const pushed = await git('push', '--quiet', remote, `HEAD:${branch}`);
      if (pushed.ok) return true;
      const fetched = await git('fetch', '--quiet', remote, branch.replace('refs/heads/', ''));
      if (fetched.ok && !(await git('merge-base', '--is-ancestor', name, 'HEAD')).ok) return false;
      throw new InTheWay(`The push was refused: ${pushed.said}`);
    },
  };
}

/** Forgets what was committed here, and begins with what others have pushed. */
export async function startAfresh(content: string): Promise<void> {
  await gitIn(content)('reset', '--quiet', '--hard', '@{upstream}');
}
