import { feedRoute } from '../feeds/feed-route.ts';
import { recordFeed } from '../feeds/feeds.ts';
import { paths } from '../site/paths.ts';

export const GET = feedRoute('json', recordFeed(paths.jsonFeed));
