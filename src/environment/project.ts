import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

// Pages ask for nothing in here: once this file is bundled, it lies elsewhere.

/** The folder of Ownup itself, with a slash at its end. */
export const project = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The folders of the packages that Ownup needs, in the order in which Node looks into them, whoever has installed it and how: npm puts into Ownup's own
 * what others need in another version, pnpm all of them beside it.
 */
export const packagesFolders = (): string[] =>
  (createRequire(import.meta.url).resolve.paths('astro') ?? []).filter((folder) =>
    existsSync(folder),
  );

/** Which Ownup this is. */
export const ownVersion = (): string =>
  (JSON.parse(readFileSync(`${project}package.json`, 'utf8')) as { version: string }).version;
