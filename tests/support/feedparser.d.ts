declare module 'feedparser' {
  import type { Transform } from 'node:stream';

  interface Item {
    title: string;
    summary: string;
  }
  export default class FeedParser extends Transform {
    meta: { title: string; description: string };
    read(): Item | null;
  }
}
