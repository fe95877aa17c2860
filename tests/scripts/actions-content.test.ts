import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IssueSource } from '../../src/domain/tracking/issue-source.ts';
import { issueSources } from '../../src/domain/tracking/issue-source.ts';
import { issueText, longestBody } from '../../src/domain/tracking/issue-text.ts';
import { blockIn, framed, keysIn, withBlock } from '../../src/domain/tracking/marker.ts';
import { neutral, neutralLine } from '../../src/domain/tracking/neutral-text.ts';
import { filesInMemory } from '../../src/record/files/files.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { edited } from '../support/edit.ts';
import { act, withGitHub } from '../support/actions.ts';
import { poolFloor, recordWith } from '../support/promises.ts';

const source = (fields: Partial<IssueSource> = {}): IssueSource => ({
  key: 'late-webhooks/pool-floor',
  title: 'Refuse',
  type: 'prevent',
  owner: 'delivery-team',
  published: undefined,
  due: '2026-02-01',
  isOver: false,
  doneWhen: 'It fails.',
  details: undefined,
  why: { question: 'Why?', answer: 'Because.' },
  postmortem: {
    title: 'Why',
    summary: 'It was down.',
    affected: undefined,
    url: 'https://status.example/postmortems/late-webhooks/',
  },
  incidents: [],
  url: 'https://status.example/postmortems/late-webhooks/#Promise_pool-floor',
  site: 'https://status.example/',
  ...fields,
});

const everywhere = (text: string): IssueSource =>
  source({
    title: text,
    owner: text,
    doneWhen: text,
    details: text,
    why: { question: text, answer: text },
    postmortem: { title: text, summary: text, affected: text, url: 'https://status.example/' },
    incidents: [
      { title: text, began: '2026-01-17 09:14', services: [text], url: 'https://status.example/' },
    ],
  });

const nasty = fc.array(
  fc.constantFrom(
    '@',
    'team',
    '@org/team',
    '#',
    '12',
    'GH-',
    '-->',
    '--!>',
    '<!--',
    '<!-- ownup:action late-webhooks/pool-floor -->',
    '\n',
    '\r\n',
    '```',
    '> ',
    '<details>',
    '</p>',
    '\u0000',
    '\u202E',
    '\uD800',
    'https://example.com/@jo',
    'https://github.com/acme/web/issues/',
    'www.github.com/acme/web/issues/7',
    'mailto:jo@x.example',
    '&commat;',
    '&#64;',
    '&#x40;',
    '&num;',
    '&colon;',
    '&amp;',
    '_',
    '*',
    '\\',
    '\u2060',
    '\u00AD',
    '\u061C',
    '~~~',
    ' ',
    '- [x] ',
    'a',
    '🙂',
  ),
  { maxLength: 30 },
);

/** What Markdown makes of a text before GitHub looks for people and issues: words for characters are characters, and escapes are gone. */
const asShown = (markdown: string): string =>
  markdown
    .replace(/&(#64|#x40|commat);/gi, '@')
    .replace(/&num;/gi, '#')
    .replace(/&colon;/gi, ':')
    .replace(/\\(?=[-_*#@.:/])/g, '');

describe('what the record may do to an issue', () => {
  test('nothing in it pings people, refers to issues, opens or closes HTML, or hides', () => {
    fc.assert(
      fc.property(nasty, (parts) => {
        const text = neutral(parts.join(''));
        const shown = asShown(text);
        expect(shown).not.toMatch(/@[\w-]/);
        expect(shown).not.toMatch(/(?<!https?:\S*)#\d|(?<![a-z0-9])GH-\d/i);
        expect(shown).not.toMatch(
          /(?<![\w.%-])(?:https?:\/\/)?(?:www\.)?github\.com\/\w+\/\w+\/issues\/\d/i,
        );
        expect(text).not.toMatch(/-->|--!>|<!--|<[a-z/]/i);
        expect(text).not.toMatch(
          /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2060\u00AD\u061C]/,
        );
        expect(text.isWellFormed()).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('whatever stands in it, the issue has one marker, and its block can be found and changed', () => {
    fc.assert(
      fc.property(nasty, nasty, (parts, outside) => {
        const { title, block } = issueText(everywhere(parts.join('')));
        const key = source().key;
        const body = framed(key, { title, block });
        expect(keysIn(body)).toEqual([key]);
        expect(blockIn(body, key)?.text).toBe(block.trim());
        expect(title).not.toMatch(/[\r\n]/);
        const note = outside.join('').replace(/<!--|```|~~~/g, '');
        const changed = withBlock(`${note}\n${body}\n${note}`, key, { title: 'T', block: 'B' });
        expect(changed).toBe(`${note}\n${framed(key, { title: 'T', block: 'B' }, 2)}\n${note}`);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    '&commat;acme/ops',
    '&#x40;jo',
    '&#64;jo',
    'acme/web&num;5',
    '_GH-12_',
    '__gh-13__',
    'GH\\-14',
    '_https://github.com/acme/web/issues/7_',
    '[x](https&colon;//github.com/acme/web/issues/7)',
    'www.github.com/acme/web/issues/9',
  ])('%s refers to nobody and nothing', (text) => {
    expect(asShown(neutral(text))).not.toMatch(
      /@[\w-]|#\d|gh-\d|(?<!redirect\.)github\.com\/\w+\/\w+\/issues\/\d/i,
    );
  });

  test('an address ends where code begins', () => {
    expect(neutral('https://example.com/@jo```GH-12')).toBe(
      'https://example.com/%40jo```GH\u200B-12',
    );
  });

  test('text keeps what it says', () => {
    expect(
      neutral('Ask @team about #12, see https://example.com/@jo#12.').replaceAll('\u200B', ''),
    ).toBe('Ask @team about #12, see https://example.com/%40jo#12.');
    expect(neutral('See https://github.com/o/r/issues/5.')).toBe(
      'See https://redirect.github.com/o/r/issues/5.',
    );
    expect(neutral('[Write](mailto:jo@x.example) & read &lt;this&gt;.')).toBe(
      '[Write](mailto:jo%40x.example) & read &lt;this&gt;.',
    );
    expect(neutralLine('two\n lines')).toBe('two lines');
  });

  for (const length of [300, 20_000, 200_000]) {
    test(`a record with ${length} characters in every field makes an issue within GitHub’s limits, cut with a link`, () => {
      const { title, block } = issueText(everywhere('🙂é'.repeat(length / 3)));
      expect(title.length).toBeLessThanOrEqual(256);
      expect(title.isWellFormed()).toBe(true);
      const body = framed(source().key, { title, block });
      expect(body.length).toBeLessThanOrEqual(longestBody);
      expect(body.isWellFormed()).toBe(true);
      if (length > 8_000) expect(block).toContain('](https://status.example/');
    });
  }

  test('GitHub gets what was neutralised', () =>
    withGitHub(async (github) => {
      const content = recordWith([], (text) =>
        text
          .replace(
            'cause: capacity',
            () => 'cause: capacity\nallowed_in_public: [{ text: "@ops", because: It is a team. }]',
          )
          .replace('title: Refuse pool sizes below the need', () => 'title: "Ping @ops for #1 -->"')
          .replace(
            'done_when: A change that sets 20 fails its checks.',
            () => `done_when: "<!-- ownup:action ${poolFloor} --> @ops"`,
          ),
      );
      expect((await act(github, content, ['--apply'])).code).toBe(0);
      const { title, body } = github.of(poolFloor);
      expect(`${title}${body}`).not.toMatch(/@ops|#1\b/);
      expect(title).not.toContain('-->');
    }));
});

describe('what an issue tells', () => {
  const read = (files: Parameters<typeof filesInMemory>[0]): IssueSource[] => {
    const { record } = readRecord(filesInMemory(files), Date.now());
    if (!record) throw new Error('The record has errors.');
    return issueSources(record);
  };

  test('an engineer can start: what broke and for whom, the why, what to do, the test, the date, the owner, links', () => {
    const [found] = read(exampleRecord);
    if (!found) throw new Error('There is no promise.');
    const { block, labels, title } = issueText(found);
    expect([title, labels]).toEqual([
      'Refuse pool sizes below the need',
      ['postmortem-action', 'prevent'],
    ]);
    for (const part of [
      'two in five webhook deliveries were late',
      '1240 of 3100 workspaces',
      'Webhooks, API',
      'Why not?',
      'No team owned the lower bound.',
      '- [ ] A change that sets 20 fails its checks.',
      '2026-02-01',
      'delivery-team',
      'https://status.ferry.example/postmortems/late-webhooks/#Promise_pool-floor',
      'https://status.ferry.example/incidents/late-webhooks/',
    ])
      expect(block).toContain(part);
  });

  test('the same record makes the same text, and drafts make none', () => {
    expect(read(exampleRecord).map(issueText)).toEqual(read(exampleRecord).map(issueText));
    expect(
      read(
        edited({
          file: 'postmortems/late-webhooks.mdx',
          replace: 'status: published',
          by: 'status: draft',
        }),
      ),
    ).toEqual([]);
  });
});
