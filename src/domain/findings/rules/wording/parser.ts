import { createRequire } from 'node:module';
import type compromise from 'compromise/one';

let loaded: typeof compromise | undefined;

/** The parser of sentences. Most records have no sentence that it is needed for, and loading it takes as long as checking twenty files. */
export const parser = (): typeof compromise =>
  (loaded ??= createRequire(import.meta.url)('compromise/one') as typeof compromise);
