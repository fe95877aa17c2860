import { openable } from '../../src/record/report.ts';
import type { Finding } from '../../src/domain/findings/finding.ts';
import { visible } from '../../src/text/visible.ts';

/** So many findings fill a screen, and GitHub shows no more annotations of a step. */
const many = 10;
/** So many places of a group are named. */
const named = 3;

/** A finding, and how often and where there are others of its kind; no `group`: it stands alone. */
export interface Told {
  finding: Finding;
  group?: { times: number; places: string };
}

function groupOf(all: readonly Finding[], content: string): NonNullable<Told['group']> {
  const places = all
    .slice(0, named)
    .map(({ file, line, column }) => `${openable(file, content)}:${line}:${column}`);
  const where = `${visible(places.join(', '))} and ${all.length - named} more`;
  return { times: all.length, places: where };
}

/**
 * Findings one by one, and after them those of which quiet files have many of a kind, as one. What somebody is writing now stands alone, so
 * that it is seen, and so does each error, because it has to be mended.
 */
export function groupedFindings(
  findings: readonly Finding[],
  content: string,
  quiet: ReadonlySet<string> = new Set(),
): Told[] {
  const old = findings.filter(({ level, file }) => level !== 'error' && quiet.has(file));
  const kinds = [...Map.groupBy(old, ({ code }) => code).values()];
  const groups = kinds.filter((all) => all.length >= many);
  const inGroups = new Set(groups.flat());
  return [
    ...findings.filter((finding) => !inGroups.has(finding)).map((finding) => ({ finding })),
    ...groups.flatMap((all) =>
      all.slice(0, 1).map((finding) => ({ finding, group: groupOf(all, content) })),
    ),
  ];
}
