import { absolute, paths } from '../../site/paths.ts';
import { plainText } from '../../site/markdown.ts';
import type { Incident } from '../../domain/incident.ts';
import type { Site } from '../../domain/site.ts';
import type { Strings } from '../../strings/index.ts';

/** Where a customer says that an incident affects them; `undefined` if the company names no contact. */
export function affectedLink(
  { contact }: Site,
  { id, title }: Incident,
  { affected }: Strings,
): string | undefined {
  if (!contact.email) return contact.url;
  const subject = encodeURIComponent(affected.subject(plainText(title)));
  const body = encodeURIComponent(`${absolute(paths.incident(id))}\n\n`);
  return `mailto:${contact.email}?subject=${subject}&body=${body}`;
}
