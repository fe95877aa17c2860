import { maintenanceStatusOf, statusOf } from './labels.ts';
import type { LossCode } from './loss.ts';

const stages: readonly [string, RegExp][] = [
  [
    'monitoring',
    /\b(fix|patch|mitigation|workaround|change) (has been |have been |is |was )?(now )?(implemented|applied|deployed|rolled out)\b|\bwe('ve| have) (now )?(implemented|applied|deployed|rolled out) (a|an|the)\b|\bnow monitoring\b|\bmonitoring to confirm\b/i,
  ],
  [
    'identified',
    /\bwe('ve| have)? (now )?(identified|found|located) (a|an|the)\b|\b(cause|issue|problem|fault) (has been|was|is) (now )?(identified|found|located)\b/i,
  ],
  [
    'investigating',
    /\b(is|are|we're|currently) (now |also |still |actively )?(investigating|looking into)\b/i,
  ],
];

/** Where things stood, where the words of an update leave no doubt. */
const stageOf = (text: string): string | undefined =>
  stages.find(([, words]) => words.test(text))?.[0];

/** How the updates of one kind speak of where things stand. */
export interface Voice {
  /** What a label clearly says. */
  of: (label: string) => string | undefined;
  /** What a text is likely to say. */
  like: (text: string) => string | undefined;
  /** By position: the first of several, one between, the last. */
  first: (text: string, begun: boolean) => string;
  between: (before: string, begun: boolean) => string;
  last: string;
  /** What it means that something was said before it began. */
  early: LossCode;
}

const hasBegun =
  /\b(has|have) (now |just )?(begun|(been )?started)\b|\bunder ?way\b|\bin progress\b|\bongoing\b/i;

/** By position nothing is claimed that nobody spoke of: no cause, and no progress. */
const incident: Voice = {
  of: statusOf,
  like: stageOf,
  first: () => 'investigating',
  between: (before) => before,
  last: 'resolved',
  early: 'early-update',
};

export const voices: Record<'incident' | 'maintenance' | 'notice', Voice> = {
  incident,
  notice: { ...incident, first: () => 'information' },
  maintenance: {
    of: maintenanceStatusOf,
    like: () => undefined,
    first: (text, begun) => (begun || hasBegun.test(text) ? 'in_progress' : 'scheduled'),
    between: (before, begun) => (begun ? 'in_progress' : before),
    last: 'completed',
    early: 'may-be-announced',
  },
};

const over =
  /\b(has|have|had|was|were|is|are|been) (now |since |already |all )?(fully |successfully )?(been )?(resolved|restored|fixed|solved|repaired|completed?|finished|addressed|recovered)\b|\bback (to normal|online|up)\b|\b(went|gone) well\b|\breturned to (service|normal)\b|\bworking now\b|\bfinished (successfully|with)/i;
const notYet =
  /\b(not|until|when|once|if|will|should|after|before|hope|hopefully|partially|must|to be)\b/i;

/** Whether a text can only have been written when all was over. */
export const tellsTheEnd = (text: string): boolean =>
  text
    .split(/(?<=[.!?])\s+|\n{2,}/)
    .some((sentence) => over.test(sentence) && !notYet.test(sentence));

/** Whether a text was written when little was known. */
export const tellsTheBeginning = (text: string): boolean =>
  /\b(we are|we're|currently|been) (aware|made aware|investigating|looking into|experiencing|seeing)\b|\bmay be (disrupted|affected|unavailable)\b/i.test(
    text,
  );
