import { feedRoute } from '../feeds/feed-route.ts';
import { promisesFeed } from '../feeds/feeds.ts';

export const GET = feedRoute('rss', promisesFeed);
