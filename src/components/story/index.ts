import Figure from './Figure.astro';
import Note from './Note.astro';
import Quote from './Quote.astro';
import Timeline from './Timeline.astro';

/** What a story may use besides Markdown; src/record/guard/allowed.ts names the same and their attributes. */
export const storyComponents = { Timeline, Figure, Note, Quote };
