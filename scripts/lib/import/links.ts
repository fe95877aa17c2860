import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import type { CommonNote } from './losses.ts';

/** The address of the page in the old site that links start from; `undefined` if that is not known. */
export type Place = string | undefined;

/** The whole address of a link; `undefined` if it leads nowhere that may be linked to. */
function wholeAddress(target: string, place: Place, note: CommonNote): string | undefined {
  if (!URL.canParse(target, place)) {
    note('relative-link', target);
    return undefined;
  }
  const { href, protocol } = new URL(target, place);
  if (/^(https?|mailto):$/.test(protocol))
    return /^(https?:\/\/|mailto:)/.test(target) ? target : href;
  note('unsafe-link', target);
  return undefined;
}

/** Makes an element a link that leads there from any page, or its words alone. */
function leadTo(element: Element, href: string | undefined): void {
  element.tagName = href === undefined ? 'words' : 'a';
  element.properties = href === undefined ? {} : { href };
}

/** A picture becomes a link: a status page shows nothing that another server could change or count. */
function linkToPicture(picture: Element, place: Place, note: CommonNote): void {
  const source = String(picture.properties['src'] ?? '');
  const name = source.replace(/[?#].*$/, '').replace(/^.*\/(?=.)/, '');
  const href = source ? wholeAddress(source, place, note) : undefined;
  note('picture', href ?? source);
  picture.children = [{ type: 'text', value: String(picture.properties['alt'] || name) }];
  leadTo(picture, href);
}

/** Links and pictures as links that lead somewhere from any page: whole addresses, and none that runs. */
export function wholeLink(element: Element, place: Place, note: CommonNote): void {
  if (element.tagName === 'img') linkToPicture(element, place, note);
  if (element.tagName !== 'a' || !('href' in element.properties)) return;
  // A link has no link in it.
  visit(element, { tagName: 'img' }, (picture) => {
    linkToPicture(picture, place, note);
    leadTo(picture, undefined);
  });
  leadTo(element, wholeAddress(String(element.properties['href']), place, note));
}
