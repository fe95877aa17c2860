import type { APIRoute } from 'astro';
import { paths } from '../../site/paths.ts';
import { rssOf, rssResponse } from '../../feeds/channel.ts';
import { postmortemItems } from '../../feeds/items.ts';
import { spokenIn } from '../../strings/index.ts';

export const GET: APIRoute = async ({ locals }) => {
  const { record, say } = locals;
  const { name, language } = record.site;
  const channel = {
    title: say.feed.postmortems(name),
    description: say.postmortems.description(name),
    language: spokenIn(language),
    path: paths.postmortemsFeed,
  };
  return rssResponse(await rssOf(channel, postmortemItems(locals)));
};
