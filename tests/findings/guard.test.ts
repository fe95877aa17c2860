import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pages } from '../../src/domain/pages.ts';
import { guardField, guardStory } from '../../src/record/guard/guard.ts';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { edited } from '../support/edit.ts';
import { briefly, codesIn, findingsIn } from '../support/reading.ts';
import { harmless, hostile } from '../support/stories.ts';

const pictures = ['queue.svg', 'graphs/queue age.png'];
const pages: Pages = {
  incidents: new Set(['late-webhooks']),
  postmortems: new Set(['late-webhooks']),
  services: new Set(),
  history: new Set(),
  lists: 1,
  causes: new Set<string>(),
  credits: false,
  files: new Set(),
  moved: new Set(),
};
const around = { pages, hasPicture: (path: string) => pictures.includes(path) };

const codes = (body: string): string[] => guardStory(body, around).map(({ rule }) => rule.code);
const errors = (body: string): string[] =>
  guardStory(body, around).flatMap(({ rule }) => (rule.level === 'error' ? rule.code : []));

const hostileBodies = Object.entries(hostile).flatMap(([code, bodies]) =>
  bodies.map((body): [string, string] => [code, body]),
);

describe('a story is refused', () => {
  test.each(hostileBodies)('as %s: %j', (code, body) => {
    expect(errors(body)).toContain(code);
  });

  test('by the check of a whole record as well', () => {
    const account = 'postmortems/late-webhooks.mdx';
    const replace = 'The workers drained the queue more slowly than it grew.';
    const withStory = (by: string): string => edited({ file: account, replace, by })[account] ?? '';
    const fileOf = (index: number): string => `postmortems/hostile-${index}.mdx`;
    const found = findingsIn({
      ...exampleRecord,
      ...Object.fromEntries(hostileBodies.map(([, by], at) => [fileOf(at), withStory(by)])),
    });
    const passed = hostileBodies.filter(
      ([code], at) =>
        !found.some(
          (one) => one.file === fileOf(at) && (one.code === code || one.code === 'unreadable-file'),
        ),
    );
    expect(passed).toEqual([]);
  });
});

describe('a story is let pass', () => {
  test.each(harmless)('%j', (body) => {
    expect(codes(body)).toEqual([]);
  });
});

const events =
  'abort animationend animationstart auxclick beforeinput beforetoggle blur cancel canplay change click close contextmenu copy cut dblclick drag drop error focus focusin formdata fullscreenchange gotpointercapture input invalid keydown keypress keyup load message mousedown mouseenter mousemove mouseover mouseup mousewheel pagehide pageshow paste play pointerdown pointerenter pointermove pointerover pointerrawupdate popstate progress reset resize scroll scrollend search select selectstart show submit toggle touchend touchstart transitionend transitionrun unload wheel';

test.each(events.split(' '))('no element may listen to “%s”, however that is written', (event) => {
  const capital = event.charAt(0).toUpperCase() + event.slice(1);
  const bodies = [
    `<kbd on${event}="x">x</kbd>`,
    `<kbd on${capital}="x">x</kbd>`,
    `<kbd ON${event.toUpperCase()}="x">x</kbd>`,
    `<kbd on${event}={x}>x</kbd>`,
    `<Note on${event}="x">\n\nx\n\n</Note>`,
    `<br on${event} />`,
  ];
  expect(bodies.filter((body) => !errors(body).includes('content-attribute'))).toEqual([]);
});

describe('what is refused by itself is refused', () => {
  const inline = [
    '{1}',
    '<script>x</script>',
    '<kbd onclick="x">x</kbd>',
    '[x](javascript:x)',
    '[x](<data:x>)',
    '![x](https://example.com/x.png)',
    '![x](../x.png)',
    '<Chart />',
    '<>x</>',
  ];

  test.each<[where: string, within: (text: string) => string]>([
    ['in a heading', (text) => `## Then ${text}`],
    ['in a quotation', (text) => `> > Then ${text}`],
    ['in a list', (text) => `- One\n- Two\n  1. Then ${text}`],
    ['in a task', (text) => `- [x] Then ${text}`],
    ['in a table', (text) => `| a | b |\n|---|---|\n| 1 | then ${text} |`],
    ['in the head of a table', (text) => `| then ${text} |\n|---|\n| 1 |`],
    ['in a footnote', (text) => `Text[^note]\n\n[^note]: Then\n\n    ${text}`],
    ['in a footnote that nothing refers to', (text) => `[^note]: Then ${text}`],
    ['between emphasis', (text) => `***Then ${text} and*** ~~${text}~~`],
    ['in a component', (text) => `<Note title="x">\n\nThen ${text}\n\n</Note>`],
    ['in a component on one line', (text) => `<Note>Then ${text}</Note>`],
    ['in an element', (text) => `<details>\n<summary>Then ${text}</summary>\n</details>`],
    ['behind an element', (text) => `<br />${text}`],
    ['behind letters of several bytes', (text) => `Ünïcödé – 遅延 🤖 ${text}`],
    ['behind code', (text) => `\`x\` ${text} \`y\``],
    ['behind a block of code', (text) => `\`\`\`\nx\n\`\`\`\n${text}`],
    ['at the end of a long story', (text) => `${'Text.\n\n'.repeat(500)}${text}`],
    ['behind an escaped brace', (text) => `\\{ ${text}`],
    ['twice', (text) => `${text} ${text}`],
  ])('%s', (_, within) => {
    expect(inline.filter((text) => errors(within(text)).length === 0)).toEqual([]);
  });
});

describe('the fields of an incident are Markdown too', () => {
  const field = (text: string): string[] =>
    guardField(text, { pages }).flatMap(({ rule }) => (rule.level === 'error' ? rule.code : []));

  test('what a link may not lead to in a story, it may not in a field', () => {
    const links = (hostile['content-link'] ?? []).filter(
      (body) => !/^(<(Note|kbd)>|## Why)/.test(body),
    );
    expect(links.filter((text) => !field(text).includes('content-link'))).toEqual([]);
    expect(field('<javascript:alert(1)>')).toEqual(['content-link']);
    expect(field('<https://example.com> and <support@example.com>')).toEqual([]);
  });

  test('nothing is hidden by lines that look like frontmatter', () => {
    expect(field('---\n[x](javascript:x)\n---\n')).toEqual(['content-link']);
    expect(field('+++\n[x](javascript:x)\n+++\n')).toEqual(['content-link']);
  });

  test('a picture stands in none of them, not even one that lies beside a postmortem', () => {
    expect(field('![Queue](./queue.svg)')).toEqual(['content-picture']);
    expect(field('![x](https://example.com/x.png)')).toEqual(['content-picture']);
  });

  test('braces and words like import are only words, and HTML is shown as it is', () => {
    expect(field("import {x} from 'y'\n\n{1} <Note>")).toEqual([]);
    expect(guardField('<b>x</b>', { pages }).map(({ rule }) => rule.code)).toContain(
      'html-in-text',
    );
  });

  test.each([
    ['incidents/late-webhooks.yaml', 'title: Webhooks arrived late', 'title: "[x](javascript:x)"'],
    ['incidents/late-webhooks.yaml', 'workaround: none', 'workaround: "[x](javascript:x)"'],
    [
      'incidents/late-webhooks.yaml',
      'text: Deliveries are on time again.',
      'text: "[x](javascript:x)"',
    ],
    [
      'incidents/late-webhooks.yaml',
      'regions: [eu]',
      'regions: [eu]\n    excluded_as: "[x](javascript:x)"',
    ],
    ['services.yaml', 'name: API, group', 'name: API, description: "[x](javascript:x)", group'],
    ['site.yaml', 'name: Ferry', 'name: Ferry\ndescription: "[x](javascript:x)"'],
    ['site.yaml', 'means: A service is slow.', 'means: "[x](javascript:x)"'],
    [
      'site.yaml',
      'means: There was less of something than was needed.',
      'means: "[x](javascript:x)"',
    ],
    ...['title', 'summary', 'ownership', 'thanks'].map((key): [string, string, string] => {
      const line =
        new RegExp(`^${key}: .*`, 'm').exec(
          exampleRecord['postmortems/late-webhooks.mdx'] ?? '',
        )?.[0] ?? '';
      return ['postmortems/late-webhooks.mdx', line, `${key}: "[x](javascript:x)"`];
    }),
    [
      'postmortems/late-webhooks.mdx',
      'how_counted: workspaces with a delivery later than a minute',
      'how_counted: "[x](javascript:x)"',
    ],
    ['postmortems/late-webhooks.mdx', 'why: Why were deliveries late?', 'why: "[x](javascript:x)"'],
    [
      'postmortems/late-webhooks.mdx',
      'because: The queue grew faster than it was drained.',
      'because: "[x](javascript:x)"',
    ],
    ['postmortems/late-webhooks.mdx', 'evidence: [Queue age]', 'evidence: ["[x](javascript:x)"]'],
    [
      'postmortems/late-webhooks.mdx',
      'accepted_risk: Less would page for deploys.',
      'accepted_risk: "[x](javascript:x)"',
    ],
    [
      'postmortems/late-webhooks.mdx',
      'cause: capacity',
      'cause: capacity\nends_early: "[x](javascript:x)"',
    ],
    [
      'postmortems/late-webhooks.mdx',
      'cause: capacity',
      'cause: capacity\ngoodwill: { percent: 5, reason: "[x](javascript:x)" }',
    ],
    [
      'postmortems/late-webhooks.mdx',
      'title: Refuse pool sizes below the need',
      'title: "[x](javascript:x)"',
    ],
    [
      'postmortems/late-webhooks.mdx',
      'done_when: A change that sets 20 fails its checks.',
      'done_when: x\n    details: "[x](javascript:x)"',
    ],
    [
      'postmortems/late-webhooks.mdx',
      'done_when: A change that sets 20 fails its checks.',
      'done_when: "[x](javascript:x)"',
    ],
    ['postmortems/late-webhooks.mdx', 'question: Why only there?', 'question: "[x](javascript:x)"'],
    [
      'postmortems/late-webhooks.mdx',
      'text: We first wrote 1100 workspaces.',
      'text: "[x](javascript:x)"',
    ],
  ])('in %s, in the place of “%s”', (file, replace, by) => {
    expect(codesIn(edited({ file, replace, by }))).toEqual(['content-link']);
  });
});

describe('the guard never fails', () => {
  const pieces = [
    '<',
    '>',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '!',
    '`',
    '*',
    '\n',
    '\n\n',
    '    ',
    '- ',
    '| ',
    '[^1]',
    '[^1]: ',
    '<Note>',
    '</Note>',
    '---\n',
    'import ',
    'export ',
    '&',
    ';',
    '\\',
    'javascript:',
    ':',
    '"',
    "'",
    '=',
    '/',
    'a',
    '🤖',
    '\u0000',
    '\u2028',
    '\uD800',
  ];

  test('whatever a story or a field is made of', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (some) => {
        const text = some.join('');
        for (const { at, what, expected, write } of [
          ...guardStory(text, around),
          ...guardField(text, { pages }),
        ]) {
          expect(at.line).toBeGreaterThanOrEqual(1);
          expect(at.column).toBeGreaterThanOrEqual(1);
          expect([what, expected, write].every(Boolean)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each(['export "\\', 'import `\\', "Text\n\nexport x\n['\\"])(
    'not even at the end of %j',
    (text) => {
      expect(errors(text).length).toBeGreaterThan(0);
    },
  );

  test.each([
    ['quotations', '> '.repeat(20_000)],
    ['brackets', `${'['.repeat(20_000)}x${']'.repeat(20_000)}`],
    ['elements', `${'<b>'.repeat(2_000)}x${'</b>'.repeat(2_000)}`],
    ['braces', '{'.repeat(2_000)],
    ['components', `${'<Note>\n\n'.repeat(3_000)}x\n\n${'</Note>\n\n'.repeat(3_000)}`],
  ])('however deep %s are nested', (_, text) => {
    const body = `${text}\n\n{1}`;
    expect(errors(body).length).toBeGreaterThan(0);
    expect(() => guardField(text, { pages })).not.toThrow();
  });
});

test('two mistakes in one story are two findings', () => {
  const story = 'The workers drained the queue more slowly than it grew.';
  const by = 'One {1}\n\nTwo <script>x</script>\n\nThree [x](javascript:x)';
  const places = briefly(edited({ file: 'postmortems/late-webhooks.mdx', replace: story, by })).map(
    (found) => found.replace(/ .*:(\d+):/, ' $1:'),
  );
  expect(places).toEqual(['content-code 31:5', 'content-element 33:5', 'content-link 35:7']);
});

describe('a tag that is never closed hides nothing beside it', () => {
  const postmortem = 'postmortems/late-webhooks.mdx';
  const story = 'The workers drained the queue more slowly than it grew.';
  const found = (by: string) =>
    briefly(edited({ file: postmortem, replace: story, by })).map((line) =>
      line.replace(/ .*:(\d+):/, ' $1:'),
    );
  const beside = [
    '<script>x</script>',
    "import a from 'node:fs'",
    'It took {1 + 1} minutes.',
    '[x](javascript:x)',
    '![x](./missing.png)',
    '<kbd onclick="x">x</kbd>',
    'It said {.',
  ];
  const codesBeside = [
    'content-element',
    'content-code',
    'content-code',
    'content-link',
    'content-picture',
    'content-attribute',
    'content-syntax',
  ];

  test.each([
    '<Note>',
    'Text <Note>open',
    '</Note>',
    '<Note>\n\n</note>',
    '<!-- x -->',
    'It took <5 minutes.',
  ])('%j', (open) => {
    const lines = [open, ...beside].join('\n\n');
    const codes = found(lines).map((line) => line.split(' ')[0]);
    expect(codes.sort()).toEqual(['content-syntax', ...codesBeside].sort());
  });

  test('and everything stands where it is', () => {
    expect(
      found(
        '<Note>\n\nOne {1}\n\n- Two\n- [x](javascript:x)\n\n```js\nimport x from "y"\n\n{1}\n```\n\n<script>\n\nThree {3}',
      ),
    ).toEqual([
      'content-syntax 31:1',
      'content-code 33:5',
      'content-link 36:3',
      'content-code 46:7',
    ]);
  });
});

/** What a field may consist of, with what Markdown gives a meaning among it. */
const bits = fc.constantFrom(
  ...'aZé09 ,.;?’“%–-'.split(''),
  ...[
    'www.',
    'Www.',
    '- ',
    '1. ',
    '---',
    '--',
    'https',
    ':',
    '//',
    '@',
    '*',
    '_',
    '`',
    '<',
    '&',
    '\n',
    '\u3164',
    '\u00ad',
    '(',
    '[',
    '\\',
    '#',
    '|',
  ],
);

test('a field of words alone is judged as it would be below another paragraph', () => {
  const judged = (text: string): string[] =>
    guardField(text, around).map(({ rule, what }) => `${rule.code} ${what}`);
  fc.assert(
    fc.property(fc.string({ unit: bits, maxLength: 30 }), (rest) => {
      fc.pre(!/\n\s*(\n|$)/.test(rest));
      expect(judged(`a${rest}`)).toEqual(judged(`a${rest}\n\n:`));
    }),
    { numRuns: 500, examples: [[' www.x.y b'], [' word'], [' - b']] },
  );
});
