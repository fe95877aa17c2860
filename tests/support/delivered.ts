import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOnDisk } from '../../src/record/files/files.ts';
import { knownIn } from '../../scripts/lib/new/setting.ts';
import { questionsIn } from '../../scripts/lib/say/form.ts';
import { identity } from './cloned.ts';
import type { FakeGitHub } from './fake-github.ts';
import { type Outcome, newFolder, ownup } from './ownup.ts';

const at = '2026-01-16T09:31:00Z';
const user = (login: string, type = 'User'): object => ({ login, type });

/** The body of an issue, as GitHub makes it of the form. */
export const filledIn = (content: string, answers: Readonly<Record<string, string>>): string =>
  questionsIn(knownIn(filesOnDisk(content)))
    .map(({ flag, ask }) => `### ${ask}\n\n${answers[flag] ?? '_No response_'}`)
    .join('\n\n');

export const issueBy = (login: string, body: string, number = 7): object => ({
  number,
  title: 'Incident',
  body,
  user: user(login),
  author_association: 'OWNER',
  created_at: at,
  updated_at: at,
});

export const opened = (issue: object, sender: string, action = 'opened'): object => ({
  action,
  issue,
  sender: user(sender),
});

export const commented = (
  issue: object,
  login: string,
  body: string,
  { id = 99, sender = login, action = 'created', written = '2026-01-16T09:45:00Z' } = {},
): object => ({
  action,
  issue,
  comment: { id, body, user: user(login), created_at: written, updated_at: written },
  sender: user(sender),
});

export interface Said extends Outcome {
  /** What the next job of the workflow gets. */
  said: string;
}

/** Runs the step of the workflow that says something. */
export async function deliver(
  content: string,
  github: FakeGitHub,
  name: string,
  payload: object,
  { now = '2026-01-16T09:50:10Z', run = '1', args = [] as readonly string[] } = {},
): Promise<Said> {
  const folder = newFolder('event');
  const [event, output] = [join(folder, 'event.json'), join(folder, 'output')];
  writeFileSync(event, JSON.stringify(payload));
  writeFileSync(output, '');
  const outcome = await ownup('say', [...args, '--content', content], {
    ...github.settings,
    ...identity,
    OWNUP_NOW: now,
    GITHUB_EVENT_NAME: name,
    GITHUB_EVENT_PATH: event,
    GITHUB_OUTPUT: output,
    GITHUB_RUN_ID: run,
  });
  return { ...outcome, said: readFileSync(output, 'utf8') };
}
