import type { Incident } from '../../../incident.ts';
import type { Postmortem } from '../../../postmortem.ts';
import type { Services } from '../../../service.ts';
import type { Path, Place } from '../../finding.ts';
import { byId } from '../../per-record.ts';
import {
  type PartialRecord,
  type RecordRule,
  type RuleFinding,
  incidentFile,
  postmortemFile,
  templateFile,
  edits,
} from '../../rule.ts';
import { unknownIn } from '../../../unknowns.ts';
import { listOf, suggest } from '../../../../text/suggest.ts';

/** What an id can be the id of. */
interface Target {
  /** What it is called, in words. */
  noun: string;
  /** Where such things are listed. */
  listedIn: string;
  /** `undefined` while the list itself cannot be read. */
  known: ReadonlySet<string> | undefined;
  /** The list and the ids in it, where it is a list of the same file or a part of another. */
  listPlaces?: () => readonly Place[];
}

interface Reference extends Target {
  path: Path;
  id: string | undefined;
}

/** A list, and the id of each of its items. */
const placesOf = (
  file: string,
  list: Path,
  items: readonly unknown[],
  key: readonly string[],
): Place[] =>
  [list, ...items.map((_, index) => [...list, index, ...key])].map((path) => ({ file, path }));

/** A list in a postmortem, for references within it. */
const ownList = (
  postmortem: Postmortem,
  list: 'whys' | 'unknowns' | 'actions',
  noun: string,
): Target => ({
  noun,
  listedIn: 'this file',
  known: new Set(postmortem[list].flatMap(({ id }) => id ?? [])),
  listPlaces: () => placesOf(postmortemFile(postmortem), [list], postmortem[list], ['id']),
});

/** The regions of a service. */
function regionsOf(service: string, services: Services | undefined): Target {
  const all = services?.services ?? [];
  const regions = byId(all).get(service)?.regions;
  return {
    noun: `region of ${service}`,
    listedIn: 'services.yaml',
    known: regions && new Set(regions),
    listPlaces() {
      const place = all.findIndex(({ id }) => id === service);
      return placesOf('services.yaml', ['services', place, 'regions'], regions ?? [], []);
    },
  };
}

/** A reference from each item of a list to `target`. */
const each = (list: Path, ids: readonly (string | undefined)[], target: Target): Reference[] =>
  ids.map((id, index) => ({ path: [...list, index], id, ...target }));

/** The plans and services that credit policies name. */
function* inCredits({ credits, knownIds }: PartialRecord): Generator<Reference> {
  const plan = { noun: 'plan', listedIn: 'the plans of this file', known: knownIds.plans };
  const service = { noun: 'service', listedIn: 'services.yaml', known: knownIds.services };
  for (const [index, { plans, services }] of (credits?.policies ?? []).entries()) {
    const path = ['policies', index];
    if (plans !== 'all') yield* each([...path, 'plans'], plans, plan);
    if (services !== 'all') yield* each([...path, 'services'], services, service);
  }
}

function* inServices({ services, knownIds }: PartialRecord): Generator<Reference> {
  const target = { noun: 'group', listedIn: 'services.yaml', known: knownIds.groups };
  for (const [index, { group }] of (services?.services ?? []).entries())
    yield { path: ['services', index, 'group'], id: group, ...target };
}

function* inIncident(
  incident: Incident,
  { services, knownIds }: PartialRecord,
): Generator<Reference> {
  const severity = { noun: 'severity', listedIn: 'site.yaml', known: knownIds.severities };
  const service = { noun: 'service', listedIn: 'services.yaml', known: knownIds.services };
  if (incident.kind !== 'maintenance')
    yield { path: ['severity'], id: incident.severity, ...severity };
  for (const [index, impact] of incident.impact.entries()) {
    const path = ['impact', index];
    yield { path: [...path, 'service'], id: impact.service, ...service };
    if (impact.regions)
      yield* each([...path, 'regions'], impact.regions, regionsOf(impact.service, services));
  }
}

function* inTemplate(
  template: PartialRecord['templates'][number],
  { knownIds }: PartialRecord,
): Generator<Reference> {
  const severity = { noun: 'severity', listedIn: 'site.yaml', known: knownIds.severities };
  const service = { noun: 'service', listedIn: 'services.yaml', known: knownIds.services };
  if ('severity' in template) yield { path: ['severity'], id: template.severity, ...severity };
  if ('service' in template) yield* each(['service'], template.service ?? [], service);
}

function* inPostmortem(postmortem: Postmortem, { knownIds }: PartialRecord): Generator<Reference> {
  const why = ownList(postmortem, 'whys', 'why');
  const unknown = ownList(postmortem, 'unknowns', 'unknown');
  const cause = { noun: 'cause', listedIn: 'site.yaml', known: knownIds.causes };
  const incident = { noun: 'incident', listedIn: 'incidents/', known: knownIds.incidents };
  const other = { noun: 'postmortem', listedIn: 'postmortems/', known: knownIds.postmortems };
  if (typeof postmortem.cause === 'object') yield* each(['cause'], postmortem.cause, cause);
  else yield { path: ['cause'], id: postmortem.cause, ...cause };
  yield* each(['incidents'], postmortem.incidents, incident);
  for (const [index, { follows }] of postmortem.whys.entries())
    yield { path: ['whys', index, 'follows'], id: follows, ...why };
  for (const [index, promised] of postmortem.actions.entries()) {
    yield { path: ['actions', index, 'breaks'], id: promised.breaks, ...why };
    for (const key of ['owner', 'due'] as const)
      yield { path: ['actions', index, key, 'unknown'], id: unknownIn(promised[key]), ...unknown };
  }
  const told = {
    noun: 'incident of this postmortem',
    listedIn: '`incidents`',
    known: new Set(postmortem.incidents),
  };
  for (const list of ['recurrence_of', 'not_a_recurrence'] as const)
    for (const [index, earlier] of postmortem[list].entries())
      yield 'incident' in earlier
        ? { path: [list, index, 'incident'], id: earlier.incident, ...told }
        : { path: [list, index, 'postmortem'], id: earlier.postmortem, ...other };
  for (const [index, { answers }] of postmortem.corrections.entries())
    yield* each(['corrections', index, 'answers'], answers, unknown);
  yield { path: ['affected', 'unknown'], id: unknownIn(postmortem.affected), ...unknown };
}

/** All references, by the file that they stand in. */
const references = (record: PartialRecord): [file: string, Iterable<Reference>][] => [
  ['credits.yaml', inCredits(record)],
  ['services.yaml', inServices(record)],
  ...record.incidents.map((one): [string, Iterable<Reference>] => [
    incidentFile(one),
    inIncident(one, record),
  ]),
  ...record.templates.map((one): [string, Iterable<Reference>] => [
    templateFile(one),
    inTemplate(one, record),
  ]),
  ...record.postmortems.map((one): [string, Iterable<Reference>] => [
    postmortemFile(one),
    inPostmortem(one, record),
  ]),
];

/** What is wrong with a reference; nothing where the list cannot be read. */
function lost(
  file: string,
  { path, noun, id, listedIn, known, listPlaces }: Reference,
): RuleFinding | undefined {
  if (id === undefined || known === undefined || known.has(id)) return undefined;
  const words = [...known];
  const meant = suggest(id, words);
  const article = /^[aeiou]/.test(noun) ? 'an' : 'a';
  const key = path.findLast((step) => typeof step === 'string') ?? '';
  return {
    place: { file, path },
    restsOn: listPlaces?.(),
    what: `There is no ${noun} “${id}”.${meant ? ` Did you mean “${meant}”?` : ''}`,
    expected: words.length
      ? `${article} ${noun} in ${listedIn}: ${listOf(words)}`
      : `${article} ${noun} in ${listedIn}, which has none`,
    write: meant ? `${key}: ${meant}` : `Correct the id, or add the ${noun} to ${listedIn}.`,
  };
}

function* check(record: PartialRecord): Generator<RuleFinding> {
  for (const [file, found] of references(record))
    for (const reference of found) {
      const finding = lost(file, reference);
      if (finding) yield finding;
    }
}

const incident = 'incidents/late-webhooks.yaml';
const postmortem = 'postmortems/late-webhooks.mdx';

export const unknownReference: RecordRule = {
  code: 'unknown-reference',
  level: 'error',
  serves: 'true',
  because:
    'A name that leads nowhere loses what it was to connect: an outage that counts for no service, a promise that breaks no cause.',
  fires: [
    ...edits(incident, {
      'a service misspelt': ['service: webhooks', 'service: webhoks'],
      'a region that the service does not have': ['regions: [eu]', 'regions: [ap]'],
      'a severity': ['severity: major', 'severity: sev1'],
    }),
    ...edits('services.yaml', {
      'a group': ['name: API, group: delivery', 'name: API, group: deliveries'],
    }),
    ...edits(postmortem, {
      'a cause': ['cause: capacity', 'cause: bad-luck'],
      'an incident': ['incidents: [late-webhooks]', 'incidents: [late-webhook]'],
      'the why that an action breaks': ['breaks: no-bound', 'breaks: no-bounds'],
      'the why that another follows': ['follows: too-few', 'follows: two-few'],
      'an earlier postmortem': [
        'cause: capacity',
        'cause: capacity\nrecurrence_of: [{ postmortem: lost-webhooks, why_again: The fix was undone. }]',
      ],
      'the incident of a timeline': [
        'The workers drained the queue more slowly than it grew.',
        '<Timeline incident="late-webhook" />',
      ],
    }),
    ...edits('credits.yaml', {
      'a plan': ['plans: [team]', 'plans: [teams]'],
      'a service that a policy is about': ['services: [api]', 'services: [apis]'],
    }),
    ...edits(postmortem, { 'an unknown': ['answers: [only-eu]', 'answers: [only-us]'] }),
  ],
  passes: edits(postmortem, {
    'another of the listed causes': ['cause: capacity', 'cause: change'],
  }),
  check,
};
