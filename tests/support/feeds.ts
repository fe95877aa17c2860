import { extractFromJson, extractFromXml } from '@extractus/feed-extractor';
import FeedParser from 'feedparser';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import { indexRecord } from '../../src/domain/record/index-record.ts';
import { asOf } from '../../src/domain/record/record.ts';
import { filesInMemory } from '../../src/record/files/files.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { formatIn } from '../../src/strings/format.ts';
import { stringsIn } from '../../src/strings/index.ts';
import type { RecordFiles } from './edit.ts';

/** What feeds are made from: a record that has no errors, as of `now`. */
export function localsOf(files: RecordFiles, now: string): App.Locals {
  const at = Date.parse(now);
  const { record, findings } = readRecord(filesInMemory(files), at);
  if (!record) throw new Error(findings.map(({ file, code }) => `${file}: ${code}`).join('\n'));
  const { language, time_zone: zone } = record.site;
  return {
    record: indexRecord(asOf(record, at), at),
    say: stringsIn(language, {}),
    format: formatIn(language, zone),
    tongue: undefined,
  };
}

/** An entry as a reader knows it. */
export interface Read {
  id: string | undefined;
  link: string | undefined;
  /** As far as the parser tells. */
  published: number;
  title: string | undefined;
}

const time = (value: unknown): number => Date.parse(String(value));

async function byFeedparser(xml: string): Promise<Read[]> {
  const parser = new FeedParser();
  const items: Read[] = [];
  parser.on('data', (item: { guid: string; link: string; pubdate: Date; title: string }) =>
    items.push({
      id: item.guid,
      link: item.link,
      published: item.pubdate.getTime(),
      title: item.title,
    }),
  );
  await new Promise((resolve) => parser.on('end', resolve).end(xml));
  return items;
}

async function byRssParser(xml: string): Promise<Read[]> {
  const { items } = await new RssParser().parseString(xml);
  return items.map((item) => ({
    id: item.guid ?? (item as { id?: string }).id,
    link: item.link,
    published: time(item.isoDate),
    title: item.title,
  }));
}

const byExtractor = (feed: ReturnType<typeof extractFromXml>): Read[] =>
  (feed.entries ?? []).map(({ id, link, published, title }) => ({
    id,
    link,
    published: time(published),
    title,
  }));

export type Parser = (text: string) => Read[] | Promise<Read[]>;
type Parsers = Record<string, Parser> & { feedsmith: Parser };

/** All parsers of a form, by their names. */
export const parsers: Record<'rss' | 'atom' | 'json', Parsers> = {
  rss: {
    feedsmith: (text) =>
      (parseRssFeed(text).items ?? []).map(({ guid, link, pubDate, title }) => ({
        id: guid?.value,
        link,
        published: time(pubDate),
        title,
      })),
    'rss-parser': byRssParser,
    feedparser: byFeedparser,
    'feed-extractor': (text) => byExtractor(extractFromXml(text)),
  },
  atom: {
    feedsmith: (text) =>
      (parseAtomFeed(text).entries ?? []).map(({ id, links, published, title }) => ({
        id,
        link: links?.[0]?.href,
        published: time(published),
        title: title?.value,
      })),
    'rss-parser': byRssParser,
    feedparser: byFeedparser,
    'feed-extractor': (text) => byExtractor(extractFromXml(text)),
  },
  json: {
    feedsmith: (text) =>
      (parseJsonFeed(text).items ?? []).map(({ id, url, date_published, title }) => ({
        id,
        link: url,
        published: time(date_published),
        title,
      })),
    'feed-extractor': (text) => byExtractor(extractFromJson(text)),
  },
};
