import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { storyLoader } from './site/astro/story-loader.ts';

/** The stories of the postmortems. All facts, theirs too, come from src/site/get-record.ts. */
export const collections = {
  stories: defineCollection({ loader: storyLoader(), schema: z.object({}) }),
};
