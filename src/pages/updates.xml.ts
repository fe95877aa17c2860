import { feedRoute } from '../feeds/feed-route.ts';
import { updatesFeed } from '../feeds/feeds.ts';

export const GET = feedRoute('rss', updatesFeed);
