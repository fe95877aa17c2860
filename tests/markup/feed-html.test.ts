import { expect, test } from 'vitest';
import { blockHtml, plainText } from '../../src/site/markdown.ts';
import { feedHtml } from '../../src/feeds/print/feed-html.ts';

const inFeed = (markdown: string): string =>
  feedHtml(blockHtml(markdown, '/'), 'https://ferry.example/incidents/late/').replace(/\n/g, '');

test.each([
  ['- [x] seen\n- [ ] mended', '<li><span>☑</span> seen</li><li><span>☐</span> mended</li>'],
  ['- a\n- b', '<li>a</li><li>b</li>'],
  ['Run `ping`.', 'Run <code dir="ltr">ping</code>.'],
  ['```\na < b\n```', '<pre dir="ltr"><code dir="ltr">a &lt; b</code></pre>'],
])('a feed shows of %j what the page shows', (markdown, html) => {
  expect(inFeed(markdown)).toContain(html);
});

test('words in one line keep the marks of tasks', () => {
  expect(plainText('Tasks:\n\n- [x] seen\n- [ ] mended')).toBe('Tasks: ☑ seen ☐ mended');
});

test('a language that is marked stays so', () => {
  const html =
    '<div lang="ar" dir="rtl" class="x"><p><span lang="ar" dir="rtl">نص</span></p></div>';
  expect(feedHtml(html, 'https://ferry.example/')).toBe(html.replace(' class="x"', ''));
});
