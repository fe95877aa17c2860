import type { Decisions } from '../decisions.ts';
import type { Note } from './losses.ts';
import { isSeverity, statuses } from './severity.ts';

/** What an issue can become. */
export type Kind = 'incident' | 'maintenance' | 'notice';

interface Facts {
  /** Its title and the name of its file. */
  called: string;
  severity: string;
  informational: boolean;
  hasSystems: boolean;
  /** It begins after the import, so that it can be no surprise. */
  isToCome: boolean;
  /** It has an end, or is to have one. */
  ends: boolean;
}

const flat = (text: string): string =>
  ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;

/** What says that an issue is planned work: its severity, a word of its title or file name of which a person has said so, or its date. */
function plannedBy({ called, severity, isToCome }: Facts, words: readonly string[]) {
  if (severity.includes('maintenance')) return severity;
  const word = words.find((word) => flat(called).includes(flat(word)));
  return word ?? (isToCome ? 'its date' : undefined);
}

/** Decides by facts, and by what a person has decided, what an issue becomes. */
export function kindOf(
  facts: Facts,
  { planned = [], informational: decided }: Decisions,
  note: Note,
): Kind {
  const { severity, informational, hasSystems, ends } = facts;
  const sign = plannedBy(facts, planned);
  if (sign) {
    note(ends ? 'kind-maintenance' : 'maintenance-without-end', sign);
    return ends ? 'maintenance' : 'notice';
  }
  const isOutage = statuses.has(severity) && !(informational && decided === 'notice');
  if (isOutage && !hasSystems) note('no-affected');
  if (isOutage && hasSystems && informational && !decided) note('informational');
  if (!isSeverity(severity) && !informational) note('unknown-severity', severity || 'none');
  return isOutage && hasSystems ? 'incident' : 'notice';
}
