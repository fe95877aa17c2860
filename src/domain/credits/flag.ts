import type { IssueText } from '../tracking/issue.ts';
import { creditIssues } from '../tracking/kind.ts';
import { neutralLine } from '../tracking/neutral-text.ts';

/** What the issue of one period tells: counts, sums and the report, and no account. */
export interface CreditFlag {
  site: string;
  period: string;
  /** The ids of the policies that were looked at. */
  policies: readonly string[];
  rows: number;
  flagged: number;
  notFlagged: number;
  needsReview: number;
  totals: readonly { currency: string; amount: string; rows: number }[];
  /** By the name of the file, without its folder. */
  reports: readonly { name: string; sha256: string }[];
}

/** What the issue of a period says. */
export function flagText({ site, period, policies, rows, flagged, notFlagged, needsReview, totals, reports }: CreditFlag): IssueText {
  const block = [
    `${rows} rows: ${flagged} flagged, ${notFlagged} not flagged, ${needsReview} need review.`,
    '',
    '| currency | credit | rows |',
    '| --- | ---: | ---: |',
    ...totals.map(({ currency, amount, rows: count }) => `| ${currency} | ${amount} | ${count} |`),
    '',
    `Policies: ${policies.map((id) => `\`${id}\``).join(', ')}.`,
    '',
    'The report names customers and is not here. These are its files, by their SHA-256:',
    '',
    ...reports.map(({ name, sha256 }) => `- \`${name}\` \`${sha256}\``),
    '',
    '- [ ] rows that need review are settled',
    '- [ ] credits are issued',
    '',
    'Ownup writes what stands above; below it, the issue is yours.',
  ];
  return { title: neutralLine(`Credits of ${site} for ${period}`), block: block.join('\n'), labels: [creditIssues.label] };
}
