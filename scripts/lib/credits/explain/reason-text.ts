import type { Reason } from '../../../../src/domain/credits/ledger/reasons.ts';

const words: Record<Reason['code'], (about: string) => string> = {
  'list-changed': () => 'the list of customers changed',
  'affected-changed': () => 'the list of affected accounts changed',
  'claims-changed': () => 'the claims changed',
  'policy-changed': (about) => `the policy ${about} changed`,
  'not-in-list': () => 'it is no longer in the list of customers',
  'file-added': (about) => `${about} was added`,
  'file-changed': (about) => `${about} was corrected`,
  'file-removed': (about) => `${about} was removed`,
};

/** Why two runs come to something else, in words. */
export const reasonText = (reason: Reason): string =>
  words[reason.code]('about' in reason ? reason.about : '');
