import { z } from 'zod';
import { Halt } from '../../../src/domain/tracking/stop-and-retry.ts';
import { type Hide, answerOf } from './answers.ts';
import type { Send } from './requests.ts';

/** What is asked of GitHub about people, and told them. */
export interface Talk {
  /** Whether somebody may push. Somebody who is no collaborator may not. @throws Halt where GitHub does not say */
  mayPush: (login: string) => Promise<boolean>;
  /** Writes below an issue. @throws Halt */
  answer: (issue: number, text: string) => Promise<void>;
}

const permission = z.object({ permission: z.string() });
const pushing: readonly string[] = ['admin', 'write'];

export const talkBy = (send: Send, hide: Hide): Talk => ({
  async mayPush(login) {
    const asked = send('GET /repos/{owner}/{repo}/collaborators/{username}/permission', {
      username: login,
    });
    const answer = await answerOf(asked, permission, hide);
    if (answer.type === 'ok') return pushing.includes(answer.value.permission);
    if (answer.type === 'refused' && answer.status === 404) return false;
    const why = answer.type === 'limited' ? 'GitHub asks to slow down.' : answer.why;
    throw new Halt('refused', `GitHub does not say whether ${login} may push (${why}).`);
  },
  async answer(issue, text) {
    const sent = send('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      issue_number: issue,
      body: text,
    });
    const answer = await answerOf(sent, z.unknown(), hide);
    if (answer.type !== 'ok') throw new Halt('refused', `The answer in #${issue} was not taken.`);
  },
});
