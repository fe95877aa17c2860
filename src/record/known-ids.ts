import { withinAny } from '../domain/findings/finding.ts';
import type { KnownIds } from '../domain/findings/rule.ts';
import type { CheckedFile } from './checked-file.ts';
import type { CheckedFiles } from './checked-files.ts';

/** The ids in a list of a file; `undefined` if not all of them can be seen: what is not understood is not held against those who refer to it. */
function idsIn(
  { source: { value }, guesses }: CheckedFile,
  list: string,
): ReadonlySet<string> | undefined {
  const isGuess = withinAny(guesses);
  if (value === undefined || isGuess([list])) return undefined;
  const items = (value as Record<string, Record<string, string>[]>)[list] ?? [];
  return items.some((_, index) => isGuess([list, index, 'id']))
    ? undefined
    : new Set(items.map((item) => item['id'] ?? ''));
}

/** The ids, read from raw values, so that a mistake elsewhere in a file does not make its ids unknown. */
export const knownIdsIn = (files: CheckedFiles): KnownIds => ({
  services: idsIn(files.services, 'services'),
  groups: idsIn(files.services, 'groups'),
  severities: idsIn(files.site, 'severities'),
  causes: idsIn(files.site, 'causes'),
  plans: idsIn(files.credits, 'plans'),
  incidents: new Set(files.incidents.keys()),
  postmortems: new Set(files.postmortems.keys()),
});
