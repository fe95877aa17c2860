import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type Finding, type FindingText, findingText } from '../domain/findings/finding.ts';
import type { Preview } from '../domain/record/record.ts';
import type { Site } from '../domain/site.ts';
import { environment } from '../environment/environment.ts';
import { type CheckedFile, isClear, located } from './checked-file.ts';
import { previewUnusable } from './findings/reading-rules.ts';
import { rasterOf } from './picture/raster.ts';

/** What the larger of those who show such pictures take, in pixels; below it they show none, or a small one. */
const least = { width: 600, height: 315 };
const best = 'a PNG or JPEG, best of 1200 × 630 pixels';

function previewAt(path: string): Preview | FindingText {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(join(environment().publicFolder, path));
  } catch {
    const write = `Put it at public/${path}, or name one that is there.`;
    return findingText(`There is no ${path} in public/.`, best, write);
  }
  const found = rasterOf(extname(path).slice(1).toLowerCase(), bytes);
  if ('what' in found) return found;
  const { width, height } = found;
  return width < least.width || height < least.height
    ? findingText(
        `This picture has ${width} × ${height} pixels.`,
        `at least ${least.width} × ${least.height}, best 1200 × 630`,
        'Save it again in that size.',
      )
    : { path, width, height };
}

/** The picture that others show beside a link to a page, if the company names one that can be shown. */
export function readPreview(site: CheckedFile<Site>): {
  picture: Preview | undefined;
  findings: Finding[];
} {
  const path = site.value?.look.preview;
  if (path === undefined || !isClear(site, 'look', 'preview'))
    return { picture: undefined, findings: [] };
  const found = previewAt(path);
  if ('path' in found) return { picture: found, findings: [] };
  const place = { file: site.source.file, path: ['look', 'preview'] };
  return {
    picture: undefined,
    findings: [located(previewUnusable, { place, ...found }, site.source)],
  };
}
