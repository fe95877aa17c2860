/// <reference types="astro/client" />

declare namespace App {
  /** What every component may ask for. */
  interface Locals {
    record: import('./domain/record/index-record.ts').RecordIndex;
    say: import('./strings/index.ts').Strings;
    format: import('./strings/format.ts').Format;
    /** The language of what the company wrote, where the pages speak another. */
    tongue: import('./strings/index.ts').Tongue | undefined;
  }
}

/** What `src/site/astro/stories.ts` writes: the stories, by the ids of their postmortems. One that has no story is not in it. */
declare module 'ownup:stories' {
  export const stories: Readonly<
    Record<
      string,
      () => Promise<{ Content: import('astro/runtime/server/index.js').AstroComponentFactory }>
    >
  >;
}

/** For compilers that know nothing of Astro; those that do look into the file itself. */
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}
