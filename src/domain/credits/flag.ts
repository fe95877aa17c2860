import { type Issue, type IssueText, type Repository } from '../tracking/issue.ts';
import { Stop, mustRead, refusal, waitAsAsked } from '../tracking/patience.ts';
import { type AnswerTo, type Run, ask } from '../tracking/tracker.ts';

/** What the issue of one period tells: counts, sums and the report, and no account. */
export interface CreditFlag {
  site: string;
  period: string;
  rows: number;
  flagged: number;
  notFlagged: number;
  needsReview: number;
  totals: readonly { currency: string; amount: string; rows: number }[];
  /** By the name of the file, without its folder. */
  reports: readonly { name: string; sha256: string }[];
}

/** The label by which the issue is found. */
export const creditLabel = 'ownup-credits';

/** The hidden line by which an issue says which period it is about. */
const marker = (period: string): string => `<!-- ownup:credits ${period} -->`;

/** Site names may hold anything; in an issue they are only words. */
const plain = (text: string): string => text.replace(/[^\p{L}\p{N} .,'’&()-]/gu, ' ').trim();

/** What the issue of a period says. */
export function flagText({ site, period, rows, flagged, notFlagged, needsReview, totals, reports }: CreditFlag): IssueText {
  const block = [
    marker(period),
    `${rows} rows: ${flagged} flagged, ${notFlagged} not flagged, ${needsReview} need review.`,
    '',
    '| currency | credit | rows |',
    '| --- | ---: | ---: |',
    ...totals.map(({ currency, amount, rows: count }) => `| ${currency} | ${amount} | ${count} |`),
    '',
    'The report names customers and is not here. These are its files, by their SHA-256:',
    '',
    ...reports.map(({ name, sha256 }) => `- \`${name}\` \`${sha256}\``),
    '',
    '- [ ] rows that need review are settled',
    '- [ ] credits are issued',
  ];
  return { title: `Credits of ${plain(site)} for ${period}`, block: block.join('\n'), labels: [creditLabel] };
}

export interface Flagged {
  repository: string;
  number: number;
  done: 'opened' | 'updated' | 'unchanged';
}

/** @throws Stop for a repository that others can read: not even sums of money belong there. */
function requirePrivate({ name, isPrivate, hasIssues, archived }: Repository): void {
  if (!isPrivate) throw new Stop('refused', `${name} is not a private repository. Expected: --flag-in with a private one.`);
  if (!hasIssues || archived)
    throw new Stop('refused', `${name} takes no issues. Expected: a repository with issues that is not archived.`);
}

/** The open or closed issue of a period. */
function* find(period: string): Run<Issue | undefined> {
  let from: string | undefined;
  do {
    const page = yield* mustRead(
      { do: 'list', label: creditLabel, ...(from !== undefined && { from }) },
      'Looking for the issue of the period',
    );
    const found = page.issues.find(
      ({ body, isPullRequest }) => !isPullRequest && body.split('\n').some((line) => line.trim() === marker(period)),
    );
    if (found) return found;
    from = page.next;
  } while (from !== undefined);
  return undefined;
}

type Written = AnswerTo<{ do: 'create'; issue: never }> | AnswerTo<{ do: 'update'; number: number; title: undefined; body: undefined }>;

/** What boxes people have ticked stays ticked. */
function keepTicks(block: string, before: string): string {
  const ticked = new Set([...before.matchAll(/^- \[[xX]\] (.*)$/gm)].map(([, what]) => what?.trim()));
  return block.replace(/^- \[ \] (.*)$/gm, (line: string, what: string) => (ticked.has(what.trim()) ? `- [x] ${what}` : line));
}

function* written(attempt: () => Run<Written>, what: string): Run<Issue> {
  for (let tries = 0; tries < 5; tries++) {
    const answer = yield* attempt();
    if (answer.type === 'ok') return answer.value;
    if (answer.type === 'refused') throw refusal(answer, what);
    if (answer.type === 'unknown')
      throw new Stop(
        'unknown-outcome',
        `${what}: ${answer.why} Nobody knows whether it was done. Run again: an issue that is there is found.`,
      );
    yield* waitAsAsked(answer.wait);
  }
  throw new Stop('partial', 'GitHub keeps asking to slow down.');
}

/** Opens the issue of a period, or brings the one that is there up to date. @throws Stop */
export function* flagCredits(flag: CreditFlag): Run<Flagged> {
  const repository = yield* mustRead({ do: 'repository' }, 'Looking at the repository');
  requirePrivate(repository);
  const { title, block, labels } = flagText(flag);
  const old = yield* find(flag.period);
  if (!old) {
    const issue = yield* written(
      () => ask({ do: 'create', issue: { title, body: block, labels, assignee: undefined } }),
      'Opening the issue',
    );
    return { repository: repository.name, number: issue.number, done: 'opened' };
  }
  const body = keepTicks(block, old.body);
  if (old.title === title && old.body.trim() === body.trim()) return { repository: repository.name, number: old.number, done: 'unchanged' };
  yield* written(() => ask({ do: 'update', number: old.number, title, body }), `Updating #${old.number}`);
  return { repository: repository.name, number: old.number, done: 'updated' };
}
