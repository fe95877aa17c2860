import { type FindingText, findingText } from '../../domain/findings/finding.ts';
import { jpegIsTurned } from './jpeg.ts';
import { dimensionsParser } from './parsers.ts';
import { type Size, isTooLarge, mostOfSize } from './size.ts';
import { isWhole } from './whole.ts';

export type RasterType = 'png' | 'jpeg' | 'gif' | 'webp' | 'avif';

export interface Raster extends Size {
  type: RasterType;
}

const names: Readonly<Record<RasterType, string>> = {
  png: 'PNG',
  jpeg: 'JPEG',
  gif: 'GIF',
  webp: 'WebP',
  avif: 'AVIF',
};

/** Of which type a file says that it is, by its ending in small letters. */
const typeOf = (ending: string): RasterType => (ending === 'jpg' ? 'jpeg' : (ending as RasterType));

/** What the first bytes say, and what follows from them. A library that fails on bytes has not found a picture in them. */
function look(bytes: Buffer): (Size & { type: RasterType | 'heic' }) | undefined {
  try {
    const seen = dimensionsParser().imageDimensionsFromData(bytes);
    return seen?.type === 'jpeg' && jpegIsTurned(bytes)
      ? { type: 'jpeg', width: seen.height, height: seen.width }
      : seen;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The picture that these bytes are, of the type that its ending says, or what is wrong with it. */
export function rasterOf(ending: string, bytes: Uint8Array): Raster | FindingText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const type = typeOf(ending);
  const expected = `a ${names[type]} picture, as its name says`;
  const again = `Save it again as ${names[type]}.`;
  if (bytes.length === 0) return findingText('This picture is empty.', expected, again);
  const seen = look(buffer);
  if (!seen) return findingText(`This is no ${names[type]} picture.`, expected, again);
  if (seen.type !== type)
    return findingText(
      `This is a picture of another type, ${seen.type === 'heic' ? 'HEIC' : names[seen.type]}.`,
      expected,
      seen.type === 'heic' ? again : `Let its name end with .${seen.type}, or save it again.`,
    );
  const { width, height } = seen;
  if (width === 0 || height === 0 || !isWhole(type, buffer))
    return findingText('This picture is cut off.', 'a whole picture', again);
  if (isTooLarge(seen))
    return findingText(
      `This picture has ${width} × ${height} pixels.`,
      mostOfSize,
      'Make it smaller: pages show some 1,400 pixels of its width.',
    );
  return { type, width, height };
}
