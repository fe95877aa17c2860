import { describe, expect, test } from 'vitest';
import { act, withGitHub } from '../support/actions.ts';
import { type FakeGitHub, type Reply, listing } from '../support/fake-github.ts';
import { poolFloor } from '../support/promises.ts';
import { forgetLock, tracked } from '../support/tracked.ts';

const always = 1_000;
const scan = ({ query }: { query: URLSearchParams }): boolean => !query.has('labels') && query.get('direction') === 'asc';

/** A record whose lock is lost, and whose issue, without its label, is the one with this number among so many others. */
async function hidden(github: FakeGitHub, number: number, others: number): Promise<string> {
  for (let count = 1; count < number; count++) github.add();
  const content = await tracked(github);
  const issue = github.of(poolFloor);
  github.issues.delete(issue.number);
  for (let count = github.issues.size + 1; count < number; count++) github.add();
  github.add({ ...issue, number, labels: [] });
  for (let count = number; count < others; count++) github.add();
  forgetLock(content);
  return content;
}

const links: [string, string | undefined][] = [
  ['is not there', undefined],
  [
    'names only the first and the last page',
    '<https://api.github.com/x?page=1>; rel="first", <https://api.github.com/x?page=2>; rel="last"',
  ],
  ['is about something else', '<https://example.com/>; rel="preconnect"'],
  ['has a comma in a title', '<https://api.github.com/x?page=2>; title="a, b"; rel="next"'],
  ['shouts', '<https://api.github.com/x?page=2>; REL=Next'],
  ['gives one page two names', '<https://api.github.com/x?page=2>; rel="last next"'],
  ['leads elsewhere', '<https://evil.example/x?page=2>; rel="next"'],
];

describe.concurrent('a listing of several pages', () => {
  for (const [title, link] of links)
    test(`is read to its end where the header that leads on ${title}`, () =>
      withGitHub(async (github) => {
        const content = await hidden(github, 120, 130);
        const answer = (good: Reply): Reply => ({ ...good, headers: link === undefined ? {} : { link } });
        github.faults = [
          { on: (request) => listing(request) && scan(request) && request.query.get('page') !== '2', times: always, when: 'after', answer },
        ];
        expect((await act(github, content, ['--apply'])).code).toBe(0);
        expect(github.writes).toEqual([]);
      }));

  for (const [title, answer] of [
    ['makes no sense', (good: Reply): Reply => ({ ...good, headers: { link: ';;;' } })],
    [
      'promises a page that is empty',
      (good: Reply): Reply => ({ ...good, headers: { link: '<https://api.github.com/x?page=9>; rel="next"' } }),
    ],
    [
      'promises more pages than there are issues',
      (good: Reply): Reply => ({ ...good, headers: { link: '<https://x?page=99999999>; rel="last"' } }),
    ],
  ] as const)
    test(`creates nothing where the header that leads on ${title}`, () =>
      withGitHub(async (github) => {
        const content = await hidden(github, 120, 130);
        github.faults = [{ on: listing, times: always, when: 'after', answer }];
        expect((await act(github, content, ['--apply'])).code).toBe(5);
        expect(github.writes).toEqual([]);
      }));

  for (const place of [101, 201])
    test(`hides nothing when an issue is deleted while it is read (#${place} moves to the page before)`, () =>
      withGitHub(async (github) => {
        const content = await hidden(github, place, 250);
        let pages = 0;
        github.faults = [
          {
            on: (request) => listing(request) && scan(request),
            times: always,
            when: 'after',
            answer: (good) => {
              pages += 1;
              if (pages === 2) github.issues.delete(5);
              return good;
            },
          },
        ];
        expect((await act(github, content, ['--apply'])).code).toBe(0);
        expect(github.writes).toEqual([]);
      }));

  test('that shows only pull requests, while the lock knows of issues, is not believed', () =>
    withGitHub(async (github) => {
      const content = await tracked(github);
      github.take(1, 404);
      github.add({ isPullRequest: true });
      const { code, doc } = await act(github, content, ['--apply']);
      expect([code, doc.created]).toEqual([6, []]);
    }));
});
