import { type Disclosure, outlineOf } from './disclosure.ts';
import { disclosesPerson } from './rules.ts';

// It begins where such signs begin: a run of them is looked through once, however long it is.
const mails =
  /(?<![\p{L}\d._%+'-])[\p{L}\d._%+'-]*[\p{L}\d_%+-]@[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?(?:\.[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?)+/gu;

/** A name on a platform, or of a team on one. */
const handles = /(?<![\w@/.+%-])@[a-z][\w-]*(?:[./][a-z0-9][\w-]*)?(?![\w@-])/gi;

const found = (pattern: RegExp, text: string, what: string): Disclosure[] =>
  [...text.matchAll(pattern)].map(({ 0: match, index }) => ({
    rule: disclosesPerson,
    from: index,
    to: index + match.length,
    what: `Here stands ${what}: ${outlineOf(match)}.`,
    expected: 'the contact in site.yaml, a team, or nobody',
    write:
      'Name a team, or remove it. If everybody may have it, write it into `allowed_in_public`.',
  }));

/** Ways to single persons. */
export const peopleIn = (text: string): Disclosure[] =>
  text.includes('@')
    ? [...found(mails, text, 'an e-mail address'), ...found(handles, text, 'a name with an @')]
    : [];
