import type { Decisions } from '../decisions.ts';
import type { Note } from './losses.ts';
import { severities } from './severity.ts';

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
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

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
) {
  const { severity, informational, hasSystems, ends } = facts;
  const sign = plannedBy(facts, planned);
  if (sign) {
    note(ends ? 'kind-maintenance' : 'maintenance-without-end', sign);
    return ends ? 'maintenance' : 'notice';
  }
  const isOutage =
    severities.get(severity)?.status !== undefined && !(informational && decided === 'notice');
  if (isOutage && !hasSystems) note('no-affected');
  if (isOutage && hasSystems && informational && !decided) note('informational');
  if (!severities.has(severity) && !informational) note('unknown-severity', severity || 'none');
  return isOutage && hasSystems ? 'incident' : 'notice';
}
