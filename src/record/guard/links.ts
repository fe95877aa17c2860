import { type FindingText, findingText } from '../../domain/findings/finding.ts';
import { suggest } from '../../text/suggest.ts';
import { knownPages, leadsSomewhere } from '../../domain/pages.ts';
import { decoded, placeOf } from '../../domain/redirect.ts';
import { linkTarget } from './allowed.ts';
import { type Surroundings } from './guard-finding.ts';

const refused = (address: string): FindingText =>
  findingText(
    `The link leads to “${address.slice(0, 80)}”.`,
    'an address that browsers understand, and that begins with https://, http://, mailto:, # or /',
    '[text](https://…) or [text](/incidents/ID/)',
  );

function pageFinding(address: string, { pages }: Surroundings): FindingText | undefined {
  const [path = ''] = address.split(/[?#]/);
  if (leadsSomewhere(placeOf(path), pages)) return undefined;
  const meant = suggest(path, knownPages(pages));
  return findingText(
    `There is no page ${path.slice(0, 80)}.`,
    'a page of this site, or a file in public/',
    meant ?? 'Correct the address, or remove the link.',
  );
}

/** Parts of the page around a story have names that begin with a capital; those of headings do not. */
function anchorFinding(address: string, { anchors }: Surroundings): FindingText | undefined {
  const name = decoded(address.replace(/^[^#]*#/, ''));
  if (
    !anchors ||
    name === '' ||
    anchors.has(name) ||
    /^(Content$|(Part|Why|Promise|Unknown)_)/.test(name)
  )
    return undefined;
  const meant = suggest(name, anchors);
  return findingText(
    `There is no heading “${name.slice(0, 80)}” here.`,
    'a heading of this story, in small letters and with hyphens',
    meant ? `#${meant}` : 'Correct it, or remove the link.',
  );
}

/** What is wrong with the address of a link; `undefined` if nothing is. */
export function linkFinding(address: string, around: Surroundings): FindingText | undefined {
  const target = linkTarget(address);
  if (target === 'refused') return refused(address);
  if (target === 'site') return pageFinding(address, around);
  return target === 'here' ? anchorFinding(address, around) : undefined;
}
