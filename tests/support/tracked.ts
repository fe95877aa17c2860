import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { act, withGitHub } from './actions.ts';
import type { StoredIssue } from './fake-github-forms.ts';
import type { FakeGitHub } from './fake-github.ts';
import { poolFloor, recordWith } from './promises.ts';

export const lockOf = (content: string): string => join(content, 'actions.lock.json');
export const forgetLock = (content: string): void => rmSync(lockOf(content), { force: true });
export const story = (content: string): string => join(content, 'postmortems/late-webhooks.mdx');

/** Changes the postmortem of a record. */
export const change = (content: string, from: string, to: string): void =>
  writeFileSync(
    story(content),
    readFileSync(story(content), 'utf8').replace(from, () => to),
  );

export const marker = `<!-- ownup:action ${poolFloor} -->`;

const applied = new Map<string, Promise<{ issues: StoredIssue[]; lock: string }>>();

/** What `--apply` makes of a record with these actions; made once, because it is always the same. */
function afterApply(more: readonly string[]): Promise<{ issues: StoredIssue[]; lock: string }> {
  const made = async () => {
    let after = { issues: [] as StoredIssue[], lock: '' };
    await withGitHub(async (github) => {
      const content = recordWith(more);
      await act(github, content, ['--apply']);
      after = { issues: [...github.issues.values()], lock: readFileSync(lockOf(content), 'utf8') };
    });
    return after;
  };
  const found = applied.get(more.join()) ?? made();
  applied.set(more.join(), found);
  return found;
}

/** A record whose promises have their issues. */
export async function tracked(github: FakeGitHub, more: readonly string[] = []): Promise<string> {
  const { issues, lock } = await afterApply(more);
  for (const issue of issues) github.add(structuredClone(issue));
  const content = recordWith(more);
  writeFileSync(lockOf(content), lock);
  return content;
}
