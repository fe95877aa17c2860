import type { Path } from './finding.ts';
import { type Draft, type Problem, type RecordRule, postmortemFile } from './rule.ts';

interface Listing {
  file: string;
  path: Path;
  key: string;
  ids: readonly (string | undefined)[];
}

function* listings({ site, services, postmortems, credits }: Draft): Generator<Listing> {
  const file = 'site.yaml';
  yield { file, path: ['severities'], key: 'name', ids: site?.severities.map(({ name }) => name) ?? [] };
  yield { file, path: ['causes'], key: 'name', ids: site?.causes.map(({ name }) => name) ?? [] };
  yield { file: 'services.yaml', path: ['services'], key: 'id', ids: services?.services.map(({ id }) => id) ?? [] };
  yield { file: 'services.yaml', path: ['groups'], key: 'id', ids: services?.groups.map(({ id }) => id) ?? [] };
  yield { file: 'credits.yaml', path: ['plans'], key: 'id', ids: credits?.plans.map(({ id }) => id) ?? [] };
  for (const account of postmortems) {
    for (const list of ['whys', 'actions', 'unknowns'] as const) {
      yield { file: postmortemFile(account), path: [list], key: 'id', ids: account[list].map(({ id }) => id) };
    }
  }
}

export const duplicateId: RecordRule = {
  code: 'duplicate-id',
  level: 'error',
  serves: 'true',
  because: 'Two things with one name are one thing to everything that refers to them.',
  fires: [
    { title: 'two services', file: 'services.yaml', replace: '{ id: api, name: API,', by: '{ id: webhooks, name: API,' },
    { title: 'two whys', file: 'postmortems/late-webhooks.mdx', replace: '{ id: no-bound, why', by: '{ id: too-few, why' },
  ],
  passes: [
    {
      title: 'whys without an id',
      file: 'postmortems/late-webhooks.mdx',
      replace: '{ why: Why did nothing stop it?',
      by: '{ id: no-stop, why: Why did nothing stop it?',
    },
  ],
  *check(draft: Draft): Generator<Problem> {
    for (const { file, path, key, ids } of listings(draft)) {
      for (const [index, id] of ids.entries()) {
        const first = ids.indexOf(id);
        if (id === undefined || first === index) continue;
        yield {
          place: { file, path: [...path, index, key] },
          restsOn: [{ file, path: [...path, first, key] }],
          what: `“${id}” stands here a second time.`,
          expected: 'an id of its own for each',
          write: `${key}: another word, and correct what refers to it`,
        };
      }
    }
  },
};
