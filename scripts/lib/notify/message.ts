import type { News } from '../../../src/domain/news/news.ts';
import { isToldByItself, newsOf } from '../../../src/domain/news/news.ts';
import type { RecordIndex } from '../../../src/domain/record/index-record.ts';
import { newsEntry } from '../../../src/feeds/model/news-entries.ts';
import { feedHtml } from '../../../src/feeds/print/feed-html.ts';
import { blockHtml } from '../../../src/site/markdown.ts';
import { pathsUnder } from '../../../src/site/places.ts';
import { formatIn } from '../../../src/strings/format.ts';
import { spokenIn, stringsIn } from '../../../src/strings/index.ts';
import { escapeHtml } from '../../../src/text/escape-html.ts';

/** A piece of news as it is sent. */
export interface Message {
  /** That of the news, the same as in `updates.xml`. */
  id: string;
  /** When it happened, epoch ms. */
  at: number;
  /** What happened, in the words of feeds and `site.yaml`. */
  type: News['type'];
  /** Plain words, as is the text. */
  title: string;
  text: string;
  /** The text with its paragraphs, as HTML with whole addresses. */
  html: string;
  /** The page that tells of it. */
  address: string;
}

/** The Markdown that somebody wrote for it, where that is more than a line. */
function writtenIn(news: News): string | undefined {
  if (news.type === 'update') return news.update.text;
  if ('correction' in news) return news.correction.text;
  return news.type === 'postmortem' ? news.postmortem.summary : undefined;
}

/** All that has happened, as it would be sent, the oldest first. `home`: the address of the status page, with a slash at its end. */
export function messagesOf(record: RecordIndex, home: string): Message[] {
  const { origin, pathname } = new URL(home);
  const { translations } = record;
  const { language, time_zone: zone } = record.site;
  const words = {
    say: stringsIn(language, translations),
    format: formatIn(spokenIn(language, translations), zone),
    paths: pathsUnder(pathname),
  };
  return newsOf(record)
    .filter(isToldByItself)
    .map((news): Message => {
      const { title, path, summary } = newsEntry(news, words);
      const address = origin + path;
      const written = writtenIn(news);
      return {
        id: news.id,
        at: news.at,
        type: news.type,
        title,
        text: summary,
        html: written
          ? feedHtml(blockHtml(written, pathname), address)
          : `<p>${escapeHtml(summary)}</p>`,
        address,
      };
    })
    .reverse();
}
