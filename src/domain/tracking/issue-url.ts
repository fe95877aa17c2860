import type { LockEntry } from './lock.ts';
import type { Site } from '../site.ts';

/** Where the issue of a promise can be read; `undefined` if it has none, or if the record does not say in which repository. */
export const issueUrl = ({ repository }: Site, entry: LockEntry | undefined): string | undefined =>
  repository.name && entry?.number ? `https://github.com/${repository.name}/issues/${entry.number}` : undefined;
