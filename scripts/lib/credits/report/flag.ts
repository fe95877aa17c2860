import { Temporal } from 'temporal-polyfill';
import { type CreditFlag, flagText } from '../../../../src/domain/credits/verdict/flag.ts';
import type { Site } from '../../../../src/domain/site.ts';
import { creditKey } from '../../../../src/domain/tracking/key.ts';
import { creditIssues } from '../../../../src/domain/tracking/kind.ts';
import { emptyLock } from '../../../../src/domain/tracking/lock.ts';
import type { Outcome, Task } from '../../../../src/domain/tracking/run.ts';
import { WrongUsage } from '../../command.ts';
import { connectionTo, credentialsIn, patienceIn, placeNamed } from '../../github/environment.ts';
import type { Connection } from '../../github/github.ts';
import { track } from '../../github/track.ts';
import { type ReportHead } from '../assess/reported-row.ts';
import { type WrittenReport, reportName } from './write-report.ts';
import { expiredText, expiredTotals, owedTotals, rowsOf, totalText } from '../assess/tally.ts';

/** The private repository that is named, and who asks. @throws WrongUsage */
export function flagPlace(name: string): Connection {
  const place = placeNamed(name, '--flag-in');
  const credentials = credentialsIn(process.env);
  if (!credentials)
    throw new WrongUsage(
      '--flag-in needs a token. Expected: GITHUB_TOKEN, or OWNUP_APP_ID and OWNUP_APP_PRIVATE_KEY.',
    );
  return connectionTo(place, credentials, process.env);
}

/** What of a report may be told: counts, sums, names of files. */
export function flagOf(
  { site, period, only, policies, unfinished }: ReportHead,
  { tally, files }: WrittenReport,
): CreditFlag {
  return {
    site,
    period,
    only,
    policies: policies.map(({ policy: { id }, period: { first, last } }) => ({
      id,
      first: first.toString(),
      last: last.toString(),
    })),
    unfinished,
    rows: rowsOf(tally),
    flagged: tally.flagged,
    expiredRows: tally.expired,
    notFlagged: tally.not_flagged,
    needsReview: tally.needs_review,
    totals: owedTotals(tally).map((total) => ({
      currency: total.currency,
      amount: totalText(total),
      rows: total.rows,
    })),
    expired: expiredTotals(tally).map((total) => ({
      currency: total.currency,
      amount: expiredText(total),
      rows: total.expiredRows,
    })),
    reports: files.map(({ name, sha256 }) => ({ name, sha256 })),
  };
}

/** Opens or updates the issue of the report. There is no lock: the marker alone tells whether it is there. */
export function flagReport(
  connection: Connection,
  flag: CreditFlag,
  {
    site: { url, repository, time_zone: zone },
    now,
    force,
  }: { site: Site; now: number; force: boolean },
): Promise<Outcome> {
  const task: Task = {
    kind: creditIssues,
    mode: 'apply',
    wanted: [{ key: creditKey(url, reportName(flag)), text: flagText(flag) }],
    lock: emptyLock,
    former: new Map(),
    postmortems: new Set(),
    decisions: {
      trusted: repository.trusted,
      adopt: new Map(),
      recreate: new Set(),
    },
    force,
    writeInterval: 1_000,
    now: Temporal.Instant.fromEpochMilliseconds(now),
    zone,
  };
  return track(task, connection, {
    save: () => undefined,
    say: (text) => void process.stderr.write(`${text}\n`),
    progress: () => undefined,
    patience: patienceIn(process.env),
  });
}

/** What became of the issue, line by line. */
export function flagSummary({
  repository,
  changePlan,
  created,
  updated,
  adopted,
  conflicts,
  halt,
}: Outcome): string {
  const issues = (changePlan?.steps ?? []).flatMap((step) =>
    'issue' in step && step.issue ? [step.issue] : [],
  );
  const isClosed = (number: number): boolean =>
    issues.some((issue) => issue.number === number && issue.state === 'closed');
  const named = (found: readonly { number: number }[], said: string): string[] =>
    found.map(
      ({ number }) =>
        `${said} ${repository?.name}#${number}${isClosed(number) ? ', which is closed' : ''}.`,
    );
  const same = (changePlan?.steps ?? []).flatMap((step) =>
    step.type === 'same' ? [step.issue] : [],
  );
  const done = [
    ...named([...created, ...adopted], 'Opened'),
    ...named(updated, 'Updated'),
    ...named(same, 'Nothing to change in'),
  ];
  return [
    ...(done.length ? done : ['The report is written, but not flagged.']),
    ...conflicts.map(({ what, expected, write }) => `${what} Expected: ${expected}. ${write}`),
    ...(halt ? [halt.message] : []),
    '',
  ].join('\n');
}
