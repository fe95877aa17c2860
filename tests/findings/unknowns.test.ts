import { describe, expect, test } from 'vitest';
import { edited } from '../support/edit.ts';
import { findingsIn } from '../support/reading.ts';

const file = 'postmortems/late-webhooks.mdx';
const counted =
  '{ count: 1240, of: 3100, unit: workspaces, how_counted: workspaces with a delivery later than a minute }';

/** Where a value may be one that nobody knows. */
const places: readonly [string, string, string][] = [
  ['how many', `affected: ${counted}`, 'affected: { unknown: it }'],
  ['by when', '    due: 2026-02-01', '    due: { unknown: it }'],
  ['who', '    owner: delivery-team\n    due', '    owner: { unknown: it }\n    due'],
];

/** What is found if that value is not known, with an entry for it and a correction. */
const found = (replace: string, by: string, entry: string, answers = ''): string[] => {
  const asked = entry && `  - { id: it, question: Is it known?, ${entry} }\n`;
  const corrected =
    answers && `  - { at: 2026-01-24, text: It is known., answers: [${answers}] }\n`;
  const edits = [
    { file, replace, by },
    { file, replace: 'unknowns:\n', by: `unknowns:\n${asked}` },
    { file, replace: 'answers: [only-eu] }\n', by: `answers: [only-eu] }\n${corrected}` },
  ];
  return findingsIn(edited(edits)).map(({ code }) => code);
};

describe.each(places)('not known, %s,', (_, replace, by) => {
  test.each([
    ['while somebody is finding out', 'owner: team, by: 2026-02-01', '', []],
    ['because nobody can', 'never: The minutes are gone.', '', []],
    ['though it was answered', 'owner: team, by: 2026-02-01', 'it', ['still-unknown']],
    ['without an entry for it', '', '', ['unknown-reference']],
  ])('%s', (__, entry, answers, codes) => {
    expect(found(replace, by, entry, answers)).toEqual(codes);
  });
});
