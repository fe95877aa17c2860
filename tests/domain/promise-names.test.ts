import { describe, expect, test } from 'vitest';
import { emptyLock, lockEntry } from '../../src/domain/tracking/lock.ts';
import { formerKeys, lockOfToday } from '../../src/domain/tracking/names.ts';

const account = (id: string, ...actions: (string | [id: string, was: string])[]) => ({
  id,
  actions: actions.map((action) =>
    typeof action === 'string' ? { id: action } : { id: action[0], was: action[1] },
  ),
});

const former = (redirects: Record<string, string>, ...postmortems: ReturnType<typeof account>[]) =>
  Object.fromEntries(formerKeys({ site: { redirects }, postmortems }));

describe('what a promise was called before', () => {
  test.each([
    ['nothing', former({}, account('b', 'x')), {}],
    [
      'by a redirect from its account',
      former({ '/postmortems/a/': '/postmortems/b/' }, account('b', 'x', 'y')),
      { 'a/x': 'b/x', 'a/y': 'b/y' },
    ],
    [
      'by one without slashes at the end',
      former({ '/postmortems/a': '/postmortems/b' }, account('b', 'x')),
      { 'a/x': 'b/x' },
    ],
    [
      'by several to the same account',
      former(
        { '/postmortems/a/': '/postmortems/c/', '/postmortems/b/': '/postmortems/c/' },
        account('c', 'x'),
      ),
      { 'a/x': 'c/x', 'b/x': 'c/x' },
    ],
    [
      'by a chain of them, in any order, and in a circle',
      former(
        {
          '/postmortems/b/': '/postmortems/c/',
          '/postmortems/a/': '/postmortems/b/',
          '/postmortems/c/': '/postmortems/a/',
        },
        account('c', 'x'),
      ),
      { 'a/x': 'c/x', 'b/x': 'c/x' },
    ],
    [
      'by other pages it is not',
      former({ '/incidents/a/': '/postmortems/b/', '/postmortems/': '/' }, account('b', 'x')),
      {},
    ],
    ['by the action', former({}, account('b', ['x', 'y'])), { 'b/y': 'b/x' }],
    [
      'by both',
      former({ '/postmortems/a/': '/postmortems/b/' }, account('b', ['x', 'y'])),
      { 'a/x': 'b/x', 'a/y': 'b/x', 'b/y': 'b/x' },
    ],
    [
      'not by the name of one that is there',
      former({ '/postmortems/a/': '/postmortems/b/' }, account('a', 'x'), account('b', 'x')),
      {},
    ],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  test('moves its entry in the lock, unless there is one under the name of today', () => {
    const entry = (promise: string, number: number) =>
      lockEntry.parse({ promise, repository: 1, number });
    const renames = formerKeys({
      site: { redirects: { '/postmortems/a/': '/postmortems/b/' } },
      postmortems: [account('b', 'x', 'y')],
    });
    const lock = {
      version: 1 as const,
      actions: [entry('a/x', 1), entry('a/y', 2), entry('b/y', 3)],
    };
    expect(
      lockOfToday(lock, renames).actions.map(({ promise, number }) => [promise, number]),
    ).toEqual([
      ['a/y', 2],
      ['b/x', 1],
      ['b/y', 3],
    ]);
    expect(lockOfToday(emptyLock, renames)).toEqual(emptyLock);
  });
});
