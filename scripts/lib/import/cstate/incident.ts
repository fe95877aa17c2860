import { Temporal } from 'temporal-polyfill';
import { asLine, markdownOf, plainLine, showsText } from '../markdown.ts';
import type { WrittenIncident } from '../old-page.ts';
import type { ServiceBook } from '../services.ts';
import type { Decisions } from '../decisions.ts';
import { writtenIncident } from '../written-incident.ts';
import type { OldSite } from './config.ts';
import type { Issue } from './frontmatter.ts';
import { kindOf } from './kind.ts';
import { type Lifetime, readLifetime } from './lifetime.ts';
import type { Note } from './losses.ts';
import { systemsIn } from './systems.ts';
import { type Setting, flagIn, listIn, textIn } from '../settings.ts';
import { isSeverity, statuses } from './severity.ts';
import { nameOf } from './site-folder.ts';
import { withoutShortcodes } from './shortcodes.ts';
import { type TimedText, readTexts } from './timed-text.ts';
import { writeUpdates } from './updates.ts';

/** “2021-03-04-Search-is-slow” as a title. */
function titleFrom(name: string): string {
  const words = name.replace(/^\d{4}-\d{1,2}-\d{1,2}[-_ ]*/, '').replace(/[-_]+/g, ' ');
  return (words.trim() || name).replace(/^./u, (first) => first.toUpperCase());
}

const understood =
  /^(title|date|resolved|resolvedwhen|severity|affected|section|informational|pin|draft|slug|url|aliases)$/;

function noteKeys(facts: Setting, note: Note): void {
  const left = Object.keys(facts).filter((key) => !understood.test(key) && textIn(facts, key));
  if (left.length)
    note('unknown-key', left.map((key) => `${key} (${textIn(facts, key)})`).join(', '));
  if (!textIn(facts, 'section')) note('unlisted');
}

function titleOf(facts: Setting, name: string, note: Note): string {
  const given = plainLine(textIn(facts, 'title') ?? '');
  if (!given) note('title-from-name', titleFrom(name));
  return given || plainLine(titleFrom(name));
}

/** The texts of an issue. Without any, the title stands in, unless the issue is over: its end has a sentence of its own. */
function textsOf(body: string, title: string, lifetime: Lifetime, note: Note): TimedText[] {
  const texts = readTexts(body, lifetime, note).filter(({ text }) => showsText(text));
  if (texts.length || (lifetime.over && lifetime.to)) return texts;
  note('text-from-title');
  return [{ at: lifetime.from, text: title }];
}

/** Moves texts about the future to `now`, because they had been published by then. */
const saidBy = (now: Temporal.Instant, texts: readonly TimedText[], note: Note): TimedText[] =>
  texts.map((text) => {
    if (Temporal.Instant.compare(text.at, now) <= 0) return text;
    note('still-to-come', text.at.toString());
    return { ...text, at: now };
  });

/** What is known when an issue is read. */
export interface Importing {
  old: OldSite;
  services: ServiceBook;
  decisions: Decisions;
  now: Temporal.Instant;
}

/** Writes an issue as an incident, a maintenance or a notice. A string says why that cannot be done. */
export function writeIncident(
  file: string,
  { facts, body }: Issue,
  { old, services, decisions, now }: Importing,
  note: Note,
): WrittenIncident | string {
  const name = nameOf(file);
  noteKeys(facts, note);
  const lifetime = readLifetime(facts, name, old.site.time_zone, note);
  if (!lifetime)
    return 'it does not say when it began; give it a date, as in “date: 2024-01-31T09:00:00Z”';
  const { from, to, planned, over } = lifetime;
  const title = titleOf(facts, name, note);
  const severity = textIn(facts, 'severity')?.toLowerCase() ?? '';
  const affected = listIn(facts, 'affected').map((one) => asLine(String(one)));
  const systems = systemsIn(affected, old.listed, services, note);
  const until = to ?? planned;
  const informational = flagIn(facts, 'informational') === true;
  const isToCome = Temporal.Instant.compare(from, now) > 0;
  const signs = { hasSystems: systems.length > 0, isToCome, ends: until !== undefined };
  const kind = kindOf(
    { called: `${title} ${name}`, severity, informational, ...signs },
    decisions,
    note,
  );
  const place = old.home && `${old.home}issues/${encodeURIComponent(name.toLowerCase())}/`;
  const text = markdownOf(withoutShortcodes(body, note), /\.html?$/i.test(file), place, note);
  const texts = saidBy(now, textsOf(text, title, lifetime, note), note);
  const updates = writeUpdates(texts, kind, lifetime, note);
  const end = to ? { to: to.toString() } : over === false ? {} : { to: 'unknown' };
  const windows = (status: string) =>
    services
      .idsOf(systems, note)
      .map((service) => ({ service, status, from: from.toString(), ...end }));

  if (kind === 'maintenance' && until) {
    if (severity) note('severity', severity);
    const work = {
      announced: 'unknown',
      scheduled: { from: from.toString(), to: until.toString() },
    };
    return writtenIncident({ title, work, impact: windows('under_maintenance'), updates });
  }
  if (planned) note('planned-end', planned.toString());
  const status = statuses.get(severity);
  if (kind === 'incident' && status)
    return writtenIncident({ title, severity, impact: windows(status), updates });
  // A notice has no impact windows, so its text names what it affected.
  const [first] = updates;
  if (affected.length) note('affected', affected.join(', '));
  if (affected.length && first) first.text += `\n\nAffected: ${affected.map(plainLine).join(', ')}`;
  return writtenIncident({ title, severity: isSeverity(severity) ? severity : undefined, updates });
}
