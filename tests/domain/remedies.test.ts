import { expect, test } from 'vitest';
import type { IssueKey } from '../../src/domain/tracking/key.ts';
import { trouble } from '../../src/domain/tracking/troubles.ts';

type Code = Parameters<typeof trouble>[0];

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
  Object.values(trouble(code, key, [7])).join(' ');

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
