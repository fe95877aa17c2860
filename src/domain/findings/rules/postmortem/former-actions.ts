import {
  type PartialRecord,
  type RuleFinding,
  type RecordRule,
  postmortemFile,
  edits,
} from '../../rule.ts';

const file = 'postmortems/late-webhooks.mdx';
const action = '  - id: pool-floor\n';
const second = `  - id: pool-alert
    was: pool-size
    title: Say when the pool is nearly empty
    type: detect
    owner: delivery-team
    due: 2026-02-01
    breaks: no-bound
    done_when: The alert fires in a test.
`;

export const formerActionTaken: RecordRule = {
  code: 'former-action-taken',
  level: 'error',
  serves: 'promise',
  because:
    'An action takes the issue of the one that it was. Where that still exists, or two say that they were it, nobody can tell whose the issue is.',
  fires: edits(file, {
    'its own id': [action, `${action}    was: pool-floor\n`],
    'the id of an action that is still there': [
      action,
      `${second.replace('pool-size', 'pool-floor')}${action}`,
    ],
    'an id that two name': [action, `${second}${action}    was: pool-size\n`],
  }),
  passes: edits(file, { 'an id that is gone': [action, `${action}    was: pool-size\n`] }),
  *check({ postmortems }: PartialRecord): Generator<RuleFinding> {
    for (const postmortem of postmortems) {
      const ids = postmortem.actions.map(({ id }) => id);
      const former = postmortem.actions.map(({ was }) => was);
      for (const [index, was] of former.entries()) {
        const isThere = was !== undefined && ids.includes(was);
        const first = former.indexOf(was);
        if (was === undefined || (!isThere && first === index)) continue;
        const path = (at: number, key: string) => ['actions', at, key];
        yield {
          place: { file: postmortemFile(postmortem), path: path(index, 'was') },
          restsOn: [
            {
              file: postmortemFile(postmortem),
              path: isThere ? path(ids.indexOf(was), 'id') : path(first, 'was'),
            },
          ],
          what: isThere
            ? `“${was}” is the id of an action that is still there.`
            : `Another action says that it was “${was}” too.`,
          expected: 'the id that this action had before, which no other has or had',
          write: 'Correct it, or remove it if this action is a new one.',
        };
      }
    }
  },
};
