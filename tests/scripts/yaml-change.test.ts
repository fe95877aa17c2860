import { readFileSync, readdirSync } from 'node:fs';
import { diffArrays } from 'diff';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Change, changed } from '../../scripts/lib/new/yaml-change.ts';

const update = { at: '2026-01-17T10:01:00Z', status: 'resolved', text: 'It is over: all is well.' };
const append: Change = { do: 'append', to: ['updates'], value: update };
const ended: Change = {
  do: 'set',
  at: ['impact', 0, 'to'],
  value: '2026-01-17T10:00:00Z',
  after: 'from',
};

/** The lines that went and those that came, but for empty ones at the end. */
const difference = (before: string, after: string): { gone: string[]; come: string[] } => {
  const lines = (text: string): string[] => text.trimEnd().split('\n');
  const parts = diffArrays(lines(before), lines(after));
  return {
    gone: parts.flatMap(({ removed, value }) => (removed ? value : [])),
    come: parts.flatMap(({ added: isNew, value }) => (isNew ? value : [])),
  };
};

const added = [
  '  - at: 2026-01-17T10:01:00Z',
  '    status: resolved',
  '    text: "It is over: all is well."',
];

describe('an update is added, and every other byte stays', () => {
  const head = '# ours\nkind: incident # an outage\ntitle: "Late"\n';
  test.each([
    ['at the end', `${head}updates:\n  - at: x\n    text: 'a'\n`, added],
    ['before another key', `${head}updates:\n  - at: x\n    text: a\nworkaround: none\n`, added],
    ['where nothing ends the last line', `${head}updates:\n  - at: x\n    text: a`, added],
    ['behind a comment', `${head}updates:\n  - at: x\n    text: a # said late\n`, added],
    [
      'behind a text of lines',
      `${head}updates:\n  - at: x\n    text: |\n      a\n\n      b\n`,
      added,
    ],
    ['behind a folded text', `${head}updates:\n  - text: >-\n      a\n      b\n    at: x\n`, added],
    [
      'in one line, behind another',
      `${head}updates:\n  - { at: x, text: a }\n\n# end\n`,
      ['  - { at: 2026-01-17T10:01:00Z, status: resolved, text: "It is over: all is well." }'],
    ],
    [
      'without indentation',
      `${head}updates:\n- at: x\n  text: a-b\n`,
      added.map((line) => line.slice(2)),
    ],
    [
      'with windows of its own',
      `${head}updates:\n    - at: x\n      text: a\n`,
      added.map((line) => `  ${line}`),
    ],
  ])('%s', (_, text, lines) => {
    const after = changed(text, [append]);
    expect(difference(text, after)).toEqual({ gone: [], come: lines });
    expect((parse(after) as { updates: unknown[] }).updates.at(-1)).toEqual(update);
  });
});

describe('an end is put behind the beginning of a window', () => {
  test.each([
    [
      'in lines',
      'impact:\n  - service: api\n    from: x # since\n    share: 0.4\n',
      '    to: 2026-01-17T10:00:00Z',
    ],
    [
      'in one line',
      'impact:\n  - { service: api, from: x, share: 0.4 } # all\n',
      '  - { service: api, from: x, to: 2026-01-17T10:00:00Z, share: 0.4 } # all',
    ],
  ])('%s', (_, text, line) => {
    expect(difference(text, changed(text, [ended])).come).toEqual([line]);
  });
});

test('a value is replaced where it stands', () => {
  const text = 'scheduled: { from: "x", to: y } # told\nimpact: []\n';
  expect(
    changed(text, [{ do: 'set', at: ['scheduled', 'from'], value: '2026-01-17T10:00:00Z' }]),
  ).toBe('scheduled: { from: 2026-01-17T10:00:00Z, to: y } # told\nimpact: []\n');
});

test('where lines end with CR and LF, all of them do', () => {
  const text = 'title: x\nupdates:\n  - at: y\n';
  const after = changed(text.replaceAll('\n', '\r\n'), [append]);
  expect(after).toBe(changed(text, [append]).replaceAll('\n', '\r\n'));
});

test.each(['>-\n  Wait\n  a little.', "'Wait' # for now", '|\n  Wait.\n\n'])(
  'a text is replaced by another, and what follows stays: %j',
  (text) => {
    const file = `title: x\nworkaround: ${text}\nimpact: [] # none\n`;
    const after = changed(file, [
      { do: 'set', at: ['workaround'], value: 'Retry: "now".\nOr later.' },
    ]);
    expect(after.startsWith('title: x\nworkaround: ')).toBe(true);
    expect(after.endsWith('\nimpact: [] # none\n')).toBe(true);
    expect((parse(after) as { workaround: string }).workaround).toBe('Retry: "now".\nOr later.');
  },
);

test.each([
  ['an empty list', 'kind: maintenance # ours\nupdates: []\n'],
  ['no list', 'kind: maintenance # ours\n'],
  ['a list in one line', 'kind: maintenance # ours\nupdates: [{ at: x }]\n'],
])('%s gets the update too, and the comment stays', (_, text) => {
  const after = changed(text, [append]);
  expect(after).toContain('# ours');
  expect((parse(after) as { updates: unknown[] }).updates.at(-1)).toEqual(update);
});

test.each(readdirSync('content/incidents'))('of %s only what is new is different', (name) => {
  const text = readFileSync(`content/incidents/${name}`, 'utf8');
  const { gone, come } = difference(text, changed(text, [append]));
  const isEmpty = text.includes('\nupdates: []\n');
  expect(gone).toEqual(isEmpty ? ['updates: []'] : []);
  expect(come).toEqual(isEmpty ? ['updates:', ...added] : added);
});

test('the first item of an empty list stands below its key, and what stands behind the list stays', () => {
  const text = 'updates: []   # none yet\nsilence:\n  because: >-\n    a\n    b\n';
  expect(changed(text, [append])).toBe(
    text.replace(' []   # none yet\n', () => `   # none yet\n${added.join('\n')}\n`),
  );
});

test('any text comes back as it was said, and what stood before it begins the file', () => {
  const texts = fc.string({ unit: 'grapheme', maxLength: 200 }).map((text) => text.trim());
  fc.assert(
    fc.property(texts, texts, (first, second) => {
      const start = 'title: x\nupdates:\n  - at: y\n    text: z\n';
      const say = (text: string): Change => ({ do: 'append', to: ['updates'], value: { text } });
      const after = changed(start, [say(first), say(second)]);
      expect(after.startsWith(start)).toBe(true);
      expect((parse(after) as { updates: unknown[] }).updates.slice(1)).toEqual([
        { text: first },
        { text: second },
      ]);
    }),
    { numRuns: 200 },
  );
});
