import { exampleRecord } from '../../example-record.ts';
import type { RecordRule } from '../../rule.ts';
import { inEachPostmortem } from '../../per-record.ts';

const file = 'postmortems/late-webhooks.mdx';
const [actions = ''] = /^actions:\n( .*\n)+/m.exec(exampleRecord[file] ?? '') ?? [];

export const ownershipMissing: RecordRule = {
  code: 'ownership-missing',
  level: 'error',
  serves: 'own',
  because:
    'A postmortem that nobody owns reads as if it had happened by itself. Customers chose you and not your supplier.',
  fires: [
    {
      title: 'no ownership',
      file,
      replace: 'ownership: We halved the delivery workers by mistake. We are sorry.\n',
      by: '',
    },
  ],
  passes: [
    {
      title: 'owning a supplier’s part',
      file,
      replace: 'We halved the delivery workers by mistake.',
      by: 'Our supplier failed, and we had no second one.',
    },
  ],
  check: inEachPostmortem(function* ({ ownership }) {
    if (ownership) return;
    yield {
      path: ['ownership'],
      what: 'Nobody owns what happened.',
      expected: 'what we did or left undone, in the first person, and that we are sorry',
      write: 'ownership: We … We are sorry.',
    };
  }),
};

export const thanksMissing: RecordRule = {
  code: 'thanks-missing',
  level: 'error',
  serves: 'thank',
  because: 'Somebody lost time to this, and somebody told you of it. They are thanked.',
  fires: [
    {
      title: 'no thanks',
      file,
      replace:
        'thanks: Thank you to the customers whose graphs told us how late deliveries were.\n',
      by: '',
    },
  ],
  passes: [
    {
      title: 'short thanks',
      file,
      replace: 'Thank you to the customers whose graphs told us how late deliveries were.',
      by: 'Thank you for telling us.',
    },
  ],
  check: inEachPostmortem(function* ({ thanks }) {
    if (thanks) return;
    yield {
      path: ['thanks'],
      what: 'Nobody is thanked.',
      expected: 'whom we thank, and for what',
      write: 'thanks: Thank you to …',
    };
  }),
};

export const actionMissing: RecordRule = {
  code: 'action-missing',
  level: 'error',
  serves: 'promise',
  because: 'An apology without a promise is a wish. At least one thing must become different.',
  fires: [{ title: 'no action', file, replace: actions, by: '' }],
  passes: [{ title: 'an action that detects', file, replace: 'type: prevent', by: 'type: detect' }],
  check: inEachPostmortem(function* ({ actions }) {
    if (actions.length) return;
    yield {
      path: ['actions'],
      what: 'Nothing is promised.',
      expected: 'at least one action with an owner, a due date and a way to tell that it is done',
      write:
        'actions: [{ id: …, title: …, type: prevent, owner: …, due: 2026-02-01, breaks: …, done_when: … }]',
    };
  }),
};

export const publicationMissing: RecordRule = {
  code: 'publication-missing',
  level: 'error',
  serves: 'fast',
  because:
    'Readers and feeds need to know when it was published, and how long they had to wait for it.',
  fires: [
    {
      title: 'published without a date',
      file,
      replace: 'published: 2026-01-20T15:00:00Z\n',
      by: '',
    },
  ],
  passes: [
    {
      title: 'a draft without a date',
      file,
      replace: 'status: published\nincidents: [late-webhooks]\npublished: 2026-01-20T15:00:00Z\n',
      by: 'status: draft\nincidents: [late-webhooks]\n',
    },
  ],
  check: inEachPostmortem(function* ({ status, published }) {
    if (status === 'draft' || published) return;
    yield {
      path: ['published'],
      what: 'It is published, but not said since when.',
      expected: 'the time of publication with its zone',
      write: 'published: 2026-01-20T15:00:00Z',
    };
  }),
};
