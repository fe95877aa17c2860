import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

// Pages ask for nothing in here: once this file is bundled, it lies elsewhere.

/** The folder of Ownup itself, with a slash at its end. */
export const project = fileURLToPath(new URL('../../', import.meta.url));

/** The folder of the packages that Ownup needs, whoever has installed it and how: it may lie beside that of Ownup. */
export const packagesFolder = (): string =>
  dirname(dirname(fileURLToPath(import.meta.resolve('astro/package.json'))));

/** Which Ownup this is. */
export const ownVersion = (): string =>
  (JSON.parse(readFileSync(`${project}package.json`, 'utf8')) as { version: string }).version;
