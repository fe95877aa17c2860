import type { PartialRecord, RuleFinding, RecordRule } from '../../rule.ts';

export const unusedGroup: RecordRule = {
  code: 'unused-group',
  level: 'warning',
  serves: 'true',
  because:
    'A group without services is shown nowhere. Mostly a service has lost its group, or the group its services.',
  fires: [
    {
      title: 'a group that no service is in',
      file: 'services.yaml',
      replace: '  - { id: delivery, name: Delivery }\n',
      by: '  - { id: delivery, name: Delivery }\n  - { id: storage, name: Storage }\n',
    },
  ],
  passes: [
    {
      title: 'a service in no group',
      file: 'services.yaml',
      replace: 'name: API, group: delivery',
      by: 'name: API',
    },
  ],
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
