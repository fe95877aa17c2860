import { actionMissing, ownershipMissing, publicationMissing, thanksMissing } from './account.ts';
import { chainCycle, chainEndsAtPerson, chainTooShort, whyLeftOpen } from './chain.ts';
import { duplicateId } from './duplicates.ts';
import { unknownReference } from './references.ts';
import type { RecordRule } from './rule.ts';
import { timeOrder } from './times.ts';

/** The rules that look at the record. */
export const recordRules: readonly RecordRule[] = [
  unknownReference,
  duplicateId,
  timeOrder,
  publicationMissing,
  ownershipMissing,
  thanksMissing,
  actionMissing,
  chainTooShort,
  chainCycle,
  chainEndsAtPerson,
  whyLeftOpen,
];
