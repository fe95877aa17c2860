import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { edited } from '../support/edit.ts';
import { marked } from '../support/marked.ts';
import { briefly, codesIn, findingsIn, isNoYaml } from '../support/reading.ts';

const incident = 'incidents/late-webhooks.yaml';
const postmortem = 'postmortems/late-webhooks.mdx';

const slips: readonly [what: string, replace: string, by: string][] = [
  ['a colon in unquoted text', 'title: Webhooks', 'title: ▸Late: webhooks'],
  ['a key without its colon', 'severity: major', '▸severity major'],
  ['a key without a space behind its colon', 'severity: major', '▸severity:major'],
  [
    'a text that goes on below its key',
    'title: Webhooks arrived late',
    'title: Webhooks\n▸arrived late',
  ],
  ['a key twice', 'severity: major', 'severity: major\n▸severity: minor'],
  ['a double quote that is not closed', 'title: Webhooks', 'title: ▸"Webhooks'],
  ['a single quote that is not closed', 'title: Webhooks', "title: ▸'Webhooks"],
  ['an apostrophe in single quotes', 'title: Webhooks arrived late', "title: 'It'▸s late'"],
  ['a bracket that is not closed', 'regions: [eu]', 'regions: ▸[eu'],
  [
    'a brace that is not closed',
    'detected: { at: 2026-01-17T09:25:00Z, by: monitor }',
    'detected: ▸{ at: 2026-01-17T09:25:00Z, by: monitor',
  ],
  ['a bracket that closes nothing', 'regions: [eu]', 'regions: ▸]'],
  ['text that begins like an alias', 'workaround: none', 'workaround: ▸*none* yet'],
  ['text that begins with a sign that is kept', 'workaround: none', 'workaround: ▸`npm run` helps'],
  ['text that begins like a tag', 'workaround: none', 'workaround: ▸!none'],
  ['a backslash in double quotes', 'workaround: none', 'workaround: "C:▸\\data"'],
  ['text behind a quoted text', 'workaround: none', 'workaround: "none" ▸of it'],
  ['text beside a block', 'workaround: none', 'workaround: | ▸none'],
  ['a comment without a space', 'workaround: none', 'workaround: "none"▸#yet'],
  ['braces that are meant as text', 'workaround: none', 'workaround: {▸{ x }}'],
  ['a tab', '    status: investigating', '▸\tstatus: investigating'],
  ['an indentation that is too small', '    status: investigating', '▸   status: investigating'],
  ['a first key of an item without its colon', '  - service: webhooks', '  - ▸service webhooks'],
];

/** Mistakes in other files. */
const others = [
  { file: 'services.yaml', replace: 'name: API, group: delivery', by: 'name: API, group: pickup' },
  { file: postmortem, replace: 'cause: capacity', by: 'cause: bad-luck' },
  { file: postmortem, replace: 'The workers drained', by: '[The workers](javascript:x) drained' },
];

describe('one slip', () => {
  test.each(slips)('is found where it is, and once: %s', (_, replace, by) => {
    const { files, place } = marked({ file: incident, replace, by });
    expect(
      briefly(files).filter(
        (found) => !found.startsWith('yaml-syntax') || found !== `yaml-syntax ${place}`,
      ),
    ).toEqual([]);
    expect(codesIn(files)).toEqual(['yaml-syntax']);
  });

  test.each(slips)('hides nothing of other files: %s', (_, replace, by) => {
    const found = briefly(
      edited([...others, { file: incident, replace, by: by.replace('▸', '') }]),
    );
    expect(found.filter((line) => !line.startsWith('yaml-syntax')).sort()).toEqual([
      'content-link postmortems/late-webhooks.mdx:31:1',
      'unknown-reference postmortems/late-webhooks.mdx:10:8',
      'unknown-reference services.yaml:4:34',
    ]);
  });
});

describe('several slips', () => {
  test('that leave each other alone are all found', () => {
    const found = briefly(
      edited([
        { file: incident, replace: 'severity: major', by: 'severity: major\nseverity: minor' },
        { file: incident, replace: 'workaround: none', by: 'workaround: "C:\\data"' },
        { file: incident, replace: 'text: Deliveries are', by: 'text: Now: deliveries are' },
      ]),
    );
    expect(found).toEqual(
      [4, 17, 25].map((line) => expect.stringContaining(`yaml-syntax ${incident}:${line}:`)),
    );
  });

  test('in frontmatter and in the story below it are all found', () => {
    const found = codesIn(
      edited([
        { file: postmortem, replace: 'title: Why webhooks', by: 'title: Why: webhooks' },
        { file: postmortem, replace: 'The workers drained', by: '{1} The workers drained' },
      ]),
    );
    expect(found).toEqual(['yaml-syntax', 'content-code']);
  });
});

describe('a slip at the very end of a file', () => {
  test.each([
    ['services.yaml', '- { id: team-1, name: Team #1 }'],
    ['services.yaml', 'a: 1\n&a'],
    ['services.yaml', '!x'],
    ['services.yaml', 'services:\n  - *a'],
    ['site.yaml', 'name: "'],
    ['incidents/late-webhooks.yaml', 'kind: ['],
    ['postmortems/late-webhooks.mdx', '---\ntitle: *a\n---'],
  ])('ends the check as well, and nothing false is said of another file: %s, %j', (file, text) => {
    const found = findingsIn({ ...exampleRecord, [file]: text });
    expect(found.map((finding) => finding.file)).toEqual(found.map(() => file));
    expect(found.map(({ code }) => code)).toContain('yaml-syntax');
  });
});

describe('any one slip', () => {
  const damage: readonly ((line: string) => string)[] = [
    (line) => line.replace(/:( |$)/, '$1'),
    (line) => line.replace(': ', ':'),
    (line) => line.replace(/: (\S+)/, ': $1: x'),
    (line) => `${line}: x`,
    (line) => line.replace(': ', ': "'),
    (line) => line.replace(': ', ": '"),
    (line) => line.replace(': ', ': ['),
    (line) => line.replace(': ', ': {'),
    (line) => line.replace(': ', ': @'),
    (line) => line.replace(': ', ': *'),
    (line) => line.replace(': ', ': !'),
    (line) => line.replace(': ', ': | '),
    (line) => line.replace(/[\]}]$/, ''),
    (line) => line.replace(/^ {2}/, '\t'),
    (line) => ` ${line}`,
    (line) => line.replace(/^ {1,2}/, ''),
    (line) => line.replace('- ', ''),
    (line) => line.replace('- ', '-'),
    (line) => line.replace(/^ */, '$&- '),
    (line) => `${line}\n${line}`,
    (line) => `${line}"`,
    (line) => `${line} ]`,
    (line) => `${line},`,
  ];

  test('in any line has no echo: nothing else is said of the file, and nothing of another', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(exampleRecord).filter((file) => !file.endsWith('.svg'))),
        fc.nat(),
        fc.constantFrom(...damage),
        (file, at, change) => {
          const lines = (exampleRecord[file] ?? '').trimEnd().split('\n');
          const last = file.endsWith('.mdx') ? lines.indexOf('---', 1) : lines.length;
          const first = file.endsWith('.mdx') ? 1 : 0;
          const line = first + (at % (last - first));
          const text = [
            ...lines.slice(0, line),
            change(lines[line] ?? ''),
            ...lines.slice(line + 1),
          ].join('\n');
          if (isNoYaml(file, `${text}\n`))
            expect(briefly({ ...exampleRecord, [file]: `${text}\n` })).toEqual([
              expect.stringContaining('yaml-syntax'),
            ]);
        },
      ),
      { numRuns: 400 },
    );
  });
});
