import { asLine } from '../markdown.ts';
import type { Note } from './losses.ts';
import { type Listed, type ServiceBook, groupsOf, newId } from '../services.ts';
import { type Setting, flagIn, listIn, textIn } from '../settings.ts';

const lineIn = (setting: Setting, key: string): string => asLine(textIn(setting, key) ?? '');

/** The systems of a configuration, and the groups that they stand in. `clean` makes one line of inline Markdown. */
export function readSystems(params: Setting, clean: (text: string) => string, note: Note) {
  const categories = listIn(params, 'categories').map((one) => ({
    one,
    name: lineIn(one, 'name'),
  }));
  const known = new Set(categories.map(({ name }) => name));
  // A category that was to have no name on the page is no group.
  const titled = categories.filter(({ one, name }) => name && !flagIn(one, 'untitled'));
  const groups = groupsOf(titled.map(({ name }) => [name, name]));
  for (const { one, name } of categories) {
    const description = lineIn(one, 'description');
    if (description) note('group-description', `${name}: ${description}`);
  }
  const listed: Listed[] = [];
  for (const system of listIn(params, 'systems')) {
    const called = typeof system === 'string' ? asLine(system) : lineIn(system, 'name');
    const isKnown = listed.some((entry) => entry.called === called);
    if (isKnown) note('repeated-service', called);
    if (!called || isKnown) continue;
    const category = lineIn(system, 'category');
    if (category && !known.has(category)) note('unknown-group', `${called}: ${category}`);
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
    groups: [...groups.values()].filter(({ id }) => used.has(id)),
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
