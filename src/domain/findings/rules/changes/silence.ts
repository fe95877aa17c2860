import { isAccounted } from '../../../changes/accounted.ts';
import type { Change } from '../../../changes/change.ts';
import { type Comparison, comparisonsWith, nameOf } from '../../../changes/comparison.ts';
import { type FindingText, findingText } from '../../finding.ts';
import {
  type ChangeRule,
  type EarlierRecord,
  type PartialRecord,
  type RuleFinding,
  laterEdits,
} from '../../rule.ts';

const incident = 'incidents/late-webhooks.yaml';
const account = 'postmortems/late-webhooks.mdx';
const said = `workaround: none
updates:
  - at: 2026-01-17T09:31:00Z
    status: investigating
    text: Webhook deliveries are late. Nothing is lost.`;

const isDueOf = ({ path }: Change): boolean =>
  path[0] === 'actions' && path[2] === 'due' && path.length === 3;

/** What nothing accounts for. */
function* unaccounted(
  record: PartialRecord,
  earlier: EarlierRecord,
): Generator<[Comparison, Comparison['changes'][number]]> {
  for (const comparison of comparisonsWith(record, earlier)) {
    const { changes, isFree, before, after } = comparison;
    for (const change of changes)
      if (!change.isSlip && !isFree(change) && !isAccounted(change, before, after))
        yield [comparison, change];
  }
}

const found = (
  { file, isUrgent }: Comparison,
  { path, at }: Comparison['changes'][number],
  text: FindingText,
): RuleFinding => ({
  place: { file, path },
  ...(at && { at }),
  ...(isUrgent && { level: 'warning' }),
  ...text,
});

const became = ({ place, was, is }: Change, version: string): string =>
  was === undefined
    ? `\`${place}\` was not there at ${version}`
    : is === undefined
      ? `\`${place}\` was there at ${version}, and is gone`
      : `\`${place}\` is not what it was at ${version}`;

export const changedInSilence: ChangeRule = {
  code: 'changed-in-silence',
  level: 'error',
  serves: 'true',
  because:
    'Whoever has read it once, and finds something else there, trusts nothing on the page. What was public changes with a correction that says when, why, and what stood there before. Slips of the pen need none, nor do updates that are added. While an incident goes on, this is a warning.',
  fires: [
    ...laterEdits(incident, {
      'an end that came earlier': ['to: 2026-01-17T10:01:00Z', 'to: 2026-01-17T10:00:00Z'],
      'other words in an update': ['Nothing is lost.', 'A few are lost.'],
    }),
    ...laterEdits(account, {
      'a summary that says something else': [
        'two in five webhook deliveries',
        'one in five webhook deliveries',
      ],
      'a paragraph that says something else': [
        'The workers drained the queue more slowly than it grew.',
        'The queue grew.',
      ],
    }),
  ],
  passes: [
    {
      title: 'a change that a correction tells of',
      before: [{ file: incident, replace: 'title: Webhooks arrived late', by: 'title: Delays' }],
      file: incident,
      replace: 'workaround: none\n',
      by: `workaround: none
corrections:
  - at: 2026-01-23
    text: The title did not say what was late.
    changed: [{ of: title, was: Delays, is: Webhooks arrived late }]
`,
    },
    {
      title: 'a name that slipped out, taken out with a mark',
      before: [
        { file: incident, replace: 'Nothing is lost.', by: 'Nothing of Example Ltd is lost.' },
      ],
      file: incident,
      replace: said,
      by: `redacted: [{ on: 2026-01-18, because: An update named a customer. }]\n${said.replace('Nothing', 'Nothing of [redacted]')}`,
    },
    ...laterEdits(account, {
      'a slip of the pen': ['drained the queue more slowly', 'drained the queue more slowley'],
    }),
  ],
  *check(record, earlier): Generator<RuleFinding> {
    for (const [comparison, change] of unaccounted(record, earlier)) {
      if (isDueOf(change)) continue;
      yield found(
        comparison,
        change,
        findingText(
          `${became(change, earlier.name)}, and no correction tells of it.`,
          'a correction that says when it was changed, why, and what stood there before',
          `\`npm run new -- correction ${nameOf(comparison.file)} --since ${earlier.name}\`. If it should never have been public: [redacted] in its place, and \`redacted: [{ on: DAY, because: … }]\`.`,
        ),
      );
    }
  },
};

export const dueMovedInSilence: ChangeRule = {
  code: 'due-moved-in-silence',
  level: 'error',
  serves: 'promise',
  because:
    'A promise whose day moves without a word was never one. The day that was promised first stays, and the later one stands beside it with the reason.',
  fires: laterEdits(account, {
    'another day in the place of the first': ['due: 2026-02-01\n', 'due: 2026-03-01\n'],
  }),
  passes: laterEdits(account, {
    'a later day that is told of': [
      'due: 2026-02-01\n',
      'due: 2026-02-01\n    moved: [{ to: 2026-03-01, because: The check needs another deployment first., on: 2026-01-30 }]\n',
    ],
  }),
  *check(record, earlier): Generator<RuleFinding> {
    for (const [comparison, change] of unaccounted(record, earlier)) {
      if (!isDueOf(change)) continue;
      yield found(
        comparison,
        change,
        findingText(
          `This was promised for ${change.was ?? 'no day'} at ${earlier.name}.`,
          'the day that was promised first, and the later one in `moved`',
          `due: ${change.was ?? '…'} and moved: [{ to: ${change.is ?? '…'}, because: …, on: DAY }]`,
        ),
      );
    }
  },
};
