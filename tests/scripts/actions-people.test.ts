import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { act, codes, withGitHub } from '../support/actions.ts';
import { type FakeGitHub, patch, post } from '../support/fake-github.ts';
import { keptIn, keyFor, poolFloor, recordWith } from '../support/promises.ts';
import { change, forgetLock, lockOf, marker, story, tracked } from '../support/tracked.ts';

describe.concurrent('what people write into an issue', () => {
  test('text outside the block, labels, assignees and state are theirs, also while we write', () =>
    withGitHub(async (github) => {
      const content = await tracked(github);
      const issue = github.of(poolFloor);
      Object.assign(issue, {
        body: `First.\r\n\r\n${issue.body}\r\n\r\nA note.\r\n`,
        labels: [...issue.labels, 'urgent'],
        assignees: ['jo'],
      });
      github.close(issue.number, 'completed');
      change(
        content,
        'A change that sets 20 fails its checks.',
        'A change that sets 19 fails its checks.',
      );
      expect((await act(github, content, ['--apply'])).code).toBe(0);
      expect(issue.body).toMatch(
        /^First\.\r\n\r\n<!-- ownup:action [^]*sets 19 fails[^]*-->\r\n\r\nA note\.\r\n$/,
      );
      expect(issue).toMatchObject({
        state: 'closed',
        state_reason: 'completed',
        assignees: ['jo'],
        labels: ['postmortem-action', 'prevent', 'urgent'],
      });
      expect(github.writes.map(({ body }) => Object.keys(body))).toEqual([['body']]);
    }));

  test('a ticked box is no edit, and stays ticked when the block changes', () =>
    withGitHub(async (github) => {
      const content = await tracked(github);
      const issue = github.of(poolFloor);
      issue.body = issue.body?.replace('- [ ]', '- [x]') ?? '';
      expect((await act(github, content, ['--apply'])).doc.totals).toMatchObject({ same: 1 });
      change(
        content,
        'owner: delivery-team\n    due: 2026-02-01',
        'owner: delivery-team\n    due: 2026-02-03',
      );
      expect((await act(github, content, ['--apply'])).doc.totals).toMatchObject({ update: 1 });
      expect(issue.body).toContain('- [x] A change');
      expect(issue.body).toContain('2026-02-03');
    }));

  for (const [title, edit] of [
    ['the title', { title: 'Mine' }],
    ['the block', undefined],
  ] as const) {
    test(`an edit of ${title} is a conflict, is not overwritten, and is with --force`, () =>
      withGitHub(async (github) => {
        const content = await tracked(github);
        const issue = github.of(poolFloor);
        const wanted = { title: issue.title, body: issue.body };
        Object.assign(
          issue,
          edit ?? { body: issue.body?.replace('Done when', 'Done perhaps when') },
        );
        const edited = { ...issue };
        for (const lock of ['kept', 'lost']) {
          if (lock === 'lost') forgetLock(content);
          const { code, doc } = await act(github, content, ['--apply']);
          expect([code, codes(doc.conflicts), github.writes.length]).toEqual([6, ['edited'], 0]);
          expect(issue).toEqual(edited);
        }
        expect((await act(github, content, ['--apply', '--force'])).code).toBe(0);
        const again = (body: string | null) => body?.replace(/ \d+ -->/, '');
        expect([issue.title, again(issue.body)]).toEqual([wanted.title, again(wanted.body)]);
      }));
  }

  test('a person who puts an older version back has edited it', () =>
    withGitHub(async (github) => {
      const content = await tracked(github);
      const issue = github.of(poolFloor);
      const older = { title: issue.title, body: issue.body };
      change(
        content,
        'Refuse pool sizes below the need',
        'Refuse pool sizes below the measured need',
      );
      expect((await act(github, content, ['--apply'])).code).toBe(0);
      Object.assign(issue, older);
      const { code, doc } = await act(github, content, ['--apply']);
      expect([code, codes(doc.conflicts), issue.title]).toEqual([6, ['edited'], older.title]);
    }));

  test('so has one who puts an older version back before the record changes once more', () =>
    withGitHub(async (github) => {
      const content = await tracked(github);
      const issue = github.of(poolFloor);
      const older = { title: issue.title, body: issue.body };
      change(
        content,
        'Refuse pool sizes below the need',
        'Refuse pool sizes below the measured need',
      );
      await act(github, content, ['--apply']);
      Object.assign(issue, older);
      change(
        content,
        'Refuse pool sizes below the measured need',
        'Refuse pool sizes that are too small',
      );
      const { code, doc } = await act(github, content, ['--apply']);
      expect([code, codes(doc.conflicts), issue.title]).toEqual([6, ['edited'], older.title]);
    }));

  test('what a later run wrote is no edit for one whose lock is older', () =>
    withGitHub(async (github) => {
      const content = await tracked(github);
      const lock = readFileSync(lockOf(content), 'utf8');
      change(
        content,
        'Refuse pool sizes below the need',
        'Refuse pool sizes below the measured need',
      );
      await act(github, content, ['--apply']);
      writeFileSync(lockOf(content), lock);
      change(
        content,
        'Refuse pool sizes below the measured need',
        'Refuse pool sizes that are too small',
      );
      expect((await act(github, content, ['--apply'])).code).toBe(0);
      expect(github.of(poolFloor).title).toBe('Refuse pool sizes that are too small');
    }));

  test('a ticked box in the details is no edit either', () =>
    withGitHub(async (github) => {
      const content = recordWith([], (text) =>
        text.replace('    done_when:', '    details: |\n      - [ ] first step\n    done_when:'),
      );
      await act(github, content, ['--apply']);
      const issue = github.of(poolFloor);
      issue.body = issue.body?.replace('> - [ ] first', '> - [x] first') ?? '';
      change(content, 'due: 2026-02-01', 'due: 2026-02-03');
      expect((await act(github, content, ['--apply'])).code).toBe(0);
      expect(issue.body).toContain('> - [x] first step');
    }));

  test('where a person changes hands with --force on its way, nothing is overwritten', () =>
    withGitHub(async (github) => {
      for (const [body, code] of [
        ['Mine now.', 'marker-gone'],
        ['<!-- ownup:action late-webhooks/other -->', 'other-marker'],
      ] as const) {
        github.issues.clear();
        const content = await tracked(github);
        const issue = github.of(poolFloor);
        change(content, 'Refuse pool sizes below the need', 'Refuse');
        github.faults = [
          {
            on: ({ method, path }) => method === 'GET' && path.endsWith('/issues'),
            when: 'after',
            answer: (good) => {
              Object.assign(issue, { title: 'Mine', body });
              return good;
            },
          },
        ];
        const { code: exit, doc } = await act(github, content, ['--apply', '--force']);
        expect([exit, codes(doc.conflicts), issue.title, issue.body]).toEqual([
          6,
          [code],
          'Mine',
          body,
        ]);
      }
    }));

  test('so much text that our block has no room is a conflict', () =>
    withGitHub(async (github) => {
      const content = await tracked(github);
      const issue = github.of(poolFloor);
      issue.body += `\n${'x'.repeat(65_400 - (issue.body?.length ?? 0))}`;
      change(
        content,
        'A change that sets 20 fails its checks.',
        `A change that sets 20 fails its ${'many '.repeat(60)}checks.`,
      );
      const { code, doc } = await act(github, content, ['--apply']);
      expect([code, codes(doc.conflicts), github.writes]).toEqual([6, ['no-room'], []]);
    }));

  test('a change of the record after the lock was lost is still an update, and no conflict', () =>
    withGitHub(async (github) => {
      const content = await tracked(github);
      forgetLock(content);
      change(
        content,
        'Refuse pool sizes below the need',
        'Refuse pool sizes below the measured need',
      );
      const { code, doc } = await act(github, content, ['--apply']);
      expect([code, doc.actions[0]?.changes.map(({ field }) => field)]).toEqual([
        0,
        ['title', 'body'],
      ]);
      expect(github.of(poolFloor).title).toBe('Refuse pool sizes below the measured need');
    }));

  test('what a person writes between the reading and the writing is kept', () =>
    withGitHub(async (github) => {
      const content = await tracked(github);
      change(
        content,
        'Refuse pool sizes below the need',
        'Refuse pool sizes below the measured need',
      );
      const issue = github.of(poolFloor);
      github.faults = [
        {
          on: ({ method, path }) => method === 'GET' && path.endsWith('/issues'),
          when: 'after',
          answer: (good) => {
            issue.body = `${issue.body}\n\nJust in time.`;
            return good;
          },
        },
      ];
      expect((await act(github, content, ['--apply'])).code).toBe(0);
      expect(issue.body).toContain('Just in time.');
      expect(issue.title).toBe('Refuse pool sizes below the measured need');
    }));

  for (const [title, events, reason] of [
    ['locked', ['closed', 'locked'], 'completed'],
    ['turned into a discussion', ['converted_to_discussion', 'locked'], undefined],
  ] as const)
    test(`an issue that was closed as completed and ${title}: ${reason ?? 'nobody knows why'}`, () =>
      withGitHub(async (github) => {
        const content = await tracked(github);
        github.close(1);
        Object.assign(github.of(poolFloor), { locked: true, events });
        for (const how of ['--pull', '--apply'])
          expect([(await act(github, content, [how])).code, keptIn(content)]).toMatchObject([
            0,
            [{ state: 'closed' }],
          ]);
        expect(keptIn(content)[0]?.state_reason).toBe(reason);
        const asked = github.requests.filter(({ path }) => path.endsWith('/events'));
        expect(asked).toHaveLength(reason ? 1 : 2);
      }));

  test('a locked issue is read, and not written to', () =>
    withGitHub(async (github) => {
      const content = await tracked(github);
      github.of(poolFloor).locked = true;
      expect((await act(github, content, ['--apply'])).code).toBe(0);
      change(content, 'Refuse pool sizes below the need', 'Refuse');
      const { code, doc } = await act(github, content, ['--apply']);
      expect([code, codes(doc.conflicts), github.writes]).toEqual([6, ['locked'], []]);
    }));
});

const losses: [string, (github: FakeGitHub, content: string) => void, string][] = [
  ['deleted (410)', (github) => github.take(1, 410), 'deleted'],
  ['not there (404)', (github) => github.take(1, 404), 'missing'],
  ['transferred', (github) => github.take(1, 301), 'transferred'],
  [
    'without our marker',
    (github) => Object.assign(github.issues.get(1) ?? {}, { body: 'Mine now.' }),
    'marker-gone',
  ],
  [
    'a pull request',
    (github) => Object.assign(github.issues.get(1) ?? {}, { isPullRequest: true }),
    'pull-request',
  ],
  [
    'the issue of another promise',
    (github) =>
      Object.assign(github.issues.get(1) ?? {}, {
        body: '<!-- ownup:action late-webhooks/other -->',
      }),
    'other-marker',
  ],
  [
    'in another repository',
    (github) => ((github.repository.id = 78), github.take(1, 404)),
    'other-repository',
  ],
];

describe.concurrent('an issue that is lost', () => {
  for (const [title, lose, code] of losses) {
    test(`${title}: no second one is created until a person says so, and then one`, () =>
      withGitHub(async (github) => {
        const content = await tracked(github);
        github.add();
        lose(github, content);
        const before = JSON.stringify([...github.issues]);
        const found = await act(github, content, ['--apply']);
        expect([found.code, codes(found.doc.conflicts)]).toEqual([6, [code]]);
        expect(github.writes).toEqual([]);
        expect(JSON.stringify([...github.issues])).toBe(before);
        const again = await act(github, content, ['--apply', '--recreate', poolFloor]);
        expect([again.code, again.doc.created.length]).toEqual([0, 1]);
        expect(keptIn(content)[0]?.number).toBe(github.of(poolFloor).number);
      }));
  }

  test('--recreate makes nothing where nothing is lost, however often it is given', () =>
    withGitHub(async (github) => {
      const content = await tracked(github);
      const { code, doc } = await act(github, content, ['--apply', '--recreate', poolFloor]);
      expect([code, codes(doc.notes), github.writes]).toEqual([0, ['nothing-to-recreate'], []]);
    }));

  test('--recreate given again, while nobody knows what came of the first time, makes no second issue', () =>
    withGitHub(async (github) => {
      const content = await tracked(github);
      github.take(1, 410);
      Object.assign(github, {
        author: { login: 'former-member', association: 'NONE' },
        mayLabel: false,
      });
      github.faults = [{ on: post, when: 'after', answer: 'reset' }];
      expect((await act(github, content, ['--apply', '--recreate', poolFloor])).code).toBe(7);
      const { code, doc } = await act(github, content, ['--apply', '--recreate', poolFloor]);
      expect([code, codes(doc.conflicts), github.carrying(poolFloor).length]).toEqual([
        6,
        ['unconfirmed'],
        1,
      ]);
      expect((await act(github, content, ['--apply', '--adopt', `${poolFloor}=#2`])).code).toBe(0);
    }));

  test('the block is put back where a person says that it is still the issue', () =>
    withGitHub(async (github) => {
      const content = await tracked(github);
      Object.assign(github.issues.get(1) ?? {}, { title: 'Ours', body: 'Mine now.' });
      expect((await act(github, content, ['--apply', '--adopt', `${poolFloor}=#1`])).code).toBe(0);
      expect(github.of(poolFloor).body).toMatch(/^Mine now\.\n\n<!-- ownup:action/);
      github.of(poolFloor).title = 'Edited later';
      const again = await act(github, content, ['--apply', '--adopt', `${poolFloor}=#1`]);
      expect([again.code, codes(again.doc.conflicts)]).toEqual([6, ['edited']]);
    }));

  test('an issue that a person has named gets its labels by the next such run, if the first did not come so far', () =>
    withGitHub(
      async (github) => {
        github.add({ title: 'Pool sizes', author: 'customer', association: 'NONE' });
        const content = recordWith();
        const adopt = ['--apply', '--adopt', `${poolFloor}=#1`];
        await act(github, content, adopt);
        expect(github.issues.get(1)?.labels).toEqual([]);
        github.forget();
        expect((await act(github, content, adopt)).code).toBe(0);
        expect([github.issues.get(1)?.labels, github.writes.length]).toEqual([
          ['postmortem-action', 'prevent'],
          1,
        ]);
        github.forget();
        expect((await act(github, content, adopt)).code).toBe(0);
        expect(github.writes).toEqual([]);
        forgetLock(content);
        expect((await act(github, content, ['--apply'])).code).toBe(6);
      },
      [
        {
          on: ({ path }) => path.endsWith('/labels'),
          when: 'before',
          answer: { status: 502, body: {} },
        },
      ],
    ));

  test('without its label it is found all the same, and only once', () =>
    withGitHub(async (github) => {
      const content = await tracked(github, ['second']);
      for (const issue of github.issues.values()) issue.labels = ['renamed'];
      forgetLock(content);
      const { code, doc } = await act(github, content, ['--apply']);
      expect([code, doc.totals['same'], new Set(codes(doc.notes))]).toEqual([
        0,
        2,
        new Set(['unlabelled']),
      ]);
      expect(github.writes).toEqual([]);
    }));
});

describe.concurrent('markers', () => {
  const forgeries: [string, object][] = [
    ['by a stranger', { body: marker, labels: ['postmortem-action'] }],
    ['in the middle of a sentence', { body: `See ${marker} there.`, association: 'MEMBER' }],
    ['in a quotation', { body: `> ${marker}`, association: 'OWNER' }],
    ['in a pull request', { body: marker, association: 'OWNER', isPullRequest: true }],
    ['in a title', { title: marker, association: 'OWNER' }],
  ];
  for (const [title, fields] of forgeries) {
    test(`a marker ${title} counts for nothing, and its issue is left alone`, () =>
      withGitHub(async (github) => {
        const forged = { ...github.add(fields) };
        const content = recordWith();
        expect((await act(github, content, ['--apply'])).code).toBe(0);
        expect(github.issues.get(1)).toEqual(forged);
        expect(keptIn(content)).toMatchObject([{ number: 2 }]);
      }));
  }

  test('a marker in code counts for nothing, and code that never ends hides nothing', () =>
    withGitHub(async (github) => {
      github.add({ body: `It says:\n\n\`\`\`\n${marker}\n\`\`\`\n`, association: 'MEMBER' });
      const content = recordWith();
      expect((await act(github, content, ['--apply'])).code).toBe(0);
      expect(keptIn(content)).toMatchObject([{ number: 2 }]);
      const issue = [...github.issues.values()].find(({ number }) => number === 2) ?? github.add();
      issue.body = `\`\`\`\nnever closed\n\n${issue.body}`;
      forgetLock(content);
      github.forget();
      expect((await act(github, content, ['--apply'])).code).toBe(0);
      expect(github.writes).toEqual([]);
    }));

  test('a block goes above code that never ends, where people can read it', () =>
    withGitHub(async (github) => {
      github.add({ title: 'Pool sizes', body: '~~~\nlog' });
      const content = recordWith();
      expect((await act(github, content, ['--apply', '--adopt', `${poolFloor}=#1`])).code).toBe(0);
      expect(github.issues.get(1)?.body).toMatch(/^<!-- ownup:action [^]*-->\n\n~~~\nlog$/);
    }));

  for (const [title, fields] of [
    ['by somebody whose markers do not count', { author: 'former-bot', association: 'NONE' }],
    ['of ours that stands in code', undefined],
  ] as const)
    test(`an untouched block ${title} is never replaced by a second issue while the lock is lost`, () =>
      withGitHub(async (github) => {
        const content = await tracked(github);
        const issue = github.of(poolFloor);
        Object.assign(issue, fields ?? { body: `\`\`\`\n${issue.body}\n\`\`\`\n` });
        for (let run = 0; run < 2; run++) {
          forgetLock(content);
          const { code, doc } = await act(github, content, ['--apply']);
          expect([code, codes(doc.conflicts), github.writes]).toEqual([6, ['unproven'], []]);
        }
      }));

  test.for([
    ['a word before it', (body: string) => `Intro ${body}`],
    ['a quotation around it', (body: string) => body.replace(/^/gm, '> ')],
    ['four spaces before it', (body: string) => body.replace(/^/gm, '    ')],
  ] as const)(
    'a marker of ours with %s is not replaced by a second issue while the lock is lost',
    ([, edit]) =>
      withGitHub(async (github) => {
        const content = await tracked(github);
        const issue = github.of(poolFloor);
        issue.body = edit(issue.body ?? '');
        forgetLock(content);
        const { code, doc } = await act(github, content, ['--apply']);
        expect([code, codes(doc.conflicts), github.writes]).toEqual([6, ['unproven'], []]);
      }),
  );

  test('what people write while we wait is kept', () =>
    withGitHub(async (github) => {
      const content = await tracked(github, ['second']);
      change(
        content,
        'Refuse pool sizes below the need',
        'Refuse pool sizes below the measured need',
      );
      change(content, 'Do second', 'Do it second');
      const issue = github.of(keyFor('second'));
      github.faults = [
        {
          on: ({ method, path }) => method === 'PATCH' && path.endsWith(`/${issue.number}`),
          when: 'before',
          answer: () => {
            issue.body = `${issue.body}\n\nJust in time.`;
            return {
              status: 429,
              headers: { 'retry-after': '1' },
              body: { message: 'Slow down.' },
            };
          },
        },
      ];
      expect((await act(github, content, ['--apply'])).code).toBe(0);
      expect([issue.title, issue.body?.includes('Just in time.')]).toEqual(['Do it second', true]);
    }));

  test('a label in capital letters is the same label', () =>
    withGitHub(async (github) => {
      const content = await tracked(github);
      github.of(poolFloor).labels = ['Postmortem-Action', 'Prevent'];
      const { code, doc } = await act(github, content, ['--apply']);
      expect([
        code,
        doc.notes,
        github.requests.filter(({ query }) => query.get('direction') === 'asc').length,
      ]).toEqual([0, [], 1]);
    }));

  test('an issue with the markers of two promises is used for neither', () =>
    withGitHub(async (github) => {
      const content = await tracked(github, ['second']);
      const [first, second] = [github.of(poolFloor), github.of(keyFor('second'))];
      first.body += `\n${second.body}`;
      github.issues.delete(second.number);
      forgetLock(content);
      const { code, doc } = await act(github, content, ['--apply']);
      expect([code, codes(doc.conflicts), github.writes]).toEqual([
        6,
        ['shared-issue', 'shared-issue'],
        [],
      ]);
    }));

  test('a stranger’s marker is told of', () =>
    withGitHub(async (github) => {
      const content = await tracked(github);
      github.add({ body: marker, labels: ['postmortem-action'] });
      const { code, doc } = await act(github, content, ['--apply']);
      expect([code, codes(doc.notes)]).toEqual([0, ['untrusted-marker']]);
    }));

  test('an issue that was closed as a duplicate is told of', () =>
    withGitHub(async (github) => {
      const content = await tracked(github);
      github.close(github.of(poolFloor).number, 'duplicate');
      const { code, doc } = await act(github, content, ['--apply']);
      expect([code, codes(doc.notes)]).toEqual([0, ['closed-as-duplicate']]);
    }));

  test('what the record says is done gets no issue, and one that is open all the same is told of', () =>
    withGitHub(async (github) => {
      const done = (text: string): string =>
        text.replace(
          '    done_when:',
          '    done: { on: 2026-01-30, evidence: https://docs.ferry.example/ }\n    done_when:',
        );
      const first = await act(github, recordWith([], done), ['--apply']);
      expect([first.code, first.doc.totals, github.issues.size]).toEqual([
        0,
        expect.objectContaining({ over: 1, create: 0 }),
        0,
      ]);
      const content = await tracked(github);
      const file = join(content, 'postmortems/late-webhooks.mdx');
      writeFileSync(file, done(readFileSync(file, 'utf8')));
      const { code, doc } = await act(github, content, ['--apply']);
      expect([code, codes(doc.notes)]).toEqual([0, ['over-but-open']]);
    }));

  test('of several, the lowest number is used, and the others are reported while they are open', () =>
    withGitHub(async (github) => {
      const content = await tracked(github);
      const { title, body } = github.of(poolFloor);
      github.add({ title, body, association: 'MEMBER', labels: ['postmortem-action'] });
      forgetLock(content);
      const { code, doc } = await act(github, content, ['--apply']);
      expect([code, codes(doc.conflicts), keptIn(content)[0]?.number, github.writes]).toEqual([
        6,
        ['duplicate'],
        1,
        [],
      ]);
      github.close(2, 'duplicate');
      const after = await act(github, content, ['--apply']);
      expect([after.code, codes(after.doc.notes)]).toEqual([0, ['closed-duplicate']]);
    }));

  test('an author whose markers would not count stops it after the first issue', () =>
    withGitHub(async (github) => {
      github.author = { login: 'some-bot', association: 'NONE' };
      const content = recordWith(['second']);
      const { code, doc } = await act(github, content, ['--apply']);
      expect([code, codes(doc.conflicts), github.issues.size]).toEqual([
        6,
        ['author-not-trusted'],
        1,
      ]);
      writeFileSync(
        join(content, 'site.yaml'),
        `${readFileSync(join(content, 'site.yaml'), 'utf8')}repository: { trusted: [some-bot] }\n`,
      );
      expect((await act(github, content, ['--apply'])).code).toBe(0);
      expect(github.issues.size).toBe(2);
    }));

  test('an issue that a person names is told of on every run while its author’s markers do not count', () =>
    withGitHub(async (github) => {
      github.add({ author: 'stranger' });
      const content = recordWith();
      await act(github, content, ['--apply', '--adopt', `${poolFloor}=#1`]);
      const again = await act(github, content, ['--apply']);
      expect([again.code, codes(again.doc.notes)]).toEqual([0, ['author-not-trusted']]);
      forgetLock(content);
      const lost = await act(github, content, ['--apply']);
      expect([lost.code, codes(lost.doc.conflicts), github.issues.size]).toEqual([
        6,
        ['unproven'],
        1,
      ]);
    }));

  test('a person can name the issue that tracks a promise; what stands in it is kept', () =>
    withGitHub(async (github) => {
      github.add({ title: 'Pool sizes', body: 'We know of this.', labels: ['bug'] });
      const content = recordWith();
      expect((await act(github, content, ['--apply', '--adopt', `${poolFloor}=#1`])).code).toBe(0);
      expect(github.issues.size).toBe(1);
      expect(github.of(poolFloor)).toMatchObject({
        title: 'Refuse pool sizes below the need',
        labels: ['bug', 'postmortem-action', 'prevent'],
      });
      expect(github.of(poolFloor).body).toMatch(/^We know of this\.\n\n<!-- ownup:action/);
      github.forget();
      expect((await act(github, content, ['--apply'])).code).toBe(0);
      expect(github.writes).toEqual([]);
    }));

  for (const [title, on, status, code] of [
    ['it may not be written to', patch, 403, 4],
    ['something else stops the run before', post, 503, 7],
  ] as const)
    test(`an issue that a person names does not become ours where ${title}`, () =>
      withGitHub(async (github) => {
        const content = await tracked(github);
        writeFileSync(story(content), readFileSync(story(recordWith(['second', 'third']))));
        const before = keptIn(content);
        const { number } = github.add({ title: 'Pool sizes' });
        github.faults = [{ on, when: 'before', answer: { status, body: { message: 'No' } } }];
        expect(
          (await act(github, content, ['--apply', '--adopt', `${keyFor('third')}=#${number}`]))
            .code,
        ).toBe(code);
        expect(keptIn(content).filter(({ promise }) => promise !== keyFor('second'))).toEqual(
          before,
        );
      }));

  for (const when of ['before', 'after'] as const)
    test(`an issue that a person names stays known where nobody knows what came of that (${when})`, () =>
      withGitHub(async (github) => {
        const content = recordWith();
        github.add({ title: 'Pool sizes' });
        github.faults = [{ on: patch, when, answer: { status: 500, body: '' } }];
        expect((await act(github, content, ['--apply', '--adopt', `${poolFloor}=#1`])).code).toBe(
          5,
        );
        await act(github, content, ['--apply']);
        expect(github.issues.size).toBe(1);
        expect((await act(github, content, ['--apply', '--adopt', `${poolFloor}=#1`])).code).toBe(
          0,
        );
        expect(github.of(poolFloor).number).toBe(1);
      }));

  test('an action that left the record is an orphan, and its issue stays as it is', () =>
    withGitHub(async (github) => {
      const content = await tracked(github, ['second']);
      writeFileSync(story(content), readFileSync(story(recordWith())));
      const { code, doc } = await act(github, content, ['--apply']);
      expect([
        code,
        doc.notes.filter(({ code: found }) => found === 'orphan').map(({ key }) => key),
        github.writes,
      ]).toEqual([0, [keyFor('second')], []]);
      expect(github.of(keyFor('second')).state).toBe('open');
    }));
});

describe.concurrent('the state comes back', () => {
  for (const args of [['--apply'], ['--pull']]) {
    test(`${args[0]} brings state, reason and time into the lock, and writes nothing`, () =>
      withGitHub(async (github) => {
        const content = await tracked(github, ['second', 'third']);
        github.close(github.of(poolFloor).number, 'completed', '2026-02-05T09:00:00Z');
        github.close(github.of(keyFor('second')).number, 'not_planned');
        expect((await act(github, content, args)).code).toBe(0);
        expect(github.writes).toEqual([]);
        expect(keptIn(content)).toMatchObject([
          {
            promise: poolFloor,
            state: 'closed',
            state_reason: 'completed',
            closed_at: '2026-02-05T09:00:00Z',
          },
          { promise: keyFor('second'), state: 'closed', state_reason: 'not_planned' },
          { promise: keyFor('third'), state: 'open' },
        ]);
      }));
  }

  test('--pull creates nothing for a promise without an issue, and keeps what it knew of one that is gone', () =>
    withGitHub(async (github) => {
      const content = await tracked(github);
      const [before] = keptIn(content);
      writeFileSync(story(content), readFileSync(story(recordWith(['second']))));
      github.take(1, 410);
      const { code, doc } = await act(github, content, ['--pull'], {
        OWNUP_NOW: '2027-01-01T00:00:00Z',
      });
      expect([code, codes(doc.conflicts), github.writes]).toEqual([6, ['deleted'], []]);
      expect(keptIn(content)).toEqual([before]);
    }));

  test('a run that reads nothing leaves the lock as it was, and so does the one after it', () =>
    withGitHub(async (github) => {
      const content = await tracked(github);
      await act(github, content, ['--apply']);
      const before = readFileSync(join(content, 'actions.lock.json'), 'utf8');
      const fault = {
        on: ({ path }: { path: string }) => path.endsWith('/issues'),
        when: 'before',
        answer: { status: 404, body: {} },
      } as const;
      github.faults = [fault];
      await act(github, content, ['--apply']);
      expect(readFileSync(join(content, 'actions.lock.json'), 'utf8')).toBe(before);
      github.faults = [];
      await act(github, content, ['--apply']);
      expect(readFileSync(join(content, 'actions.lock.json'), 'utf8')).toBe(before);
    }));

  test('days are those of the site', () =>
    withGitHub(async (github) => {
      const content = await tracked(github);
      const site = join(content, 'site.yaml');
      writeFileSync(site, `${readFileSync(site, 'utf8')}time_zone: America/Los_Angeles\n`);
      const dates: (string | undefined)[] = [];
      for (const now of ['2026-11-24T03:43:00Z', '2026-11-24T07:00:00Z', '2026-11-24T18:00:00Z']) {
        await act(github, content, ['--pull'], { OWNUP_NOW: now });
        dates.push(keptIn(content)[0]?.verified_at);
      }
      expect(dates).toEqual([
        '2026-11-24T03:43:00Z',
        '2026-11-24T03:43:00Z',
        '2026-11-24T18:00:00Z',
      ]);
    }));

  test('a look a day later is noted, and one on the same day is not', () =>
    withGitHub(async (github) => {
      const content = await tracked(github);
      const dates: (string | undefined)[] = [];
      for (const now of ['2026-12-01T08:00:00Z', '2026-12-01T20:00:00Z', '2026-12-02T08:00:00Z']) {
        await act(github, content, ['--pull'], { OWNUP_NOW: now });
        dates.push(keptIn(content)[0]?.verified_at);
      }
      expect(dates).toEqual([
        '2026-12-01T08:00:00Z',
        '2026-12-01T08:00:00Z',
        '2026-12-02T08:00:00Z',
      ]);
    }));
});
