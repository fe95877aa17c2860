import { causesOf } from '../../../postmortem.ts';
import { type RecordRule, edits } from '../../rule.ts';
import { inEachPostmortem } from '../../per-record.ts';

const site = 'site.yaml';
const cause = '{ id: capacity, name: Capacity, means: There was less of something than was needed.';

export const ourPartMissing: RecordRule = {
  code: 'our-part-missing',
  level: 'error',
  serves: 'own',
  because:
    'Customers chose you and not your supplier. That it failed is half of the cause; the other half is why its failure became theirs.',
  fires: [
    {
      title: 'a cause at a supplier, and nothing of our own',
      file: 'postmortems/late-webhooks.mdx',
      replace: 'cause: capacity',
      by: 'cause: supplier',
      beside: {
        [site]:
          'name: Ferry\nurl: https://status.ferry.example/\nformat: 1\nseverities: [{ id: major, name: Major, level: major, means: Many are cut off. }]\ncauses: [{ id: supplier, name: Supplier, means: Something we buy failed., at: supplier }]\n',
      },
    },
  ],
  passes: edits(site, {
    'a cause at a supplier of which no postmortem tells': [
      cause,
      `{ id: supplier, name: Supplier, means: Something we buy failed., at: supplier }\n  - ${cause}`,
    ],
  }),
  check: inEachPostmortem(function* (postmortem, record) {
    const causes = record.site?.causes ?? [];
    const found = causesOf(postmortem).find((id) =>
      causes.some((one) => one.id === id && one.at === 'supplier'),
    );
    if (found === undefined || postmortem.our_part) return;
    yield {
      path: ['our_part'],
      restsOn: [{ file: site, path: ['causes'] }],
      what: `The cause “${found}” lies at a supplier, and nothing says what our part was.`,
      expected:
        'what we did or left undone, so that the failure of a supplier became that of customers',
      write: 'our_part: We …',
    };
  }),
};
