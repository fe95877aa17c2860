import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

const isPicture = (file: string): boolean => /\.(png|jpe?g|gif|webp|avif|svg)$/i.test(file);

/**
 * Removes the pictures of a built site that no page and no feed shows. Astro emits every picture that it has met, twice if it is a drawing,
 * and while `dev` runs beside it, perhaps one of a draft.
 */
export function removeUnseen(site: string): void {
  const files = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(site, join(entry.parentPath, entry.name)));
  const shown = files
    .filter((file) => /\.(html|xml|css)$/.test(file))
    .map((file) => readFileSync(join(site, file), 'utf8'))
    .join('\n');
  for (const file of files) {
    if (file.startsWith('_astro') && isPicture(file) && !shown.includes(basename(file)))
      rmSync(join(site, file));
  }
}
