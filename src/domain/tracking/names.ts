import type { Action } from '../action.ts';
import { idAt, redirectsIn } from '../redirect.ts';
import type { Site } from '../site.ts';
import type { Issue } from './issue.ts';
import { type IssueKey, keyOf, wordOf } from './key.ts';
import { type Lock, lockEntryOf, withEntry, withoutEntry } from './lock.ts';
import { keysIn, renamed } from './marker.ts';
import type { Basis } from './change-plan.ts';
import type { Answer, Effect, Page, Run } from './tracker.ts';

/** Keys under which promises were known before, each with the one of today. */
export type FormerKeys = ReadonlyMap<IssueKey, IssueKey>;

/** All ids that a postmortem has had: a redirect from the address of one is the proof. */
function idsOf(id: string, redirects: Site['redirects']): Set<string> {
  const ids = new Set([id]);
  // What is added here is visited too.
  for (const known of ids)
    for (const { from, to } of redirectsIn(redirects)) {
      const former = idAt('postmortems', from);
      if (former !== undefined && idAt('postmortems', to) === known) ids.add(former);
    }
  return ids;
}

interface Promising {
  site: Pick<Site, 'redirects'>;
  postmortems: readonly { id: string; actions: readonly Pick<Action, 'id' | 'was'>[] }[];
}

/** What the promises of a record were called before. */
export function formerKeys({ site: { redirects }, postmortems }: Promising): FormerKeys {
  const today = new Set(
    postmortems.flatMap((postmortem) =>
      postmortem.actions.map((action) => keyOf(postmortem, action)),
    ),
  );
  const former = new Map<IssueKey, IssueKey>();
  for (const postmortem of postmortems)
    for (const id of idsOf(postmortem.id, redirects))
      for (const action of postmortem.actions)
        for (const name of [action.id, action.was ?? action.id]) {
          const key = keyOf({ id }, { id: name });
          if (!today.has(key)) former.set(key, keyOf(postmortem, action));
        }
  return former;
}

/** The lock with its promises under the names of today. A promise that the lock knows under both names keeps both entries. */
export function lockOfToday(lock: Lock, former: FormerKeys): Lock {
  let result = lock;
  for (const entry of lock.actions) {
    const key = former.get(entry.promise);
    if (key !== undefined && !lockEntryOf(result, key))
      result = withEntry(withoutEntry(result, entry.promise), { ...entry, promise: key });
  }
  return result;
}

type Naming = Pick<Basis, 'wanted' | 'decisions' | 'former'>;

/** The one key in an issue that no promise has any more, if a person has named that issue for another promise; and that promise. */
function givenUp({ number, body }: Issue, { wanted, decisions: { adopt }, former }: Naming) {
  const key = [...adopt].find(([, adopted]) => adopted === number)?.[0];
  if (key === undefined) return undefined;
  const gone = keysIn(body).filter(
    (found) =>
      wordOf(found) === wordOf(key) &&
      !former.has(found) &&
      !wanted.some((one) => one.key === found),
  );
  return gone[0] !== undefined && gone.length === 1 ? ([gone[0], key] as const) : undefined;
}

/** An issue as it would stand if its promise had always had the name of today. */
function issueOfToday(issue: Issue, naming: Naming): Issue {
  const given = givenUp(issue, naming);
  const body = renamed(issue.body, (key) =>
    key === given?.[0] ? given[1] : (naming.former.get(key) ?? key),
  );
  return body === issue.body ? issue : { ...issue, body, hasFormerName: true };
}

function answerOfToday(effect: Effect, answer: unknown, naming: Naming): unknown {
  const { type, value } = (answer ?? {}) as Answer<unknown> & { value?: unknown };
  if (type !== 'ok') return answer;
  if (effect.do === 'list') {
    const page = value as Page;
    const issues = page.issues.map((issue) => issueOfToday(issue, naming));
    return { type, value: { ...page, issues } };
  }
  return effect.do === 'issue' ||
    effect.do === 'create' ||
    effect.do === 'update' ||
    effect.do === 'assign'
    ? { type, value: issueOfToday(value as Issue, naming) }
    : answer;
}

/** The same run, shown every issue under the names of today: what it writes carries them, and nothing else of it needs to know of others. */
export function* underNamesOfToday<T>(run: Run<T>, naming: Naming): Run<T> {
  let turn = run.next(undefined);
  while (!turn.done) {
    const effect = turn.value;
    let answer: unknown;
    try {
      answer = yield effect;
    } catch (error) {
      turn = run.throw(error);
      continue;
    }
    turn = run.next(answerOfToday(effect, answer, naming) as undefined);
  }
  return turn.value;
}
