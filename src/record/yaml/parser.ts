import { createRequire } from 'node:module';
import type * as yaml from 'yaml';

let loaded: typeof yaml | undefined;

/** The parser that knows places and finds slips. Most records need it for nothing, and its 72 files take as long to load as forty files to check. */
export const parser = (): typeof yaml =>
  (loaded ??= createRequire(import.meta.url)('yaml') as typeof yaml);
