import { cyclic, lastWhys, longestChain, whyTree } from '../../../whys.ts';
import type { Postmortem } from '../../../postmortem.ts';
import type { Place } from '../../finding.ts';
import { exampleRecord } from '../../example-record.ts';
import { blamed } from '../wording/people.ts';
import { type RecordRule, postmortemFile } from '../../rule.ts';
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
  fires: [
    {
      title: 'a chain of four',
      file,
      replace:
        '  - { why: Why did nothing stop it?, because: The check wants a number and not enough of it. }\n',
      by: '',
    },
  ],
  passes: [
    {
      title: 'a short chain that says why',
      file,
      replace: laterWhys,
      by: '  - { id: no-bound, why: Why did that change go out?, because: Our records of that year are lost. }\nends_early: The records are lost.\n',
    },
  ],
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
  fires: [
    {
      title: 'two whys that follow each other',
      file,
      replace: '{ id: too-few, why',
      by: '{ id: too-few, follows: no-bound, why',
    },
  ],
  passes: [
    {
      title: 'a branch from the first',
      file,
      replace: 'follows: too-few, why',
      by: 'follows: first, why',
    },
  ],
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
  fires: [
    {
      title: 'human error',
      file,
      replace: 'because: No team owned the lower bound.',
      by: 'because: It was human error.',
    },
    {
      title: 'somebody forgot',
      file,
      replace: 'because: No team owned the lower bound.',
      by: 'because: The on-call engineer forgot to look.',
    },
    {
      title: 'at the end of a branch',
      file,
      replace: 'because: The alarm waits.',
      by: 'because: Somebody had muted it.',
    },
  ],
  passes: [
    {
      title: 'a person on the way',
      file,
      replace: 'because: It was reviewed as a rename.',
      by: 'because: The reviewer missed a folded line.',
    },
    {
      title: 'the system around people',
      file,
      replace: 'because: No team owned the lower bound.',
      by: 'because: The runbook lets one engineer change it alone.',
    },
  ],
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
  fires: [
    {
      title: 'neither broken nor accepted',
      file,
      replace: ', accepted_risk: Less would page for deploys.',
      by: '',
    },
    {
      title: 'an action for another why',
      file,
      replace: 'breaks: no-bound',
      by: 'breaks: too-few',
    },
  ],
  passes: [
    {
      title: 'an accepted risk',
      file,
      replace: 'Less would page for deploys.',
      by: 'It would cost more than it saves.',
    },
  ],
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
