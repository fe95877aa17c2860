import { type Rule, edits } from '../rule.ts';

export const unknownKey: Rule = {
  code: 'unknown-key',
  level: 'error',
  serves: 'true',
  because:
    'A key that Ownup does not know is a key that no page shows. Nearly always it is a typing error, and what was meant is missing.',
  fires: [
    ...edits('incidents/late-webhooks.yaml', {
      'a typing error': ['workaround:', 'workarround:'],
      'a key of another kind': [
        'severity: major',
        'severity: major\nannounced: 2026-01-16T09:00:00Z',
      ],
    }),
    ...edits('postmortems/late-webhooks.mdx', {
      'a typing error in a list': ['done_when:', 'done_wen:'],
    }),
  ],
  passes: edits('incidents/late-webhooks.yaml', {
    'a comment': ['severity: major', '# not final\nseverity: major'],
  }),
};

export const missingKey: Rule = {
  code: 'missing-key',
  level: 'error',
  serves: 'true',
  because:
    'Some facts are needed before a page can be true. An action without an owner, a due date or a test that it is done is a wish and not a promise.',
  fires: [
    ...edits('incidents/late-webhooks.yaml', {
      'an incident without a title': ['title: Webhooks arrived late\n', ''],
    }),
    ...edits('postmortems/late-webhooks.mdx', {
      'an action without an owner': ['    owner: delivery-team\n', ''],
      'an action without a due date': ['    due: 2026-02-01\n', ''],
      'an action that nobody can tell to be done': [
        '    done_when: A change that sets 20 fails its checks.\n',
        '',
      ],
    }),
    ...edits('incidents/late-webhooks.yaml', {
      'an empty value': ['severity: major', 'severity:'],
    }),
    ...edits('services.yaml', { 'a file that says nothing': '# to be written\n' }),
  ],
  passes: edits('incidents/late-webhooks.yaml', {
    'an optional key left out': ['workaround: none\n', ''],
  }),
};

export const wrongValue: Rule = {
  code: 'wrong-value',
  level: 'error',
  serves: 'true',
  because:
    'A value that has the wrong form would show nothing, or something else than what was meant. A time without its zone is a different time to each reader.',
  fires: [
    ...edits('incidents/late-webhooks.yaml', {
      'a word that is not one of the choices': ['status: partial_outage', 'status: partial'],
      'a time without its zone': ['at: 2026-01-17T09:31:00Z', 'at: 2026-01-17T09:31:00'],
    }),
    ...edits('postmortems/late-webhooks.mdx', {
      'a day that the calendar does not have': ['due: 2026-02-01', 'due: 2026-02-30'],
    }),
    ...edits('incidents/late-webhooks.yaml', { 'a share in percent': ['share: 0.4', 'share: 40'] }),
    ...edits('postmortems/late-webhooks.mdx', {
      'more that were affected than there are': ['count: 1240, of: 3100', 'count: 5240, of: 3100'],
    }),
    ...edits('site.yaml', {
      'a language that nobody speaks': ['name: Ferry', 'name: Ferry\nlanguage: xx-YY'],
      'a promise for the same moment': [
        'level: major, means',
        'level: major, update_every: PT0S, means',
      ],
    }),
    ...edits('services.yaml', { 'a list with nothing in it': 'services: []\n' }),
    ...edits('site.yaml', {
      'an address that is none': ['name: Ferry', 'name: Ferry\nredirects: { /über/: / }'],
      'a place within a page': [
        'name: Ferry',
        'name: Ferry\nredirects: { /old/: "/incidents/late-webhooks/#updates" }',
      ],
    }),
    ...edits('credits.yaml', {
      'a currency that there is not': [
        '    claim: automatic',
        '    minimum: { gte: { EUR: 5, ZZZ: 5 } }\n    claim: automatic',
      ],
    }),
    ...edits('postmortems/late-webhooks.mdx', {
      'text where a list belongs': ['incidents: [late-webhooks]', 'incidents: late-webhooks'],
    }),
  ],
  passes: [
    ...edits('incidents/late-webhooks.yaml', {
      'an unknown end': ['to: 2026-01-17T10:01:00Z', 'to: unknown'],
    }),
    ...edits('postmortems/late-webhooks.mdx', {
      'all that there are': ['count: 1240, of: 3100', 'count: 3100, of: 3100'],
    }),
  ],
};

export const schemaRules: readonly Rule[] = [unknownKey, missingKey, wrongValue];
