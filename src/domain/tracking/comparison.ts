import type { IssueKey } from './key.ts';
import { digest } from './digest.ts';
import type { Issue, IssueText } from './issue.ts';
import { type Written, blockIn, withTicks } from './marker.ts';

type Field = 'title' | 'body';

/** A field that is not as it should be; `is` is `undefined` where nobody can say which part of the body is ours. */
export interface Difference {
  field: Field;
  is: string | undefined;
  shouldBe: string;
  /** A person changed it since we last wrote it. */
  edited: boolean;
}

/** What an issue remembers of its texts, to notice an edit by a person. */
export const digestsOf = ({
  title,
  block,
}: Pick<IssueText, 'title' | 'block'>): Omit<Written, 'revision'> => ({
  title: digest(title),
  block: digest(block),
});

/**
 * What differs between an issue and what it should say. Three are compared: what stands there, what should, and what was last written,
 * which the lock knows (`applied`), and the issue itself for the case that the lock is lost or older. An older text that somebody put back
 * is an edit.
 */
export function differences(
  key: IssueKey,
  issue: Issue,
  wanted: IssueText,
  applied: Written | undefined,
): Difference[] {
  const block = blockIn(issue.body, key);
  const should = digestsOf(wanted);
  const isNewer = block !== undefined && block.written.revision > (applied?.revision ?? 0);
  const compare = (field: Field, part: 'title' | 'block', is: string | undefined): Difference[] => {
    const found = is === undefined ? undefined : digest(is);
    const isAsWanted = found === should[part];
    if (isAsWanted && !(field === 'body' && issue.hasFormerName)) return [];
    const byUs =
      found !== undefined &&
      (isAsWanted || found === applied?.[part] || (isNewer && found === block.written[part]));
    return [
      {
        field,
        is,
        shouldBe: is === undefined ? wanted[part] : withTicks(wanted[part], is),
        edited: !byUs,
      },
    ];
  };
  return [...compare('title', 'title', issue.title), ...compare('body', 'block', block?.text)];
}
