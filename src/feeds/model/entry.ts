import type { News } from '../../domain/news/news.ts';
import type { Incident } from '../../domain/incident.ts';

/** What a feed can tell of: something that happened, or an incident with all that happened in it. */
export type Subject = News | { type: 'incident'; incident: Incident };

/** Something that a feed tells of. */
export interface Entry {
  /** Names it for ever, wherever the site is served and whatever is corrected in the record. */
  id: string;
  /** Plain words, like the summary. */
  title: string;
  /** The page that tells of it, and the place there. */
  path: string;
  /** When it was first said, and when something last happened to it; epoch ms. */
  published: number;
  updated: number;
  summary: string;
  subject: Subject;
}

/** How a feed presents itself. */
export interface Channel {
  title: string;
  description: string;
  language: string;
  /** Who speaks in it. */
  author: string;
  /** Where the feed itself is. */
  path: string;
  /** Where it says at once that it has changed (WebSub). */
  hub: string | undefined;
}

/** Entries with their whole texts, as HTML with absolute addresses; the newest first. */
export interface Feed extends Channel {
  entries: readonly (Omit<Entry, 'subject'> & { content: string })[];
}

/** So many entries a feed has at the most: what is older is on the page. */
export const mostEntries = 50;
