import { behind, pngChunks, unpacked, webpChunks } from './chunks.ts';
import { jpegSegments } from './jpeg.ts';
import type { RasterType } from './raster.ts';
import type { Size } from './size.ts';

const jpegProfile = Buffer.from('ICC_PROFILE\0', 'latin1');

/** JPEG has it in segments, each with its number and how many there are. */
const profileInJpeg = (bytes: Buffer): Buffer =>
  Buffer.concat(
    jpegSegments(bytes)
      .filter(({ marker, content }) => marker === 0xe2 && content.indexOf(jpegProfile) === 0)
      .map(({ content }) => content.subarray(jpegProfile.length))
      .sort(([one = 0], [other = 0]) => one - other)
      .map((content) => content.subarray(2)),
  );

const profileInPng = (bytes: Buffer): Buffer => {
  const chunk = pngChunks(bytes).find(({ type }) => type === 'iCCP');
  return unpacked(behind(chunk?.content ?? Buffer.alloc(0), 1).subarray(1));
};

const profileInWebp = (bytes: Buffer): Buffer =>
  webpChunks(bytes).find(({ type }) => type === 'ICCP')?.content ?? Buffer.alloc(0);

/** The ICC profile of a picture: which colours its numbers are. Empty where they are those of sRGB. */
export function profileIn(type: RasterType, bytes: Buffer): Buffer {
  if (type === 'jpeg') return profileInJpeg(bytes);
  if (type === 'png') return profileInPng(bytes);
  return type === 'webp' ? profileInWebp(bytes) : Buffer.alloc(0);
}

/** Whether a profile is one of red, green and blue. */
export const isOfRgb = (profile: Buffer): boolean => profile.toString('latin1', 16, 20) === 'RGB ';

function chunk(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}

const hasProfile = 0x20;

/** The head of a WebP that has more in it than pixels. */
function headFor({ width, height }: Size): Buffer {
  const head = Buffer.alloc(10);
  head.writeUIntLE(width - 1, 4, 3);
  head.writeUIntLE(height - 1, 7, 3);
  return head;
}

/** A lossy WebP of that size with a profile: https://developers.google.com/speed/webp/docs/riff_container. */
export function webpWith(profile: Buffer, webp: Buffer, size: Size): Buffer {
  const chunks = webpChunks(webp);
  const head = Buffer.from(chunks.find(({ type }) => type === 'VP8X')?.content ?? headFor(size));
  head.writeUInt8(head.readUInt8(0) | hasProfile, 0);
  const rest = chunks.filter(({ type }) => type !== 'VP8X');
  const body = [chunk('VP8X', head), chunk('ICCP', profile)].concat(
    rest.map(({ type, content }) => chunk(type, content)),
  );
  return chunk('RIFF', Buffer.concat([Buffer.from('WEBP', 'latin1'), ...body]));
}
