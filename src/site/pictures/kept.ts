import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Picture, publicName } from '../../record/picture/picture.ts';
import { rasterOf } from '../../record/picture/raster.ts';
import { type Source, heightAt } from './variants.ts';

/** Counts up when other code makes other bytes of the same picture. */
const recipe = 1;

const codecs = ['jpeg', 'png', 'resize', 'webp'];
const { resolve } = createRequire(import.meta.url);

/** Which programs make variants: those of others are never taken for ours. */
function makers(): string {
  const versions = codecs.map((codec) => {
    const manifest = readFileSync(resolve(`@jsquash/${codec}/package.json`), 'utf8');
    return (JSON.parse(manifest) as { version: string }).version;
  });
  const hash = createHash('sha256').update(JSON.stringify([recipe, versions]));
  return hash.digest('hex').slice(0, 12);
}

/** What lies in the cache is judged like any picture: it may be cut off, or not be ours. */
function read(file: string, source: Source, width: number): Picture | undefined {
  try {
    const bytes = readFileSync(file);
    const raster = rasterOf('webp', bytes);
    return 'what' in raster || raster.width !== width || raster.height !== heightAt(width, source)
      ? undefined
      : { ...raster, bytes };
  } catch {
    return undefined;
  }
}

/** Where nothing can be kept, nothing is. Others may build at the same time: a file is there when it is whole. */
function keep(file: string, { bytes }: Picture): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const beside = `${file}.${process.pid}`;
    writeFileSync(beside, bytes);
    renameSync(beside, file);
  } catch {
    return;
  }
}

/**
 * The variants of a picture in these widths: from `folder`, or made and put there. The programs that make them are loaded only then. @throws where its
 * pixels cannot be read
 */
export async function keptOrConverted(
  source: Source,
  widths: readonly number[],
  folder: string,
): Promise<Picture[]> {
  const into = join(folder, makers());
  const files = widths.map((width) => join(into, `${publicName(source)}-${width}.webp`));
  const kept = widths.map((width, index) => read(files[index] ?? '', source, width));
  if (kept.every((picture) => picture !== undefined)) return kept;
  const { converted } = await import('./convert.ts');
  const made = await converted(source, widths);
  for (const [index, picture] of made.entries()) keep(files[index] ?? '', picture);
  return made;
}
