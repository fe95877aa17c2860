import { escapeHtml } from '../../../../src/text/escape-html.ts';
import { unhidden } from '../../../../src/text/hidden.ts';
import type { Step } from '../explain/explanation.ts';

/** Text that means nothing to a browser; signs that turn its direction or cannot be seen are replaced. */
export const escaped = (text: string): string => unhidden(escapeHtml(text));

export const listHtml = (lines: readonly string[]): string =>
  `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`;

const howHtml = (how: readonly string[]): string =>
  how.length > 1 ? listHtml(how) : escaped(how[0] ?? '');

export const stepsHtml = (steps: readonly Step[]): string =>
  `<dl>${steps.map(({ what, how }) => `<dt>${escaped(what)}</dt><dd>${howHtml(how)}</dd>`).join('')}</dl>`;

/** What can be opened: a line of what it is, what is to be known of it at once, and a number; and how it came about. */
interface Line {
  what: string;
  /** What links to it; opens it. */
  id?: string;
  about: string;
  more: string;
  why: string;
  number: string;
  inside: string;
}

const spanHtml = (kind: string, text: string): string =>
  text ? `<span class="${kind}">${escaped(text)}</span>` : '';

export const lineHtml = ({ what, id, about, more, why, number, inside }: Line): string =>
  `<details><summary>${spanHtml('quiet', what)}<span>${escaped(about)} ${spanHtml('quiet', more)}${spanHtml('why', why)}</span><strong>${escaped(number)}</strong></summary><div class="steps"${id ? ` id="${id}"` : ''}>${inside}</div></details>`;

/** Cells that are HTML already. */
export const rowOfTable = (cells: readonly string[]): string =>
  `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

/** Nothing where there are no rows. */
export const tableHtml = (headings: readonly string[], rows: readonly string[]): string =>
  rows.length
    ? `<table><thead><tr>${headings.map((heading) => `<th scope="col">${heading}</th>`).join('')}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`
    : '';

/** Nothing where there is no content. */
export const section = (title: string, content: string): string =>
  content ? `<h2>${title}</h2>\n${content}\n` : '';
