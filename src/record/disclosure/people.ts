import { type Disclosure, outlineOf } from './disclosure.ts';
import { disclosesPerson } from './rules.ts';

// It begins where such signs begin: a run of them is looked through once, however long it is.
const mails =
  /(?<![\p{L}\d._%+'-])[\p{L}\d._%+'-]*[\p{L}\d_%+-]@[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?(?:\.[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?)*\.\p{L}(?:[\p{L}\d-]*[\p{L}\d])?/gu;

/** A name on a platform, or of a team on one. */
const handles = /(?<![\w@/.+%-])@[a-z][\w-]*(?:[./][a-z0-9][\w-]*)?(?![\w@-])/gi;

const code = /```[^\0]*?```|`[^`\n\0]+`/g;

/** What has an @ in code and is no person: a package in a scope, and what CSS calls at-rules. */
const unpersonal =
  /(?<![\w.])@(?:[\w-]+\/[\w.-]+(?:@[\w.^~-]+)?|(?:charset|container|font-face|import|keyframes|layer|media|namespace|page|property|supports)(?![\w/-]))/g;

/** The text with blanks in the place of such code, so that all else stays where it is. */
const withoutCode = (text: string): string =>
  text.replace(code, (part) => part.replace(unpersonal, (name) => ' '.repeat(name.length)));

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
    ? [
        ...found(mails, text, 'an e-mail address'),
        ...found(handles, withoutCode(text), 'a name with an @'),
      ]
    : [];
