import type { GetStaticPaths } from 'astro';
import { feedRoute } from '../../../feeds/feed-route.ts';
import { serviceFeed } from '../../../feeds/feeds.ts';
import { getRecord } from '../../../site/get-record.ts';

export const getStaticPaths = (() =>
  getRecord().services.map(({ id }) => ({ params: { id } }))) satisfies GetStaticPaths;

export const GET = feedRoute('rss', (locals, { id = '' }) => {
  const service = locals.record.service.get(id);
  if (!service) throw new Error(`There is no service ${id}.`);
  return serviceFeed(service, locals);
});
