import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { contentFolder } from './content.ts';

const file = 'postmortems/late-webhooks.mdx';

/** The key of the one promise of the model record. */
export const poolFloor = 'late-webhooks/pool-floor';

const action = (id: string): string => `  - id: ${id}
    title: Do ${id}
    type: detect
    owner: delivery-team
    due: 2026-02-01
    breaks: no-bound
    done_when: It is done.
`;

/** The model record, with these actions beside its own, and edits of the postmortem. */
export function recordWith(
  actions: readonly string[] = [],
  edit: (text: string) => string = (text) => text,
): string {
  const text = (exampleRecord[file] ?? '').replace(
    'unknowns:\n',
    () => `${actions.map(action).join('')}unknowns:\n`,
  );
  return contentFolder({ [file]: edit(text) });
}

export const keyFor = (id: string): string => `late-webhooks/${id}`;

interface KeptEntry {
  promise: string;
  number?: number;
  pending_since?: string;
  state?: string;
  state_reason?: string;
  closed_at?: string;
  verified_at?: string;
}

/** The entries of the lock in a content folder. */
export function keptIn(content: string): KeptEntry[] {
  const path = join(content, 'actions.lock.json');
  return existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as { actions: KeptEntry[] }).actions
    : [];
}
