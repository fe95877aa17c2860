import { describe, expect, test } from 'vitest';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { edited } from '../support/edit.ts';
import { marked } from '../support/marked.ts';
import { briefly, findingsIn } from '../support/reading.ts';

const incident = 'incidents/late-webhooks.yaml';
const upgrade = 'incidents/database-upgrade.yaml';
const postmortem = 'postmortems/late-webhooks.mdx';
const story = 'The workers drained the queue more slowly than it grew.';

describe('a finding points at', () => {
  test.each([
    ['the key that is not known', 'unknown-key', incident, 'workaround:', '▸workarround:'],
    ['an unknown key in a list', 'unknown-key', incident, '    share: 0.4', '    ▸shares: 0.4'],
    [
      'an unknown key in braces',
      'unknown-key',
      incident,
      'by: monitor }',
      'by: monitor, ▸who: me }',
    ],
    [
      'an unknown key in a list of braces',
      'unknown-key',
      postmortem,
      'evidence: [Queue age]',
      '▸proof: [Queue age]',
    ],
    [
      'an unknown key of a postmortem',
      'unknown-key',
      postmortem,
      'cause: capacity',
      '▸layout: ./x.js',
    ],
    ['an unknown key in quotes', 'unknown-key', incident, 'workaround:', '▸"work around":'],
    [
      'an unknown key behind a comment',
      'unknown-key',
      incident,
      'workaround: none',
      '# not final\n▸work: none',
    ],
    [
      'an unknown key whose value is a block',
      'unknown-key',
      incident,
      'workaround: none',
      '▸work: |\n  none\n  at all',
    ],
    [
      'a value that is not one of the choices',
      'wrong-value',
      incident,
      'status: partial_outage',
      'status: ▸partial',
    ],
    ['a value in quotes', 'wrong-value', incident, 'status: partial_outage', 'status: ▸"partial"'],
    [
      'a value on its own line',
      'wrong-value',
      incident,
      'status: partial_outage',
      'status:\n      ▸partial',
    ],
    ['a value in braces', 'wrong-value', incident, 'by: monitor', 'by: ▸robot'],
    [
      'a value behind letters of several bytes',
      'wrong-value',
      incident,
      'by: monitor',
      '"b\\x79": ▸"🤖"',
    ],
    ['a time in a list', 'wrong-value', incident, 'at: 2026-01-17T10:01:00Z', 'at: ▸2026-01-17'],
    [
      'an item of a list in brackets',
      'wrong-value',
      incident,
      'regions: [eu]',
      'regions: [eu, ▸EU]',
    ],
    [
      'an item of a list',
      'wrong-value',
      incident,
      'regions: [eu]',
      'regions:\n      - eu\n      - ▸EU',
    ],
    [
      'a list where there should be text',
      'wrong-value',
      incident,
      'title: Webhooks arrived late',
      'title: ▸[late]',
    ],
    [
      'text where there should be a list',
      'wrong-value',
      postmortem,
      'incidents: [late-webhooks]',
      'incidents: ▸late-webhooks',
    ],
    [
      'text where there should be keys',
      'wrong-value',
      incident,
      'detected: { at: 2026-01-17T09:25:00Z, by: monitor }',
      'detected: ▸early',
    ],
    [
      'a block of text',
      'wrong-value',
      incident,
      'title: Webhooks arrived late',
      'title: ▸|\n  two\n  lines',
    ],
    ['a value of a postmortem', 'wrong-value', postmortem, 'due: 2026-02-01', 'due: ▸2026-02-30'],
    [
      'a value inside one of several forms',
      'wrong-value',
      postmortem,
      'count: 1240',
      'count: ▸many',
    ],
    [
      'an address that is none',
      'wrong-value',
      'site.yaml',
      'name: Ferry',
      'name: Ferry\nredirects:\n  ▸/über/: /',
    ],
    ['the kind that does not exist', 'wrong-value', incident, 'kind: incident', 'kind: ▸incidnet'],
    ['the key whose value is left empty', 'missing-key', incident, 'severity: major', '▸severity:'],
    [
      'the key whose value is left empty in braces',
      'missing-key',
      incident,
      'by: monitor',
      '▸by: ',
    ],
    [
      'the item in which a key is missing',
      'missing-key',
      incident,
      '  - service: api\n    status: degraded_performance',
      '  - ▸service: api',
    ],
    [
      'the braces in which a key is missing',
      'missing-key',
      postmortem,
      '{ id: only-eu, question: Why only there?, ',
      '▸{ id: only-eu, ',
    ],
    [
      'the braces of a key in which one is missing',
      'missing-key',
      incident,
      '{ at: 2026-01-17T09:25:00Z, by: monitor }',
      '▸{ at: 2026-01-17T09:25:00Z }',
    ],
    [
      'the service that does not exist',
      'unknown-reference',
      incident,
      'service: webhooks',
      'service: ▸web',
    ],
    [
      'the region that does not exist',
      'unknown-reference',
      incident,
      'regions: [eu]',
      'regions: [eu, ▸ap]',
    ],
    [
      'the why that does not exist',
      'unknown-reference',
      postmortem,
      'follows: too-few',
      'follows: ▸nothing-like-it',
    ],
    [
      'the id that stands a second time',
      'duplicate-id',
      postmortem,
      '{ id: no-bound, why',
      '{ id: ▸first, why',
    ],
    [
      'the end that is before the beginning',
      'time-order',
      incident,
      'to: 2026-01-17T10:01:00Z',
      'to: ▸2026-01-17T09:01:00Z',
    ],
    [
      'the end of a planned window',
      'time-order',
      upgrade,
      'to: 2026-02-03T03:00:00Z }',
      'to: ▸2026-02-03T01:00:00Z }',
    ],
    [
      'the last answer',
      'chain-ends-at-person',
      postmortem,
      'because: No team owned the lower bound.',
      'because: ▸It was human error.',
    ],
    [
      'the why that is left open',
      'why-left-open',
      postmortem,
      '  - { id: slow-alarm, follows: too-few, why: Why did it take so long to notice?, because: The alarm waits., accepted_risk: Less would page for deploys. }',
      '  - ▸{ id: slow-alarm, follows: too-few, why: Why did it take so long to notice?, because: The alarm waits. }',
    ],
    [
      'the field in which something is refused',
      'content-link',
      incident,
      'text: Webhook deliveries are late. Nothing is lost.',
      'text: ▸Late. [More](javascript:x).',
    ],
    [
      'the block in which something is refused',
      'content-link',
      incident,
      'text: Webhook deliveries are late. Nothing is lost.',
      'text: ▸|\n      Late.\n\n      [More](javascript:x).',
    ],
    [
      'the key that stands a second time',
      'yaml-syntax',
      incident,
      'workaround: none',
      'workaround: none\n▸title: Again',
    ],
    [
      'the colon that begins a value in text',
      'yaml-syntax',
      incident,
      'title: Webhooks arrived late',
      'title: ▸Late: webhooks',
    ],
    ['the hidden character', 'unreadable-file', incident, 'arrived late', 'arrived ▸\u202Elate'],
    ['code in a story', 'content-code', postmortem, story, 'It took ▸{2 + 2} minutes.'],
    [
      'code on a later line of a story',
      'content-code',
      postmortem,
      story,
      `${story}\n\n- One\n- Two ▸{x}\n\nThree`,
    ],
    [
      'code behind letters of several bytes',
      'content-code',
      postmortem,
      story,
      'Ünïcödé – 遅延 🤖 ▸{x}',
    ],
    [
      'the element that a story may not have',
      'content-element',
      postmortem,
      story,
      '> Quoted ▸<script>x</script>',
    ],
    [
      'the element with a wrong attribute',
      'content-attribute',
      postmortem,
      story,
      'Press ▸<kbd onclick="x">Ctrl</kbd>.',
    ],
    [
      'the link that leads nowhere',
      'content-link',
      postmortem,
      story,
      'See ▸[more](/postmortems/lost/).',
    ],
    [
      'the definition of a link',
      'content-link',
      postmortem,
      story,
      '[more][m]\n\n▸[m]: javascript:x',
    ],
    [
      'the picture that is not there',
      'content-picture',
      postmortem,
      story,
      `${story} ▸![Queue](./missing.png)`,
    ],
    ['the brace that is never closed', 'content-syntax', postmortem, story, 'Text\n\nIt said ▸{.'],
    [
      'the second frontmatter',
      'content-syntax',
      postmortem,
      story,
      '\n▸---\nlayout: ./x.js\n---\n',
    ],
  ])('%s', (_, code, file, replace, by) => {
    const { files, place } = marked({ file, replace, by });
    expect(briefly(files)).toContain(`${code} ${place}`);
    expect(briefly(files).filter((found) => found.startsWith(`${code} `))).toHaveLength(1);
  });

  test.each([
    [
      'a file of YAML',
      incident,
      'title: Webhooks arrived late\n',
      'missing-key incidents/late-webhooks.yaml:1:1',
    ],
    [
      'a postmortem',
      postmortem,
      'title: Why webhooks arrived late\n',
      'missing-key postmortems/late-webhooks.mdx:2:1',
    ],
    [
      'an action',
      postmortem,
      '    owner: delivery-team\n',
      'missing-key postmortems/late-webhooks.mdx:19:5',
    ],
    [
      'a postmortem that thanks nobody',
      postmortem,
      'thanks: Thank you to the customers whose graphs told us how late deliveries were.\n',
      'thanks-missing postmortems/late-webhooks.mdx:2:1',
    ],
  ])('the beginning of %s in which something is missing', (_, file, replace, expected) => {
    expect(briefly(edited({ file, replace, by: '' }))).toEqual([expected]);
  });

  test('the first line of a file that is missing, empty or without frontmatter', () => {
    const { 'site.yaml': _, ...files } = exampleRecord;
    expect(briefly({ ...files, [incident]: '', [postmortem]: 'Just a story.' })).toEqual(
      expect.arrayContaining([
        `unreadable-file ${incident}:1:1`,
        `frontmatter-missing ${postmortem}:1:1`,
        'missing-file site.yaml:1:1',
      ]),
    );
  });
});

test('with the line ends of Windows, every place is the same', () => {
  const wrong = edited([
    { file: incident, replace: 'status: partial_outage', by: 'status: partial' },
    { file: incident, replace: 'service: api', by: 'service: apii' },
    { file: postmortem, replace: 'type: prevent', by: 'type: x' },
    { file: postmortem, replace: story, by: 'Text\n\nIt took {2} minutes.' },
  ]);
  const windows = Object.fromEntries(
    Object.entries(wrong).map(([file, text]) => [file, text.replaceAll('\n', '\r\n')]),
  );
  expect(briefly(wrong)).toHaveLength(4);
  expect(findingsIn(windows)).toEqual(findingsIn(wrong));
});

test('findings come in the order in which one reads, file by file', () => {
  const found = findingsIn(
    edited([
      { file: 'site.yaml', replace: 'level: minor', by: 'level: small' },
      { file: postmortem, replace: 'type: prevent', by: 'type: x' },
      { file: postmortem, replace: 'cause: capacity', by: 'cause: none' },
      { file: incident, replace: 'by: monitor', by: 'by: x' },
      { file: incident, replace: 'workaround:', by: 'work:' },
    ]),
  );
  expect(found.map(({ file, line }) => `${file}:${line}`)).toEqual([
    'incidents/late-webhooks.yaml:4',
    'incidents/late-webhooks.yaml:16',
    'postmortems/late-webhooks.mdx:10',
    'postmortems/late-webhooks.mdx:21',
    'site.yaml:5',
  ]);
});
