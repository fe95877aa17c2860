import type { OldSeverity } from './severity.ts';

/** What an issue becomes, and why; without a reason the issue says so itself. */
export interface Kind {
  kind: 'incident' | 'maintenance' | 'notice';
  because?: string;
}

const word = (list: string): RegExp => new RegExp(`(?<![\\w.-])(?:${list})(?![\\w-]|\\.\\w)`, 'iu');

const planned = word(
  'maintenances?|planned|scheduled|upgrade window|wartung(?:sarbeiten)?|geplante?|mantenimiento|manutenção|manutenzione|onderhoud',
);
const work = word(
  'upgrad(?:es?|ed|ing)|migrat(?:ions?|es?|ed|ing)|brown-?outs?|restart|re-?index|version update|update (?:of )?\\S.* to (?:\\S+ )?v?\\d\\S*',
);
const surprise = word('unplanned|unscheduled|unexpected|emergency|urgent');
const aftermath = word(
  '(?:(?:after|following|due to|caused by|because of|failed|failing|broken by)|(?:errors?|fail\\w*|problems?|issues?)\\b.*\\bduring)\\b.*(?:maintenance|upgrade|migration|update)',
);
const trouble = word(
  'outages?|incidents?|down|downtime|unavailable|unreachable|offline|issues?|problems?|fail(?:s|ed|ing|ure|ures)?|errors?|disrupt(?:ed|ion|ions)|slow|degraded|broken|expired|blocked|stuck|unable|not',
);
const plan =
  /\b(planned|scheduled) (maintenance|downtime|outage|upgrade|migration|operation|restart)\b|\bmaintenance window\b|\b(maintenance|migration|upgrade|operation|intervention)\b[^.\n]{0,160}\b(is|are) (planned|scheduled)\b/i;

/** Whether the title speaks of trouble rather than of work. */
export const speaksOfTrouble = (title: string): boolean =>
  trouble.test(title) && !planned.test(title);

/** The words for which an issue is taken as planned work. Whatever speaks of trouble as well is not: hiding an outage is the worse mistake. */
function maintenanceWords({ title, text, fileName }: Signs): string | undefined {
  if (surprise.test(title) || aftermath.test(title)) return undefined;
  const strong = planned.exec(title);
  if (strong) return `“${strong[0]}” in its title`;
  if (trouble.test(title)) return undefined;
  const found = work.exec(title);
  if (found) return `“${found[0]}” in its title`;
  const said = plan.exec(text);
  if (said) return `“${said[0]}” in its text`;
  const named = planned.exec(fileName.replace(/[-_]+/g, ' '));
  return named ? `“${named[0]}” in its file name` : undefined;
}

export interface Signs {
  title: string;
  fileName: string;
  text: string;
  severity: OldSeverity | undefined;
  /** What the severity said, if it is none of the known words. */
  severityText: string | undefined;
  informational: boolean;
  hasServices: boolean;
}

/** Decides what an issue becomes. */
export function kindOf(signs: Signs): Kind {
  const { severity, severityText, informational, hasServices } = signs;
  if (severityText && planned.test(severityText))
    return { kind: 'maintenance', because: 'its severity' };
  const words = maintenanceWords(signs);
  if (words) return { kind: 'maintenance', because: words };
  if (informational) return { kind: 'notice' };
  if (severity === 'notice') return { kind: 'notice' };
  if (!severity) return { kind: 'notice', because: 'it does not say how bad it was' };
  if (!hasServices) return { kind: 'notice', because: 'it names no system' };
  return { kind: 'incident' };
}
