import type { Loss } from '../losses.ts';
import { notebook } from '../losses.ts';
import { losses as kinds } from './losses.ts';
import {
  type OldComponent,
  type OldIncident,
  type OldPageFacts,
  answer,
  incident,
} from './shapes.ts';

/** Something that the interface answered, or why it did not. */
export interface Answered {
  /** The file or address. */
  file: string;
  json?: unknown;
  why?: string;
}

/** All answers of a page, and why there is nothing in them that is older than its newest incidents. */
export interface Asked {
  answers: Answered[];
  noHistory?: string;
}

/** An old page in its own words, put together from all its answers. */
export interface OldAnswers {
  page: OldPageFacts | undefined;
  components: OldComponent[];
  /** By their codes. */
  incidents: Map<string, { file: string; facts: OldIncident }>;
  /** Answers that are of no use, and why. */
  useless: { file: string; why?: string; losses: Loss[] }[];
}

/** Of an incident that stands in several answers, the one with the most to tell. */
const isFuller = (one: OldIncident, other: OldIncident | undefined): boolean =>
  !other ||
  one.incident_updates.length > other.incident_updates.length ||
  (one.incident_updates.length === other.incident_updates.length && !!one.postmortem_body);

/** Puts answers together, whatever each of them has. */
export function together(answers: readonly Answered[]): OldAnswers {
  const found: OldAnswers = { page: undefined, components: [], incidents: new Map(), useless: [] };
  const known = new Set<string>();
  for (const { file, json, why } of answers) {
    const { losses, note } = notebook(kinds);
    const alone = incident.safeParse(json);
    const read = answer.safeParse(json).data ?? {};
    const all = [read.incidents, read.scheduled_maintenances].flatMap((list) => list ?? []);
    const isAlone = alone.success && alone.data.incident_updates.length > 0;
    if (why !== undefined) found.useless.push({ file, why, losses });
    else if (!isAlone && !read.page && !read.components && !all.length) {
      note('not-an-answer', file);
      found.useless.push({ file, losses });
    }
    found.page ??= read.page;
    for (const component of isAlone ? [] : (read.components ?? []))
      if (!known.has(component.id)) {
        known.add(component.id);
        found.components.push(component);
      }
    for (const one of isAlone ? [json] : all) {
      const facts = incident.safeParse(one);
      if (!facts.success)
        found.useless.push({ file, why: 'it has an incident without an id', losses: [] });
      else if (isFuller(facts.data, found.incidents.get(facts.data.id)?.facts))
        found.incidents.set(facts.data.id, { file, facts: facts.data });
    }
  }
  return found;
}
