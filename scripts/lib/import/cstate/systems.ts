import { slug, unique } from '../../ids.ts';
import { asLine } from '../markdown.ts';
import type { Note } from './losses.ts';
import type { WrittenGroup } from '../old-page.ts';
import { type Listed, type ServiceBook, addedGroup, newId } from '../services.ts';
import { type Setting, flagIn, listIn, textIn } from '../settings.ts';

const lineIn = (setting: Setting, key: string): string => asLine(textIn(setting, key) ?? '');

/** Categories by name. One that was to have no name on the page is no group. */
function readGroups(
  categories: readonly Setting[],
  note: Note,
): Map<string, WrittenGroup | undefined> {
  const groups = new Map<string, WrittenGroup | undefined>();
  const ids = new Set([addedGroup.id]);
  for (const category of categories) {
    const name = lineIn(category, 'name');
    if (!name || groups.has(name)) continue;
    const id = unique(slug(name) || `group-${groups.size + 1}`, ids);
    ids.add(id);
    groups.set(name, flagIn(category, 'untitled') ? undefined : { id, name });
    const description = lineIn(category, 'description');
    if (description) note('group-description', `${name}: ${description}`);
  }
  return groups;
}

/** The systems of a configuration, and the groups that they stand in. `clean` makes one line of inline Markdown. */
export function readSystems(params: Setting, clean: (text: string) => string, note: Note) {
  const groups = readGroups(listIn(params, 'categories'), note);
  const listed: Listed[] = [];
  for (const system of listIn(params, 'systems')) {
    const called = typeof system === 'string' ? asLine(system) : lineIn(system, 'name');
    const isKnown = listed.some((entry) => entry.called === called);
    if (isKnown) note('repeated-service', called);
    if (!called || isKnown) continue;
    const category = lineIn(system, 'category');
    if (category && !groups.has(category)) note('unknown-group', `${called}: ${category}`);
    const link = lineIn(system, 'link');
    if (link) note('service-detail', `${called}: ${link}`);
    const group = groups.get(category)?.id;
    const description = clean(lineIn(system, 'description'));
    const name = lineIn(system, 'displayname') || called;
    const more = { ...(group && { group }), ...(description && { description }) };
    listed.push({ called, service: { id: newId(called, listed), name, ...more } });
  }
  const used = new Set(listed.map(({ service }) => service.group));
  return {
    listed,
    groups: [...groups.values()].flatMap((one) => (one && used.has(one.id) ? one : [])),
  };
}

const none = /^(nothing|none|n\/?a|-+|no(thing)? affected)$/i;
const every = /^(\*|all|everything|all (systems|services|components))$/i;

/** Of the names in an issue, those of systems. */
export const systemsIn = (
  names: readonly string[],
  listed: readonly Listed[],
  services: ServiceBook,
  note: Note,
): string[] =>
  names.flatMap((name) => {
    if (services.has(name) || !(none.test(name) || every.test(name))) return name;
    note(none.test(name) ? 'no-system' : 'all-systems', name);
    return none.test(name) ? [] : listed.map(({ called }) => called);
  });
