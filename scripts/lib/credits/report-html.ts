import { moneyText } from '../../../src/domain/credits/money.ts';
import { periodName } from '../../../src/domain/credits/period.ts';
import { type Step, assessmentSteps, moneySteps } from './arithmetic.ts';
import { momentText, rememberedFor } from './facts.ts';
import type { ReportFile } from './report-file.ts';
import type { ReportForm, ReportHead, ReportedRow } from './report.ts';
import { reportStyle } from './report-style.ts';
import { type Tally, rowsOf, totalText, totalsOf } from './tally.ts';
import { capText, nothingText, reviewText, tiersText } from './words.ts';

/** So many rows of each state are listed; a browser can still search and print that. The other formats have all. */
export const mostRowsListed = 5000;

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, '\uFFFD');

const cells = (tag: 'td' | 'th', texts: readonly string[], numbers = 0): string =>
  `<tr>${texts.map((text, index) => `<${tag}${index >= texts.length - numbers ? ' class="number"' : ''}${tag === 'th' ? ' scope="col"' : ''}>${escaped(text)}</${tag}>`).join('')}</tr>`;

const table = (headings: readonly string[], rows: readonly string[], numbers = 0): string =>
  `<table><thead>${cells('th', headings, numbers)}</thead><tbody>\n${rows.join('\n')}\n</tbody></table>\n`;

const stepsHtml = (steps: readonly Step[]): string =>
  `<dl>${steps.map(({ what, how }) => `<dt>${escaped(what)}</dt><dd>${how.length > 1 ? `<ul>${how.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>` : escaped(how[0] ?? '')}</dd>`).join('')}</dl>`;

/** The part of the arithmetic that all rows with the same verdict share. */
const sharedSteps = ({ verdict }: ReportedRow): { html: string } => ({
  html: verdict.assessments
    .map((assessment) => `<h3>${escaped(assessment.policy.id)}</h3>${stepsHtml(assessmentSteps(assessment))}`)
    .join(''),
});

const placeText = ({ customer: { plan, service, region, covered_from: from, covered_to: to } }: ReportedRow): string =>
  [plan, service, region, from || to ? `${from || '…'} to ${to || '…'}` : ''].filter(Boolean).join(' · ');

function flaggedHtml(row: ReportedRow, shared: (row: ReportedRow) => { html: string }): string {
  const { verdict, outcome, customer } = row;
  if (outcome.state !== 'flagged') return '';
  const amount = `${moneyText(outcome.total, verdict.currency?.decimals ?? 2)} ${verdict.currency?.code ?? ''}`;
  return `<details><summary data-row="row ${row.row}"><span>${escaped(customer.id)} <span class="quiet">${escaped(placeText(row))}</span></span><strong>${escaped(amount)}</strong></summary><div class="steps">${shared(row).html}<h3>Fee ${escaped(customer.fee)} ${escaped(verdict.currency?.code ?? '')}</h3>${stepsHtml(moneySteps(verdict, outcome))}</div></details>`;
}

const reasonText = ({ outcome }: ReportedRow): string =>
  outcome.state === 'needs_review'
    ? outcome.reviews.map(reviewText).join('; ')
    : outcome.state === 'not_flagged'
      ? nothingText(outcome.nothing)
      : '';

const listedHtml = (row: ReportedRow): string =>
  cells('td', [String(row.row), row.customer.id, placeText(row), `${row.customer.fee} ${row.customer.currency}`, reasonText(row)]);

const policyRow = ({ policies }: ReportHead): string[] =>
  policies.map(({ policy, period }) =>
    cells('td', [
      policy.id,
      `${periodName(policy.period, period)}, ${policy.period.zone}`,
      tiersText(policy) ||
        (policy.multiple
          ? `${policy.multiple.times} × fee of the downtime`
          : `${policy.steps?.percent}% for each ${policy.steps?.each_minutes} minutes`),
      capText(policy),
    ]),
  );

function headHtml(head: ReportHead, tally: Tally, rows: number): string {
  const title = `Credits of ${head.site} for ${head.period}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>${reportStyle}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p class="quiet">Private: it names customers. As of ${escaped(momentText(head.now))}.</p>
${head.unfinished ? '<p class="warn">The period is not over. What is still to come is not in here.</p>\n' : ''}<p>${rows} rows in, ${rowsOf(tally)} rows out: ${tally.flagged} flagged, ${tally.not_flagged} not flagged, ${tally.needs_review} need review.</p>
${
  tally.totals.size
    ? table(
        ['Currency', 'Rows', 'Policies', 'Goodwill', 'Total'],
        totalsOf(tally).map((total) =>
          cells(
            'td',
            [
              total.currency,
              String(total.rows),
              moneyText(total.credit, total.decimals),
              moneyText(total.goodwill, total.decimals),
              totalText(total),
            ],
            4,
          ),
        ),
        4,
      )
    : ''
}<h2>Policies</h2>
${table(['Policy', 'Period', 'Rule', 'Cap'], policyRow(head))}`;
}

const more = (counted: number, listed: number): string =>
  counted > listed ? `<p class="quiet">And ${counted - listed} more, which the other formats have.</p>\n` : '';

/** One page without scripts, in which each credit opens into its arithmetic. */
export function htmlReport(file: ReportFile, head: ReportHead): ReportForm {
  const shared = rememberedFor(sharedSteps);
  const listed: Record<ReportedRow['outcome']['state'], string[]> = { flagged: [], needs_review: [], not_flagged: [] };
  return {
    row(row) {
      const list = listed[row.outcome.state];
      if (list.length < mostRowsListed) list.push(row.outcome.state === 'flagged' ? flaggedHtml(row, shared) : listedHtml(row));
    },
    end(tally, rows) {
      const { flagged, needs_review: review, not_flagged: not } = listed;
      const headings = ['Row', 'Customer', 'What', 'Fee', 'Why'];
      file.write(headHtml(head, tally, rows));
      if (review.length) file.write(`<h2>Needs review</h2>\n${table(headings, review)}${more(tally.needs_review, review.length)}`);
      if (flagged.length)
        file.write(
          `<h2>Flagged</h2>\n<p class="quiet">Open a row to see how its credit was worked out.</p>\n${flagged.join('\n')}\n${more(tally.flagged, flagged.length)}`,
        );
      if (not.length) file.write(`<h2>Not flagged</h2>\n${table(headings, not)}${more(tally.not_flagged, not.length)}`);
      file.write('</body>\n</html>\n');
    },
  };
}
