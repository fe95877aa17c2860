import { extractFromXml } from '@extractus/feed-extractor';
import FeedParser from 'feedparser';
import { parseRssFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { SaxesParser } from 'saxes';
import { describe, expect, test, vi } from 'vitest';
import { plainText } from '../../src/site/markdown.ts';
import { shownHtml } from '../support/shown-html.ts';

vi.stubEnv('SITE', 'https://status.ferry.example');
const { rssText } = await import('../../src/feeds/print/rss.ts');

/** What a reader is given: the texts of the feed and of its only item. */
type Read = Record<'feed' | 'about' | 'title' | 'summary', string | undefined>;

async function byFeedparser(xml: string): Promise<Read> {
  const parser = new FeedParser();
  const items: { title: string; summary: string }[] = [];
  parser.on('data', (item: { title: string; summary: string }) => items.push(item));
  await new Promise((resolve) => parser.on('end', resolve).end(xml));
  const { title: feed, description: about } = parser.meta;
  return { feed, about, title: items[0]?.title, summary: items[0]?.summary };
}

const handsOutHtml: [string, (xml: string) => Read | Promise<Read>][] = [
  [
    'feedsmith',
    (xml) => {
      const { title: feed, description: about, items: [item] = [] } = parseRssFeed(xml);
      return { feed, about, title: item?.title, summary: item?.description };
    },
  ],
  [
    'rss-parser',
    async (xml) => {
      const parsed = await new RssParser().parseString(xml);
      const { title: feed, description: about, items } = parsed;
      return { feed, about, title: items[0]?.title, summary: items[0]?.content };
    },
  ],
  ['feedparser', byFeedparser],
];

const fields = [
  '`<img src=https://evil.example/p.gif>`',
  '`<script>alert(1)</script>` ]]> `&lt;b&gt;`',
  'AT&T "late" & <b>slow</b> &amp;lt; **now**',
  '`]]><item><title>forged</title></item>`',
  '`</title><lastBuildDate>never</lastBuildDate>`',
];

describe.each(fields)('%s in a feed', (field) => {
  const words = plainText(field);
  const meant = { feed: words, about: words, title: words, summary: words };
  const xml = rssText({
    title: words,
    description: words,
    language: 'en',
    author: words,
    path: '/feed.xml',
    hub: undefined,
    entries: [
      {
        id: 'a',
        path: '/a/',
        published: 0,
        updated: 0,
        title: words,
        summary: words,
        content: '<p>a</p>',
      },
    ],
  });

  test.each(handsOutHtml)('is text in the HTML that %s hands out', async (_name, read) => {
    const given = await read(xml);
    for (const [name, html = ''] of Object.entries(given))
      expect(shownHtml(html), name).toEqual({ elements: [], text: meant[name as keyof Read] });
  });

  test('is the text that feed-extractor makes of the HTML', () => {
    const { title, description, entries } = extractFromXml(xml);
    expect([title, description, entries?.length, entries?.[0]?.title]).toEqual([
      words,
      words,
      1,
      words,
    ]);
  });

  test('leaves the XML whole', () => {
    const parser = new SaxesParser({ xmlns: true });
    const elements: string[] = [];
    parser.on('opentag', ({ name }) => elements.push(name));
    parser.write(xml).close();
    expect(elements.filter((name) => /^(item|title|lastBuildDate)$/.test(name))).toEqual([
      'title',
      'lastBuildDate',
      'item',
      'title',
    ]);
  });
});
