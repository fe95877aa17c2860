import { slug, unique } from '../ids.ts';
import type { Decisions } from './decisions.ts';
import type { CommonNote } from './losses.ts';
import type { WrittenGroup, WrittenService } from './old-page.ts';

/** A service, and what issues call it. */
export interface Listed {
  called: string;
  service: WrittenService;
}

/** Group of the services that no configuration lists, so that they do not bury those that one does. */
export const addedGroup = { id: 'named-in-the-history', name: 'Named in the history' };

/** The services of a site, by the names that issues call them. */
export interface ServiceBook {
  has: (name: string) => boolean;
  /** The ids of what these names call; services that nobody has listed are added. */
  idsOf: (names: readonly string[], note: CommonNote) => string[];
  all: () => Listed['service'][];
  /** What issues call services, and their ids. */
  calls: () => [called: string, id: string][];
}

/** Groups by what the old page calls them, each once, under ids of their own. */
export function groupsOf(called: readonly (readonly [called: string, name: string])[]) {
  const taken = new Set([addedGroup.id]);
  const groups = new Map<string, WrittenGroup>();
  for (const [key, name] of called.filter(([one]) => !groups.has(one))) {
    const id = unique(slug(name) || `group-${groups.size + 1}`, taken);
    taken.add(id);
    groups.set(key, { id, name });
  }
  return groups;
}

const flat = (name: string): string => name.toLowerCase().replace(/[\s_-]+/g, ' ');

/** An id for a name that none of `known` has. */
export function newId(name: string, known: readonly Listed[]): string {
  const taken = new Set(known.map(({ service }) => service.id));
  return unique(slug(name) || `service-${known.length + 1}`, taken);
}

/** Starts with the services of the configuration, and what a person has decided of names. */
export function serviceBook(
  listed: readonly Listed[],
  decided: Decisions['service'] = {},
): ServiceBook {
  const known = [...listed];
  const ids = new Map(Object.entries(decided).map(([name, id]) => [flat(name), id]));
  const find = (name: string): Listed | undefined =>
    known.find(({ called }) => called === name) ??
    known.find(({ called }) => flat(called) === flat(name));

  function findOrAdd(name: string, note: CommonNote): string {
    const id = ids.get(flat(name));
    if (id !== undefined) {
      if (!known.some(({ service }) => service.id === id))
        known.push({ called: id, service: { id, name: id, group: addedGroup.id } });
      return id;
    }
    const found = find(name);
    if (found && found.called !== name) note('service-matched', `“${name}” is ${found.called}`);
    if (found) return found.service.id;
    note('service-added', name);
    const service = { id: newId(name, known), name, group: addedGroup.id };
    known.push({ called: name, service });
    return service.id;
  }

  return {
    all: () => known.map(({ service }) => service),
    calls: () => known.map(({ called, service }) => [called, service.id]),
    idsOf: (names, note) => [...new Set(names.map((name) => findOrAdd(name, note)))],
    has: (name) => ids.has(flat(name)) || find(name) !== undefined,
  };
}
