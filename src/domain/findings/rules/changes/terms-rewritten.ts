import { termsChanges } from '../../../changes/terms.ts';
import { type ChangeRule, type RuleFinding, laterEdits } from '../../rule.ts';

/** What to write so that what was measured keeps its measure. */
const remedies = {
  severities:
    'Leave it as it was, and write another severity with an id of its own: incidents from today on name that one.',
  policies: 'Leave this version as it was, and write another one: effective: { from: DAY }',
  uptime_weights: 'Say so in a notice: the uptime of all years is another one now.',
} as const;

export const termsRewritten: ChangeRule = {
  code: 'terms-rewritten',
  level: 'error',
  serves: 'promise',
  because:
    'What was promised is measured by what stood there then: by what its severity promised, and by the version of a policy that was in force. Whoever writes these anew makes a miss a hit, and a credit a smaller one, years later and without a word. What uptime counts is a warning.',
  fires: [
    {
      title: 'a severity that promises less than it did',
      before: [
        {
          file: 'site.yaml',
          replace: 'means: Many customers cannot use a service.',
          by: 'means: Many customers cannot use a service., update_every: PT1H',
        },
      ],
      file: 'site.yaml',
      replace: 'means: Many customers cannot use a service.',
      by: 'means: Many customers cannot use a service., update_every: PT9H',
    },
    ...laterEdits('credits.yaml', {
      'less money for what has been': ['percent: 10', 'percent: 5'],
    }),
  ],
  passes: laterEdits('site.yaml', {
    'a severity that promises more than it did': [
      'means: Many customers cannot use a service.',
      'means: Many customers cannot use a service., update_every: PT1H',
    ],
    'a severity of which nothing ever was': ['update_every: PT2H', 'update_every: PT9H'],
  }),
  *check(record, earlier): Generator<RuleFinding> {
    for (const { file, change } of termsChanges(record, earlier)) {
      const [part] = change.path;
      yield {
        place: { file, path: change.path },
        ...(part === 'uptime_weights' && { level: 'warning' }),
        what: `\`${change.place}\` is not what it was at ${earlier.name}, and what has been is measured by it.`,
        expected: 'what has been, measured as it was promised then',
        write: remedies[part as keyof typeof remedies],
      };
    }
  },
};
