import RSS from 'rss';
import { escapeText } from '../text/escape-html.ts';
import { absolute, paths } from '../site/paths.ts';

/** Something that a feed tells of. */
export interface FeedItem {
  /** Names it for ever, wherever the site is served and whatever its title becomes. */
  id: string;
  /** Plain words, like the summary. */
  title: string;
  path: string;
  /** Epoch ms. */
  at: number;
  summary: string;
  /** The whole of it as HTML with absolute addresses. */
  content: () => Promise<string>;
}

interface Channel {
  title: string;
  description: string;
  language: string;
  /** Where the feed itself is. */
  path: string;
}

const mostItems = 50;

/** XML 1.0 has no way to write these. */
const forbidden =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const xmlText = (text: string): string => text.replace(forbidden, '');

/** Readers take titles and descriptions for HTML, whatever they look like. */
const asHtml = (text: string): string => escapeText(xmlText(text));

/** The newest items as RSS. Nothing in it depends on the clock but that planned work begins and promises fall due: else the same record gives the same feed. */
export async function rssOf(
  { title, description, language, path }: Channel,
  items: readonly FeedItem[],
): Promise<string> {
  const newest = [...items]
    .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
    .slice(0, mostItems);
  const feed = new RSS({
    title: asHtml(title),
    description: asHtml(description),
    generator: 'Ownup',
    feed_url: absolute(path),
    site_url: absolute(paths.home),
    language,
  });
  for (const { id, title: name, path: page, at, summary, content } of newest) {
    feed.item({
      title: asHtml(name),
      description: asHtml(summary),
      url: absolute(page),
      guid: id,
      date: new Date(at),
      custom_elements: [{ 'content:encoded': { _cdata: xmlText(await content()) } }],
    });
  }
  const [first] = newest;
  return feed
    .xml({ indent: true })
    .replace(/\s*<lastBuildDate>[^<]*<\/lastBuildDate>/, (stamp) =>
      first ? stamp.replace(/>[^<]+</, `>${new Date(first.at).toUTCString()}<`) : '',
    );
}

export const rssResponse = (xml: string): Response =>
  new Response(xml, { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } });
