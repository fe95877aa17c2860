import { z } from 'zod';
import { form } from '../form.ts';
import { idForm } from '../text.ts';

/**
 * Names one of our issues everywhere and for good: `postmortem id/action id` for a promise, `credits:site/report` for a report of
 * credits.
 */
export type IssueKey = `${string}/${string}`;

/** The form of a key without its kind, to build patterns from. */
export const keyPattern = `${idForm}/${idForm}`;

export const actionKey = z
  .string()
  .max(250)
  .regex(new RegExp(`^${keyPattern}$`), 'is not POSTMORTEM/ACTION')
  .transform((key) => key as IssueKey)
  .meta(
    form(
      'the id of a postmortem, a slash, the id of an action in it',
      '2026-01-17-late-webhooks/pool-floor',
    ),
  );

export const keyOf = (postmortem: { id: string }, action: { id: string }): IssueKey =>
  `${postmortem.id}/${action.id}`;

const ofCredits = 'credits:';

/**
 * The key of a report of credits at the site with the address `url`: several sites may share a repository. `report` is its period, and the
 * policy where it is about one only.
 */
export function creditKey(url: string, report: string): IssueKey {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9.]+/g, '-')
      .replace(/^[.-]+|[.-]+$/g, '');
  return `${ofCredits}${plain(url.replace(/^https?:\/\//i, ''))}/${plain(report)}`;
}

/** The word by which a marker says what an issue is about. */
export type MarkerWord = 'action' | 'credits';

export const wordOf = (key: IssueKey): MarkerWord =>
  key.startsWith(ofCredits) ? 'credits' : 'action';

/** The key as it stands in a marker, behind the word. */
export const nameOf = (key: IssueKey): string =>
  key.startsWith(ofCredits) ? key.slice(ofCredits.length) : key;

/** The key that a marker names with `word`. */
export const keyNamed = (word: MarkerWord, name: string): IssueKey =>
  (word === 'action' ? name : `${ofCredits}${name}`) as IssueKey;
