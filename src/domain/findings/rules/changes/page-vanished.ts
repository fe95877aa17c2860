import { vanishedSince } from '../../../changes/comparison.ts';
import {
  type ChangeRule,
  type EarlierRecord,
  type PartialRecord,
  type RuleFinding,
  postmortemFile,
  laterEdits,
} from '../../rule.ts';

const file = 'site.yaml';
const url = 'url: https://status.ferry.example/';
const was = 'incidents/webhooks.yaml';
const text = `kind: notice
title: Webhooks are late
updates:
  - { at: 2026-01-17T09:31:00Z, status: information, text: Webhooks are late. }
`;
const before = [{ file: was, by: text }];
const account = 'postmortems/late-webhooks.mdx';

export const pageVanished: ChangeRule = {
  code: 'page-vanished',
  level: 'error',
  serves: 'true',
  because:
    'Who hides what went wrong is not believed again. What was public stays, under its address or with a redirect from it that says why.',
  fires: [
    {
      title: 'an incident that is gone, with a redirect and without a reason',
      before,
      file,
      replace: url,
      by: `${url}\nredirects: { /incidents/webhooks/: /incidents/late-webhooks/ }`,
    },
    {
      title: 'an incident that is gone',
      before,
      file,
      replace: 'name: Ferry',
      by: 'name: Ferry boats',
    },
    ...laterEdits(account, {
      'a postmortem that is a draft again': ['status: published', 'status: draft'],
      'a postmortem that is to be published again later': [
        'published: 2026-01-20',
        'published: 2962-01-20',
      ],
    }),
  ],
  passes: [
    {
      title: 'an incident that is told of elsewhere, with a redirect and the reason',
      before,
      file,
      replace: url,
      by: `${url}\nredirects:\n  /incidents/webhooks/: { to: /incidents/late-webhooks/, because: Both told of the same outage. }`,
    },
  ],
  *check(record: PartialRecord, earlier: EarlierRecord): Generator<RuleFinding> {
    for (const { id, address, redirect } of vanishedSince(record, earlier)) {
      if (redirect?.because !== undefined) continue;
      yield {
        place: redirect
          ? { file, path: ['redirects', redirect.from] }
          : { file, path: ['redirects'], of: 'key' },
        restsOn: [
          { file, path: ['redirects'] },
          ...['status', 'published'].map((key) => ({ file: postmortemFile({ id }), path: [key] })),
        ],
        what: redirect
          ? `${address} was public at ${earlier.name}, and leads elsewhere without a reason.`
          : `${address} was public at ${earlier.name}, and there is no such page any more.`,
        expected: 'the page, or a redirect from it that says why',
        write: `redirects: { ${address}: { to: /incidents/ID/, because: … } }`,
      };
    }
  },
};
