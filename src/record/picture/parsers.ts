import { createRequire } from 'node:module';
import type * as dimensions from 'image-dimensions';
import type * as saxes from 'saxes';

// Most records have no pictures. Node keeps what it has loaded.
const load = createRequire(import.meta.url);

export const dimensionsParser = (): typeof dimensions =>
  load('image-dimensions') as typeof dimensions;

export const drawingParser = (): typeof saxes.SaxesParser =>
  (load('saxes') as typeof saxes).SaxesParser;
