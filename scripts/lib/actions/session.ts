import { Temporal } from 'temporal-polyfill';
import { filesOnDisk } from '../../../src/record/files/files.ts';
import { readRecord } from '../../../src/record/read-record.ts';
import { planOffline } from '../../../src/domain/tracking/change-plan.ts';
import type { Wanted } from '../../../src/domain/tracking/wanted.ts';
import type { Outcome, Task } from '../../../src/domain/tracking/run.ts';
import { type IssueSource, issueSources } from '../../../src/domain/tracking/issue-source.ts';
import { promiseIssues } from '../../../src/domain/tracking/kind.ts';
import { issueText } from '../../../src/domain/tracking/issue-text.ts';
import type { Lock } from '../../../src/domain/tracking/lock.ts';
import { formerKeys } from '../../../src/domain/tracking/names.ts';
import { Halt } from '../../../src/domain/tracking/stop-and-retry.ts';
import { type StatusRecord, asOf } from '../../../src/domain/record/record.ts';
import { dayOf, daysBetween } from '../../../src/domain/time.ts';
import {
  type Place,
  connectionTo,
  credentialsIn,
  patienceIn,
  placeIn,
} from '../github/environment.ts';
import { track } from '../github/track.ts';
import type { Options } from './options.ts';
import type { Result } from './result.ts';
import type { Watcher } from './watcher.ts';
import { WrongUsage } from '../command.ts';
import { saveLock } from './lock-file.ts';

const login = /^@?([a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38})$/i;

/** The login for an owner: the one that site.yaml names, or the owner's own name if it can be a login; nobody for `none`. */
function assigneeOf(owner: string | undefined, owners: Readonly<Record<string, string>>) {
  if (owner === undefined) return {};
  const named = Object.hasOwn(owners, owner) ? owners[owner] : owner;
  return named === 'none' ? {} : { owner, login: login.exec(named ?? '')?.[1] };
}

/** The issues that should exist: those of promises that are public at the moment of the record. */
const wantedOf = (record: StatusRecord): Wanted[] =>
  issueSources(record).map((source) => ({
    key: source.key,
    text: issueText(source),
    ...assigneeOf(source.owner, record.site.repository.owners),
    unopened: source.isOver ? 'over' : isBefore(record, source) ? 'old' : undefined,
  }));

/** Whether the postmortem that promises it was published before the day from which on promises get issues. */
function isBefore({ site }: StatusRecord, { published }: IssueSource): boolean {
  const { since } = site.repository;
  return (
    since !== undefined &&
    published !== undefined &&
    daysBetween(dayOf(published.epochMilliseconds, site.time_zone), since) > 0
  );
}

/** A decision about a promise that the record does not have is a typing error. It must not look as if it had been carried out. */
function requireKnown({ adopt, recreate, show }: Options, wanted: readonly Wanted[]): void {
  const known = new Set(wanted.map(({ key }) => key));
  for (const key of [...adopt.keys(), ...recreate, ...(show ? [show] : [])])
    if (!known.has(key)) throw new WrongUsage(`The record has no published promise ${key}.`);
}

const blind = (wanted: readonly Wanted[], record: StatusRecord): Outcome => ({
  repository: undefined,
  changePlan: planOffline({ wanted, lock: record.lock }),
  created: [],
  updated: [],
  adopted: [],
  conflicts: [],
  notes: [],
  halt: undefined,
});

interface Session {
  content: string;
  now: number;
  isPinned: boolean;
  options: Options;
  watcher: Watcher;
}

/** @throws Halt, WrongUsage */
async function outcomeIn(
  place: Place | undefined,
  whole: StatusRecord,
  { content, now, options, watcher }: Session,
): Promise<Outcome> {
  const record = asOf(whole, now);
  const wanted = wantedOf(record);
  requireKnown(options, wanted);
  const { mode, force, writeInterval, adopt, recreate } = options;
  const credentials = credentialsIn(process.env);
  if (!credentials) {
    if (mode === 'plan') return blind(wanted, record);
    throw new Halt(
      'refused',
      'There is no token. Expected: GITHUB_TOKEN, or OWNUP_APP_ID and OWNUP_APP_PRIVATE_KEY.',
    );
  }
  if (!place)
    throw new Halt(
      'refused',
      'No repository is named. Expected: --repo OWNER/NAME, `repository: { name: OWNER/NAME }` in site.yaml, or GITHUB_REPOSITORY.',
    );
  const task: Task = {
    kind: promiseIssues,
    mode,
    wanted,
    // The lock as it is, and not as of some moment: GitHub answered by its own clock.
    lock: whole.lock,
    former: formerKeys(whole),
    postmortems: new Set(
      record.postmortems.filter(({ status }) => status === 'published').map(({ id }) => id),
    ),
    decisions: { trusted: record.site.repository.trusted, adopt, recreate },
    force,
    writeInterval,
    now: Temporal.Instant.fromEpochMilliseconds(now),
    zone: record.site.time_zone,
  };
  const world = {
    ...watcher,
    save: (lock: Lock) => saveLock(content, lock),
    patience: patienceIn(process.env),
  };
  return track(task, connectionTo(place, credentials, process.env), world);
}

/** Plans, or makes, the issues that the record promises. A halt is part of the result. @throws WrongUsage */
export async function session(asked: Session): Promise<Result> {
  const { record, findings } = readRecord(filesOnDisk(asked.content), asked.now, asked.isPinned);
  const result: Result = {
    options: asked.options,
    repository: undefined,
    outcome: undefined,
    findings: findings.filter(({ level }) => level === 'error'),
    halt: undefined,
    ended: Date.now(),
  };
  if (!record) return result;
  const place = placeIn(asked.options.place, record.site.repository.name, process.env);
  const repository = place && `${place.owner}/${place.repo}`;
  try {
    const outcome = await outcomeIn(place, record, asked);
    return {
      ...result,
      repository,
      outcome,
      halt: outcome.halt,
      ended: Date.now(),
    };
  } catch (error) {
    if (error instanceof Halt) return { ...result, repository, halt: error, ended: Date.now() };
    throw error;
  }
}
