import type { updateStatuses } from '../../../src/domain/incident.ts';
import { findClock, findMoment } from './moment.ts';

type Status = (typeof updateStatuses)[number];

/** What a label says of an incident; the first that fits. English, and what is common in the other languages of the old pages. */
const meanings: readonly [Status, RegExp][] = [
  [
    'resolved',
    /re-?solved|\bsolved|fixed|\bfinal|\bclos(e|ed|ing)\b|complete|restored|recovered|finished|\bdone\b|\bend(ed)?\b|operational|all clear|back (to normal|online|up)|behoben|gelöst|erledigt|résolu|resuelto|resolvido|opgelost|risolto/iu,
  ],
  [
    'monitoring',
    /monitor|watching|observing|(fix|patch) (is |was |has been )?(implemented|deployed|applied)|recovering|mitigated|überwach|beobacht|surveillance/iu,
  ],
  [
    'identified',
    /identif|cause found|root cause|fixing|repairing|resolving|restoring|mitigating|rolling back/iu,
  ],
  [
    'investigating',
    /investigat|\binitial|\bopen(ing|ed)?\b|re-?opened|reported|detected|\bstarted|\b(just )?began|untersuch|enquête|investigando|onderzoek|indagine/iu,
  ],
];

/** The same for maintenance, in the words of maintenance. */
const maintenanceMeanings: readonly ['completed' | 'in_progress' | 'scheduled', RegExp][] = [
  ['completed', meanings[0]?.[1] ?? /$^/],
  [
    'in_progress',
    /\bbegun\b|\bbegan\b|\bstarted|underway|under way|ongoing|in progress|read-only|progressing|more time|delay|investigat|identif|monitor/iu,
  ],
  [
    'scheduled',
    /planned|scheduled|upcoming|announce|\binitial|\bopen(ing|ed)?\b|\bwill\b|geplant/iu,
  ],
];

// “Mostly complete”, “not resolved”: what follows is taken back.
const hedged =
  /\b(mostly|partly|partially|almost|nearly|not|still|un\w+ed|until|when|once|except)\b/iu;

const clear = <T>(table: readonly (readonly [T, RegExp])[], label: string): T | undefined =>
  hedged.test(label) ? undefined : table.find(([, words]) => words.test(label))?.[0];

/** What `label` clearly says of an incident or a notice. */
export const statusOf = (label: string): Status | undefined => clear(meanings, label);

/** What `label` clearly says of a maintenance. */
export const maintenanceStatusOf = (
  label: string,
): 'completed' | 'in_progress' | 'scheduled' | undefined => clear(maintenanceMeanings, label);

export const isPostmortem = (text: string): boolean =>
  /^\W*(post-?\s?mortem|root cause analysis|rca|retrospective)\b/i.test(text);

const core =
  /^(updates?|updated|edit(ed)?|initial|final|open|opening|opened|clos(e|ed|ing)|end|ended|investigating|investigation|identified|monitoring|resolved|resolving|resolution|fixed|solved|completed?|finished|scheduled|started|began|recovered|restored|mitigated|reopened|post-?mortem|aktualisierung|behoben|gelöst|résolu|resuelto|resolvido|opgelost|risolto)$/iu;
const filler =
  /^(message|report|issue|incident|outage|maintenance|status|in|progress|just|new|first|last|latest|post|mortem|rca|root|cause|analysis|of|on|at|the|and|a|\d+(st|nd|rd|th)?|#\d+|(utc|gmt)([+-]\d+)?|am|pm|(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?|(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*|[-–—:,./()]+|\d[\d:.hH/-]*)$/iu;

/** A label that is one by its words alone, wherever it stands: “Update 2”, “Final message”, “Initial Message at 2021-06-08 09:35 UTC”. */
export function isLabel(text: string): boolean {
  const moment = findMoment(text, 'UTC')?.source ?? findClock(text)?.source;
  const words = (moment ? text.replace(moment, ' ') : text).split(/[\s:,()]+/).filter(Boolean);
  return (
    words.every((word) => core.test(word) || filler.test(word)) &&
    (words.some((word) => core.test(word)) || (moment !== undefined && words.length === 0))
  );
}

/** A label whose words say no more than its status does: nothing is lost without it. */
export const saysOnlyStatus = (text: string): boolean => isLabel(text) && !/\d|day\b/i.test(text);
