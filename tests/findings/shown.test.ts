import { describe, expect, test, vi } from 'vitest';
import { hidden } from '../../src/text/hidden.ts';
import { guardField, guardStory } from '../../src/record/guard/guard.ts';
import { edited } from '../support/edit.ts';
import { codesIn } from '../support/reading.ts';

const file = 'incidents/late-webhooks.yaml';
const replace = 'title: Webhooks arrived late';
const titled = (title: string) => codesIn(edited({ file, replace, by: `title: ${title}` }));

describe('a title that shows nothing is refused once, however it is written', () => {
  test.each([
    '"&nbsp;"',
    '"&#160;&#8193;"',
    '"[](https://x.example)"',
    '"[&shy;](https://x.example)"',
    '"&#x3164;"',
    '"[a]: https://x.example"',
    '"---"',
    '"**&nbsp;**"',
  ])('%s', (title) => {
    expect(titled(title)).toEqual(['content-empty']);
  });

  test.each(['"\\u3164"', '"\\u2800"', '"\\u00AD"'])('%s', (title) => {
    expect(titled(title)).toEqual(expect.arrayContaining(['wrong-value']));
  });
});

describe('a mark that does not show is refused once, however it is written', () => {
  test.each([
    ['"a &#8238;b"', 'content-hidden'],
    ['"a &#x202E;b"', 'content-hidden'],
    ['"a `b` [c](https://x.example \'&rlm;d\')"', 'content-hidden'],
    ['"a \\u202Eb"', 'wrong-value'],
  ])('%s', (title, code) => {
    expect(titled(title)).toEqual([code]);
  });

  test.each(['"a&nbsp;b"', '"a&zwj;b"', '"`&#8238;`"', '"\\\\&#8238;"', '"&amp;#8238;"'])(
    'and %s is fine',
    (title) => {
      expect(titled(title)).toEqual([]);
    },
  );
});

test('a text is looked through once, however much there is in it', () => {
  const pages = {
    incidents: new Set<string>(),
    postmortems: new Set<string>(),
    services: new Set<string>(),
    history: new Set<string>(),
    lists: 1,
    causes: new Set<string>(),
    credits: false,
    files: new Set<string>(),
    moved: new Set<string>(),
  };
  const look = vi.spyOn(hidden, 'test');
  const text = '# a\n\n- *b*\n\n'.repeat(50);
  expect(guardField(text, { pages })).toEqual([]);
  expect(guardStory(text, { pages, hasPicture: undefined })).toEqual([]);
  expect(look).toHaveBeenCalledTimes(2);
  look.mockRestore();
});
