import type { Seal } from '../seal/seal.ts';
import { escaped, rowOfTable, section, tableHtml } from './html.ts';
import { pageBegin, pageEnd } from '../explain/private-page.ts';
import { reportStyle } from './report-style.ts';

const sums = ['automatic', 'claimable', 'claimed', 'goodwill', 'total', 'expired'] as const;

const facts = (rows: readonly (readonly [what: string, value: string])[]): string =>
  `<dl>${rows.map(([what, value]) => `<dt>${escaped(what)}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>`;

const commitText = (record: Seal['record']): string =>
  record === null
    ? 'not kept in Git'
    : `commit ${record.commit}${record.clean ? '' : ', with changes that are not committed'}`;

/** One page to sign: the sums, what they were made of, and places for two names. It names no customer. `sha256`: of the seal. */
export function summaryPage(seal: Seal, sha256: string): string {
  const { site, period, only_policy: only, as_of: asOf, unfinished, inputs, rows, totals } = seal;
  const title = `Credits of ${site} for ${period}${only === null ? '' : `, policy ${only}`}`;
  const lines = totals.map((total) =>
    rowOfTable([total.currency, String(total.rows), ...sums.map((sum) => total[sum])].map(escaped)),
  );
  return `${pageBegin({ title: escaped(title), style: reportStyle })}<h1>${escaped(title)}</h1>
<p>As of ${escaped(asOf)}. ${rows} rows.${unfinished ? ' <strong>The period is not over.</strong>' : ''}</p>
${section('Sums', tableHtml(['Currency', 'Rows', ...sums], lines) || '<p>Nothing is owed.</p>')}${section(
    'Made of',
    facts([
      ['Record', commitText(seal.record)],
      ['Policies', Object.keys(inputs.policies).join(', ')],
      ['Customers, SHA-256', inputs.list],
      ['Affected, SHA-256', inputs.affected ?? 'none'],
      ['Claims, SHA-256', inputs.claims ?? 'none'],
      ...seal.reports.map(({ name, sha256: own }) => [name, own] as const),
      ['Seal, SHA-256', sha256],
      ['Command', `credits ${seal.command.join(' ')}`],
    ]),
  )}${section(
    'Signed',
    facts([
      ['Prepared by', '____________________________   Date: ______________'],
      ['Approved by', '____________________________   Date: ______________'],
    ]),
  )}${pageEnd}`;
}
