import { Temporal } from 'temporal-polyfill';
import { filesOnDisk } from '../../../src/data/files.ts';
import { readRecord } from '../../../src/data/read-record.ts';
import { type Wanted, planBlindly } from '../../../src/domain/tracking/plan.ts';
import { type Outcome, runActions } from '../../../src/domain/tracking/run.ts';
import { issueSources } from '../../../src/domain/tracking/issue-source.ts';
import { issueText } from '../../../src/domain/tracking/issue-text.ts';
import { Stop } from '../../../src/domain/tracking/patience.ts';
import { type StatusRecord, asOf } from '../../../src/domain/record.ts';
import { drive } from './drive.ts';
import { type Settings, apiRoot, credentialsIn, patienceIn, repositoryIn } from './environment.ts';
import type { Options } from './options.ts';
import type { Result } from './result.ts';
import type { Watcher } from './watcher.ts';
import { WrongUsage } from '../command.ts';
import { type Connection, connect } from '../github/github.ts';
import { saveLock } from './lock-file.ts';

/** How long one attempt may take, in ms. GitHub itself gives up after ten seconds. */
const timeout = 30_000;
/** Less says more about this machine than about GitHub. */
const shortest = 1_500;

/** What is to be tracked: the promises that are public at the moment of the record. */
const wantedOf = (record: StatusRecord): Wanted[] =>
  issueSources(record).map((source) => ({ key: source.key, text: issueText(source), owner: source.owner }));

/** A decision about a promise that the record does not have is a typing error, and must not pass for done. */
function requireKnown({ adopt, recreate }: Options, wanted: readonly Wanted[]): void {
  const known = new Set(wanted.map(({ key }) => key));
  for (const key of [...adopt.keys(), ...recreate])
    if (!known.has(key)) throw new WrongUsage(`The record has no published promise ${key}.`);
}

const blind = (wanted: readonly Wanted[], record: StatusRecord): Outcome => ({
  repository: undefined,
  plan: planBlindly({ wanted, lock: record.lock }),
  created: [],
  updated: [],
  adopted: [],
  troubles: [],
  notes: [],
  stop: undefined,
});

/** Plans, or does, what the record promises. What it stops for is part of the result. @throws WrongUsage */
export async function session({ content, now }: Settings, options: Options, watcher: Watcher): Promise<Result> {
  const { record: whole, findings } = readRecord(filesOnDisk(content));
  const credentials = credentialsIn(process.env);
  const patience = patienceIn(process.env);
  const api = apiRoot(process.env);
  const result: Result = {
    options,
    repository: undefined,
    outcome: undefined,
    findings: findings.filter(({ level }) => level === 'error'),
    stop: undefined,
    ended: Date.now(),
  };
  if (!whole) return result;
  const record = asOf(whole, now);
  const wanted = wantedOf(record);
  requireKnown(options, wanted);
  const place = repositoryIn(options, record.site.repository.name, process.env);
  const repository = place && `${place.owner}/${place.repo}`;
  const refused = (why: string): Result => ({ ...result, repository, stop: new Stop('refused', why) });
  if (!credentials) {
    if (options.mode === 'plan') return { ...result, repository, outcome: blind(wanted, record) };
    return refused('There is no token. Expected: GITHUB_TOKEN, or OWNUP_APP_ID and OWNUP_APP_PRIVATE_KEY.');
  }
  if (!place)
    return refused(
      'No repository is named. Expected: --repo OWNER/NAME, `repository: { name: OWNER/NAME }` in site.yaml, or GITHUB_REPOSITORY.',
    );
  const connection: Connection = { api, ...place, credentials, timeout: Math.max(shortest, timeout * patience) };
  try {
    const github = await connect(connection);
    const { mode, force, writeInterval, adopt, recreate } = options;
    const decisions = { trusted: record.site.repository.trusted, adopt, recreate };
    const moment = Temporal.Instant.fromEpochMilliseconds(now);
    // The lock as it is, not as of some moment: what is in it was asked of GitHub by its own clock.
    const task = { mode, wanted, lock: whole.lock, decisions, force, writeInterval, now: moment };
    const outcome = await drive(runActions(task), { github, save: (lock) => saveLock(content, lock), patience, ...watcher });
    return { ...result, repository, outcome, stop: outcome.stop, ended: Date.now() };
  } catch (error) {
    if (error instanceof Stop) return { ...result, repository, stop: error, ended: Date.now() };
    throw error;
  }
}
