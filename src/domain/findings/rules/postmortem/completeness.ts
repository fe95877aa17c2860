import { exampleRecord } from '../../example-record.ts';
import { type RecordRule, edits } from '../../rule.ts';
import { inEachPostmortem } from '../../per-record.ts';

const file = 'postmortems/late-webhooks.mdx';
const [actions = ''] = /^actions:\n( .*\n)+/m.exec(exampleRecord[file] ?? '') ?? [];

export const ownershipMissing: RecordRule = {
  code: 'ownership-missing',
  level: 'error',
  serves: 'own',
  because:
    'A postmortem that nobody owns reads as if it had happened by itself. Customers chose you and not your supplier.',
  fires: edits(file, {
    'no ownership': ['ownership: We halved the delivery workers by mistake. We are sorry.\n', ''],
  }),
  passes: edits(file, {
    'owning a supplier’s part': [
      'We halved the delivery workers by mistake.',
      'Our supplier failed, and we had no second one.',
    ],
  }),
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
  fires: edits(file, {
    'no thanks': [
      'thanks: Thank you to the customers whose graphs told us how late deliveries were.\n',
      '',
    ],
  }),
  passes: edits(file, {
    'short thanks': [
      'Thank you to the customers whose graphs told us how late deliveries were.',
      'Thank you for telling us.',
    ],
  }),
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
  fires: edits(file, { 'no action': [actions, ''] }),
  passes: edits(file, { 'an action that detects': ['type: prevent', 'type: detect'] }),
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
  fires: edits(file, { 'published without a date': ['published: 2026-01-20T15:00:00Z\n', ''] }),
  passes: edits(file, {
    'a draft without a date': [
      'status: published\nincidents: [late-webhooks]\npublished: 2026-01-20T15:00:00Z\n',
      'status: draft\nincidents: [late-webhooks]\n',
    ],
  }),
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
