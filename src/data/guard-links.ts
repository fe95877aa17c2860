import type { Message } from '../domain/findings/finding.ts';
import { suggest } from '../domain/findings/suggest.ts';
import { linkTarget } from './allowed.ts';
import { type Surroundings, say } from './refusal.ts';

/** What is wrong with the address of a link; `undefined` if nothing is. */
export function linkRefusal(address: string, { names }: Surroundings): Message | undefined {
  const target = linkTarget(address);
  if (target === 'refused') {
    return say(
      `The link leads to “${address.slice(0, 80)}”.`,
      'an address that begins with https://, http://, mailto:, # or /',
      '[text](https://…) or [text](/incidents/ID/)',
    );
  }
  const [, kind, id] = /^\/(incidents|postmortems)\/([^/#?]+)/.exec(target === 'site' ? address : '') ?? [];
  if (!kind || !id || (kind === 'incidents' && /^\d{4}$/.test(id)) || names[kind as 'incidents' | 'postmortems'].has(id)) return undefined;
  const meant = suggest(id, names[kind as 'incidents' | 'postmortems']);
  return say(
    `There is no page /${kind}/${id}/.`,
    `the id of a file in ${kind}/`,
    meant ? `/${kind}/${meant}/` : 'Correct the id, or remove the link.',
  );
}
