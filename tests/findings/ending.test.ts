import { expect, test } from 'vitest';
import { edited } from '../support/edit.ts';
import { findingsIn } from '../support/reading.ts';

const file = 'incidents/late-webhooks.yaml';
const lastWord = 'status: resolved\n    text: Deliveries are on time again.';

/** Whether it is said, at that time, that nobody has called it resolved. */
const isSaid = (now: string, by: string): boolean =>
  findingsIn(edited({ file, replace: lastWord, by }), Date.parse(now)).some(
    ({ code }) => code === 'never-resolved',
  );

// The last update is of 10:01 on 17 January, when all impact ended.
test.each([
  ['monitoring', '', '2026-01-17T10:02:00Z', false],
  ['monitoring', '', '2026-01-18T10:01:00Z', false],
  ['monitoring', '', '2026-01-18T10:01:01Z', true],
  ['monitoring', '2026-01-17T12:00:00Z', '2026-01-17T12:00:00Z', false],
  ['monitoring', '2026-01-17T12:00:00Z', '2026-01-17T12:00:01Z', true],
  ['monitoring', '2026-01-20T12:00:00Z', '2026-01-20T11:00:00Z', false],
  ['identified', '2026-01-20T12:00:00Z', '2026-01-17T10:02:00Z', true],
])('%s, next update by “%s”: at %s it is said: %s', (status, next, now, expected) => {
  const promise = next && `\n    next_update_by: ${next}`;
  expect(isSaid(now, `status: ${status}\n    text: It is repaired.${promise}`)).toBe(expected);
});
