import {
  actionMissing,
  ownershipMissing,
  publicationMissing,
  thanksMissing,
} from './postmortem.ts';
import {
  affectedUncounted,
  dueBeforeIncident,
  publishedBeforeResolved,
} from './postmortem-facts.ts';
import { chainCycle, chainEndsAtPerson, chainTooShort, whyLeftOpen } from './chain.ts';
import { beforeService, impactAfterResolved } from './course.ts';
import { creditUncapped } from './credit-cap.ts';
import { creditBeyondPeriod } from './credit-lengths.ts';
import { ambiguousName } from './credit-names.ts';
import { creditMaintenanceUnsaid } from './credit-maintenance.ts';
import { creditUnclear } from './credit-terms.ts';
import { creditTierFalls, creditTierGap, creditTierOverlap } from './credit-tiers.ts';
import { creditVersionGap } from './credit-version-gap.ts';
import { creditPeriodImpossible, creditVersionTwice } from './credit-versions.ts';
import { duplicateId } from './duplicates.ts';
import { neverResolved, nextUpdateAfterEnd } from './ending.ts';
import { formerActionTaken } from './former-actions.ts';
import { redirectNowhere, redirectOverPage } from './redirects.ts';
import { untranslatedLanguage } from './language.ts';
import { inTheFuture, notYet } from './future.ts';
import { announcedLate, movedNowhere, outsideSchedule } from './planned.ts';
import { recurrenceNotEarlier } from './recurrence.ts';
import { unknownReference } from './references.ts';
import type { RecordRule } from './rule.ts';
import { timeOrder } from './times.ts';
import { unusedGroup } from './unused.ts';
import { blamesAPerson, minimisingWords } from './wording.ts';

/** The rules that look at the record. */
export const recordRules: readonly RecordRule[] = [
  unknownReference,
  duplicateId,
  formerActionTaken,
  unusedGroup,
  redirectNowhere,
  redirectOverPage,
  timeOrder,
  inTheFuture,
  notYet,
  untranslatedLanguage,
  impactAfterResolved,
  neverResolved,
  nextUpdateAfterEnd,
  beforeService,
  announcedLate,
  outsideSchedule,
  movedNowhere,
  publicationMissing,
  publishedBeforeResolved,
  dueBeforeIncident,
  affectedUncounted,
  ownershipMissing,
  thanksMissing,
  actionMissing,
  chainTooShort,
  chainCycle,
  chainEndsAtPerson,
  whyLeftOpen,
  minimisingWords,
  blamesAPerson,
  recurrenceNotEarlier,
  creditUnclear,
  creditTierGap,
  creditTierOverlap,
  creditTierFalls,
  creditPeriodImpossible,
  creditVersionTwice,
  creditVersionGap,
  creditBeyondPeriod,
  creditUncapped,
  creditMaintenanceUnsaid,
  ambiguousName,
];
