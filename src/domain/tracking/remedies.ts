import type { IssueKey, MarkerWord } from './key.ts';

/** What a person can do depends on what the issue is for: reports of credits have no lock, and no options that name issues. */
export interface Remedies {
  /** What the issue is for. */
  subject: string;
  /** What dropping it means to readers. */
  dropped: string;
  /** Where the issue is lost. */
  replace: string;
  /** Where our block is gone from the issue. */
  restore: string;
  /** Where nobody knows whether the issue is ours, and it is. */
  claim: string;
  /** Where it is not. */
  disown: string;
  /** Where the issue belongs to several. */
  separate: string;
  /** Where it seems to be known by another name. */
  renamed: string;
}

/** How to say that a promise is the one that was called `former`. A postmortem that `isThere` under its own id cannot be the same as another one. */
function sameAs(key: IssueKey, former: string, issue: string, isThere: boolean): string {
  const [postmortem = '', action] = key.split('/');
  const [formerPostmortem = '', formerAction = ''] = former.split('/');
  if (isThere && postmortem !== formerPostmortem) return `--adopt ${key}=${issue || '#N'}`;
  return [
    ...(postmortem === formerPostmortem
      ? []
      : [
          `\`redirects: { /postmortems/${formerPostmortem}/: /postmortems/${postmortem}/ }\` in site.yaml`,
        ]),
    ...(action === formerAction ? [] : [`\`was: ${formerAction}\` in the action`]),
  ]
    .join(' and ')
    .concat(issue ? `; or --adopt ${key}=${issue}` : '');
}

export const remedies: Record<
  MarkerWord,
  (key: IssueKey, issue: string, detail: string, isThere: boolean) => Remedies
> = {
  action: (key, issue, detail, isThere) => ({
    subject: 'promise',
    dropped: ', so customers see the promise as dropped',
    replace: `To track it by another issue: --adopt ${key}=#N. To open a new one: --recreate ${key}.`,
    restore: `To put the block back: --adopt ${key}=${issue}. To open a new issue: --recreate ${key}.`,
    claim: `add its author to \`trusted\`, or --adopt ${key}=${issue}`,
    disown: `--recreate ${key}`,
    separate:
      'Remove all but one of the blocks, then name issues for the others with --adopt or --recreate.',
    renamed: `If it is the same: ${sameAs(key, detail, issue, isThere)}. If not: --recreate ${key}.`,
  }),
  credits: () => ({
    subject: 'report',
    dropped: '',
    replace: 'Run the command again: it opens another issue.',
    restore: 'Put the marker back, or run the command again: it opens another issue.',
    claim: 'add its author to `trusted`',
    disown: 'remove the marker from it',
    separate: 'Remove all but one of the blocks, then run the command again for the others.',
    renamed: 'Run the command again.',
  }),
};
