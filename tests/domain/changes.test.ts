import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paired } from '../../src/domain/changes/paired.ts';
import { isRedaction, masked } from '../../src/domain/changes/redaction.ts';
import { piecesOf, storyChanges } from '../../src/domain/changes/story-changes.ts';
import { isTypoSized } from '../../src/domain/changes/typo.ts';
import { wordDiff } from '../../src/domain/changes/word-diff.ts';

describe('a slip of the pen is', () => {
  test.each([
    ['blanks and lines', 'Webhooks were\n  late.', 'Webhooks were late.'],
    ['a stop', 'Webhooks were late, and lost', 'Webhooks were late and lost.'],
    ['a capital', 'webhooks were late', 'Webhooks were late'],
    ['a letter too many', 'The deliverry failed.', 'The delivery failed.'],
    ['two letters changed about in a long word', 'They were delievred.', 'They were delivered.'],
  ])('%s', (_, was, is) => {
    expect(isTypoSized(was, is)).toBe(true);
    expect(isTypoSized(is, was)).toBe(true);
  });

  test.each([
    ['a number', 'It took 47 minutes.', 'It took 48 minutes.'],
    ['a comma in a number', 'We lost 1,118.', 'We lost 1.118.'],
    ['a sign before a number', 'It fell by 5.', 'It fell by -5.'],
    ['a percent sign', 'It was 5% of them.', 'It was 5 of them.'],
    ['a time', 'Since 09:14 it failed.', 'Since 09:41 it failed.'],
    ['a name', 'The supplier Meyers failed.', 'The supplier Mayers failed.'],
    ['another word of few letters', 'Webhooks were lost.', 'Webhooks were late.'],
    ['now and not', 'It is now safe.', 'It is not safe.'],
    ['a word turned around', 'They were affected.', 'They were unaffected.'],
    ['a comma that turns a sentence around', 'No, webhooks were lost.', 'No webhooks were lost.'],
    ['major and minor', 'It was a major outage.', 'It was a minor outage.'],
    ['a word less', 'All webhooks were lost.', 'Webhooks were lost.'],
    ['a word more', 'Webhooks were lost.', 'Few webhooks were lost.'],
    ['two words', 'The deliverry is retryed.', 'The delivery is retried.'],
    ['an address', 'See [it](https://a.example/x).', 'See [it](https://a.example/y).'],
    ['code', 'We set `workers` again.', 'We set `worker` again.'],
    ['words that stand the other way round', 'We told them first.', 'First we told them.'],
    ['kein und ein', 'Es ging kein Ereignis verloren.', 'Es ging ein Ereignis verloren.'],
  ])('not %s', (_, was, is) => {
    expect(isTypoSized(was, is)).toBe(false);
    expect(isTypoSized(is, was)).toBe(false);
  });

  test('never one in a text with other digits', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'abcde ,.', ...'0123456789'),
      maxLength: 40,
    });
    const digits = (of: string): string => of.replace(/\D/g, '');
    fc.assert(
      fc.property(text, text, (was, is) => {
        if (digits(was) !== digits(is)) expect(isTypoSized(was, is)).toBe(false);
        expect(isTypoSized(was, is)).toBe(isTypoSized(is, was));
        expect(isTypoSized(was, was)).toBe(true);
      }),
    );
  });
});

const words = fc
  .array(fc.constantFrom('one', 'two', '1,118', '09:14', 'näher', '事件', '[redacted]', ',', '.'), {
    maxLength: 12,
  })
  .map((all) => all.join(' '));

describe('a difference of words', () => {
  const of = (kind: 'was' | 'is', parts: ReturnType<typeof wordDiff>): string =>
    parts
      .filter((part) => part.kind === 'same' || part.kind === kind)
      .map(({ text }) => text)
      .join('');

  test('has both texts in it, whole', () => {
    fc.assert(
      fc.property(words, words, (was, is) => {
        const parts = wordDiff(was, is, 'en');
        expect([of('was', parts), of('is', parts)]).toEqual([was, is]);
      }),
    );
  });

  test('shows numbers whole, and words that stand together as one change', () => {
    expect(wordDiff('We lost 1,118 of them.', 'We lost 1,240 of them.', 'en')).toEqual([
      { kind: 'same', text: 'We lost ' },
      { kind: 'was', text: '1,118' },
      { kind: 'is', text: '1,240' },
      { kind: 'same', text: ' of them.' },
    ]);
    expect(wordDiff('It was very slow.', 'It failed often.', 'en').map(({ kind }) => kind)).toEqual(
      ['same', 'was', 'is', 'same'],
    );
  });
});

describe('what was taken out', () => {
  test.each([
    [true, 'Nothing of Example Ltd is lost.', 'Nothing of [redacted] is lost.'],
    [true, 'Ask Kim or Lee.', 'Ask [redacted] or [redacted].'],
    [true, 'key_0123456789', '[redacted]'],
    [true, 'Beim Kunden Muster  war es aus.', 'Beim Kunden [geschwärzt] war es aus.'],
    [false, 'Nothing of Example Ltd is lost.', 'Nothing of [redacted] is late.'],
    [false, 'Nothing is lost.', 'Nothing is [redacted] lost.'],
    [false, 'Nothing is lost.', 'Nothing is lost. [redacted]'],
    [false, 'Nothing is lost.', 'Nothing was lost.'],
    [false, 'aba', 'a[redacted]aba'],
  ])('%s: “%s” became “%s”', (is, was, became) => {
    expect(isRedaction(was, became)).toBe(is);
  });

  test('is not repeated, though the rest is corrected at the same time', () => {
    const [was, is] = ['Kim Doe lost 3 events.', '[redacted] lost 4 events.'];
    expect(masked(was, is, 'en')).toBe('[redacted] lost [redacted] events.');
    expect(isRedaction(was, masked(was, is, 'en'))).toBe(true);
    expect(masked(is, is.replace('4', '5'), 'en')).toBe(is);
    expect(masked('All is well.', undefined, 'en')).toBe('All is well.');
  });

  test('is never in what is repeated', () => {
    fc.assert(
      fc.property(words, words, words, (before, after, other) => {
        const was = `${before} hunter2 ${after}`;
        expect(isRedaction(was, `${before} [redacted] ${after}`)).toBe(true);
        const marked = `${was.match(/\[redacted\]/g)?.join(' ') ?? ''} [redacted] ${other}`;
        expect(masked(was, marked, 'en')).not.toContain('hunter2');
      }),
    );
  });
});

describe('items of two lists', () => {
  const pairs = (before: string, after: string): string[] =>
    paired([...before], [...after], {
      nameOf: (item) => (/[A-Z]/.test(item) ? item : undefined),
      isSame: (a, b) => a === b,
    }).map(({ before: old, after: now }) => `${old ?? '-'}${now ?? '-'}`);

  test.each([
    ['the same', 'abc', 'abc', ['00', '11', '22']],
    ['one more at the end', 'ab', 'abc', ['00', '11', '-2']],
    ['one more between', 'ac', 'abc', ['00', '-1', '12']],
    ['one less', 'abc', 'ac', ['00', '1-', '21']],
    ['another one in the place of one', 'abc', 'axc', ['00', '11', '22']],
    ['names in another order', 'AB', 'BA', ['10', '01']],
  ])('%s', (_, before, after, expected) => {
    expect(pairs(before, after).sort()).toEqual([...expected].sort());
  });

  test('each stand in one pair', () => {
    const list = fc.string({ unit: fc.constantFrom(...'abAB'), maxLength: 8 });
    fc.assert(
      fc.property(list, list, (before, after) => {
        const all = paired([...before], [...after], {
          nameOf: (item) => (/[A-Z]/.test(item) ? item : undefined),
          isSame: (a, b) => a === b,
        });
        const places = (of: 'before' | 'after'): number[] =>
          all.flatMap((pair) => pair[of] ?? []).sort((a, b) => a - b);
        expect(places('before')).toEqual([...before].map((_, index) => index));
        expect(places('after')).toEqual([...after].map((_, index) => index));
      }),
    );
  });
});

describe('a story', () => {
  const story = 'First.\n\nSecond.\nIts end.\n\n```\na\n\nb\n```\n\nLast.\n';

  test('is divided at empty lines, but for code', () => {
    expect(piecesOf(story).map(({ text, line }) => [line, text])).toEqual([
      [1, 'First.'],
      [3, 'Second.\nIts end.'],
      [6, '```\na\n\nb\n```'],
      [12, 'Last.'],
    ]);
  });

  test('that is the same has no changes, however its lines are broken', () => {
    expect(storyChanges(story, story.replace('Second.\nIts', 'Second. Its'))).toEqual([]);
  });

  test.each([
    ['a piece that is other', 'First.', 'Other.', [['First.', 'Other.', 1]]],
    ['a piece that is gone', 'First.\n\n', '', [['First.', undefined, 1]]],
    ['a piece that is new', 'Last.', 'New.\n\nLast.', [[undefined, 'New.', 12]]],
    ['code that is other', 'b\n```', 'c\n```', [['```\na\n\nb\n```', '```\na\n\nc\n```', 6]]],
  ])('with %s has that', (_, from, to, expected) => {
    expect(
      storyChanges(story, story.replace(from, to)).map(({ was, is, line }) => [was, is, line]),
    ).toEqual(expected);
  });
});
