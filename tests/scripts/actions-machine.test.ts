import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { promiseIssues } from '../../src/domain/tracking/kind.ts';
import type { IssueKey } from '../../src/domain/tracking/key.ts';
import type { FormerKeys } from '../../src/domain/tracking/names.ts';
import type { Wanted } from '../../src/domain/tracking/wanted.ts';
import { type Mode, type Outcome, trackIssues } from '../../src/domain/tracking/run.ts';
import { type Issue, carries } from '../../src/domain/tracking/issue.ts';
import { mentions } from '../../src/domain/tracking/marker.ts';
import { emptyLock } from '../../src/domain/tracking/lock.ts';
import { isWrite } from '../../src/domain/tracking/tracker.ts';
import { Crash, type Mishap, ModelGitHub, mishaps } from '../support/model-github.ts';

const keys: readonly IssueKey[] = ['late/one', 'late/two', 'late/three'];

interface Turn {
  mode: Mode;
  mishaps: readonly Mishap[];
  force: boolean;
  recreate: readonly IssueKey[];
  adopt?: ReadonlyMap<IssueKey, number>;
  /** What the promises were called before. */
  former?: FormerKeys;
}

const mishap = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Mishap>('none') },
  { weight: 3, arbitrary: fc.constantFrom(...mishaps) },
);
const aRun = fc.record({
  type: fc.constant('run' as const),
  mode: fc.constantFrom<Mode>('apply', 'apply', 'apply', 'pull', 'plan'),
  mishaps: fc.array(mishap, { maxLength: 25 }),
  force: fc.boolean(),
  recreate: fc.subarray([...keys], { maxLength: 1 }),
});
const anEdit = fc.record({
  type: fc.constant('edit' as const),
  key: fc.constantFrom(...keys),
  what: fc.constantFrom(
    'close',
    'not-planned',
    'reopen',
    'retitle',
    'inside',
    'outside',
    'tick',
    'remove-marker',
    'remove-label',
    'delete',
    'lock',
    'damage',
    'crlf',
    'fence',
    'older',
  ),
});
const aChange = fc.record({
  type: fc.constant('change' as const),
  texts: fc.array(fc.constantFrom('a', 'b'), { minLength: 3, maxLength: 3 }),
  wanted: fc.subarray([...keys]),
});
const aLoss = fc.record({ type: fc.constant('lose-lock' as const) });
const aForgery = fc.record({ type: fc.constant('forge' as const), key: fc.constantFrom(...keys) });
const aPaste = fc.record({ type: fc.constant('paste' as const), key: fc.constantFrom(...keys) });
const aToken = fc.record({
  type: fc.constant('token' as const),
  author: fc.constantFrom('github-actions[bot]', 'another-app[bot]'),
});
const event = fc.oneof(
  { weight: 5, arbitrary: aRun },
  { weight: 4, arbitrary: anEdit },
  { weight: 1, arbitrary: aChange },
  { weight: 1, arbitrary: aLoss },
  { weight: 1, arbitrary: aForgery },
  { weight: 1, arbitrary: aPaste },
  { weight: 1, arbitrary: aToken },
);

const wantedOf = (names: readonly IssueKey[], texts: readonly string[]): Wanted[] =>
  names.map((key, index) => ({
    key,
    owner: 'team',
    login: 'team',
    text: {
      title: `Do ${key} ${texts[index]}`,
      block: `What to do: ${texts[index]}\n\n- [ ] It is done`,
      labels: ['postmortem-action', 'prevent'],
    },
  }));

/** One run against the model; a crash leaves what is on the disk. Mishaps strike one effect each, in order. */
function turn(
  github: ModelGitHub,
  wanted: readonly Wanted[],
  { mode, mishaps: struck, force, recreate, adopt = new Map(), former = new Map() }: Turn,
): Outcome | undefined {
  const decisions = {
    trusted: ['github-actions[bot]'],
    adopt,
    recreate: new Set(recreate),
  };
  const run = trackIssues({
    kind: promiseIssues,
    mode,
    wanted,
    lock: github.disk,
    decisions,
    former,
    postmortems: new Set(),
    force,
    writeInterval: 1_000,
    now: github.now(),
    zone: 'UTC',
  });
  const coming = [...struck];
  try {
    let step = run.next(undefined);
    while (!step.done) {
      const effect = step.value;
      const strikes = effect.do !== 'wait' && effect.do !== 'progress';
      step = run.next(
        github.perform(effect, strikes ? (coming.shift() ?? 'none') : 'none') as never,
      );
    }
    return step.value;
  } catch (error) {
    if (error instanceof Crash) return undefined;
    throw error;
  }
}

const quiet: Omit<Turn, 'mode'> = { mishaps: [], force: false, recreate: [] };

/** What the issue of a promise said when it was created. */
const firstOf = ({ writes }: ModelGitHub, key: IssueKey): Partial<Issue> => {
  const created = writes.find(
    (effect) => effect.do === 'create' && effect.issue.body.includes(`action ${key} -->`),
  );
  return created?.do === 'create' ? { title: created.issue.title, body: created.issue.body } : {};
};

function person(github: ModelGitHub, key: IssueKey, what: string): void {
  const issue = github.issues.find((found) => found.author !== 'outsider' && carries(found, key));
  if (!issue) return;
  const edits: Record<string, Partial<Issue>> = {
    close: { state: 'closed', state_reason: 'completed', closed_at: github.now() },
    'not-planned': { state: 'closed', state_reason: 'not_planned', closed_at: github.now() },
    reopen: { state: 'open', state_reason: 'reopened', closed_at: undefined },
    retitle: { title: 'Another title' },
    inside: { body: issue.body.replace('What to do', 'What I do') },
    outside: { body: `${issue.body}\n\nA note by a person.` },
    tick: { body: issue.body.replace('- [ ]', '- [x]') },
    'remove-marker': { body: 'All is mine now.' },
    'remove-label': { labels: [] },
    lock: { locked: !issue.locked },
    damage: { body: issue.body.replace(/<!-- ownup:end.*-->/, '') },
    crlf: { body: issue.body.replace(/\r?\n/g, '\r\n') },
    fence: { body: `\`\`\`\n${issue.body}\n\`\`\`\n` },
    older: firstOf(github, key),
  };
  // What was written outside of our block may go with what a person puts in the place of all.
  if (edits[what]?.body !== undefined && what !== 'outside') github.notes.delete(issue.number);
  if (what === 'delete') github.issues.splice(github.issues.indexOf(issue), 1);
  else Object.assign(issue, edits[what]);
  github.advance(60);
}

/** What a run may never change, whatever happens to it: the issues of others, by their numbers. */
const theirs = (github: ModelGitHub): Map<number, string> =>
  new Map(
    github.issues
      .filter(({ author }) => author === 'outsider' || author === 'someone')
      .map((issue) => [
        issue.number,
        JSON.stringify([issue.title, issue.body, issue.state, issue.labels]),
      ]),
  );

/** What people have put in the place of our words, by the number of the issue. */
const overwritten = (github: ModelGitHub): [number, string][] =>
  github.issues.flatMap(({ number, title, body }): [number, string][] => [
    ...(title === 'Another title' ? ([[number, 'title']] as [number, string][]) : []),
    ...(body.includes('What I do') ? ([[number, 'body']] as [number, string][]) : []),
  ]);

/** The keys for which the lock on the disk knows an issue, lost or not. */
const knownOnDisk = (github: ModelGitHub): string[] =>
  github.disk.actions.filter(({ number }) => number !== undefined).map(({ promise }) => promise);

const createdSince = (github: ModelGitHub, writes: number): string[] =>
  github.writes
    .slice(writes)
    .flatMap((effect) =>
      effect.do === 'create'
        ? keys.filter((key) => effect.issue.body.includes(`action ${key} -->`))
        : [],
    );

/** What stands in an issue; all that ever was, if it has gone or somebody has put something else there. */
const bodyOf = ({ issues, notes }: ModelGitHub, number: number): string =>
  issues.find((issue) => issue.number === number)?.body ?? notes.get(number) ?? '';

const states = (github: ModelGitHub): Map<number, string> =>
  new Map(
    github.issues.map(({ number, state, state_reason }) => [number, `${state} ${state_reason}`]),
  );

describe('the machine', () => {
  test('whatever goes wrong, is run and is edited, there is never a second issue for a promise, and nothing of others is touched', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 14 }), (events) => {
        const github = new ModelGitHub(emptyLock);
        for (let others = 0; others < 4; others++)
          github.add({
            author: 'someone',
            body: `About <!-- ownup:action ${keys[others % 3]} --> in a sentence.`,
          });
        let wanted = wantedOf(keys, ['a', 'a', 'a']);
        // Of these a person has said that an issue whose author is not trusted is not ours.
        const renounced = new Set<string>();
        for (const found of events) {
          if (found.type === 'run') {
            const [before, open] = [theirs(github), states(github)];
            const [edits, known, writes] = [
              overwritten(github),
              knownOnDisk(github),
              github.writes.length,
            ];
            for (const key of found.recreate)
              if (
                github.issues.some(
                  (issue) => issue.author === 'another-app[bot]' && mentions(issue.body, key),
                )
              )
                renounced.add(key);
            turn(github, wanted, found);
            for (const [number, text] of theirs(github)) expect(text).toBe(before.get(number));
            if (!found.force) expect(overwritten(github)).toEqual(edits);
            for (const key of createdSince(github, writes))
              expect(known.includes(key) && !found.recreate.includes(key as IssueKey)).toBe(false);
            for (const [number, state] of states(github))
              if (open.has(number)) expect(open.get(number)).toBe(state);
            for (const [number, note] of github.notes)
              expect(bodyOf(github, number)).toContain(note);
            github.advance(1);
          } else if (found.type === 'edit') person(github, found.key, found.what);
          else if (found.type === 'change') wanted = wantedOf(found.wanted, found.texts);
          else if (found.type === 'forge')
            github.add({
              author: 'outsider',
              body: `<!-- ownup:action ${found.key} -->`,
              labels: ['postmortem-action'],
            });
          else if (found.type === 'paste')
            github.add({ author: 'outsider', ...firstOf(github, found.key) });
          else if (found.type === 'token') github.author = found.author;
          else {
            github.advance(60);
            github.disk = emptyLock;
          }
          for (const key of keys)
            if (!renounced.has(key)) expect(github.count(key)).toBeLessThanOrEqual(1);
        }
        // Left in peace, it settles: every promise has its issue, or a person is told; and then nothing more is written.
        github.advance(3_600);
        github.author = 'github-actions[bot]';
        const settled = turn(github, wanted, { ...quiet, mode: 'apply' });
        const told = new Set(settled?.conflicts.map(({ key }) => key));
        expect(settled?.halt).toBeUndefined();
        for (const { key } of wanted)
          expect(github.count(key) === 1 || told.has(key) || renounced.has(key)).toBe(true);
        github.writes = [];
        turn(github, wanted, { ...quiet, mode: 'apply' });
        expect(github.writes).toEqual([]);
      }),
      {
        numRuns: Number(process.env['OWNUP_TEST_RUNS'] ?? 3_000),
        ...(process.env['OWNUP_TEST_SEED'] && { seed: Number(process.env['OWNUP_TEST_SEED']) }),
      },
    );
  });

  test('nothing is written before everything has been read', () => {
    fc.assert(
      fc.property(fc.array(mishap, { maxLength: 12 }), (struck) => {
        const github = new ModelGitHub(emptyLock);
        const effects: string[] = [];
        const perform = github.perform.bind(github);
        github.perform = (effect, how) => {
          effects.push(isWrite(effect) ? 'write' : effect.do);
          return perform(effect, how);
        };
        turn(github, wantedOf(keys, ['a', 'a', 'a']), { ...quiet, mode: 'apply', mishaps: struck });
        const first = effects.indexOf('write');
        if (first !== -1)
          expect(effects.slice(0, first)).toEqual(
            expect.arrayContaining(['repository', 'list', 'save']),
          );
        expect(
          effects.slice(0, Math.max(first, 0)).filter((what) => what === 'list').length,
        ).toBeGreaterThanOrEqual(first === -1 ? 0 : 2);
      }),
    );
  });

  test('after a create of which nobody knows what became it looks after 2, 10 and 30 seconds, and adopts what it finds', () => {
    for (const [mishaps, found] of [
      [['lost-before'], 0],
      [['lost-and-late'], 1],
    ] as const) {
      const github = new ModelGitHub(emptyLock);
      const waits: number[] = [];
      const perform = github.perform.bind(github);
      github.perform = (effect, how) => {
        if (effect.do === 'wait') waits.push(effect.ms);
        return perform(effect, how);
      };
      const before = Array<Mishap>(6).fill('none');
      const outcome = turn(github, wantedOf(['late/one'], ['a']), {
        ...quiet,
        mode: 'apply',
        mishaps: [...before, ...mishaps],
      });
      expect(waits).toEqual([2_000, 10_000, 30_000]);
      expect([outcome?.adopted.length, outcome?.halt?.code]).toEqual([
        found,
        found ? undefined : 'unknown-outcome',
      ]);
    }
  });

  test('between two writes it waits as long as it is told to', () => {
    const github = new ModelGitHub(emptyLock);
    const waits: unknown[] = [];
    const perform = github.perform.bind(github);
    github.perform = (effect, how) => {
      if (effect.do === 'wait') waits.push([effect.ms, effect.asked]);
      return perform(effect, how);
    };
    turn(github, wantedOf(keys, ['a', 'a', 'a']), { ...quiet, mode: 'apply' });
    expect(waits).toEqual([
      [1_000, true],
      [1_000, true],
    ]);
  });
});

const codesOf = (outcome: Outcome | undefined): string[] =>
  outcome?.conflicts.map(({ code }) => code) ?? [];

describe('two clones at once', () => {
  test('what the other has made since everything was read is adopted, and nothing is made twice', () => {
    const github = new ModelGitHub(emptyLock);
    const wanted = wantedOf(keys, ['a', 'a', 'a']);
    const perform = github.perform.bind(github);
    let other: Outcome | undefined;
    github.perform = (effect, how) => {
      if (effect.do === 'list' && effect.newestFirst && !other) {
        const { disk } = github;
        github.perform = perform;
        github.disk = emptyLock;
        other = turn(github, wanted, { ...quiet, mode: 'apply' });
        github.disk = disk;
      }
      return perform(effect, how);
    };
    const outcome = turn(github, wanted, { ...quiet, mode: 'apply' });
    expect([other?.created.length, outcome?.created.length, outcome?.adopted.length]).toEqual([
      3, 0, 3,
    ]);
    expect(github.issues).toHaveLength(3);
    expect(github.disk.actions.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
  });

  test('what has appeared and may be ours is a matter for a person, and the others are made', () => {
    const github = new ModelGitHub(emptyLock);
    const perform = github.perform.bind(github);
    github.perform = (effect, how) => {
      if (effect.do === 'list' && effect.newestFirst && github.issues.length === 0)
        github.add({ author: 'another-app[bot]', body: '<!-- ownup:action late/one -->' });
      return perform(effect, how);
    };
    const outcome = turn(github, wantedOf(keys, ['a', 'a', 'a']), { ...quiet, mode: 'apply' });
    expect([codesOf(outcome), outcome?.created.length]).toEqual([['unproven'], 2]);
  });

  test('several issues that are really gone are opened again, though the list is empty', () => {
    const github = new ModelGitHub(emptyLock);
    const wanted = wantedOf(keys, ['a', 'a', 'a']);
    turn(github, wanted, { ...quiet, mode: 'apply' });
    github.issues.length = 0;
    const outcome = turn(github, wanted, { ...quiet, mode: 'apply', recreate: keys });
    expect([outcome?.halt, outcome?.created.length]).toEqual([undefined, 3]);
  });
});

describe('a promise whose name changes', () => {
  const accounts = ['late', 'later', 'latest'];
  const called = (account: string | undefined, action = 'one'): Wanted[] =>
    wantedOf([`${account}/${action}`], [`in ${account}`]).map((one) => ({
      ...one,
      text: { ...one.text, title: 'Do it' },
    }));
  const ours = ({ issues }: ModelGitHub): Issue[] =>
    issues.filter(({ body }) => body.includes('<!-- ownup:action '));

  test('keeps its issue where the old name leads to the new, whatever goes wrong', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            renamed: fc.boolean(),
            lost: fc.boolean(),
            mode: fc.constantFrom<Mode>('apply', 'apply', 'pull'),
            mishaps: fc.array(mishap, { maxLength: 20 }),
          }),
          { maxLength: 6 },
        ),
        (events) => {
          const github = new ModelGitHub(emptyLock);
          let name = 0;
          const go = (how: Omit<Turn, 'former'>): Outcome | undefined => {
            const former = new Map(
              accounts
                .slice(0, name)
                .map((old): [IssueKey, IssueKey] => [`${old}/one`, `${accounts[name]}/one`]),
            );
            return turn(github, called(accounts[name]), { ...how, former });
          };
          for (const { renamed, lost, mode, mishaps } of events) {
            if (renamed && name < 2) name += 1;
            if (lost) {
              github.advance(60);
              github.disk = emptyLock;
            }
            go({ ...quiet, mode, mishaps });
            github.advance(60);
            expect(ours(github).length).toBeLessThanOrEqual(1);
          }
          github.advance(3_600);
          const settled = go({ ...quiet, mode: 'apply' });
          expect([codesOf(settled), settled?.halt]).toEqual([[], undefined]);
          expect(ours(github)).toHaveLength(1);
          expect(carries(ours(github)[0] as Issue, `${accounts[name]}/one`)).toBe(true);
          expect(github.disk.actions.map(({ promise }) => promise)).toEqual([
            `${accounts[name]}/one`,
          ]);
          github.writes = [];
          go({ ...quiet, mode: 'apply' });
          expect(github.writes).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  for (const [title, wanted] of [
    ['of its account', called('later')],
    ['of its own', called('late', 'first')],
  ] as const)
    for (const isLost of [false, true])
      test(`without a word of that is a matter for a person (a name ${title}, lock ${isLost ? 'lost' : 'kept'})`, () => {
        const github = new ModelGitHub(emptyLock);
        turn(github, called('late'), { ...quiet, mode: 'apply' });
        const key = wanted[0]?.key ?? 'none/none';
        const lock = isLost ? emptyLock : github.disk;
        github.disk = lock;
        const told = turn(github, wanted, { ...quiet, mode: 'apply' });
        expect([codesOf(told), told?.conflicts[0]?.number, github.issues.length]).toEqual([
          ['renamed'],
          1,
          1,
        ]);
        const { what = '', write = '' } = told?.conflicts[0] ?? {};
        for (const name of ['#1', 'late/one', key]) expect(what).toContain(name);
        for (const way of [`--adopt ${key}=#1`, `--recreate ${key}`]) expect(write).toContain(way);

        const adopted = turn(github, wanted, {
          ...quiet,
          mode: 'apply',
          adopt: new Map([[key, 1]]),
        });
        expect([codesOf(adopted), adopted?.halt, adopted?.notes]).toEqual([[], undefined, []]);
        expect(github.issues.map((issue) => carries(issue, key))).toEqual([true]);
        expect(github.disk.actions.map(({ promise }) => promise)).toEqual([key]);
        expect(turn(github, wanted, { ...quiet, mode: 'apply' })?.updated).toEqual([]);
      });

  test('can be said to be another, and then has an issue of its own', () => {
    const github = new ModelGitHub(emptyLock);
    turn(github, called('late'), { ...quiet, mode: 'apply' });
    const outcome = turn(github, called('later'), {
      ...quiet,
      mode: 'apply',
      recreate: ['later/one'],
    });
    expect([codesOf(outcome), outcome?.created.length]).toEqual([[], 1]);
    expect(codesOf(turn(github, called('later'), { ...quiet, mode: 'apply' }))).toEqual([]);
  });

  test('does not take the issue of a promise that is still there', () => {
    const github = new ModelGitHub(emptyLock);
    const both = [...called('late'), ...called('later', 'two')];
    turn(github, called('late'), { ...quiet, mode: 'apply' });
    const outcome = turn(github, both, {
      ...quiet,
      mode: 'apply',
      adopt: new Map([['later/two' as IssueKey, 1]]),
    });
    expect(codesOf(outcome)).toEqual(['other-marker']);
  });
});

describe('what GitHub did not take when an issue was created', () => {
  const run = (github: ModelGitHub, wanted = wantedOf(['late/one'], ['a'])): Outcome => {
    const outcome = turn(github, wanted, { ...quiet, mode: 'apply' });
    if (!outcome) throw new Error('It has crashed.');
    return outcome;
  };
  const notesOf = ({ notes }: Outcome): string[] => notes.map(({ code }) => code);

  test('an assignee is assigned by a later run, once', () => {
    const github = new ModelGitHub(emptyLock);
    expect(notesOf(run(github))).toEqual(['unassignable']);
    github.writes = [];
    expect(notesOf(run(github))).toEqual([]);
    expect(github.writes).toEqual([]);
    github.assignable = ['team'];
    expect(run(github)).toMatchObject({ updated: [{ key: 'late/one', number: 1 }], notes: [] });
    expect(github.issues[0]?.assignees).toEqual(['team']);
    Object.assign(github.issues[0] as Issue, { assignees: [] });
    github.writes = [];
    expect([run(github).notes, github.writes]).toEqual([[], []]);
  });

  test('a person who has assigned somebody is not overruled', () => {
    const github = new ModelGitHub(emptyLock);
    run(github);
    Object.assign(github.issues[0] as Issue, { assignees: ['jo'] });
    github.assignable = ['team'];
    github.writes = [];
    expect([run(github).notes, github.writes]).toEqual([[], []]);
    Object.assign(github.issues[0] as Issue, { assignees: [] });
    expect([run(github).notes, github.writes]).toEqual([[], []]);
  });

  test('labels are added by a later run, once', () => {
    const github = new ModelGitHub(emptyLock);
    github.assignable = ['team'];
    github.mayLabel = false;
    expect(notesOf(run(github))).toEqual(['unlabelled']);
    expect(run(github).updated).toHaveLength(1);
    expect(github.issues[0]?.labels).toEqual(['postmortem-action', 'prevent']);
    Object.assign(github.issues[0] as Issue, { labels: ['postmortem-action'] });
    github.writes = [];
    expect([run(github).notes, github.writes]).toEqual([[], []]);
  });

  test('thirty owners who cannot be assigned are one line, and one of `none` is none', () => {
    const github = new ModelGitHub(emptyLock);
    const many = Array.from({ length: 31 }, (_, index) => `late/${index}` as IssueKey);
    const wanted = wantedOf(many, []).map((one, index) => ({
      ...one,
      owner: index ? `team-${index}` : undefined,
      login: index ? `team-${index}` : undefined,
    }));
    const { notes, created } = run(github, wanted);
    expect([created.length, notes.length, notes[0]?.key]).toEqual([31, 1, undefined]);
    expect(notes[0]?.what.match(/“team-\d+”/g)).toHaveLength(30);
  });

  test('a promise that is too old gets no issue, unless a person asks; the one that it has is kept up', () => {
    const github = new ModelGitHub(emptyLock);
    const [one, two] = wantedOf(['late/one', 'late/two'], ['a', 'a']) as [Wanted, Wanted];
    const old = { ...two, unopened: 'old' as const };
    expect(run(github, [one, old])).toMatchObject({
      created: [{ key: 'late/one' }],
      changePlan: { steps: [{ type: 'create' }, { type: 'old' }] },
    });
    const asked = { ...quiet, mode: 'apply' as const, recreate: ['late/two' as IssueKey] };
    expect(turn(github, [one, old], asked)?.created).toEqual([{ key: 'late/two', number: 2 }]);
    github.disk = emptyLock;
    expect(run(github, [one, old])).toMatchObject({
      created: [],
      changePlan: { steps: [{ type: 'same' }, { type: 'same' }] },
    });
  });
});
