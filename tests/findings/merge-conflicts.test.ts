import { describe, expect, test } from 'vitest';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { briefly, codesIn } from '../support/reading.ts';

const incident = 'incidents/late-webhooks.yaml';
const postmortem = 'postmortems/late-webhooks.mdx';
const drawing = 'postmortems/queue.svg';

/** A file in which the first `kept` stands in two versions. */
const conflicting = (
  file: string,
  kept: string,
  other: string,
  base = '',
): Record<string, string> => ({
  ...exampleRecord,
  [file]: (exampleRecord[file] ?? '').replace(
    kept,
    () => `<<<<<<< HEAD\n${kept}${base}=======\n${other}>>>>>>> other\n`,
  ),
});

describe('a merge that was not finished', () => {
  test.each([
    ['an incident', incident, 'severity: major\n', 'severity: [\n', 3],
    ['the frontmatter of a postmortem', postmortem, 'cause: capacity\n', 'cause: {\n', 10],
    [
      'a story',
      postmortem,
      'The workers drained the queue more slowly than it grew.\n',
      '{1}\n',
      31,
    ],
    ['a drawing', drawing, exampleRecord[drawing] ?? '', '<svg>\n', 1],
    ['the list of services', 'services.yaml', 'services:\n', 'service:\n', 3],
  ])('is one finding, at its beginning: %s', (_, file, kept, other, line) => {
    expect(briefly(conflicting(file, kept, other))).toEqual([`merge-conflict ${file}:${line}:1`]);
  });

  test('may show what both had before', () => {
    expect(
      codesIn(
        conflicting(
          incident,
          'severity: major\n',
          'severity: [\n',
          '||||||| 1a2b3c4\nseverity: {\n',
        ),
      ),
    ).toEqual(['merge-conflict']);
  });

  test('stands as often as it happened', () => {
    const twice = conflicting(incident, 'severity: major\n', 'severity: minor\n')[incident] ?? '';
    const text = twice.replace(
      'workaround: none\n',
      '<<<<<<< HEAD\nworkaround: none\n=======\n>>>>>>> other\n',
    );
    expect(briefly({ ...exampleRecord, [incident]: text })).toEqual([
      `merge-conflict ${incident}:3:1`,
      `merge-conflict ${incident}:20:1`,
    ]);
  });

  test.each(['<<<<<<< HEAD\n', '>>>>>>> other\n', '=======\n'])('leaves %j behind', (marker) => {
    const text = (exampleRecord[incident] ?? '').replace(
      'severity: major\n',
      `severity: major\n${marker}`,
    );
    expect(briefly({ ...exampleRecord, [incident]: text })).toEqual([
      `merge-conflict ${incident}:4:1`,
    ]);
  });
});
