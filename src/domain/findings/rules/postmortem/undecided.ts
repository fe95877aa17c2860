import { ifKnown } from '../../../unknowns.ts';
import { type RecordRule, edits } from '../../rule.ts';
import { inEachPostmortem } from '../../per-record.ts';

/** For so long who does it by when is for the company to decide, and nothing to be found out. Ms. */
const newFor = 365 * 24 * 60 * 60_000;

/** What stands in the example record between a day and what is not known. */
export const asked =
  '\n    breaks: no-bound\n    done_when: A change that sets 20 fails its checks.\nunknowns:\n';

export const promiseUndecided: RecordRule = {
  code: 'promise-undecided',
  level: 'error',
  serves: 'promise',
  because:
    'Who will do it by when is nothing that one can fail to know: it is decided. Only of old material nobody may know any more.',
  fires: edits('postmortems/late-again.mdx', {
    'a new account that does not know by when': `---
title: Why webhooks were late in December
status: published
incidents: [late-again]
published: 2089-12-20T09:00:00Z
summary: Webhooks were an hour late on 12 December.
actions:
  - { id: alarm, title: Notice it sooner, type: detect, owner: delivery-team, due: { unknown: when }, breaks: alarm, done_when: It rings. }
unknowns:
  - { id: when, question: By when?, never: Nobody has the time. }
---
`,
  }),
  passes: edits('postmortems/late-webhooks.mdx', {
    'an old account of which nobody knows any more': [
      `due: 2026-02-01${asked}`,
      `due: { unknown: when }${asked}  - { id: when, question: By when?, never: The minutes are gone. }\n`,
    ],
  }),
  check: inEachPostmortem(function* ({ published, actions }, { now, isPinned }) {
    const age = published ? now - published.epochMilliseconds : -1;
    if (isPinned || age < 0 || age > newFor) return;
    for (const [index, action] of actions.entries())
      for (const key of ['owner', 'due'] as const) {
        if (ifKnown<string | object>(action[key]) !== undefined) continue;
        yield {
          path: ['actions', index, key],
          what:
            key === 'due'
              ? 'This postmortem is new, and does not say by when this will be done.'
              : 'This postmortem is new, and does not say who will do this.',
          expected: key === 'due' ? 'a day' : 'a team or a role that has agreed',
          write: key === 'due' ? 'due: 2026-02-01' : 'owner: …',
        };
      }
  }),
};
