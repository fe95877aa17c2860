import {
  actionMissing,
  ownershipMissing,
  publicationMissing,
  thanksMissing,
} from './postmortem/completeness.ts';
import {
  affectedUncounted,
  dueBeforeIncident,
  publishedBeforeResolved,
} from './postmortem/facts.ts';
import { chainCycle, chainEndsAtPerson, chainTooShort, whyLeftOpen } from './whys/chain.ts';
import { beforeService, impactAfterResolved } from './times/resolution.ts';
import { creditUncapped } from './credits/cap.ts';
import { creditBeyondPeriod } from './credits/lengths.ts';
import { ambiguousName } from './credits/names.ts';
import { creditMaintenanceUnsaid } from './credits/maintenance.ts';
import { creditUnclear } from './credits/terms.ts';
import { creditTierFalls, creditTierGap, creditTierOverlap } from './credits/tiers.ts';
import { creditVersionGap } from './credits/version-gap.ts';
import { creditPeriodImpossible, creditVersionTwice } from './credits/versions.ts';
import { doneAndDropped, doneUnproven } from './postmortem/done.ts';
import { duplicateId } from './record/duplicates.ts';
import { neverResolved, nextUpdateAfterEnd, nextUpdateMissing } from './times/ending.ts';
import { healthyTimeCounts, longBeforeSaid } from './times/windows.ts';
import { formerActionTaken } from './postmortem/former-actions.ts';
import { logoMissing, lowContrast } from './record/look.ts';
import { redactionUnexplained } from './record/redactions.ts';
import { redirectNowhere, redirectOverPage } from './record/redirects.ts';
import { untranslatedLanguage, untranslatedWords, unusedTranslation } from './record/language.ts';
import { inTheFuture, notYet } from './times/future.ts';
import { announcedLate, movedNowhere, movedUnsaid, outsideSchedule } from './times/planned.ts';
import { ourPartMissing } from './postmortem/our-part.ts';
import {
  likelyRelatives,
  recurrenceNotEarlier,
  recurrenceUnsaid,
} from './postmortem/recurrence.ts';
import { unknownReference } from './record/references.ts';
import type { RecordRule } from '../rule.ts';
import { silenceUnsaid } from './times/silence.ts';
import { timeOrder } from './times/order.ts';
import { unusedGroup } from './record/unused.ts';
import { waiverUnused, waivableRules } from './wording/waivers.ts';
import { stillUnknown } from './postmortem/answered.ts';
import { promiseUndecided } from './postmortem/undecided.ts';

/** The rules that look at the record. */
export const recordRules: readonly RecordRule[] = [
  unknownReference,
  duplicateId,
  formerActionTaken,
  unusedGroup,
  redactionUnexplained,
  redirectNowhere,
  redirectOverPage,
  lowContrast,
  logoMissing,
  timeOrder,
  inTheFuture,
  notYet,
  untranslatedLanguage,
  untranslatedWords,
  unusedTranslation,
  impactAfterResolved,
  neverResolved,
  nextUpdateAfterEnd,
  nextUpdateMissing,
  longBeforeSaid,
  silenceUnsaid,
  healthyTimeCounts,
  beforeService,
  announcedLate,
  outsideSchedule,
  movedNowhere,
  movedUnsaid,
  publicationMissing,
  publishedBeforeResolved,
  dueBeforeIncident,
  promiseUndecided,
  stillUnknown,
  doneUnproven,
  doneAndDropped,
  affectedUncounted,
  ownershipMissing,
  thanksMissing,
  actionMissing,
  chainTooShort,
  chainCycle,
  chainEndsAtPerson,
  whyLeftOpen,
  ...waivableRules,
  waiverUnused,
  recurrenceNotEarlier,
  recurrenceUnsaid,
  likelyRelatives,
  ourPartMissing,
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
