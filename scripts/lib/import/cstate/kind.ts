import type { Note } from './losses.ts';
import { severities } from './severity.ts';

const words = (list: string): RegExp =>
  new RegExp(`(?<![\\w.-])(?:${list})(?![\\w-]|\\.\\w)`, 'iu');

const planned = words(
  'maintenances?|planned|scheduled|upgrade window|wartung(?:sarbeiten)?|geplante?|mantenimiento|manutenção|manutenzione|onderhoud',
);
const work = words(
  'upgrad(?:es?|ed|ing)|migrat(?:ions?|es?|ed|ing)|brown-?outs?|restart|re-?index|version update|update (?:of )?\\S.* to (?:\\S+ )?v?\\d\\S*',
);
const surprise = words(
  'unplanned|unscheduled|unexpected|emergency|urgent|(?:(?:after|following|due to|caused by|because of|failed|failing|broken by)|(?:errors?|fail\\w*|problems?|issues?)\\b.*\\bduring)\\b.*(?:maintenance|upgrade|migration|update)',
);
const trouble = words(
  'outages?|incidents?|down|downtime|unavailable|unreachable|offline|issues?|problems?|fail(?:s|ed|ing|ure|ures)?|errors?|disrupt(?:ed|ion|ions)|slow|degraded|broken|expired|blocked|stuck|unable|not',
);

/** The word for which an issue is taken as planned work. A title that speaks of trouble is not: hiding an outage is the worse mistake. */
function plannedWord(title: string, severity: string): string | undefined {
  if (planned.test(severity)) return severity;
  if (surprise.test(title)) return undefined;
  const isWork = severity !== 'notice' && !trouble.test(title);
  return (planned.exec(title) ?? (isWork ? work.exec(title) : undefined))?.[0];
}

/** Decides by frontmatter alone what an issue becomes. `ends`: it has an end, or is to have one. */
export function kindOf(
  title: string,
  severity: string,
  {
    informational,
    hasSystems,
    ends,
  }: Record<'hasSystems' | 'ends', boolean> & {
    informational: false | 'ask' | 'incident' | 'notice';
  },
  note: Note,
) {
  const found = plannedWord(title, severity);
  if (found) {
    note(ends ? 'kind-maintenance' : 'maintenance-without-end', found);
    return ends ? 'maintenance' : 'notice';
  }
  const isOutage = informational !== 'notice' && severities.get(severity)?.status !== undefined;
  if (isOutage && !hasSystems) note('no-affected');
  if (isOutage && hasSystems && informational === 'ask') note('informational');
  if (!severities.has(severity) && !informational) note('unknown-severity', severity || 'none');
  if (severity === 'notice' && trouble.test(title)) note('read-as-outage');
  return isOutage && hasSystems ? 'incident' : 'notice';
}
