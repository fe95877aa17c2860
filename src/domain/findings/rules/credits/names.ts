import { type PartialRecord, type RuleFinding, type RecordRule, edits } from '../../rule.ts';

interface Named {
  id: string;
  name: string;
}

/** What a list of customers may name by its id or its name; services only where there are policies. */
function* listings({
  credits,
  services,
}: PartialRecord): Generator<{ file: string; list: string; items: readonly Named[] }> {
  if (!credits) return;
  yield { file: 'credits.yaml', list: 'plans', items: credits.plans };
  yield { file: 'services.yaml', list: 'services', items: services?.services ?? [] };
}

/** Another one that the name of an item could mean: by its id, or by its name if that stands earlier. */
function otherCalled(items: readonly Named[], item: Named, index: number): number {
  const word = item.name.toLowerCase();
  return items.findIndex(
    ({ id, name }, place) =>
      id !== item.id && (id === word || (place < index && name.toLowerCase() === word)),
  );
}

export const ambiguousName: RecordRule = {
  code: 'ambiguous-name',
  level: 'error',
  serves: 'right',
  because:
    'A list of customers may name a plan and a service by its id or by its name, in small or capital letters. Where that could be two of them, somebody gets the credit of another one.',
  fires: [
    ...edits('credits.yaml', {
      'two plans with one name': [
        '  - { id: team, name: Team }\n',
        '  - { id: team, name: Team }\n  - { id: team-2025, name: TEAM }\n',
      ],
      'a plan with the id of another as its name': [
        '  - { id: team, name: Team }\n',
        '  - { id: team-2025, name: Team }\n  - { id: team, name: Small Team }\n',
      ],
    }),
    ...edits('services.yaml', { 'two services with one name': ['name: Webhooks', 'name: API'] }),
  ],
  passes: edits('credits.yaml', {
    'a plan whose name is its own id': ['{ id: team, name: Team }', '{ id: team, name: team }'],
  }),
  *check(record: PartialRecord): Generator<RuleFinding> {
    for (const { file, list, items } of listings(record)) {
      for (const [index, item] of items.entries()) {
        const other = otherCalled(items, item, index);
        const found = items[other];
        if (!found) continue;
        yield {
          place: { file, path: [list, index, 'name'] },
          restsOn: ['id', 'name'].map((key) => ({ file, path: [list, other, key] })),
          what: `“${item.name}” could also mean “${found.id}”, in a list of customers.`,
          expected: 'names that differ from each other and from the ids of others',
          write: 'name: another one',
        };
      }
    }
  },
};
