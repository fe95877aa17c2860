import { type Finding, inReadingOrder } from '../domain/findings/finding.ts';

/** How many findings of a kind are told of one file: who has mended those knows how to find the others. */
const most = 100;

/** The first findings of a kind in a file; the last of them counts the others. */
function firstOf(alike: readonly Finding[]): Finding[] {
  const rest = alike.length - most;
  const last = alike[most - 1];
  if (rest <= 0 || !last) return [...alike];
  const what = `${last.what} There are ${rest} more of this kind in the file.`;
  return [...alike.slice(0, most - 1), { ...last, what }];
}

/** What is told of findings: each once, because two tags in one text are one finding, and few of a kind; in reading order. */
export function toldOf(findings: readonly Finding[]): Finding[] {
  const once = new Map(findings.map((finding) => [JSON.stringify(finding), finding]));
  const ordered = [...once.values()].sort(inReadingOrder);
  return [...Map.groupBy(ordered, ({ file, code }) => `${code} ${file}`).values()]
    .flatMap(firstOf)
    .sort(inReadingOrder);
}
