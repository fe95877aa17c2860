import { plainText } from '../../site/markdown.ts';
import type { Incident } from '../../domain/incident.ts';

/** The first paragraph of what was said last, for tabs and shared links; `undefined` where nothing has been said. */
export function latestWords({ updates }: Incident): string | undefined {
  const [first] = (updates.at(-1)?.text ?? '').split(/\n\s*\n/);
  return first ? plainText(first) : undefined;
}
