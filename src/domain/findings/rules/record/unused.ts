import { type PartialRecord, type RuleFinding, type RecordRule, edits } from '../../rule.ts';

export const unusedGroup: RecordRule = {
  code: 'unused-group',
  level: 'warning',
  serves: 'true',
  because:
    'A group without services is shown nowhere. Mostly a service has lost its group, or the group its services.',
  fires: edits('services.yaml', {
    'a group that no service is in': [
      '  - { id: delivery, name: Delivery }\n',
      '  - { id: delivery, name: Delivery }\n  - { id: storage, name: Storage }\n',
    ],
  }),
  passes: edits('services.yaml', {
    'a service in no group': ['name: API, group: delivery', 'name: API'],
  }),
  *check({ services }: PartialRecord): Generator<RuleFinding> {
    const file = 'services.yaml';
    const used = new Set(services?.services.map(({ group }) => group));
    const groups = (services?.services ?? []).map((_, index) => ({
      file,
      path: ['services', index, 'group'],
    }));
    for (const [index, { id }] of (services?.groups ?? []).entries()) {
      if (used.has(id)) continue;
      yield {
        place: { file, path: ['groups', index, 'id'] },
        restsOn: [{ file, path: ['services'] }, ...groups],
        what: `No service is in the group “${id}”.`,
        expected: 'a group that some service names',
        write: `group: ${id} in a service, or remove it.`,
      };
    }
  },
};
