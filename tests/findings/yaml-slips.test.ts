import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { model } from '../../src/domain/findings/model.ts';
import { edited } from '../support/edit.ts';
import { marked } from '../support/marked.ts';
import { brief, briefly, codesIn, findingsIn } from '../support/reading.ts';

const incident = 'incidents/late-webhooks.yaml';
const account = 'postmortems/late-webhooks.mdx';

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

/** Mistakes before and behind the slips. */
const others = [
  { file: incident, replace: 'kind: incident\n', by: 'kind: incident\ntitel: Late\n' },
  { file: incident, replace: 'share: 0.4', by: 'share: 40' },
  { file: incident, replace: 'service: api', by: 'service: apii' },
  { file: incident, replace: 'Nothing is lost.', by: '[Nothing](javascript:x) is lost.' },
];
const otherCodes = ['unknown-key', 'wrong-value', 'unknown-reference', 'content-link'];

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

  test.each(slips)('hides nothing of the rest of its file: %s', (_, replace, by) => {
    const found = findingsIn(
      edited([...others, { file: incident, replace, by: by.replace('▸', '') }]),
    );
    expect(found.map(({ code }) => code).sort()).toEqual([...otherCodes, 'yaml-syntax'].sort());
  });
});

describe('several slips', () => {
  test('in one file are all found', () => {
    const found = briefly(
      edited([
        ...others,
        { file: incident, replace: 'severity: major', by: 'severity major' },
        { file: incident, replace: 'workaround: none', by: 'workaround: "none' },
        { file: incident, replace: 'text: Deliveries are', by: 'text: Now: deliveries are' },
        {
          file: incident,
          replace: 'status: resolved',
          by: 'status: resolved\n    status: resolved',
        },
      ]),
    );
    expect(found.filter((line) => line.startsWith('yaml-syntax'))).toEqual(
      [4, 17, 25, 26].map((line) => expect.stringContaining(`:${line}:`)),
    );
    expect(found).toHaveLength(4 + others.length);
  });

  test('in frontmatter and in the story below it are all found', () => {
    const found = codesIn(
      edited([
        { file: account, replace: 'cause: capacity', by: 'cause: bad-luck' },
        { file: account, replace: 'title: Why webhooks', by: 'title: Why: webhooks' },
        { file: account, replace: 'The workers drained', by: '{1} The workers drained' },
      ]),
    );
    expect(found).toEqual(['yaml-syntax', 'unknown-reference', 'content-code']);
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
        fc.constantFrom(...Object.keys(model).filter((file) => !file.endsWith('.svg'))),
        fc.nat(),
        fc.constantFrom(...damage),
        (file, at, change) => {
          const lines = (model[file] ?? '').trimEnd().split('\n');
          const last = file.endsWith('.mdx') ? lines.indexOf('---', 1) : lines.length;
          const first = file.endsWith('.mdx') ? 1 : 0;
          const line = first + (at % (last - first));
          const text = [
            ...lines.slice(0, line),
            change(lines[line] ?? ''),
            ...lines.slice(line + 1),
          ].join('\n');
          const found = findingsIn({ ...model, [file]: `${text}\n` });
          if (found.some(({ code }) => code === 'yaml-syntax'))
            expect(found.map(brief)).toEqual([expect.stringContaining('yaml-syntax')]);
        },
      ),
      { numRuns: 400 },
    );
  });
});
