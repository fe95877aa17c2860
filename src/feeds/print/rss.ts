import RSS from 'rss';
import { absolute, paths } from '../../site/paths.ts';
import type { Feed } from '../model/entry.ts';
import { asHtml, xmlText } from './xml-text.ts';

/** When a feed last changed, which is when its newest entry did; epoch ms. */
const changedAt = ({ entries }: Feed): number | undefined => entries[0]?.updated;

/** A feed as RSS 2.0. `pubDate` stays; `atom:updated` says when an entry last changed. */
export function rssText(feed: Feed): string {
  const { title, description, language, path, hub, entries } = feed;
  const rss = new RSS({
    title: asHtml(title),
    description: asHtml(description),
    generator: 'Ownup',
    feed_url: absolute(path),
    site_url: absolute(paths.home),
    language,
    ...(hub && { hub }),
  });
  for (const { id, title: name, path: page, published, updated, summary, content } of entries) {
    rss.item({
      title: asHtml(name),
      description: asHtml(summary),
      url: absolute(page),
      guid: id,
      date: new Date(published),
      custom_elements: [
        { 'atom:updated': new Date(updated).toISOString() },
        { 'content:encoded': { _cdata: xmlText(content) } },
      ],
    });
  }
  const at = changedAt(feed);
  return rss
    .xml({ indent: true })
    .replace('<rss ', () => `<rss xml:lang="${language}" `)
    .replace(/\s*<lastBuildDate>[^<]*<\/lastBuildDate>/, (stamp) =>
      at === undefined ? '' : stamp.replace(/>[^<]+</, `>${new Date(at).toUTCString()}<`),
    );
}
