import { describe, expect, test } from 'vitest';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { edited } from '../support/edit.ts';
import { codesIn, findingsIn } from '../support/reading.ts';

const incident = 'incidents/late-webhooks.yaml';
const postmortem = 'postmortems/late-webhooks.mdx';
const zone = '{ every: month, zone: UTC }';
const list = (count: number, item: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => item(index)).join('');

describe('what no page could show is refused where it stands', () => {
  test.each<[what: string, file: string, replace: string, by: string]>([
    ['an id of 300 letters', 'services.yaml', 'id: delivery', `id: ${'a'.repeat(300)}`],
    ['an id that is a page', 'services.yaml', 'id: delivery', 'id: index.html'],
    ['an id that is a feed', 'services.yaml', 'id: delivery', 'id: feed.xml'],
    [
      'a date with an offset as a zone',
      'credits.yaml',
      zone,
      '{ every: month, zone: "2020-01-01T00:00Z" }',
    ],
    ['an offset as a zone', 'credits.yaml', zone, '{ every: month, zone: "+01:00" }'],
    [
      'a time of 100 million days',
      'site.yaml',
      'level: major, means',
      'level: major, postmortem_within: P100000000D, means',
    ],
    [
      'a billion days to claim',
      'credits.yaml',
      'claim: automatic',
      'claim: { within: { days: 1000000000 }, after: incident, how: Ask. }',
    ],
    [
      'a year before all status pages',
      incident,
      'from: 2026-01-17T09:14:00Z',
      'from: 0001-01-01T00:00:00Z',
    ],
    ['a year that nobody will see', postmortem, 'due: 2026-02-01', 'due: 9999-12-31'],
    ['a title of 2,000 letters', incident, 'Webhooks arrived late', 'a'.repeat(2000)],
    [
      '3,000 regions',
      'services.yaml',
      '[eu, us]',
      `[eu, us${list(3000, (index) => `, r${index}`)}]`,
    ],
    [
      '3,000 updates',
      incident,
      'updates:\n',
      `updates:\n${list(3000, () => '  - { at: 2026-01-17T09:20:00Z, status: investigating, text: Late. }\n')}`,
    ],
  ])('%s', (_, file, replace, by) => {
    const found = findingsIn(edited({ file, replace, by }));
    expect(new Set(found.map(({ code }) => code))).toContain('wrong-value');
    expect(found.filter((finding) => finding.file !== file)).toEqual([]);
  });

  test.each([
    'services/index.html.yaml',
    'incidents/index.html.yaml',
    `incidents/${'a'.repeat(200)}.yaml`,
  ])('a file called %s', (file) =>
    expect(codesIn({ ...exampleRecord, [file]: exampleRecord[incident] ?? '' })).toEqual([
      'unexpected-file',
    ]),
  );

  test.each([
    ['a timeline with a blank in it', '<Timeline>&nbsp;</Timeline>', 'content-attribute'],
    ['a list within lists', list(120, (index) => `${'  '.repeat(index)}- a\n`), 'content-syntax'],
    ['a text of 200,000 letters', 'word '.repeat(40_000), 'content-syntax'],
    ['too many signs', '&amp;'.repeat(6000), 'content-syntax'],
  ])('%s', (_, text, code) => {
    expect(
      codesIn({ ...exampleRecord, [postmortem]: `${exampleRecord[postmortem]}\n${text}\n` }),
    ).toEqual([code]);
  });
});

test('of many findings of a kind the first hundred of a file are told, and the last of them counts the others', () => {
  const found = findingsIn({
    ...exampleRecord,
    [incident]: `${exampleRecord[incident]}${list(5000, (index) => `key${index}: 1\n`)}`,
  });
  expect(found).toHaveLength(100);
  expect(found.at(-1)?.what).toMatch(/4900/);
});

test.each([
  ['%YAML 1.1\n---\n', 1],
  ['', 16],
])('tags and instructions of YAML are refused: %j', (above, line) => {
  const text = (exampleRecord[incident] ?? '').replace(
    'workaround: none',
    'workaround: !!binary aGk=',
  );
  const found = findingsIn({ ...exampleRecord, [incident]: above + text });
  expect(found.map((finding) => [finding.code, finding.line])).toEqual([['yaml-syntax', line]]);
});
