import type { IssueText } from './issue.ts';
import type { IssueSource } from './issue-source.ts';
import { promiseIssues } from './kind.ts';
import { neutral, neutralLine, shortened } from './neutral-text.ts';

/** GitHub's limits, in characters. */
const longestTitle = 256;
export const longestBody = 65_536;

/** What our block may take of a body, with its markers: the rest is for people. */
const longestBlock = 60_000;

const effects: Record<IssueSource['type'], string> = {
  prevent: 'prevents it',
  detect: 'notices it sooner',
  recover: 'ends it sooner',
  mitigate: 'softens it',
  tell: 'tells customers sooner or better',
  process: 'changes how we work',
};

/** A part of the record as it may stand in an issue: harmless, no longer than `cap`, in a quotation that nothing in it can leave. */
function quoted(
  text: string,
  { cap, more, site }: { cap: number; more: string; site: string },
): string {
  const harmless = neutral(text.replace(/\]\(\/(?![/\\])/g, `](${site}`));
  const cut = harmless.length > cap;
  const lines = (cut ? shortened(harmless, cap) : harmless).trim().split('\n');
  return [
    ...lines.map((line) => `> ${line}`.trimEnd()),
    ...(cut ? [`\n[Read on](${more})`] : []),
  ].join('\n');
}

const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

const mostIncidents = 20;

/** The block with no text of the record longer than `cap`. */
function blockWithin(cap: number, source: IssueSource): string {
  const { postmortem, incidents, why, site } = source;
  const quote = (text: string, more: string): string => quoted(text, { cap, more, site });
  const line = (text: string): string => shortened(neutralLine(text), cap);
  const link = (text: string, url: string): string =>
    `[${line(text).replace(/[[\]\\]/g, '\\$&')}](${url})`;
  const happened = incidents
    .slice(0, mostIncidents)
    .map(
      ({ title, began, services, url }) =>
        `${link(title, url)}, ${began} UTC${services.length ? `: ${line(services.join(', '))}` : ''}`,
    );
  const rest =
    incidents.length > mostIncidents
      ? [`[${incidents.length - mostIncidents} more](${postmortem.url})`]
      : [];
  const affected =
    postmortem.affected === undefined ? [] : [`Affected: ${line(postmortem.affected)}`];
  return [
    `We promised this to our customers in ${link(postmortem.title, postmortem.url)}.`,
    '**What broke, and for whom**',
    quote(postmortem.summary, postmortem.url),
    list([...happened, ...rest, ...affected]),
    ...(why
      ? [
          '**The why that this breaks**',
          `${quote(`${why.question}\n\n${why.answer}`, postmortem.url)}`,
        ]
      : []),
    `**What to do** (it ${effects[source.type]})`,
    quote(
      source.details === undefined ? source.title : `${source.title}\n\n${source.details}`,
      source.url,
    ),
    '**Done when**',
    `- [ ] ${line(source.doneWhen)}`,
    '**By when, and by whom**',
    list([
      `Due: ${source.due ?? 'not known'}`,
      `Owner: ${line(source.owner ?? 'not known')}`,
      `What customers see: [the promise](${source.url})`,
    ]),
    'Ownup writes this part; the rest of the issue is yours. When it is done, close it as completed, and customers see that the promise was kept.',
  ].join('\n\n');
}

/** The issue of a promise: enough to start with, without opening the site. The same source gives the same text. */
export function issueText(source: IssueSource): IssueText {
  const blocks = [Infinity, 8_000, 4_000, 2_000, 500].map((cap) => () => blockWithin(cap, source));
  const fitting = blocks
    .map((block) => block())
    .find((block) => block.length <= longestBlock - 500);
  return {
    title: shortened(neutralLine(source.title), longestTitle),
    block: fitting ?? `[The promise](${source.url})`,
    labels: [promiseIssues.label, source.type],
  };
}
