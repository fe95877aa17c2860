import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockHtml, inlineHtml, plainText } from '../../src/site/markdown.ts';
import { shownHtml } from '../support/shown-html.ts';

const evil =
  '[x](https://x.example "><meta http-equiv=refresh content=0;url=https://evil.example>")';

describe('a line', () => {
  test.each([
    ['Slow **and** `<late>`', 'Slow <strong>and</strong> <code>&lt;late&gt;</code>'],
    ['a [b](/c/) d', 'a <a href="/base/c/">b</a> d'],
    ['<b>x</b>', '&lt;b&gt;x&lt;/b&gt;'],
    ['# x', '# x'],
    ['- x', '- x'],
    ['a & b', 'a &amp; b'],
    ['![a](b.png)', 'a'],
    ['[a]: https://x.example', '[a]: https://x.example'],
    ['</p><p>', '&lt;/p&gt;&lt;p&gt;'],
  ])('%j', (text, html) => {
    expect(inlineHtml(text, '/base/')).toBe(html);
  });

  test.each([
    ['a [b](/c/) d', 'a b d'],
    ['**[a *b*](/c/)** https://d.example', '<strong>a <em>b</em></strong> https://d.example'],
    [evil, 'x'],
    ['[a](https://x.example/"> "b")', 'a'],
    ['[`</a>`](https://x.example)', '<code>&lt;/a&gt;</code>'],
  ])('%j in a link', (text, html) => {
    expect(shownHtml(inlineHtml(text, '/', { inLink: true }))).toEqual(shownHtml(html));
  });
});

describe('plain words', () => {
  test.each([
    ['Slow **and** `<late>`', 'Slow and <late>'],
    ['`<img src=https://evil.example/p.gif>`', '<img src=https://evil.example/p.gif>'],
    [evil, 'x'],
    ['AT&T &amp; &lt;b&gt; &#60;', 'AT&T & <b> <'],
    ['`&lt;`', '&lt;'],
    ['# x', '# x'],
    ['a\nb\\\nc\n\n- d\n- e', 'a b c d e'],
    ['| a | b |\n|---|---|\n| c | d |', 'a b c d'],
    ['# a\n\nb', 'a b'],
    ['![a](b.png) c', 'a c'],
    ['<b>x</b>', '<b>x</b>'],
  ])('%j', (text, words) => {
    expect(plainText(text)).toBe(words);
  });
});

test('whatever is written, only elements of Markdown come out, and none that leads anywhere within a link', () => {
  const piece = fc.constantFrom(
    ...['[', ']', '(', ')', '"', "'", '<', '>', '</a>', '<a href=', '`', '*', '&quot;', '&#62;'],
    ...['https://x.example', ' ', '\\', '\n', '!', '<meta>', 'x', '<!--', '-->', '{', '|', '~~'],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const text = pieces.join('').trim() || 'x';
      const allowed = ['a', 'strong', 'em', 'code', 'br', 'del'];
      const blocks = ['p', 'blockquote', 'hr', 'pre', 'ul', 'ol', 'li', 'table'];
      const linked = shownHtml(inlineHtml(text, '/')).elements;
      const bare = shownHtml(inlineHtml(text, '/', { inLink: true })).elements;
      expect(linked.filter((name) => !allowed.includes(name))).toEqual([]);
      expect(bare).toEqual(linked.filter((name) => name !== 'a'));
      expect(
        shownHtml(blockHtml(text, '/')).elements.filter(
          (name) => ![...allowed, ...blocks].includes(name),
        ),
      ).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

/** What fields of words are made of, with beginnings that mean something in Markdown. */
const pieces = fc.constantFrom(
  ..."aZéß09 ,.;?'’“”%–-".split(''),
  ...['  ', ' - ', '--', '...', 'www', 'Www', 'http', 'e.g. ', '1. '],
);

test('words alone become what the Markdown parser makes of them', () => {
  fc.assert(
    fc.property(fc.string({ unit: pieces, maxLength: 30 }), (rest) => {
      const text = `a${rest}`.trim();
      // With a star behind it, the parser has to be asked.
      const [block, line, plain] = [
        blockHtml(`${text} \\*`, '/'),
        inlineHtml(`${text} \\*`, '/'),
        plainText(`${text} \\*`),
      ];
      expect(blockHtml(text, '/').replace('</p>', ' *</p>')).toBe(block);
      expect(`${inlineHtml(text, '/')} *`).toBe(line);
      expect(`${plainText(text)} *`).toBe(plain);
    }),
    { numRuns: 500 },
  );
});
