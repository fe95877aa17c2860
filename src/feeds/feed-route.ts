import type { APIRoute } from 'astro';
import { contentOf } from './contents.ts';
import type { Outline } from './feeds.ts';
import type { Feed } from './model/entry.ts';
import { atomText } from './print/atom.ts';
import { jsonFeedText } from './print/json-feed.ts';
import { rssText } from './print/rss.ts';

const printers = {
  rss: { print: rssText, type: 'application/rss+xml; charset=utf-8' },
  atom: { print: atomText, type: 'application/atom+xml; charset=utf-8' },
  json: { print: jsonFeedText, type: 'application/feed+json' },
};

async function withContents(outline: Outline, locals: App.Locals): Promise<Feed> {
  const entries = [];
  for (const { subject, ...entry } of outline.entries)
    entries.push({ ...entry, content: await contentOf({ ...entry, subject }, locals) });
  return { ...outline, entries };
}

/** Answers with a feed, in one of the forms that readers take. */
export const feedRoute =
  (
    form: keyof typeof printers,
    feedOf: (locals: App.Locals, params: Partial<Record<string, string>>) => Outline,
  ): APIRoute =>
  async ({ locals, params }) => {
    const { print, type } = printers[form];
    const text = print(await withContents(feedOf(locals, params), locals));
    return new Response(text, { headers: { 'content-type': type } });
  };
