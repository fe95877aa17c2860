import type { z } from 'zod';
import type { services as schema } from '../../../../src/domain/service.ts';
import { slug, unique } from '../../ids.ts';
import type { Note } from './losses.ts';

type Written = z.input<typeof schema>;
export type WrittenGroup = NonNullable<Written['groups']>[number];

/** A service, and what issues call it. */
export interface Listed {
  called: string;
  service: Written['services'][number];
}

/** Group of the services that no configuration lists, so that they do not bury those that one does. */
export const addedGroup = { id: 'named-in-the-history', name: 'Named in the history' };

/** The services of a site, by the names that issues call them. */
export interface ServiceBook {
  /** Of the names in an issue, those of systems. */
  named: (names: readonly string[], note: Note) => string[];
  /** The ids of what these names call; services that nobody has listed are added. */
  idsOf: (names: readonly string[], note: Note) => string[];
  all: () => Listed['service'][];
}

const none = /^(nothing|none|n\/?a|-+|no(thing)? affected)$/i;
const every = /^(\*|all|everything|all (systems|services|components))$/i;
const flat = (name: string): string => name.toLowerCase().replace(/[\s_-]+/g, ' ');

/** An id for a name that none of `known` has. */
export function newId(name: string, known: readonly Listed[]): string {
  const taken = new Set(known.map(({ service }) => service.id));
  return unique(slug(name) || `service-${known.length + 1}`, taken);
}

/** Starts with the services of the configuration. */
export function serviceBook(listed: readonly Listed[]): ServiceBook {
  const known = [...listed];
  const find = (name: string): Listed | undefined =>
    known.find(({ called }) => called === name) ??
    known.find(({ called }) => flat(called) === flat(name));

  function findOrAdd(name: string, note: Note): string {
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
    idsOf: (names, note) => [...new Set(names.map((name) => findOrAdd(name, note)))],
    named: (names, note) =>
      names.flatMap((name) => {
        if (find(name) || !(none.test(name) || every.test(name))) return name;
        note(none.test(name) ? 'no-system' : 'all-systems', name);
        return none.test(name) ? [] : listed.map(({ called }) => called);
      }),
  };
}
