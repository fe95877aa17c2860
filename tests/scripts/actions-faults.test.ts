import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { act, codes, withGitHub } from '../support/actions.ts';
import { type Fault, type Reply, type Seen, listing, patch, post } from '../support/fake-github.ts';
import { apiIssue } from '../support/fake-github-forms.ts';
import { keptIn, keyFor, poolFloor, recordWith } from '../support/promises.ts';

const always = 1_000;
const pageTwo = (request: Seen): boolean => listing(request) && request.query.get('page') === '2';
const scan = (request: Seen): boolean =>
  listing(request) && request.query.get('direction') === 'asc' && !request.query.has('labels');
const limit = { message: 'You have exceeded a secondary rate limit.' };

/** The wait is counted from some moment of the run, which began at `before`. */
const spoiltCreates: [string, Omit<Fault, 'on'>][] = [
  [
    'a 500 that did nothing',
    { when: 'before', answer: { status: 500, body: { message: 'Server Error' } } },
  ],
  [
    'a 500 that did it',
    { when: 'after', answer: { status: 500, body: { message: 'Server Error' } } },
  ],
  [
    'a 502 in HTML that did it',
    { when: 'after', answer: { status: 502, body: '<html>Bad gateway</html>' } },
  ],
  ['a 504 that did nothing', { when: 'before', answer: { status: 504, body: '' } }],
  [
    'a 408 that did it',
    { when: 'after', answer: { status: 408, body: { message: 'Request timeout' } } },
  ],
  ['a connection that breaks before', { when: 'before', answer: 'reset' }],
  ['a connection that breaks after', { when: 'after', answer: 'reset' }],
  ['no answer, and it was done', { when: 'after', answer: 'hang' }],
  ['no answer, and it was not done', { when: 'before', answer: 'hang' }],
  ['an answer that is cut off', { when: 'after', answer: 'truncate' }],
  ['an answer that is no JSON', { when: 'after', answer: 'garbage' }],
  [
    'a success that is a page for people',
    { when: 'after', answer: { status: 200, body: '<html>Welcome</html>' } },
  ],
  ['a success without a body', { when: 'after', answer: { status: 201 } }],
  [
    'a success that tells of another issue',
    {
      when: 'after',
      answer: ({ body }) => ({
        status: 201,
        body: { ...(body as object), number: 4, body: 'Something else' },
      }),
    },
  ],
  [
    'a success of a wrong form',
    {
      when: 'after',
      answer: ({ body }) => ({ status: 201, body: { ...(body as object), number: '4' } }),
    },
  ],
  [
    'a limit that says no, and did it all the same',
    { when: 'after', answer: { status: 429, body: limit, headers: { 'retry-after': '1' } } },
  ],
  [
    'a conflict that did it',
    { when: 'after', answer: { status: 409, body: { message: 'Conflict' } } },
  ],
  ['a gateway that gave up, and it was done', { when: 'after', answer: { status: 499, body: '' } }],
  [
    'a server that takes us for another',
    { when: 'after', answer: { status: 421, body: { message: 'Misdirected' } } },
  ],
  [
    'a redirect',
    { when: 'before', answer: { status: 301, body: {}, headers: { location: '/elsewhere' } } },
  ],
  [
    'a content type that nobody understands',
    {
      when: 'after',
      answer: ({ body }) => ({
        status: 201,
        body: JSON.stringify(body),
        headers: { 'content-type': ';;;' },
      }),
    },
  ],
];

describe.concurrent('a create of which nobody knows what became', () => {
  for (const [title, fault] of spoiltCreates) {
    test(`${title}: there is one issue in the end, and no POST is repeated blindly`, () =>
      withGitHub(
        async (github) => {
          const content = recordWith(['second']);
          const first = await act(github, content, ['--apply']);
          expect(github.carrying(poolFloor).length).toBeLessThanOrEqual(1);
          if (first.code === 7)
            expect(keptIn(content)).toMatchObject([
              { promise: poolFloor, pending_since: expect.any(String) },
            ]);
          else expect([0, 4]).toContain(first.code);
          if (first.code !== 0) expect((await act(github, content, ['--apply'])).code).toBe(0);
          expect(github.of(poolFloor).number).toBe(
            keptIn(content).find(({ promise }) => promise === poolFloor)?.number,
          );
          expect(github.of(keyFor('second')).title).toBe('Do second');
        },
        [{ on: post, ...fault }],
      ));
  }

  test('what shows up late in the listing is adopted', () =>
    withGitHub(
      async (github) => {
        github.lag = 25_000;
        const content = recordWith();
        const { code, doc } = await act(github, content, ['--apply']);
        expect([code, doc.adopted.length, github.issues.size]).toEqual([0, 1, 1]);
      },
      [{ on: post, when: 'after', answer: 'reset' }],
    ));

  test('a limit that says no, did it all the same, and shows it late, makes one issue', () =>
    withGitHub(
      async (github) => {
        github.lag = 30_000;
        const { code, doc } = await act(github, recordWith(), ['--apply']);
        expect([code, doc.adopted.length, github.issues.size]).toEqual([0, 1, 1]);
      },
      [
        {
          on: post,
          when: 'after',
          answer: { status: 403, body: limit, headers: { 'retry-after': '1' } },
        },
      ],
    ));

  test('what an earlier run left pending is looked for before it is asked for again, however long ago that run began', () =>
    withGitHub(
      async (github) => {
        const content = recordWith();
        expect(
          (await act(github, content, ['--apply'], { OWNUP_NOW: '2026-11-01T00:00:00Z' })).code,
        ).toBe(7);
        github.lag = 0;
        github.forget();
        expect(
          (await act(github, content, ['--apply'], { OWNUP_NOW: '2026-12-01T00:00:00Z' })).code,
        ).toBe(0);
        const order = github.requests
          .filter((request) => post(request) || request.query.get('direction') === 'desc')
          .map(post);
        expect(order).toEqual([false, false, false, false, true]);
      },
      [{ on: post, when: 'before', answer: { status: 503, body: '' } }],
    ));

  test('an issue that comes without its labels is told of in the same run', () =>
    withGitHub(async (github) => {
      github.mayLabel = false;
      const { code, doc } = await act(github, recordWith(), ['--apply']);
      expect([code, codes(doc.notes)]).toEqual([0, ['unlabelled', 'unassignable']]);
    }));

  test('a look after an unknown create waits as long as GitHub asks, or says when to come back', () =>
    withGitHub(async (github) => {
      const looks = () => github.requests.filter(({ query }) => query.get('direction') === 'desc');
      github.faults = [
        { on: post, when: 'before', answer: { status: 502, body: {} } },
        {
          on: (request) => looks().length > 1 && request.query.get('direction') === 'desc',
          when: 'before',
          answer: { status: 429, body: limit, headers: { 'retry-after': '120' } },
        },
      ];
      const { code, doc } = await act(github, recordWith(), ['--apply']);
      // One before the create, and one after.
      expect([code, looks().length]).toEqual([7, 2]);
      const last = looks().at(-1)?.at ?? 0;
      expect(Date.parse(doc.stopped?.come_back_at ?? '') - last).toBe(120_000);
    }));

  test('while GitHub keeps failing, it ends with 7 after one POST, and the entry says since when it is pending', () =>
    withGitHub(
      async (github) => {
        const content = recordWith(['second']);
        const { code, doc } = await act(github, content, ['--apply']);
        expect([code, doc.stopped?.code]).toEqual([7, 'unknown-outcome']);
        expect(github.requests.filter(post)).toHaveLength(1);
        expect(
          github.requests.filter(({ query }) => query.get('direction') === 'desc'),
        ).toHaveLength(4);
        expect(keptIn(content)).toMatchObject([
          { promise: poolFloor, pending_since: expect.any(String) },
        ]);
      },
      [{ on: post, times: always, when: 'before', answer: { status: 503, body: '' } }],
    ));

  test('an assignee who cannot be assigned after all costs the assignment, not the issue', () =>
    withGitHub(
      async (github) => {
        const { code, doc } = await act(github, recordWith(), ['--apply']);
        expect([code, codes(doc.notes), github.of(poolFloor).assignees]).toEqual([
          0,
          ['unassignable'],
          [],
        ]);
        const [note] = doc.notes;
        expect(note?.number).toBe(github.of(poolFloor).number);
        expect(JSON.stringify(note)).toContain('delivery-team');
        expect(JSON.stringify(note)).not.toContain('`none`');
      },
      [{ on: ({ path }) => path.includes('/assignees/'), when: 'before', answer: { status: 204 } }],
    ));

  for (const [title, assignees, notes] of [
    ['is left out of the answer', [], ['unassignable']],
    ['the answer says nothing of', undefined, []],
  ] as const)
    test(`an assignee who ${title} is ${notes.length ? '' : 'not '}told of`, () =>
      withGitHub(
        async (github) => {
          github.assignable = ['delivery-team'];
          const { code, doc } = await act(github, recordWith(), ['--apply']);
          expect([code, codes(doc.notes), github.issues.size]).toEqual([0, notes, 1]);
        },
        [
          {
            on: post,
            when: 'after',
            answer: ({ status, body }) => ({ status, body: { ...(body as object), assignees } }),
          },
        ],
      ));

  test('an assignee who is said to be refused, though it was done, makes no second issue', () =>
    withGitHub(
      async (github) => {
        github.assignable = ['delivery-team'];
        const { code, doc } = await act(github, recordWith(), ['--apply']);
        expect([code, doc.adopted.length, github.issues.size]).toEqual([0, 1, 1]);
      },
      [
        {
          on: post,
          when: 'after',
          answer: {
            status: 422,
            body: {
              message: 'Validation Failed',
              errors: [{ resource: 'Issue', field: 'assignees', code: 'invalid' }],
            },
          },
        },
      ],
    ));

  for (const field of ['title', 'labels', undefined])
    test(`a refusal that names ${field ?? 'nothing'} costs no assignee who can be assigned`, () =>
      withGitHub(
        async (github) => {
          github.assignable = ['delivery-team'];
          const content = recordWith();
          const { code, doc } = await act(github, content, ['--apply']);
          expect([code, codes(doc.conflicts), github.issues.size]).toEqual([6, ['rejected'], 0]);
          expect((await act(github, content, ['--apply'])).code).toBe(0);
          expect(github.of(poolFloor).assignees).toEqual(['delivery-team']);
        },
        [
          {
            on: post,
            when: 'before',
            answer: {
              status: 422,
              body: {
                message: 'Validation Failed',
                ...(field && { errors: [{ resource: 'Issue', field, code: 'invalid' }] }),
              },
            },
          },
        ],
      ));

  test('“was submitted too quickly” is waited for, and costs nothing', () =>
    withGitHub(
      async (github) => {
        github.assignable = ['delivery-team'];
        const { code, doc } = await act(github, recordWith(), ['--apply']);
        expect([code, doc.conflicts, doc.notes, github.of(poolFloor).assignees]).toEqual([
          0,
          [],
          [],
          ['delivery-team'],
        ]);
        const [refused, sent] = github.requests.filter(post);
        expect((sent?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(1_000);
      },
      [
        {
          on: post,
          when: 'before',
          answer: {
            status: 422,
            body: {
              message: 'Validation Failed',
              errors: [{ resource: 'Issue', code: 'custom', message: 'was submitted too quickly' }],
            },
            headers: { 'retry-after': '1' },
          },
        },
      ],
    ));

  test('an issue that GitHub does not accept is a conflict, and the others are created', () =>
    withGitHub(
      async (github) => {
        const content = recordWith(['second']);
        const { code, doc } = await act(github, content, ['--apply']);
        expect([code, codes(doc.conflicts), doc.created.map(({ key }) => key)]).toEqual([
          6,
          ['rejected'],
          [keyFor('second')],
        ]);
        expect(keptIn(content).map(({ promise }) => promise)).toEqual([keyFor('second')]);
      },
      [
        {
          on: post,
          when: 'before',
          answer: { status: 422, body: { message: 'Validation Failed' } },
        },
      ],
    ));
});

const spoiltReads: [string, number, Fault][] = [
  [
    'the second page fails',
    5,
    { on: pageTwo, times: always, when: 'before', answer: { status: 500, body: {} } },
  ],
  [
    'the second page is cut off',
    5,
    { on: pageTwo, times: always, when: 'after', answer: 'truncate' },
  ],
  ['the second page never comes', 5, { on: pageTwo, times: always, when: 'after', answer: 'hang' }],
  [
    'the second page is no list',
    5,
    {
      on: pageTwo,
      times: always,
      when: 'after',
      answer: { status: 200, body: { message: 'hello' } },
    },
  ],
  [
    'the second page is text',
    5,
    { on: pageTwo, times: always, when: 'after', answer: { status: 200, body: 'hello' } },
  ],
  [
    'issues come without their body',
    5,
    {
      on: scan,
      times: always,
      when: 'after',
      answer: (good) => ({
        ...good,
        body: (good.body as object[]).map((issue) => ({ ...issue, body: undefined })),
      }),
    },
  ],
  [
    'issues come without their author',
    5,
    {
      on: scan,
      times: always,
      when: 'after',
      answer: (good) => ({
        ...good,
        body: (good.body as object[]).map((issue) => ({ ...issue, author_association: undefined })),
      }),
    },
  ],
  [
    'the listing leads in a circle',
    5,
    {
      on: scan,
      times: always,
      when: 'after',
      answer: (good) => ({
        ...good,
        headers: { link: '<https://api.github.com/x?page=1>; rel="next"' },
      }),
    },
  ],
  [
    'the token is wrong',
    4,
    {
      on: () => true,
      times: always,
      when: 'before',
      answer: { status: 401, body: { message: 'Bad credentials' } },
    },
  ],
  [
    'the repository is not there',
    4,
    {
      on: () => true,
      times: always,
      when: 'before',
      answer: { status: 404, body: { message: 'Not Found' } },
    },
  ],
  [
    'the repository has moved',
    4,
    {
      on: () => true,
      times: always,
      when: 'before',
      answer: {
        status: 301,
        body: {},
        headers: { location: 'https://api.github.com/repositories/1' },
      },
    },
  ],
  [
    'a login stands before the API',
    4,
    {
      on: () => true,
      times: always,
      when: 'before',
      answer: { status: 302, body: {}, headers: { location: 'https://sso.example/login?to=x' } },
    },
  ],
  [
    'issues may not be read',
    4,
    {
      on: listing,
      times: always,
      when: 'before',
      answer: { status: 403, body: { message: 'Resource not accessible by integration' } },
    },
  ],
  [
    'issues are disabled',
    4,
    {
      on: listing,
      times: always,
      when: 'before',
      answer: { status: 410, body: { message: 'Issues are disabled for this repo' } },
    },
  ],
  [
    'a limit that lasts an hour',
    5,
    {
      on: listing,
      times: always,
      when: 'before',
      answer: { status: 429, body: limit, headers: { 'retry-after': '3600' } },
    },
  ],
];

describe.concurrent('what cannot be read', () => {
  for (const [title, exit, fault] of spoiltReads) {
    test(`${title}: nothing is created, and it ends with ${exit}`, () =>
      withGitHub(
        async (github) => {
          for (let others = 0; others < 150; others++) github.add();
          const content = recordWith();
          const { code } = await act(github, content, ['--apply']);
          expect(code).toBe(exit);
          expect(github.writes).toEqual([]);
          expect(keptIn(content)).toEqual([]);
        },
        [fault],
      ));
  }

  test('a page that fails once is read again', () =>
    withGitHub(
      async (github) => {
        for (let others = 0; others < 150; others++) github.add();
        expect((await act(github, recordWith(), ['--apply'])).code).toBe(0);
      },
      [{ on: pageTwo, when: 'before', answer: 'reset' }],
    ));

  test('a full page without a word about the next is not taken for the last', () =>
    withGitHub(async (github) => {
      const content = recordWith();
      for (let others = 0; others < 120; others++) github.add();
      await act(github, content, ['--apply']);
      Object.assign(github.of(poolFloor), { labels: [] });
      writeFileSync(join(content, 'actions.lock.json'), '{ "version": 1, "actions": [] }\n');
      github.faults = [
        {
          on: listing,
          times: always,
          when: 'after',
          answer: ({ status, body }) => ({ status, body }),
        },
      ];
      expect((await act(github, content, ['--apply'])).doc.created).toEqual([]);
    }));

  test('if the list is empty while the lock has entries, nothing is created', () =>
    withGitHub(async (github) => {
      const content = recordWith();
      await act(github, content, ['--apply']);
      writeFileSync(
        join(content, 'postmortems/late-webhooks.mdx'),
        readFileSync(join(recordWith(['second']), 'postmortems/late-webhooks.mdx')),
      );
      github.faults = [
        { on: listing, times: always, when: 'before', answer: { status: 200, body: [] } },
      ];
      github.forget();
      expect((await act(github, content, ['--apply'])).code).toBe(5);
      expect(github.writes).toEqual([]);
    }));

  test('if the list leaves out an issue that is there, nothing is created', () =>
    withGitHub(async (github) => {
      for (let others = 0; others < 5; others++) github.add();
      const content = recordWith();
      await act(github, content, ['--apply']);
      writeFileSync(
        join(content, 'postmortems/late-webhooks.mdx'),
        readFileSync(join(recordWith(['second']), 'postmortems/late-webhooks.mdx')),
      );
      github.faults = [
        {
          on: listing,
          times: always,
          when: 'after',
          answer: (good) => ({ ...good, body: (good.body as object[]).slice(0, 3) }),
        },
      ];
      github.forget();
      expect((await act(github, content, ['--apply'])).code).toBe(5);
      expect(github.writes).toEqual([]);
    }));
});

describe.concurrent('limits', () => {
  /** Before a create is sent again the run looks whether it was done all the same, after 2, 10 and 30 s. Ms. */
  const looks = 42_000;
  const waits: [string, number, number, (request: Seen) => Record<string, string>][] = [
    ['429 with Retry-After', 429, 2_000, () => ({ 'retry-after': '2' })],
    ['403 with Retry-After', 403, 2_000, () => ({ 'retry-after': '2' })],
    [
      '403 at the end of the quota',
      403,
      3_000,
      ({ at }) => ({
        date: new Date(at).toUTCString(),
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Math.floor(at / 1000) + 2),
      }),
    ],
  ];
  for (const [title, status, wait, headersFor] of waits) {
    test(`${title} is waited for, and the create is sent again`, () =>
      withGitHub(
        async (github) => {
          const content = recordWith();
          expect((await act(github, content, ['--apply'])).code).toBe(0);
          const [refused, sent, ...more] = github.requests.filter(post);
          expect(more).toEqual([]);
          expect((sent?.at ?? 0) - (refused?.at ?? 0)).toBe(wait + looks);
          expect(github.issues.size).toBe(1);
        },
        [
          {
            on: post,
            when: 'before',
            answer: (_, request) => ({ status, headers: headersFor(request), body: limit }),
          },
        ],
      ));
  }

  test('waiting is counted in the time of the server', () =>
    withGitHub(
      async (github) => {
        expect((await act(github, recordWith(), ['--apply'])).code).toBe(0);
        const [refused, sent, ...more] = github.requests.filter(post);
        expect(more).toEqual([]);
        expect((sent?.at ?? 0) - (refused?.at ?? 0)).toBe(2_000 + looks);
      },
      [
        {
          on: post,
          when: 'before',
          answer: {
            status: 429,
            body: limit,
            headers: {
              date: 'Sun, 01 Mar 2026 10:00:00 GMT',
              'retry-after': 'Sun, 01 Mar 2026 10:00:02 GMT',
            },
          },
        },
      ],
    ));

  test('a wait that nobody can mean ends with 5', () =>
    withGitHub(
      async (github) => {
        const { code, doc } = await act(github, recordWith(), ['--apply']);
        expect([code, Number.isNaN(Date.parse(doc.stopped?.come_back_at ?? ''))]).toEqual([
          5,
          false,
        ]);
      },
      [
        {
          on: post,
          when: 'before',
          answer: { status: 429, body: limit, headers: { 'retry-after': '9999999999999' } },
        },
      ],
    ));

  test('a limit on labels is waited for', () =>
    withGitHub(
      async (github) => {
        github.add({ title: 'Pool sizes' });
        expect(
          (await act(github, recordWith(), ['--apply', '--adopt', `${poolFloor}=#1`])).code,
        ).toBe(0);
        const [refused, sent] = github.requests.filter(({ path }) => path.endsWith('/labels'));
        expect((sent?.at ?? 0) - (refused?.at ?? 0)).toBe(1_000);
        expect(github.of(poolFloor).labels).toEqual(['postmortem-action', 'prevent']);
      },
      [
        {
          on: ({ path }) => path.endsWith('/labels'),
          when: 'before',
          answer: { status: 429, body: limit, headers: { 'retry-after': '1' } },
        },
      ],
    ));

  test('a wait of more than a minute ends with 5, says when to come back, and the next run looks first', () =>
    withGitHub(
      async (github) => {
        const content = recordWith(['second']);
        const { code, doc } = await act(github, content, ['--apply']);
        expect([code, doc.stopped?.code]).toEqual([5, 'partial']);
        const [refused, ...more] = github.requests.filter(post);
        expect(more).toEqual([]);
        expect(Date.parse(doc.stopped?.come_back_at ?? '') - (refused?.at ?? 0)).toBe(120_000);
        expect(keptIn(content)).toMatchObject([
          { promise: poolFloor, pending_since: expect.any(String) },
        ]);
        github.faults = [];
        github.forget();
        expect((await act(github, content, ['--apply'])).code).toBe(0);
        expect(
          github.requests.findIndex(({ query }) => query.get('direction') === 'desc'),
        ).toBeLessThan(github.requests.findIndex(post));
      },
      [
        {
          on: post,
          when: 'before',
          answer: { status: 429, body: limit, headers: { 'retry-after': '120' } },
        },
      ],
    ));
});

describe.concurrent('updates that go wrong', () => {
  const changed = (content: string): void => {
    const path = join(content, 'postmortems/late-webhooks.mdx');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(
        'Refuse pool sizes below the need',
        'Refuse pool sizes below the measured need',
      ),
    );
  };
  for (const when of ['before', 'after'] as const) {
    test(`an update of which nobody knows what became (${when}) is not sent again, and the next run settles it`, () =>
      withGitHub(async (github) => {
        const content = recordWith();
        await act(github, content, ['--apply']);
        changed(content);
        github.faults = [{ on: patch, when, answer: 'reset' }];
        github.forget();
        expect((await act(github, content, ['--apply'])).code).toBe(5);
        expect(github.requests.filter(patch)).toHaveLength(1);
        expect((await act(github, content, ['--apply'])).code).toBe(0);
        expect(github.of(poolFloor).title).toBe('Refuse pool sizes below the measured need');
      }));
  }

  test('an update that is said to be done and is not is no success', () =>
    withGitHub(async (github) => {
      const content = recordWith();
      await act(github, content, ['--apply']);
      changed(content);
      const before = apiIssue(github.of(poolFloor), github.repository.name);
      github.faults = [{ on: patch, when: 'before', answer: { status: 200, body: before } }];
      expect((await act(github, content, ['--apply'])).code).toBe(5);
      expect((await act(github, content, ['--apply'])).code).toBe(0);
    }));

  for (const [status, code] of [
    [410, 'deleted'],
    [404, 'missing'],
    [301, 'transferred'],
  ] as const)
    test(`an issue that goes while it is written to (${status}) is a conflict of its own, and the others are written`, () =>
      withGitHub(async (github) => {
        const content = recordWith(['second']);
        await act(github, content, ['--apply']);
        changed(content);
        const path = join(content, 'postmortems/late-webhooks.mdx');
        writeFileSync(path, readFileSync(path, 'utf8').replace('Do second', 'Do it second'));
        const goes = (): Reply => {
          github.take(github.of(poolFloor).number, status);
          return { status, body: { message: 'Gone' } };
        };
        github.faults = [{ on: patch, when: 'before', answer: goes }];
        const { code: exit, doc } = await act(github, content, ['--apply']);
        expect([exit, codes(doc.conflicts), github.of(keyFor('second')).title]).toEqual([
          6,
          [code],
          'Do it second',
        ]);
      }));

  for (const [status, message] of [
    [403, 'Resource not accessible by integration'],
    [404, 'Not Found'],
    [307, 'Temporary Redirect'],
  ] as const)
    test(`an issue that is there and may not be written to (${status}) is not lost: it ends with 4`, () =>
      withGitHub(async (github) => {
        const content = recordWith();
        await act(github, content, ['--apply']);
        changed(content);
        github.faults = [{ on: patch, when: 'before', answer: { status, body: { message } } }];
        const { code, doc } = await act(github, content, ['--apply']);
        expect([code, doc.stopped?.code, doc.conflicts]).toEqual([4, 'refused', []]);
      }));

  test('an issue that is there and is said to be gone is a conflict of its own, and the others are written', () =>
    withGitHub(async (github) => {
      const content = recordWith(['second']);
      await act(github, content, ['--apply']);
      changed(content);
      const path = join(content, 'postmortems/late-webhooks.mdx');
      writeFileSync(path, readFileSync(path, 'utf8').replace('Do second', 'Do it second'));
      github.faults = [
        { on: patch, when: 'before', answer: { status: 410, body: { message: 'Gone' } } },
      ];
      const { code, doc } = await act(github, content, ['--apply']);
      expect([code, codes(doc.conflicts), github.of(keyFor('second')).title]).toEqual([
        6,
        ['rejected'],
        'Do it second',
      ]);
    }));
});
