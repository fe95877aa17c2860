import { inflateSync } from 'node:zlib';

/** A part of a PNG or of a WebP: what it is, and what stands in it. */
export interface Chunk {
  type: string;
  content: Buffer;
}

/** The chunks of a PNG, up to the one that ends it. */
export function pngChunks(bytes: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 8; at + 8 <= bytes.length;) {
    const end = at + 8 + bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    chunks.push({ type, content: bytes.subarray(at + 8, end) });
    if (type === 'IEND') break;
    at = end + 4;
  }
  return chunks;
}

/** The chunks of a WebP. Behind one of an odd length stands a byte that is none of it. */
export function webpChunks(bytes: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 12; at + 8 <= bytes.length;) {
    const end = at + 8 + bytes.readUInt32LE(at + 4);
    const type = bytes.toString('latin1', at, at + 4);
    chunks.push({ type, content: bytes.subarray(at + 8, end) });
    at = end + (end % 2);
  }
  return chunks;
}

/** More than anybody writes into a picture beside its pixels, when it is unpacked. Bytes. */
const mostUnpacked = 1024 * 1024;

/** What is packed in a chunk of a PNG; nothing where it cannot be unpacked. */
export function unpacked(bytes: Buffer): Buffer {
  try {
    return inflateSync(bytes, { maxOutputLength: mostUnpacked });
  } catch {
    return Buffer.alloc(0);
  }
}

/** The bytes behind so many zeros. */
export function behind(bytes: Buffer, zeros: number): Buffer {
  let at = 0;
  for (let seen = 0; seen < zeros && at !== -1; seen++) at = bytes.indexOf(0, at) + 1 || -1;
  return at === -1 ? Buffer.alloc(0) : bytes.subarray(at);
}
