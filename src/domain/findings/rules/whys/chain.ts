import { cyclic, lastWhys, longestChain, whyTree } from '../../../whys.ts';
import type { Postmortem } from '../../../postmortem.ts';
import type { Place } from '../../finding.ts';
import { exampleRecord } from '../../example-record.ts';
import { blamed } from '../wording/people.ts';
import { type RecordRule, postmortemFile, edits } from '../../rule.ts';
import { inEachPostmortem } from '../../per-record.ts';

const file = 'postmortems/late-webhooks.mdx';
const shortest = 5;
const [laterWhys = ''] = /^ .*go out.*\n.*\n.*\n.*\n/m.exec(exampleRecord[file] ?? '') ?? [];

/** What gives the chains their shape: where it is not understood, nobody can say how long they are or where they end. */
const shapeOf = (postmortem: Postmortem): Place[] =>
  postmortem.whys.flatMap((_, index) =>
    ['id', 'follows'].map((key) => ({
      file: postmortemFile(postmortem),
      path: ['whys', index, key],
    })),
  );

export const chainTooShort: RecordRule = {
  code: 'chain-too-short',
  level: 'error',
  serves: 'learn',
  because:
    'The first answers say what broke; only the later ones say why it could. Five is where most teams stop finding parts and start finding habits.',
  fires: edits(file, {
    'a chain of four': [
      '  - { why: Why did nothing stop it?, because: The check wants a number and not enough of it. }\n',
      '',
    ],
  }),
  passes: edits(file, {
    'a short chain that says why': [
      laterWhys,
      '  - { id: no-bound, why: Why did that change go out?, because: Our records of that year are lost. }\nends_early: The records are lost.\n',
    ],
  }),
  check: inEachPostmortem(function* (postmortem) {
    const { whys, ends_early } = postmortem;
    const length = longestChain(whyTree(whys));
    if (length >= shortest || ends_early || cyclic(whys).length) return;
    yield {
      path: ['whys'],
      restsOn: [{ file: postmortemFile(postmortem), path: ['ends_early'] }, ...shapeOf(postmortem)],
      what: length ? `The longest chain has only ${length} of five whys.` : 'It does not ask why.',
      expected: 'a chain of five whys or more, or `ends_early` with the reason',
      write: 'Ask of the last answer: why was that possible? Or write `ends_early: …`.',
    };
  }),
};

export const chainCycle: RecordRule = {
  code: 'chain-cycle',
  level: 'error',
  serves: 'true',
  because: 'An answer that explains itself explains nothing.',
  fires: edits(file, {
    'two whys that follow each other': [
      '{ id: too-few, why',
      '{ id: too-few, follows: no-bound, why',
    ],
  }),
  passes: edits(file, {
    'a branch from the first': ['follows: too-few, why', 'follows: first, why'],
  }),
  check: inEachPostmortem(function* (postmortem) {
    const [first] = cyclic(postmortem.whys);
    if (first === undefined) return;
    yield {
      path: ['whys', first],
      restsOn: shapeOf(postmortem),
      what: 'This why leads back to itself.',
      expected: 'chains that begin with what customers noticed and end at what must change',
      write: 'Remove or correct a `follows:` in this chain.',
    };
  }),
};

export const chainEndsAtPerson: RecordRule = {
  code: 'chain-ends-at-person',
  level: 'error',
  serves: 'learn',
  because:
    'People will always make mistakes. A chain that ends at one has stopped before the question that helps: why could a mistake do this?',
  fires: edits(file, {
    'human error': ['because: No team owned the lower bound.', 'because: It was human error.'],
    'somebody forgot': [
      'because: No team owned the lower bound.',
      'because: The on-call engineer forgot to look.',
    ],
    'at the end of a branch': ['because: The alarm waits.', 'because: Somebody had muted it.'],
  }),
  passes: edits(file, {
    'a person on the way': [
      'because: It was reviewed as a rename.',
      'because: The reviewer missed a folded line.',
    ],
    'the system around people': [
      'because: No team owned the lower bound.',
      'because: The runbook lets one engineer change it alone.',
    ],
  }),
  check: inEachPostmortem(function* (postmortem) {
    const restsOn = shapeOf(postmortem);
    for (const { why, index } of lastWhys(whyTree(postmortem.whys))) {
      const words = blamed(why.because);
      if (!words) continue;
      yield {
        path: ['whys', index, 'because'],
        restsOn,
        what: `This chain ends at a person: “${words}”.`,
        expected: 'a last answer about the system: what let a mistake do harm',
        write: 'Ask on: why could one mistake do this, and why did nothing catch it?',
      };
    }
  }),
};

export const whyLeftOpen: RecordRule = {
  code: 'why-left-open',
  level: 'error',
  serves: 'promise',
  because:
    'Every chain ends at something that will be changed, or at a risk that is knowingly accepted. Otherwise it will happen again.',
  fires: edits(file, {
    'neither broken nor accepted': [', accepted_risk: Less would page for deploys.', ''],
    'an action for another why': ['breaks: no-bound', 'breaks: too-few'],
  }),
  passes: edits(file, {
    'an accepted risk': ['Less would page for deploys.', 'It would cost more than it saves.'],
  }),
  check: inEachPostmortem(function* (postmortem) {
    const { whys, actions } = postmortem;
    const promised = [['actions'], ...actions.map((_, index) => ['actions', index, 'breaks'])].map(
      (path) => ({
        file: postmortemFile(postmortem),
        path,
      }),
    );
    const restsOn = [...shapeOf(postmortem), ...promised];
    const broken = new Set(actions.map(({ breaks }) => breaks));
    for (const { why, index } of lastWhys(whyTree(whys))) {
      if (why.accepted_risk || (why.id && broken.has(why.id))) continue;
      yield {
        path: ['whys', index],
        restsOn: [
          { file: postmortemFile(postmortem), path: ['whys', index, 'accepted_risk'] },
          ...restsOn,
        ],
        what: `Nothing is done about the last why, “${why.why}”`,
        expected: 'an action that breaks it, or an accepted risk with its reason',
        write: why.id
          ? `breaks: ${why.id} in an action, or accepted_risk: … here`
          : 'id: … here and breaks: … in an action, or accepted_risk: … here',
      };
    }
  }),
};
