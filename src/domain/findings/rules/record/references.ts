import { byId } from '../../per-record.ts';
import type { Path, Place } from '../../finding.ts';
import {
  type PartialRecord,
  type RuleFinding,
  type RecordRule,
  incidentFile,
  postmortemFile,
} from '../../rule.ts';
import { listOf, suggest } from '../../../../text/suggest.ts';

interface Reference {
  file: string;
  path: Path;
  /** What it should name, in words. */
  noun: string;
  id: string | undefined;
  /** Where such things are listed. */
  listedIn: string;
  /** `undefined` while the list itself cannot be read. */
  known: ReadonlySet<string> | undefined;
  /** The list and the ids in it, where it is a list of the same file or a part of another. */
  listPlaces?: () => readonly Place[];
}

const ids = (items: readonly { id?: string | undefined }[]): ReadonlySet<string> =>
  new Set(items.flatMap(({ id }) => id ?? []));

/** A list, and the id of each of its items. */
const placesOf = (
  file: string,
  list: Path,
  items: readonly unknown[],
  key: readonly string[],
): Place[] =>
  [list, ...items.map((_, index) => [...list, index, ...key])].map((path) => ({ file, path }));

/** The plans and services that credit policies name. */
function* creditReferences({
  credits,
  knownIds,
}: Pick<PartialRecord, 'credits' | 'knownIds'>): Generator<Reference> {
  const file = 'credits.yaml';
  for (const [index, { plans, services }] of (credits?.policies ?? []).entries()) {
    const path = ['policies', index];
    for (const [at, id] of plans === 'all' ? [] : plans.entries())
      yield {
        file,
        path: [...path, 'plans', at],
        noun: 'plan',
        id,
        listedIn: 'the plans of this file',
        known: knownIds.plans,
      };
    for (const [at, id] of services === 'all' ? [] : services.entries())
      yield {
        file,
        path: [...path, 'services', at],
        noun: 'service',
        id,
        listedIn: 'services.yaml',
        known: knownIds.services,
      };
  }
}

function* references({
  services,
  incidents,
  postmortems,
  credits,
  knownIds,
}: PartialRecord): Generator<Reference> {
  yield* creditReferences({ credits, knownIds });
  for (const [index, { group }] of (services?.services ?? []).entries()) {
    yield {
      file: 'services.yaml',
      path: ['services', index, 'group'],
      noun: 'group',
      id: group,
      listedIn: 'services.yaml',
      known: knownIds.groups,
    };
  }
  for (const incident of incidents) {
    const file = incidentFile(incident);
    if (incident.kind !== 'maintenance') {
      yield {
        file,
        path: ['severity'],
        noun: 'severity',
        id: incident.severity,
        listedIn: 'site.yaml',
        known: knownIds.severities,
      };
    }
    for (const [index, { service, regions = [] }] of incident.impact.entries()) {
      yield {
        file,
        path: ['impact', index, 'service'],
        noun: 'service',
        id: service,
        listedIn: 'services.yaml',
        known: knownIds.services,
      };
      const known = services && byId(services.services).get(service)?.regions;
      const listPlaces = (): Place[] => {
        const place = services?.services.findIndex(({ id }) => id === service) ?? -1;
        return placesOf('services.yaml', ['services', place, 'regions'], known ?? [], []);
      };
      for (const [at, id] of regions.entries()) {
        yield {
          file,
          path: ['impact', index, 'regions', at],
          noun: `region of ${service}`,
          id,
          listedIn: 'services.yaml',
          known: known && new Set(known),
          listPlaces,
        };
      }
    }
  }
  for (const postmortem of postmortems) {
    const file = postmortemFile(postmortem);
    const whys = {
      known: ids(postmortem.whys),
      listPlaces: () => placesOf(file, ['whys'], postmortem.whys, ['id']),
    };
    const unknowns = {
      known: ids(postmortem.unknowns),
      listPlaces: () => placesOf(file, ['unknowns'], postmortem.unknowns, ['id']),
    };
    yield {
      file,
      path: ['cause'],
      noun: 'cause',
      id: postmortem.cause,
      listedIn: 'site.yaml',
      known: knownIds.causes,
    };
    for (const [index, id] of postmortem.incidents.entries()) {
      yield {
        file,
        path: ['incidents', index],
        noun: 'incident',
        id,
        listedIn: 'incidents/',
        known: knownIds.incidents,
      };
    }
    for (const [index, { follows }] of postmortem.whys.entries()) {
      yield {
        file,
        path: ['whys', index, 'follows'],
        noun: 'why',
        id: follows,
        listedIn: 'this file',
        ...whys,
      };
    }
    for (const [index, { breaks }] of postmortem.actions.entries()) {
      yield {
        file,
        path: ['actions', index, 'breaks'],
        noun: 'why',
        id: breaks,
        listedIn: 'this file',
        ...whys,
      };
    }
    for (const [index, earlier] of postmortem.recurrence_of.entries()) {
      yield {
        file,
        path: ['recurrence_of', index, 'postmortem'],
        noun: 'postmortem',
        id: earlier.postmortem,
        listedIn: 'postmortems/',
        known: knownIds.postmortems,
      };
    }
    for (const [index, { answers }] of postmortem.corrections.entries()) {
      for (const [at, id] of answers.entries()) {
        yield {
          file,
          path: ['corrections', index, 'answers', at],
          noun: 'unknown',
          id,
          listedIn: 'this file',
          ...unknowns,
        };
      }
    }
    if (typeof postmortem.affected === 'object' && 'unknown' in postmortem.affected) {
      yield {
        file,
        path: ['affected', 'unknown'],
        noun: 'unknown',
        id: postmortem.affected.unknown,
        listedIn: 'this file',
        ...unknowns,
      };
    }
  }
}

function* check(record: PartialRecord): Generator<RuleFinding> {
  for (const { file, path, noun, id, listedIn, known, listPlaces } of references(record)) {
    if (id === undefined || known === undefined || known.has(id)) continue;
    const words = [...known];
    const meant = suggest(id, words);
    const article = /^[aeiou]/.test(noun) ? 'an' : 'a';
    const key = path.findLast((step) => typeof step === 'string') ?? '';
    yield {
      place: { file, path },
      restsOn: listPlaces?.(),
      what: `There is no ${noun} “${id}”.${meant ? ` Did you mean “${meant}”?` : ''}`,
      expected: words.length
        ? `${article} ${noun} in ${listedIn}: ${listOf(words)}`
        : `${article} ${noun} in ${listedIn}, which has none`,
      write: meant ? `${key}: ${meant}` : `Correct the id, or add the ${noun} to ${listedIn}.`,
    };
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
    {
      title: 'a service misspelt',
      file: incident,
      replace: 'service: webhooks',
      by: 'service: webhoks',
    },
    {
      title: 'a region that the service does not have',
      file: incident,
      replace: 'regions: [eu]',
      by: 'regions: [ap]',
    },
    { title: 'a severity', file: incident, replace: 'severity: major', by: 'severity: sev1' },
    {
      title: 'a group',
      file: 'services.yaml',
      replace: 'name: API, group: delivery',
      by: 'name: API, group: deliveries',
    },
    { title: 'a cause', file: postmortem, replace: 'cause: capacity', by: 'cause: bad-luck' },
    {
      title: 'an incident',
      file: postmortem,
      replace: 'incidents: [late-webhooks]',
      by: 'incidents: [late-webhook]',
    },
    {
      title: 'the why that an action breaks',
      file: postmortem,
      replace: 'breaks: no-bound',
      by: 'breaks: no-bounds',
    },
    {
      title: 'the why that another follows',
      file: postmortem,
      replace: 'follows: too-few',
      by: 'follows: two-few',
    },
    {
      title: 'an earlier postmortem',
      file: postmortem,
      replace: 'cause: capacity',
      by: 'cause: capacity\nrecurrence_of: [{ postmortem: lost-webhooks, why_again: The fix was undone. }]',
    },
    {
      title: 'the incident of a timeline',
      file: postmortem,
      replace: 'The workers drained the queue more slowly than it grew.',
      by: '<Timeline incident="late-webhook" />',
    },
    { title: 'a plan', file: 'credits.yaml', replace: 'plans: [team]', by: 'plans: [teams]' },
    {
      title: 'a service that a policy is about',
      file: 'credits.yaml',
      replace: 'services: [api]',
      by: 'services: [apis]',
    },
    {
      title: 'an unknown',
      file: postmortem,
      replace: 'answers: [only-eu]',
      by: 'answers: [only-us]',
    },
  ],
  passes: [
    {
      title: 'another of the listed causes',
      file: postmortem,
      replace: 'cause: capacity',
      by: 'cause: change',
    },
  ],
  check,
};
