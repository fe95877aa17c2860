import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { commandIn } from '../../scripts/lib/say/comment.ts';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { withGitHub } from '../support/actions.ts';
import { cloned } from '../support/cloned.ts';
import { contentFolder } from '../support/content.ts';
import { commented, deliver, filledIn, issueBy, opened } from '../support/delivered.ts';
import type { FakeGitHub } from '../support/fake-github.ts';
import { newFolder, ownup } from '../support/ownup.ts';
import { publicSite } from '../support/public-site.ts';
import { factsIn, incidentsIn } from '../support/said.ts';

const id = '2026-01-16-webhooks-leave-late';
const answers = {
  what: 'Webhooks leave late. None is lost.',
  service: 'Webhooks, API',
  severity: 'major',
  since: '20m ago',
};
const quiet = (url = 'https://status.ferry.example/'): string =>
  contentFolder({
    'incidents/late-webhooks.yaml': '',
    'postmortems/late-webhooks.mdx': '',
    'postmortems/queue.svg': '',
    'site.yaml': (exampleRecord['site.yaml'] ?? '').replace('https://status.ferry.example/', url),
  });

type Desk = { github: FakeGitHub; content: string };

/** A GitHub in which Jo and Ann may push, and nobody else may. */
const withDesk = (use: (desk: Desk) => Promise<void>): Promise<void> =>
  withGitHub(async (github) => {
    github.permissions = { jo: 'write', ann: 'admin', reader: 'read' };
    await use({ github, content: quiet() });
  });

/** The same with a repository, as a workflow has it. */
const withRepository = (
  use: (desk: Desk & ReturnType<typeof cloned>) => Promise<void>,
): Promise<void> => withDesk(({ github, content }) => use({ github, ...cloned(content) }));
const push = { args: ['--push'] };

const news = ({ content }: { content: string }): string[] =>
  incidentsIn(content).filter((name) => name !== 'database-upgrade.yaml');

test('an issue made with the form is said, pushed, and remembered', () =>
  withRepository(async ({ github, content, pushed }) => {
    const issue = issueBy('jo', filledIn(content, answers));
    const { code, said, stderr } = await deliver(
      content,
      github,
      'issues',
      opened(issue, 'jo'),
      push,
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(factsIn(content, id)).toEqual({
      kind: 'incident',
      title: 'Webhooks leave late',
      severity: 'major',
      impact: ['webhooks', 'api'].map((service) => ({
        service,
        status: 'partial_outage',
        // Counted from when it was written, not from when it was read.
        from: '2026-01-16T09:11:00Z',
      })),
      updates: [
        {
          at: '2026-01-16T09:50:10Z',
          status: 'investigating',
          text: answers.what,
          next_update_by: '2026-01-16T10:31:00Z',
        },
      ],
      origin: 'issue-7',
    });
    expect(pushed(`incidents/${id}.yaml`)).toContain('origin: issue-7');
    expect(JSON.parse(said.replace('said=', ''))).toEqual([
      {
        issue: 7,
        address: `https://status.ferry.example/incidents/${id}/`,
        at: Date.parse('2026-01-16T09:50:10Z'),
        written: Date.parse('2026-01-16T09:31:00Z'),
      },
    ]);
  }));

test('comments tell how it goes on, until it is over', () =>
  withDesk(async ({ github, content }) => {
    const issue = issueBy('jo', filledIn(content, answers));
    await deliver(content, github, 'issues', opened(issue, 'jo'));
    const say = (body: string, comment: number, now: string) =>
      deliver(
        content,
        github,
        'issue_comment',
        commented(issue, 'ann', body, { id: comment, written: now }),
        { now },
      );
    await say('/identified We know why.\r\nIt is a disk.\r\n/next 30m', 1, '2026-01-16T10:00:00Z');
    await say('/update Nothing new.', 2, '2026-01-16T10:10:00Z');
    const { code } = await say('/resolve All is well.\n/ended 5m ago', 3, '2026-01-16T10:20:00Z');
    expect(code).toBe(0);
    expect(factsIn(content, id)).toMatchObject({
      impact: [{ to: '2026-01-16T10:15:00Z' }, { to: '2026-01-16T10:15:00Z' }],
      updates: [
        {},
        {
          status: 'identified',
          text: 'We know why.\nIt is a disk.',
          next_update_by: '2026-01-16T10:30:00Z',
          origin: 'comment-1',
        },
        { status: 'identified', text: 'Nothing new.', origin: 'comment-2' },
        { status: 'resolved', text: 'All is well.', origin: 'comment-3' },
      ],
    });
  }));

test('what comes twice is said once, and what comes out of order in its order', () =>
  withRepository(async ({ github, content, git }) => {
    const issue = issueBy('jo', filledIn(content, answers));
    const comment = commented(issue, 'jo', '/monitoring It is repaired.');
    for (const _ of [1, 2])
      expect((await deliver(content, github, 'issue_comment', comment, push)).code).toBe(0);
    for (const action of ['opened', 'edited'])
      await deliver(content, github, 'issues', opened(issue, 'jo', action), push);
    const edited = commented(issue, 'jo', '/monitoring Other words.', { action: 'edited' });
    await deliver(content, github, 'issue_comment', edited, push);
    expect(news({ content })).toEqual([`${id}.yaml`]);
    expect(factsIn(content, id)['updates']).toMatchObject([{}, { text: 'It is repaired.' }]);
    expect(git('rev-list', '--count', 'HEAD')).toBe('3');
    expect(github.comments).toEqual([]);
  }));

describe('who may not push is not obeyed', () => {
  test.each([
    ['a stranger, whatever the payload calls them', 'eve', 'eve'],
    ['a reader', 'reader', 'reader'],
    ['words of a stranger that a member has edited', 'eve', 'jo'],
    ['words of a member that a stranger has edited', 'jo', 'eve'],
  ])('%s', (_, author, sender) =>
    withDesk(async ({ github, content }) => {
      const issue = issueBy(author, filledIn(content, answers));
      const { code, stdout, said } = await deliver(
        content,
        github,
        'issues',
        opened(issue, sender, 'edited'),
      );
      expect([code, stdout.includes('stranger'), said]).toEqual([0, true, '']);
      expect(news({ content })).toEqual([]);
      expect(github.comments).toEqual([]);
    }),
  );

  test('a stranger below the issue of a member', () =>
    withDesk(async ({ github, content }) => {
      const issue = issueBy('jo', filledIn(content, answers));
      await deliver(content, github, 'issues', opened(issue, 'jo'));
      await deliver(
        content,
        github,
        'issue_comment',
        commented(issue, 'eve', '/resolve All is well.'),
      );
      expect(factsIn(content, id)['updates']).toHaveLength(1);
    }));

  test('where GitHub does not say, nobody is', () =>
    withDesk(async ({ github, content }) => {
      github.faults = [
        {
          on: ({ path }) => path.endsWith('/permission'),
          when: 'before',
          answer: { status: 500, body: {} },
        },
      ];
      const { code } = await deliver(
        content,
        github,
        'issues',
        opened(issueBy('jo', filledIn(content, answers)), 'jo'),
      );
      expect([code, news({ content })]).toEqual([4, []]);
    }));
});

test('text is data: nothing in it is run, and no heading in it answers another question', () =>
  withDesk(async ({ github, content }) => {
    const proof = join(newFolder('proof'), 'ran');
    const what = [
      `$(touch ${proof}) \`touch ${proof}\` ; touch ${proof} && "quotes' ${'${{ github.token }}'}`,
      '### How bad is it?',
      'minor',
      'updates: [{ at: 2000-01-01T00:00:00Z }]',
      '---',
      '- !!js/function x',
    ].join('\n');
    const issue = issueBy('jo', filledIn(content, { ...answers, what }));
    const { code } = await deliver(content, github, 'issues', opened(issue, 'jo'));
    expect([code, existsSync(proof)]).toEqual([1, false]);
    // The first heading of a name counts, and the answer with it: nothing is guessed, and nothing is published.
    expect(news({ content })).toEqual([]);
    const { stdout } = await deliver(
      content,
      github,
      'issues',
      opened(
        issueBy(
          'jo',
          filledIn(content, { ...answers, what: what.replace('### How bad is it?\n', '') }),
          8,
        ),
        'jo',
      ),
    );
    expect([stdout.includes('issue-8: said'), existsSync(proof)]).toEqual([true, false]);
    const [name = ''] = news({ content });
    expect(parse(readFileSync(join(content, 'incidents', name), 'utf8'))).toMatchObject({
      severity: 'major',
      updates: [{ text: what.replace('### How bad is it?\n', '') }],
    });
  }));

describe('what cannot be said is answered with what to write', () => {
  test('in an issue, which is read again when it is edited', () =>
    withDesk(async ({ github, content }) => {
      const wrong = issueBy('jo', filledIn(content, { ...answers, since: '2pm' }));
      const { code } = await deliver(content, github, 'issues', opened(wrong, 'jo'));
      expect([code, news({ content })]).toEqual([1, []]);
      expect(github.comments).toMatchObject([{ issue: 7 }]);
      expect(github.comments[0]?.body).toContain('20m ago');
      const right = issueBy('jo', filledIn(content, answers));
      await deliver(content, github, 'issues', opened(right, 'jo', 'edited'));
      expect(news({ content })).toEqual([`${id}.yaml`]);
    }));

  test('in a comment', () =>
    withDesk(async ({ github, content }) => {
      const issue = issueBy('jo', filledIn(content, answers));
      const { code } = await deliver(
        content,
        github,
        'issue_comment',
        commented(issue, 'jo', '/identified'),
      );
      expect(code).toBe(1);
      expect(github.comments[0]?.body).toContain('/update');
      const early = commented(issue, 'jo', '/resolve Well.\n/ended 3h ago', { id: 5 });
      await deliver(content, github, 'issue_comment', early);
      expect(github.comments[1]?.body).toContain('time-order');
      expect(factsIn(content, id)['updates']).toHaveLength(1);
    }));
});

test('where others push at the same moment, it is said on top of what they said', () =>
  withRepository(async ({ github, content, others, pushed }) => {
    const theirs = `incidents/${id}.yaml`;
    others(
      theirs,
      (exampleRecord['incidents/late-webhooks.yaml'] ?? '').replaceAll('2026-01-17', '2026-01-15'),
    );
    const issue = issueBy('jo', filledIn(content, answers));
    expect((await deliver(content, github, 'issues', opened(issue, 'jo'), push)).code).toBe(0);
    expect(pushed(theirs)).not.toContain('issue-7');
    expect(pushed(`incidents/${id}-2.yaml`)).toContain('issue-7');
  }));

test('where the push is refused, the answer says so', () =>
  withRepository(async ({ github, content, protect }) => {
    protect();
    const issue = issueBy('jo', filledIn(content, answers));
    const { code, said } = await deliver(content, github, 'issues', opened(issue, 'jo'), push);
    expect([code, said]).toEqual([1, '']);
    expect(github.comments[0]?.body).toContain('main is protected');
  }));

describe('a pager', () => {
  const payload = {
    client_payload: { ...answers, delivery: 'PD 4711/a' },
    sender: { login: 'pager[bot]', type: 'Bot' },
  };

  test('begins an incident, once for each delivery', () =>
    withDesk(async ({ github, content }) => {
      for (const run of ['1', '2'])
        await deliver(content, github, 'repository_dispatch', payload, { run });
      expect(news({ content })).toEqual([`${id}.yaml`]);
      expect(factsIn(content, id)).toMatchObject({ origin: 'delivery-pd-4711-a' });
    }));

  test('without a name for the delivery, once for each run', () =>
    withDesk(async ({ github, content }) => {
      const inputs = { say: 'incident', ...answers, next: '' };
      for (const run of ['1', '1', '2'])
        await deliver(
          content,
          github,
          'workflow_dispatch',
          { inputs, sender: { login: 'jo' } },
          { run },
        );
      expect(news({ content })).toEqual([`${id}-2.yaml`, `${id}.yaml`]);
      await deliver(
        content,
        github,
        'workflow_dispatch',
        { inputs, sender: { login: 'eve' } },
        { run: '3' },
      );
      expect(news({ content })).toHaveLength(2);
    }));
});

test('a pager hears why nothing was said, in one line that gives no orders', () =>
  withDesk(async ({ github, content }) => {
    const client_payload = { ...answers, severity: 'sev1\n::error::forged', delivery: 'x' };
    const payload = { client_payload, sender: { login: 'jo' } };
    const { code, stdout } = await deliver(content, github, 'repository_dispatch', payload);
    expect([code, stdout.split('\n').length]).toEqual([1, 2]);
    expect(stdout).toContain('delivery-x: refused: --severity');
  }));

test('an event that GitHub does not send is refused in a sentence', () =>
  withDesk(async ({ github, content }) => {
    const { code, stderr } = await deliver(content, github, 'issues', { action: 'opened' });
    expect([code, stderr.includes('The event is not as GitHub sends it')]).toEqual([2, true]);
  }));

test.each([
  ['issues', opened(issueBy('jo', 'It does not work!'), 'jo')],
  ['issues', opened({ ...issueBy('jo', ''), body: null }, 'jo', 'closed')],
  ['issue_comment', commented(issueBy('jo', 'It does not work!'), 'jo', '/resolve Well.')],
  ['issue_comment', commented(issueBy('jo', 'x'), 'jo', 'Thanks!', { action: 'deleted' })],
  ['push', {}],
])('%s that are about something else say nothing', (name, payload) =>
  withDesk(async ({ github, content }) => {
    expect(await deliver(content, github, name, payload)).toMatchObject({
      code: 0,
      said: '',
      stderr: '',
    });
    expect(github.requests).toEqual([]);
  }),
);

test('the answer comes when readers see it', () =>
  withGitHub(async (github) => {
    const at = Date.parse('2026-01-16T09:50:10Z');
    const site = await publicSite((_, asked) =>
      asked < 3 ? undefined : `<time datetime="${new Date(at).toISOString()}">`,
    );
    const awaited = [{ issue: 7, address: `${site.url}incidents/x/`, at, written: at }];
    const { code, stdout } = await ownup('say', ['--answer', '--content', quiet()], {
      ...github.settings,
      OWNUP_SAID: JSON.stringify(awaited),
    });
    site.stop();
    expect([code, stdout.startsWith('Public since')]).toEqual([0, true]);
    expect(github.comments).toEqual([{ issue: 7, body: stdout.trim() }]);
  }));

test.each([
  ['/update Nothing new.', { kind: 'update', given: { what: 'Nothing new.' } }],
  ['/resolved Well.\n\nDo nothing.', { kind: 'resolve', given: { what: 'Well.\n\nDo nothing.' } }],
  ['/next 14:05\n/update Later.', { kind: 'update', given: { what: 'Later.', next: '14:05' } }],
  [
    '/monitoring\nA new line.\n/service api',
    { kind: 'update', given: { status: 'monitoring', what: 'A new line.', service: 'api' } },
  ],
  ['/shrug', undefined],
  ['We write /update here.', undefined],
  ['', undefined],
])('the comment %j', (body, command) => {
  expect(commandIn(body)).toEqual(command);
});

test('the form is made of the record, and is said to be current or not', async () => {
  const into = join(newFolder('form'), 'a/incident.yml');
  const content = quiet();
  const forms = (...args: string[]) =>
    ownup('forms', ['--into', into, '--content', content, ...args]);
  expect((await forms('--check')).code).toBe(1);
  expect((await forms()).code).toBe(0);
  expect((await forms('--check')).code).toBe(0);
  const { body } = parse(readFileSync(into, 'utf8')) as {
    body: { id: string; attributes: { options?: string[] } }[];
  };
  expect(body.map((field) => field.id)).toEqual(['what', 'service', 'severity', 'since', 'next']);
  expect(body.flatMap(({ attributes }) => attributes.options ?? [])).toEqual([
    'API',
    'Webhooks',
    'Major',
    'Minor',
  ]);
});

test('the form in the repository is that of its record, and the workflow looks for its first question', async () => {
  expect((await ownup('forms', ['--check'])).code).toBe(0);
  const form = parse(readFileSync('.github/ISSUE_TEMPLATE/incident.yml', 'utf8')) as {
    body: { attributes: { label: string } }[];
  };
  expect(readFileSync('.github/workflows/say.yml', 'utf8')).toContain(
    `### ${form.body[0]?.attributes.label}`,
  );
});
