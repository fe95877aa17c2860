import type { Path } from '../../finding.ts';
import {
  type PartialRecord,
  type RuleFinding,
  type RecordRule,
  incidentFile,
  postmortemFile,
  edits,
} from '../../rule.ts';

/** A list of things with an id under a key of each; without a key, a list of ids that name things elsewhere. */
interface Listing {
  file: string;
  path: Path;
  key?: string;
  ids: readonly (string | undefined)[];
}

function* listings({
  site,
  services,
  incidents,
  postmortems,
  credits,
}: PartialRecord): Generator<Listing> {
  const file = 'site.yaml';
  yield {
    file,
    path: ['severities'],
    key: 'id',
    ids: site?.severities.map(({ id }) => id) ?? [],
  };
  yield { file, path: ['causes'], key: 'id', ids: site?.causes.map(({ id }) => id) ?? [] };
  yield {
    file: 'services.yaml',
    path: ['services'],
    key: 'id',
    ids: services?.services.map(({ id }) => id) ?? [],
  };
  yield {
    file: 'services.yaml',
    path: ['groups'],
    key: 'id',
    ids: services?.groups.map(({ id }) => id) ?? [],
  };
  for (const [index, { regions }] of (services?.services ?? []).entries())
    yield { file: 'services.yaml', path: ['services', index, 'regions'], ids: regions };
  yield {
    file: 'credits.yaml',
    path: ['plans'],
    key: 'id',
    ids: credits?.plans.map(({ id }) => id) ?? [],
  };
  for (const incident of incidents) {
    for (const [index, { regions }] of incident.impact.entries())
      yield {
        file: incidentFile(incident),
        path: ['impact', index, 'regions'],
        ids: regions ?? [],
      };
  }
  for (const postmortem of postmortems) {
    yield { file: postmortemFile(postmortem), path: ['incidents'], ids: postmortem.incidents };
    for (const list of ['recurrence_of', 'not_a_recurrence'] as const)
      for (const key of ['postmortem', 'incident'] as const)
        yield {
          file: postmortemFile(postmortem),
          path: [list],
          key,
          ids: postmortem[list].map((one) => (one as { [key]?: string })[key]),
        };
    yield {
      file: postmortemFile(postmortem),
      path: ['cause'],
      ids: typeof postmortem.cause === 'object' ? postmortem.cause : [],
    };
    for (const list of ['whys', 'actions', 'unknowns'] as const) {
      yield {
        file: postmortemFile(postmortem),
        path: [list],
        key: 'id',
        ids: postmortem[list].map(({ id }) => id),
      };
    }
  }
}

export const duplicateId: RecordRule = {
  code: 'duplicate-id',
  level: 'error',
  serves: 'true',
  because: 'Two things with one name are one thing to everything that refers to them.',
  fires: [
    ...edits('services.yaml', {
      'two services': ['{ id: api, name: API,', '{ id: webhooks, name: API,'],
    }),
    ...edits('postmortems/late-webhooks.mdx', {
      'an incident that an account names twice': [
        'incidents: [late-webhooks]',
        'incidents: [late-webhooks, late-webhooks]',
      ],
      'two whys': ['{ id: no-bound, why', '{ id: too-few, why'],
    }),
  ],
  passes: edits('postmortems/late-webhooks.mdx', {
    'whys without an id': [
      '{ why: Why did nothing stop it?',
      '{ id: no-stop, why: Why did nothing stop it?',
    ],
  }),
  *check(record: PartialRecord): Generator<RuleFinding> {
    for (const { file, path, key, ids } of listings(record)) {
      const places = new Map<string, number>();
      for (const [index, id] of ids.entries()) {
        if (id === undefined) continue;
        const first = places.get(id);
        if (first === undefined) {
          places.set(id, index);
          continue;
        }
        const isReference = key === undefined || key === 'postmortem' || key === 'incident';
        yield {
          place: { file, path: [...path, index, ...(key ? [key] : [])] },
          restsOn: [{ file, path: [...path, first, ...(key ? [key] : [])] }],
          what: `“${id}” stands here a second time.`,
          expected: isReference ? 'each of them once' : 'an id of its own for each',
          write: isReference ? 'Remove it.' : `${key}: another word, and correct what refers to it`,
        };
      }
    }
  },
};
