import type { Issue } from './issue.ts';
import type { Lock } from './lock.ts';
import { keysIn } from './marker.ts';
import { read } from './stop-and-retry.ts';
import type { Run } from './tracker.ts';

/** Whether GitHub shows of `issue` all that it shows of one that was turned into a discussion: it closes and locks those. */
const maybeDiscussion = ({ body, state, state_reason, locked, isPullRequest }: Issue): boolean =>
  state === 'closed' &&
  state_reason === 'completed' &&
  locked &&
  !isPullRequest &&
  keysIn(body).length > 0;

/** Whether the lock knows it closed in the same way already, so that it was looked at then. */
const isKnown = ({ number, closed_at }: Issue, { actions }: Lock, repository: number): boolean =>
  actions.some(
    (entry) =>
      entry.number === number &&
      entry.repository === repository &&
      entry.state === 'closed' &&
      entry.state_reason === 'completed' &&
      entry.closed_at?.epochMilliseconds === closed_at?.epochMilliseconds,
  );

/** Takes the reason from issues that were turned into discussions, or may have been: turning one into a discussion completes nothing. @throws Halt */
export function* withoutDiscussions(
  issues: Map<number, Issue>,
  lock: Lock,
  repository: number,
): Run<void> {
  for (const issue of [...issues.values()].filter(maybeDiscussion)) {
    if (isKnown(issue, lock, repository)) continue;
    const answer = yield* read({ do: 'discussion', number: issue.number });
    if (answer.type !== 'ok' || answer.value)
      issues.set(issue.number, { ...issue, state_reason: undefined });
  }
}
