import type { z } from 'zod';
import type { services as schema } from '../../../src/domain/service.ts';
import type { Note } from './loss.ts';
import { slug, unique } from './slug.ts';

type Written = z.input<typeof schema>;
export type WrittenService = Written['services'][number];
export type WrittenGroup = NonNullable<Written['groups']>[number];

/** A service, and what issues call it. */
export interface Listed {
  called: string;
  service: WrittenService;
}

/** Group of the services that no configuration lists, so that they do not bury those that one does. */
export const addedGroup: WrittenGroup = {
  id: 'named-in-the-history',
  name: 'Named in the history',
};

/** The services of a site, by the names that issues call them. */
export interface ServiceBook {
  /** What an issue names; services that nobody has listed are added. */
  find: (names: readonly string[], note: Note) => WrittenService[];
  all: () => WrittenService[];
}

const none = /^(nothing|none|n\/?a|-+|no(thing)? affected)$/i;

const flat = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();

/** Starts with the services of the configuration. */
export function serviceBook(listed: readonly Listed[]): ServiceBook {
  const byId = new Map<string, WrittenService>();
  const byName = new Map<string, Listed>();

  function learn(entry: Listed): Listed {
    byId.set(entry.service.id, entry.service);
    for (const name of [entry.called, flat(entry.called)])
      byName.set(name, byName.get(name) ?? entry);
    return entry;
  }
  for (const entry of listed) learn(entry);

  const add = (called: string): Listed =>
    learn({
      called,
      service: {
        id: unique(slug(called) || `service-${byId.size + 1}`, byId),
        name: called,
        group: addedGroup.id,
      },
    });

  return {
    all: () => [...byId.values()],
    find(names, note) {
      const added: string[] = [];
      const matched: string[] = [];
      const found = names.flatMap((name) => {
        if (none.test(name)) {
          note('no-system', name);
          return [];
        }
        const known = byName.get(name) ?? byName.get(flat(name));
        if (!known) added.push(name);
        else if (known.called !== name) matched.push(`“${name}” is ${known.called}`);
        return (known ?? add(name)).service;
      });
      if (added.length) note('service-added', added.join(', '));
      if (matched.length) note('service-matched', matched.join(', '));
      return [...new Set(found)];
    },
  };
}
