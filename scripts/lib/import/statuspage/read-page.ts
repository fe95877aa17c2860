import { shortId } from '../../../../src/api/short-id.ts';
import { isId } from '../../../../src/domain/text.ts';
import { slug } from '../../ids.ts';
import type { Decisions } from '../decisions.ts';
import { notebook } from '../losses.ts';
import { asLine, markdownOf } from '../markdown.ts';
import type { OldEntry, OldPage, WrittenGroup } from '../old-page.ts';
import { type Listed, groupsOf, newId, serviceBook } from '../services.ts';
import { siteSettings } from '../site-settings.ts';
import { visibleIn } from '../source-text.ts';
import { type Asked, type OldAnswers, together } from './answers.ts';
import type { ServiceOf } from './impacts.ts';
import { readIncident } from './incident.ts';
import { type Note, losses as kinds } from './losses.ts';
import type { OldComponent, OldIncident } from './shapes.ts';

const severities = [
  { id: 'critical', name: 'Critical', level: 'critical', means: 'A service does not work.' },
  { id: 'major', name: 'Major', level: 'major', means: 'A service works, but not for everyone.' },
  { id: 'minor', name: 'Minor', level: 'minor', means: 'A service works, but not as it should.' },
  {
    id: 'none',
    name: 'None',
    level: 'none',
    means: 'Nothing is broken, but there is something to know.',
  },
] satisfies OldPage['site']['severities'];

function siteOf(
  { page }: OldAnswers,
  decisions: Decisions,
  note: Note,
): { site: OldPage['site']; home: string | undefined } {
  const name = asLine(page?.name ?? '').slice(0, 200) || 'Status';
  if (!page?.name) note('site-name', name);
  const told = { address: page?.url ?? undefined, zone: page?.time_zone ?? undefined, severities };
  const { home, ...more } = siteSettings(told, decisions, note);
  return { site: { name, ...more }, home };
}

const lineOf = (component: OldComponent): string => asLine(component.name).slice(0, 200);

/** Components that are services, each called by its code. */
function servicesOf(
  components: readonly OldComponent[],
  groups: ReadonlyMap<string, WrittenGroup>,
  note: Note,
): Listed[] {
  const listed: Listed[] = [];
  for (const component of components) {
    if (component.group || !asLine(component.name)) continue;
    const group = groups.get(component.group_id ?? '')?.id;
    const description = asLine(markdownOf(component.description ?? '', false, undefined, note));
    listed.push({
      called: component.id,
      service: {
        id: newId(component.name, listed),
        name: lineOf(component),
        ...(group && { group }),
        ...(description && { description: description.slice(0, 1000) }),
      },
    });
  }
  return listed;
}

/** How an incident is called, and the paths at which it could be read: by its code, by its short link, or by the name of its page. */
function namesOf(old: OldIncident, home: string | undefined) {
  const link = URL.parse(old.shortlink ?? '');
  const isOwn = link && home !== undefined && link.href.startsWith(home);
  const path = isOwn ? `/${link.href.slice(home.length).replace(/[?#].*$/, '')}` : undefined;
  const [, own] = /^\/incidents\/([^/]+)\/?$/.exec(path ?? '') ?? [];
  const day = (old.scheduled_for ?? old.started_at ?? old.created_at ?? '').slice(0, 10);
  const spoken = slug(`${day} ${old.name}`)
    .slice(0, 80)
    .replace(/[._-]+$/, '');
  const name =
    own && own !== old.id && isId(own)
      ? own
      : isId(spoken)
        ? spoken
        : `incident-${old.id.toLowerCase()}`;
  // Our own pages give the code that follows from the name anyway.
  const code = shortId('incident', name) === old.id ? [] : `/incidents/${old.id}/`;
  return { name, addresses: [code, path ?? []].flat() };
}

/** Reads a page from the answers of its public interface. */
export function readPage(
  { answers, noHistory }: Asked,
  decisions: Decisions = {},
): OldPage | string {
  const { losses, note } = notebook(kinds);
  const all = together(answers);
  const found = { ...all, ...visibleIn({ page: all.page, components: all.components }, note) };
  const [first] = answers;
  if (!found.incidents.size && !found.components.length)
    return [
      'There is nothing of a status page in it: no incidents and no components.',
      ...found.useless.map(({ file, why }) => `${file}: ${why ?? 'no answer of Statuspage'}`),
    ].join('\n');
  if (noHistory !== undefined) note('no-history', noHistory);
  const { site, home } = siteOf(found, decisions, note);
  const used = new Set(found.components.map(({ group_id: group }) => group));
  const grouping = found.components.filter((one) => one.group && used.has(one.id) && lineOf(one));
  const groups = groupsOf(grouping.map((one) => [one.id, lineOf(one)]));
  const book = serviceBook(servicesOf(found.components, groups, note), decisions.service);
  const serviceOn =
    (own: Note): ServiceOf =>
    ({ code, name }) =>
      // The interface puts the name of its group before that of a component.
      book.idsOf([book.has(code) ? code : asLine(name).slice(0, 200) || code], own)[0] ?? '';
  const entries = [...found.incidents.values()].map(({ file, facts: told }): OldEntry => {
    const own = notebook(kinds);
    const facts = visibleIn(told, own.note);
    const read = readIncident(facts, home, serviceOn(own.note), own.note);
    return { file: `${file} ${facts.id}`, ...namesOf(facts, home), ...read, losses: own.losses };
  });
  const useless = found.useless.map(({ file, why, losses: own }): OldEntry => ({
    file,
    name: file,
    incident: why,
    losses: own,
  }));
  return {
    file: first?.file ?? '',
    site,
    groups: [...groups.values()],
    services: book.all(),
    entries: [...entries, ...useless],
    moved: [
      ['/history/', '/incidents/'],
      ['/uptime/', '/services/'],
    ],
    losses,
  };
}
