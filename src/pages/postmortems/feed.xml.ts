import { feedRoute } from '../../feeds/feed-route.ts';
import { postmortemsFeed } from '../../feeds/feeds.ts';

export const GET = feedRoute('rss', postmortemsFeed);
