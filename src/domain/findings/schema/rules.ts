import type { Rule } from '../rule.ts';

export const unknownKey: Rule = {
  code: 'unknown-key',
  level: 'error',
  serves: 'true',
  because:
    'A key that Ownup does not know is a key that no page shows. Nearly always it is a typing error, and what was meant is missing.',
  fires: [
    {
      title: 'a typing error',
      file: 'incidents/late-webhooks.yaml',
      replace: 'workaround:',
      by: 'workarround:',
    },
    {
      title: 'a key of another kind',
      file: 'incidents/late-webhooks.yaml',
      replace: 'severity: major',
      by: 'severity: major\nannounced: 2026-01-16T09:00:00Z',
    },
    {
      title: 'a typing error in a list',
      file: 'postmortems/late-webhooks.mdx',
      replace: 'done_when:',
      by: 'done_wen:',
    },
  ],
  passes: [
    {
      title: 'a comment',
      file: 'incidents/late-webhooks.yaml',
      replace: 'severity: major',
      by: '# not final\nseverity: major',
    },
  ],
};

export const missingKey: Rule = {
  code: 'missing-key',
  level: 'error',
  serves: 'true',
  because:
    'Some facts are needed before a page can be true. An action without an owner, a due date or a test that it is done is a wish and not a promise.',
  fires: [
    {
      title: 'an incident without a title',
      file: 'incidents/late-webhooks.yaml',
      replace: 'title: Webhooks arrived late\n',
      by: '',
    },
    {
      title: 'an action without an owner',
      file: 'postmortems/late-webhooks.mdx',
      replace: '    owner: delivery-team\n',
      by: '',
    },
    {
      title: 'an action without a due date',
      file: 'postmortems/late-webhooks.mdx',
      replace: '    due: 2026-02-01\n',
      by: '',
    },
    {
      title: 'an action that nobody can tell to be done',
      file: 'postmortems/late-webhooks.mdx',
      replace: '    done_when: A change that sets 20 fails its checks.\n',
      by: '',
    },
    {
      title: 'an empty value',
      file: 'incidents/late-webhooks.yaml',
      replace: 'severity: major',
      by: 'severity:',
    },
    { title: 'a file that says nothing', file: 'services.yaml', by: '# to be written\n' },
  ],
  passes: [
    {
      title: 'an optional key left out',
      file: 'incidents/late-webhooks.yaml',
      replace: 'workaround: none\n',
      by: '',
    },
  ],
};

export const wrongValue: Rule = {
  code: 'wrong-value',
  level: 'error',
  serves: 'true',
  because:
    'A value that has the wrong form would show nothing, or something else than what was meant. A time without its zone is a different time to each reader.',
  fires: [
    {
      title: 'a word that is not one of the choices',
      file: 'incidents/late-webhooks.yaml',
      replace: 'status: partial_outage',
      by: 'status: partial',
    },
    {
      title: 'a time without its zone',
      file: 'incidents/late-webhooks.yaml',
      replace: 'at: 2026-01-17T09:31:00Z',
      by: 'at: 2026-01-17T09:31:00',
    },
    {
      title: 'a day that the calendar does not have',
      file: 'postmortems/late-webhooks.mdx',
      replace: 'due: 2026-02-01',
      by: 'due: 2026-02-30',
    },
    {
      title: 'a share in percent',
      file: 'incidents/late-webhooks.yaml',
      replace: 'share: 0.4',
      by: 'share: 40',
    },
    {
      title: 'more that were affected than there are',
      file: 'postmortems/late-webhooks.mdx',
      replace: 'count: 1240, of: 3100',
      by: 'count: 5240, of: 3100',
    },
    {
      title: 'a language that nobody speaks',
      file: 'site.yaml',
      replace: 'name: Ferry',
      by: 'name: Ferry\nlanguage: xx-YY',
    },
    {
      title: 'a promise for the same moment',
      file: 'site.yaml',
      replace: 'level: major, means',
      by: 'level: major, update_every: PT0S, means',
    },
    { title: 'a list with nothing in it', file: 'services.yaml', by: 'services: []\n' },
    {
      title: 'an address that is none',
      file: 'site.yaml',
      replace: 'name: Ferry',
      by: 'name: Ferry\nredirects: { /über/: / }',
    },
    {
      title: 'a place within a page',
      file: 'site.yaml',
      replace: 'name: Ferry',
      by: 'name: Ferry\nredirects: { /old/: "/incidents/late-webhooks/#updates" }',
    },
    {
      title: 'a currency that there is not',
      file: 'credits.yaml',
      replace: '    claim: automatic',
      by: '    minimum: { gte: { EUR: 5, ZZZ: 5 } }\n    claim: automatic',
    },
    {
      title: 'text where a list belongs',
      file: 'postmortems/late-webhooks.mdx',
      replace: 'incidents: [late-webhooks]',
      by: 'incidents: late-webhooks',
    },
  ],
  passes: [
    {
      title: 'an unknown end',
      file: 'incidents/late-webhooks.yaml',
      replace: 'to: 2026-01-17T10:01:00Z',
      by: 'to: unknown',
    },
    {
      title: 'all that there are',
      file: 'postmortems/late-webhooks.mdx',
      replace: 'count: 1240, of: 3100',
      by: 'count: 3100, of: 3100',
    },
  ],
};

export const schemaRules: readonly Rule[] = [unknownKey, missingKey, wrongValue];
