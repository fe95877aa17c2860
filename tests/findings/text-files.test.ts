import { describe, expect, test } from 'vitest';
import { largestFile } from '../../src/record/files/files.ts';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { briefly, codesIn } from '../support/reading.ts';

const incident = 'incidents/late-webhooks.yaml';
const postmortem = 'postmortems/late-webhooks.mdx';
const text = exampleRecord[incident] ?? '';

/** A finding in another file, which nothing may hide. */
const other = {
  'services.yaml': (exampleRecord['services.yaml'] ?? '').replace(
    'group: delivery, since: 2025-01-01 }',
    'group: lost, since: 2025-01-01 }',
  ),
};
const otherFinding = 'unknown-reference services.yaml:4:34';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  new Uint8Array(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...new TextEncoder().encode(part)] : part,
    ),
  );

describe('a file is read as any editor may have written it', () => {
  const story = exampleRecord[postmortem] ?? '';

  test.each<[how: string, change: (text: string) => string]>([
    ['with a byte order mark', (before) => `\uFEFF${before}`],
    ['with the line ends of Windows', (before) => before.replaceAll('\n', '\r\n')],
    ['with the line ends of an old Mac', (before) => before.replaceAll('\n', '\r')],
    [
      'with the line ends of Windows and a byte order mark',
      (before) => `\uFEFF${before.replaceAll('\n', '\r\n')}`,
    ],
    ['without a line end at its end', (before) => before.trimEnd()],
    ['with empty lines at its end', (before) => `${before}\n\n\n`],
  ])('%s', (_, change) => {
    expect(
      briefly({ ...exampleRecord, [incident]: change(text), [postmortem]: change(story) }),
    ).toEqual([]);
  });

  test('as YAML with a document start, a document end and comments', () => {
    expect(
      briefly({ ...exampleRecord, [incident]: `# An incident\n---\n${text}...\n# The end\n` }),
    ).toEqual([]);
  });

  test('as YAML with anchors and aliases', () => {
    const anchored = text
      .replace('from: 2026-01-17T09:14:00Z', 'from: &start 2026-01-17T09:14:00Z')
      .replace('from: 2026-01-17T09:20:00Z', 'from: *start');
    expect(anchored).not.toBe(text);
    expect(briefly({ ...exampleRecord, [incident]: anchored })).toEqual([]);
  });
});

describe('what cannot be read is a finding, and hides no other', () => {
  test.each<[what: string, content: string | Uint8Array, expected: string]>([
    ['nothing', '', 'unreadable-file :1:1'],
    ['only white space', ' \n\t\n', 'unreadable-file :1:1'],
    ['only a byte order mark', '\uFEFF', 'unreadable-file :1:1'],
    ['only a comment', '# to be written\n', 'missing-key :1:1'],
    ['text that is not UTF-8', bytes('title: sp', [0xe4], 't\n'), 'unreadable-file :1:10'],
    ['UTF-16', bytes([0xff, 0xfe], 'k\0i\0n\0d\0'), 'unreadable-file :1:1'],
    ['an overlong character', bytes('title: ', [0xc0, 0x80]), 'unreadable-file :1:8'],
    ['half a surrogate pair', bytes('title: ', [0xed, 0xa0, 0x80]), 'unreadable-file :1:8'],
    ['a character cut off at the end', bytes('# x\r\ntitle: sp', [0xc3]), 'unreadable-file :2:10'],
    [
      'UTF-16 without a mark',
      bytes([...new TextEncoder().encode(text)].flatMap((byte) => [byte, 0])),
      'unreadable-file :1:2',
    ],
    [
      'a picture',
      bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00]),
      'unreadable-file :1:1',
    ],
    ['a NUL', text.replace('arrived', 'arr\0ived'), 'unreadable-file :2:20'],
    ['a NUL at its beginning', `\0${text}`, 'unreadable-file :1:1'],
    [
      'an escape for terminals',
      text.replace('arrived', '\u001B[31marrived'),
      'unreadable-file :2:17',
    ],
    ['a right-to-left override', text.replace('arrived', '\u202Earrived'), 'unreadable-file :2:17'],
    ['an isolate', text.replace('arrived', '\u2066arrived'), 'unreadable-file :2:17'],
    [
      'a byte order mark in the middle',
      text.replace('arrived', '\uFEFFarrived'),
      'unreadable-file :2:17',
    ],
    [
      'tabs for indentation',
      text.replace('    status: partial_outage', '\t\tstatus: partial_outage'),
      'yaml-syntax :7:1',
    ],
    [
      'a key twice',
      text.replace('workaround: none', 'workaround: none\nworkaround: none'),
      'yaml-syntax :17:1',
    ],
    ['two documents', `${text}---\n${text}`, 'yaml-syntax :25:1'],
    [
      'a tag that runs',
      text.replace('title: Webhooks', 'title: !!js/function Webhooks'),
      'yaml-syntax :2:8',
    ],
    [
      'an alias to nothing',
      text.replace('workaround: none', 'workaround: *nothing'),
      'yaml-syntax :16:13',
    ],
    ['an open quote', text.replace('workaround: none', 'workaround: "none'), 'yaml-syntax :16:13'],
    ['a key that is a list', `${text}? [a, b]\n: x\n`, 'yaml-syntax :25:3'],
    ['a list', '- one\n- two\n', 'wrong-value :1:1'],
    ['a word', 'late\n', 'wrong-value :1:1'],
    ['a value that contains itself', '&a { kind: incident, title: *a }\n', 'yaml-syntax :1:1'],
    ['a list that contains itself', 'kind: incident\nimpact: &a [*a]\n', 'yaml-syntax :1:1'],
    [
      'more brackets than a stack is deep',
      `kind: ${'['.repeat(50_000)}${']'.repeat(50_000)}\n`,
      'yaml-syntax :1:',
    ],
    ['many brackets', `kind: ${'['.repeat(200)}${']'.repeat(200)}\n`, 'yaml-syntax :1:1'],
    [
      'an alias bomb',
      [
        'a: &a [x, x, x, x, x, x, x, x, x, x]',
        ...[...'bcdefgh'].map(
          (name, index) =>
            `${name}: &${name} [${Array(10).fill(`*${'abcdefgh'[index]}`).join(', ')}]`,
        ),
      ].join('\n'),
      'yaml-syntax :1:1',
    ],
  ])('%s', (_, content, expected) => {
    const found = briefly({ ...exampleRecord, ...other, [incident]: content });
    const [code, place = ''] = expected.split(' ');
    expect(found).toContainEqual(expect.stringContaining(`${code} ${incident}${place}`));
    expect(found).toContain(otherFinding);
    expect(found.filter((line) => !line.includes(incident) && line !== otherFinding)).toEqual([]);
  });

  test('a key twice is pointed at where it stands the second time, in a list too', () => {
    expect(
      briefly({
        ...exampleRecord,
        [incident]: text.replace('    share: 0.4', '    share: 0.4\n    share: 0.5'),
      }),
    ).toEqual([`yaml-syntax ${incident}:11:5`]);
  });

  test('frontmatter that cannot be understood hides nothing in the story below it', () => {
    const story = (exampleRecord[postmortem] ?? '')
      .replace('status: published', 'status: [')
      .replace('The workers', '{1} The workers');
    expect(codesIn({ ...exampleRecord, [postmortem]: story })).toEqual([
      'yaml-syntax',
      'content-code',
    ]);
  });

  test('a hidden character hides nothing of the rest of its file', () => {
    const found = codesIn({
      ...exampleRecord,
      [incident]: text
        .replace('arrived', '\u202Earrived')
        .replace('service: webhooks', 'service: web'),
    });
    expect(found).toEqual(['unreadable-file', 'unknown-reference']);
  });

  test('every hidden character is found, and a whole file of them is not a finding for each', () => {
    const several = text
      .replace('arrived', 'arr\u200Bived')
      .replace('none', 'no\u2060\u200Ene')
      .replace('again', '\u{E0041}again');
    expect(briefly({ ...exampleRecord, [incident]: several })).toEqual([
      `unreadable-file ${incident}:2:20`,
      `unreadable-file ${incident}:16:15`,
      `unreadable-file ${incident}:24:34`,
    ]);
    const found = briefly({ ...exampleRecord, [incident]: [...text].join('\0') }).filter((line) =>
      line.startsWith('unreadable-file'),
    );
    expect(found).toHaveLength(10);
  });

  test('text in another encoding is read on, so that it hides nothing of the rest of its file', () => {
    const latin = bytes(
      'title: sp',
      [0xe4],
      't\n',
      text
        .replace('title: Webhooks arrived late\n', '')
        .replace('service: webhooks', 'service: web'),
    );
    expect(codesIn({ ...exampleRecord, [incident]: latin })).toEqual([
      'unreadable-file',
      'unknown-reference',
    ]);
  });

  test('what scripts, emoji and flags need is not hidden', () => {
    const flag = '\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}';
    expect(
      briefly({
        ...exampleRecord,
        [incident]: text.replace('arrived', `${flag} 👩\u200D🔧 ❤\uFE0F می\u200Cشود`),
      }),
    ).toEqual([]);
  });

  test('hidden characters in a story are found at their place', () => {
    const story = (exampleRecord[postmortem] ?? '').replace('The workers', 'The \u202Eworkers');
    expect(briefly({ ...exampleRecord, [postmortem]: story })).toEqual([
      `unreadable-file ${postmortem}:31:5`,
    ]);
  });
});

describe('keys that programs know and people do not mean', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '<<'])(
    '“%s” is a key like any other that is not known',
    (key) => {
      for (const value of ['x', '{ polluted: x }', '[x, { polluted: x }]']) {
        const line = text.split('\n').length;
        expect(briefly({ ...exampleRecord, [incident]: `${text}${key}: ${value}\n` })).toEqual([
          `unknown-key ${incident}:${line}:1`,
        ]);
        expect(
          briefly({
            ...exampleRecord,
            [incident]: text.replace('    share: 0.4', `    ${key}: ${value}`),
          }),
        ).toEqual([`unknown-key ${incident}:10:5`]);
      }
      expect('polluted' in {}).toBe(false);
    },
  );
});

test('a postmortem with more whys than anybody asks is refused in one sentence', () => {
  const withWhys = (count: number): Record<string, string> => ({
    ...exampleRecord,
    [postmortem]: (exampleRecord[postmortem] ?? '').replace(
      '  - { why: Why did nothing stop it?',
      () =>
        `${'  - { why: And why?, because: So. }\n'.repeat(count)}  - { why: Why did nothing stop it?`,
    ),
  });
  expect(withWhys(5000)[postmortem]?.length).toBeLessThan(largestFile);
  expect(codesIn(withWhys(5000))).toEqual(['wrong-value']);
  expect(codesIn(withWhys(150))).toEqual([]);
});
