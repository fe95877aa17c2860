import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { act, withGitHub } from '../support/actions.ts';
import { type FakeGitHub, type Reply, type Seen, listing } from '../support/fake-github.ts';
import { poolFloor, recordWith } from '../support/promises.ts';
import { forgetLock, story, tracked } from '../support/tracked.ts';

const always = 1_000;
const scan = ({ query }: { query: URLSearchParams }): boolean =>
  !query.has('labels') && query.get('direction') === 'asc';

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
        const answer = (good: Reply): Reply => ({
          ...good,
          headers: link === undefined ? {} : { link },
        });
        github.faults = [
          {
            on: (request) => listing(request) && scan(request) && request.query.get('page') !== '2',
            times: always,
            when: 'after',
            answer,
          },
        ];
        expect((await act(github, content, ['--apply'])).code).toBe(0);
        expect(github.writes).toEqual([]);
      }));

  for (const [title, answer] of [
    ['makes no sense', (good: Reply): Reply => ({ ...good, headers: { link: ';;;' } })],
    [
      'promises a page that is empty',
      (good: Reply): Reply => ({
        ...good,
        headers: { link: '<https://api.github.com/x?page=9>; rel="next"' },
      }),
    ],
    [
      'promises more pages than there are issues',
      (good: Reply): Reply => ({
        ...good,
        headers: { link: '<https://x?page=99999999>; rel="last"' },
      }),
    ],
  ] as const)
    test(`creates nothing where the header that leads on ${title}`, () =>
      withGitHub(async (github) => {
        const content = await hidden(github, 120, 130);
        github.faults = [{ on: listing, times: always, when: 'after', answer }];
        expect((await act(github, content, ['--apply'])).code).toBe(5);
        expect(github.writes).toEqual([]);
      }));

  for (const [place, isCounted] of [
    [101, true],
    [201, true],
    [101, false],
    [201, false],
  ] as const)
    test(`hides nothing when an issue is deleted while it is read (#${place} moves to the page before, ${isCounted ? '' : 'un'}counted)`, () =>
      withGitHub(async (github) => {
        const content = await hidden(github, place, 250);
        let pages = 0;
        github.faults = [
          {
            on: (request) => listing(request) && scan(request),
            times: always,
            when: 'after',
            answer: (good, { query }) => {
              pages += 1;
              if (pages === 2) github.issues.delete(5);
              // Nothing of how many there are.
              if (isCounted) return good;
              const page = Number(query.get('page') ?? 1);
              return {
                ...good,
                headers: page < 3 ? { link: `<https://x?page=${page + 1}>; rel="next"` } : {},
              };
            },
          },
        ];
        expect((await act(github, content, ['--apply'])).code).toBe(0);
        expect(github.writes).toEqual([]);
      }));

  test.for([1, 150])(
    'creates nothing when %i old issues appear while it is read, as when they are transferred in',
    (count) =>
      withGitHub(async (github) => {
        const content = await hidden(github, 200 + count, 250 + count);
        for (let number = 1; number <= count; number++) github.issues.delete(number);
        let pages = 0;
        github.faults = [
          {
            on: (request) => listing(request) && scan(request),
            times: always,
            when: 'after',
            answer: (good) => {
              pages += 1;
              if (pages === 2)
                for (let number = 1; number <= count; number++) github.add({ number });
              return good;
            },
          },
        ];
        expect((await act(github, content, ['--apply'])).code).toBe(5);
        expect(github.writes).toEqual([]);
      }),
  );

  test('is read to its end when an issue is opened while it is read', () =>
    withGitHub(async (github) => {
      const content = await hidden(github, 200, 200);
      github.faults = [
        {
          on: (request) => listing(request) && scan(request),
          when: 'after',
          answer: (good) => {
            github.add();
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
      writeFileSync(story(content), readFileSync(story(recordWith(['second']))));
      github.take(1, 404);
      github.add({ isPullRequest: true });
      const { code, doc } = await act(github, content, ['--apply']);
      expect([code, doc.created]).toEqual([5, []]);
    }));

  for (const [title, link] of [
    [
      'the next by a cursor',
      (page: number) =>
        `<https://api.github.com/x?per_page=100&after=c${page + 1}&page=${page + 1}>; rel="next"`,
    ],
    [
      'only the next by its number',
      (page: number) => `<https://api.github.com/x?page=${page + 1}>; rel="next"`,
    ],
  ] as const) {
    const leadsOn =
      (pages: number) =>
      (good: Reply, { query }: Seen): Reply => {
        const page = Number(query.get('page') ?? 1);
        return { ...good, ...(page < pages ? { headers: { link: link(page) } } : { headers: {} }) };
      };

    test(`is read to its end where each page names ${title}`, () =>
      withGitHub(async (github) => {
        const content = await hidden(github, 255, 261);
        github.faults = [
          {
            on: (request) => listing(request) && scan(request),
            times: always,
            when: 'after',
            answer: leadsOn(3),
          },
        ];
        expect((await act(github, content, ['--apply'])).code).toBe(0);
        expect(github.writes).toEqual([]);
      }));

    test(`creates nothing where a page is empty that was promised as ${title}`, () =>
      withGitHub(async (github) => {
        const content = await hidden(github, 255, 261);
        const answer = (good: Reply, seen: Seen): Reply =>
          seen.query.get('page') === '3' ? { status: 200, body: [] } : leadsOn(3)(good, seen);
        github.faults = [
          {
            on: (request) => listing(request) && scan(request),
            times: always,
            when: 'after',
            answer,
          },
        ];
        expect((await act(github, content, ['--apply'])).code).toBe(5);
        expect(github.writes).toEqual([]);
      }));
  }
});
