import { generateJsonFeed } from 'feedsmith';
import { absolute, paths } from '../../site/paths.ts';
import type { Feed } from '../model/entry.ts';
import { xmlText } from './xml-text.ts';

/** A feed as JSON Feed 1.1. */
export const jsonFeedText = ({
  title,
  description,
  language,
  author,
  path,
  hub,
  entries,
}: Feed): string =>
  JSON.stringify(
    generateJsonFeed({
      title: xmlText(title),
      description: xmlText(description),
      language,
      home_page_url: absolute(paths.home),
      feed_url: absolute(path),
      authors: [{ name: xmlText(author) }],
      ...(hub && { hubs: [{ type: 'WebSub', url: hub }] }),
      items: entries.map((entry) => ({
        id: entry.id,
        url: absolute(entry.path),
        title: xmlText(entry.title),
        summary: xmlText(entry.summary),
        content_html: xmlText(entry.content),
        date_published: new Date(entry.published),
        date_modified: new Date(entry.updated),
      })),
    }),
  );
