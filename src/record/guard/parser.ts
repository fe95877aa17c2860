import { createRequire } from 'node:module';
import type * as satteri from 'satteri';

let loaded: typeof satteri | undefined;

/** The parser of Markdown. A record whose texts are words alone does without. */
export const parser = (): typeof satteri =>
  (loaded ??= createRequire(import.meta.url)('satteri') as typeof satteri);
