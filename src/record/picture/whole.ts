import { jpegIsWhole } from './jpeg.ts';
import type { RasterType } from './raster.ts';

/** Chunks of PNG from the ninth byte on, up to the one that ends it. */
function pngIsWhole(bytes: Buffer): boolean {
  let hasPixels = false;
  for (let at = 8; ; at += 12 + bytes.readUInt32BE(at)) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'IEND') return hasPixels;
    hasPixels ||= type === 'IDAT';
  }
}

/** How many bytes a table of colours has, by the flags that announce it. */
const gifColours = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** Blocks of GIF behind its head, up to the one that ends it. Each is a row of pieces with their lengths before them. */
function gifIsWhole(bytes: Buffer): boolean {
  const endOfPieces = (start: number): number => {
    let at = start;
    while (bytes.readUInt8(at) !== 0) at += bytes.readUInt8(at) + 1;
    return at + 1;
  };
  let hasPixels = false;
  let at = 13 + gifColours(bytes.readUInt8(10));
  for (;;) {
    const kind = bytes.readUInt8(at);
    if (kind === 0x3b) return hasPixels;
    if (kind === 0x21) at = endOfPieces(at + 2);
    else if (kind === 0x2c) {
      hasPixels = true;
      at = endOfPieces(at + 11 + gifColours(bytes.readUInt8(at + 9)));
    } else return false;
  }
}

/** Chunks of WebP behind its head, which says where they end; behind one of an odd length stands a byte that is none of it. */
function webpIsWhole(bytes: Buffer): boolean {
  const end = 8 + bytes.readUInt32LE(4);
  let hasPixels = false;
  let at = 12;
  while (at < end) {
    hasPixels ||= /^(VP8[ L]|ANMF)$/.test(bytes.toString('latin1', at, at + 4));
    const length = bytes.readUInt32LE(at + 4);
    at += 8 + length + (length % 2);
  }
  return hasPixels && at <= end + 1 && end <= bytes.length;
}

/** Boxes of AVIF, which fill the file to its end; a length of 0 means just that, and 1 that it stands behind in eight bytes. */
function avifIsWhole(bytes: Buffer): boolean {
  let hasPixels = false;
  let at = 0;
  while (at < bytes.length) {
    const short = bytes.readUInt32BE(at);
    const length =
      short === 0 ? bytes.length - at : short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short;
    if (length < 8) return false;
    hasPixels ||= bytes.toString('latin1', at + 4, at + 8) === 'mdat';
    at += length;
  }
  return hasPixels && at === bytes.length;
}

const checks: Readonly<Record<RasterType, (bytes: Buffer) => boolean>> = {
  png: pngIsWhole,
  jpeg: jpegIsWhole,
  gif: gifIsWhole,
  webp: webpIsWhole,
  avif: avifIsWhole,
};

/** Whether a picture goes on to its end. That its pixels are right is not looked at: browsers do that, and no page breaks by it. */
export function isWhole(type: RasterType, bytes: Buffer): boolean {
  try {
    return checks[type](bytes);
  } catch (error) {
    // The end was looked for behind the last byte.
    if (error instanceof RangeError) return false;
    throw error;
  }
}
