import { expect, test } from 'vitest';
import type { IssueKey } from '../../src/domain/tracking/key.ts';
import { conflict } from '../../src/domain/tracking/conflicts.ts';

type Code = Parameters<typeof conflict>[0];

const codes: Code[] = [
  'deleted',
  'transferred',
  'missing',
  'marker-gone',
  'other-marker',
  'unproven',
  'unconfirmed',
  'shared-issue',
  'renamed',
];
const advice = (code: Code, key: IssueKey): string =>
  Object.values(conflict(code, key, [7])).join(' ');

test.each(codes)(
  'what is lost can be named again where there is a lock, and nowhere else: %s',
  (code) => {
    const [promise, report] = [
      advice(code, 'late/pool'),
      advice(code, 'credits:ferry.example/2026-01'),
    ];
    expect(promise).toMatch(/--(adopt|recreate)/);
    expect(report).not.toMatch(/--(adopt|recreate)|promise/);
    expect(report).not.toContain('ownup:action');
  },
);

test.each([
  ['late/pool', 'old/pool', false, 'redirects: { /postmortems/old/: /postmortems/late/ }'],
  ['late/pool', 'late/size', false, '`was: size`'],
  ['late/pool', 'late/size', true, '`was: size`'],
])(
  'what is the same under another name is said in the record: %s, %s',
  (key, former, isThere, by) => {
    expect(conflict('renamed', key as IssueKey, [7], former, isThere).write).toContain(by);
  },
);

test('where the account that a promise was in still has its page, no redirect is advised', () => {
  const { write } = conflict('renamed', 'late/pool' as IssueKey, [7], 'old/pool', true);
  expect(write).not.toMatch(/redirect|was:/);
  expect(write).toContain('--adopt late/pool=#7');
  expect(write).toContain('--recreate late/pool');
});
