import { behind, pngChunks, unpacked, webpChunks } from './chunks.ts';
import { jpegSegments } from './jpeg.ts';
import { drawingNotes } from './drawing-notes.ts';
import type { RasterType } from './raster.ts';
import { holdsPlace } from './place.ts';

/** What a picture says beside what it shows. */
export interface Notes {
  /** All that can be read in them. */
  text: string;
  /** Whether they say where the picture was taken. */
  hasPlace: boolean;
}

/** PNG: texts in three forms, two of which may be packed, and what a camera has written. */
const pngNotes = (bytes: Buffer): Buffer[] =>
  pngChunks(bytes).flatMap(({ type, content }) => {
    if (type === 'tEXt' || type === 'eXIf') return [content];
    if (type === 'zTXt') return [content, unpacked(behind(content, 1).subarray(1))];
    if (type !== 'iTXt') return [];
    const isPacked = behind(content, 1)[0] === 1;
    return isPacked ? [content, unpacked(behind(behind(content, 1).subarray(2), 2))] : [content];
  });

/** WebP: chunks of its own for what a camera and what a program has written. */
const webpNotes = (bytes: Buffer): Buffer[] =>
  webpChunks(bytes)
    .filter(({ type }) => type === 'EXIF' || type === 'XMP ')
    .map(({ content }) => content);

/** The parts of a file between what begins and what ends them, or from there on. */
function between(bytes: Buffer, begin: string, end: string): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = bytes.indexOf(begin, 0, 'latin1'); at !== -1;) {
    const stop = bytes.indexOf(end, at + begin.length, 'latin1');
    parts.push(bytes.subarray(at, stop === -1 ? undefined : stop + end.length));
    at = bytes.indexOf(begin, at + begin.length, 'latin1');
  }
  return parts;
}

const packets = (bytes: Buffer): Buffer[] => between(bytes, '<x:xmpmeta', '</x:xmpmeta>');

/** AVIF keeps notes beside the pixels, where a table says: they are known by how they begin. */
const avifNotes = (bytes: Buffer): Buffer[] => [
  ...packets(bytes),
  ...['II*\0', 'MM\0*'].flatMap((begin) => {
    const at = bytes.indexOf(begin, 0, 'latin1');
    return at === -1 ? [] : [bytes.subarray(at, at + 64 * 1024)];
  }),
];

/** GIF: comments, each in pieces with their lengths before them. */
function gifNotes(bytes: Buffer): Buffer[] {
  const notes: Buffer[] = [];
  for (let at = bytes.indexOf('!\xfe', 0, 'latin1'); at !== -1;) {
    const pieces: Buffer[] = [];
    let piece = at + 2;
    while (piece < bytes.length && bytes[piece] !== 0) {
      const length = bytes[piece] ?? 0;
      pieces.push(bytes.subarray(piece + 1, piece + 1 + length));
      piece += length + 1;
    }
    notes.push(Buffer.concat(pieces));
    at = bytes.indexOf('!\xfe', at + 2, 'latin1');
  }
  return [...notes, ...packets(bytes)];
}

/** JPEG: all segments for programs, and comments. The first for programs is only the format’s own. */
const jpegNotes = (bytes: Buffer): Buffer[] =>
  jpegSegments(bytes)
    .filter(({ marker }) => marker === 0xfe || (marker > 0xe0 && marker <= 0xef))
    .map(({ content }) => content);

const partsOf: Readonly<Record<RasterType, (bytes: Buffer) => Buffer[]>> = {
  png: pngNotes,
  jpeg: jpegNotes,
  gif: gifNotes,
  webp: webpNotes,
  avif: avifNotes,
};

/** Runs of characters that were meant to be read: between them stand numbers, which are none. Also of two bytes for each, as Windows writes. */
function readable(part: Buffer): string {
  const runs = (text: string): string[] => text.match(/[^\p{Cc}\uFFFD]{6,}/gu) ?? [];
  return [part, part.filter((byte) => byte !== 0)]
    .flatMap((bytes) => runs(new TextDecoder().decode(bytes)))
    .join('\n');
}

/** The notes in a picture that has been found to be whole. */
export function notesIn(type: RasterType | 'svg', bytes: Uint8Array): Notes {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === 'svg') {
    const text = drawingNotes(buffer.toString('utf8'));
    return { text, hasPlace: holdsPlace(Buffer.from(text)) };
  }
  const parts = partsOf[type](buffer);
  return { text: parts.map(readable).join('\n'), hasPlace: parts.some(holdsPlace) };
}
