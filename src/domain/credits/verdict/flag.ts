import type { IssueText } from '../../tracking/issue.ts';
import { creditIssues } from '../../tracking/kind.ts';
import { neutralLine } from '../../tracking/neutral-text.ts';

/** What the issue about one report says: counts, sums and the names of files. It names no account. */
export interface CreditFlag {
  site: string;
  period: string;
  /** The policy, where only one was asked for. */
  only: string | undefined;
  /** The policies that were looked at, with the first and the last of their days. */
  policies: readonly { id: string; first: string; last: string }[];
  /** Whether the period goes on. */
  unfinished: boolean;
  rows: number;
  flagged: number;
  expiredRows: number;
  notFlagged: number;
  needsReview: number;
  totals: readonly { currency: string; amount: string; rows: number }[];
  /** What nobody can ask for any more; in no other sum. */
  expired: readonly { currency: string; amount: string; rows: number }[];
  /** By the name of the file, without its folder. */
  reports: readonly { name: string; sha256: string }[];
}

const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;

/** What the issue about a period says. A box that was ticked for other sums is not ticked for these. */
export function flagText(flag: CreditFlag): IssueText {
  const {
    site,
    period,
    only,
    policies,
    unfinished,
    rows,
    flagged,
    expiredRows,
    notFlagged,
    needsReview,
    totals,
    expired,
    reports,
  } = flag;
  const block = [
    ...(unfinished
      ? ['**The period is not over.** What is still to come is not in here.', '']
      : []),
    ...(only === undefined ? [] : [`Only the policy \`${only}\` was asked for.`, '']),
    `${counted(rows, 'row')}: ${flagged} flagged, ${expiredRows ? `${expiredRows} expired, ` : ''}${notFlagged} not flagged, ${needsReview} ${needsReview === 1 ? 'needs' : 'need'} review.`,
    '',
    '| currency | credit | rows |',
    '| --- | ---: | ---: |',
    ...totals.map(({ currency, amount, rows: count }) => `| ${currency} | ${amount} | ${count} |`),
    '',
    ...(expired.length
      ? [
          `Expired, because the last day to ask is over, and in no sum above: ${expired.map(({ currency, amount, rows: count }) => `${currency} ${amount} (${counted(count, 'row')})`).join(', ')}.`,
          '',
        ]
      : []),
    `Policies: ${policies.map(({ id, first, last }) => `\`${id}\` (${first} to ${last})`).join(', ')}.`,
    '',
    'The report names customers and is not here. These are its files, by their SHA-256:',
    '',
    ...reports.map(({ name, sha256 }) => `- \`${name}\` \`${sha256}\``),
    '',
    ...(needsReview
      ? [
          `- [ ] settled: ${counted(needsReview, 'row')} that ${needsReview === 1 ? 'needs' : 'need'} review`,
        ]
      : []),
    `- [ ] issued: ${totals.map(({ currency, amount }) => `${currency} ${amount}`).join(', ') || 'nothing'}`,
    '',
    'Ownup writes this part; the rest of the issue is yours.',
  ];
  const about = only === undefined ? period : `${period}, policy ${only}`;
  return {
    title: neutralLine(`Credits of ${site} for ${about}`),
    block: block.join('\n'),
    labels: [creditIssues.label],
  };
}
