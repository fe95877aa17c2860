const bytes = (base64: string): Uint8Array => Buffer.from(base64, 'base64');

/** A picture of each type, 6 pixels wide and 4 high, by the ending that it has. */
export const samples = {
  png: bytes(
    'iVBORw0KGgoAAAANSUhEUgAAAAYAAAAECAMAAACa2r5xAAAAA1BMVEWzJh5Zs8PUAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAC0lEQVQImWNgwA0AABwAAUzphykAAAAASUVORK5CYII=',
  ),
  jpg: bytes(
    '/9j/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////////////////2wBDAVVaWnhpeOuCguv/////////////////////////////////////////////////////////////////////////wAARCAAEAAYDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAAAgP/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCQALv/2Q==',
  ),
  gif: bytes('R0lGODlhBgAEAIAAAExpcbMmHiH5BAUAAAAALAAAAAAGAAQAAAIEjI+pVwA7'),
  webp: bytes(
    'UklGRjgAAABXRUJQVlA4ICwAAACQAQCdASoGAAQAAUAmJaACdLoAA5gA/vIiX/gN18W0y/+0s/+tD/9aH/LgAA==',
  ),
  avif: bytes(
    'AAAAHGZ0eXBhdmlmAAAAAG1pZjFhdmlmbWlhZgAAANZtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAACJpbG9jAAAAAERAAAEAAQAAAAAA+gABAAAAAAAAACIAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABhdjAxAAAAAA5waXRtAAAAAAABAAAAVmlwcnAAAAA4aXBjbwAAAAxhdjFDgSACAAAAABRpc3BlAAAAAAAAAAYAAAAEAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAgMAAAAqbWRhdBIACgg4CG7SAhoNIDIUH/JihO////Fn4ACQNY48Lo3C98A=',
  ),
} as const;

export type SampleEnding = keyof typeof samples;

/** The PNG, saying that it is of another size. */
export function pngOf(width: number, height: number): Uint8Array {
  const png = Buffer.from(samples.png);
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  return png;
}

/** The JPEG as a camera takes it that is held in another way; `byteOrder` is that of its notes. */
export function turnedJpeg(orientation: number, byteOrder: 'II' | 'MM'): Uint8Array {
  const little = byteOrder === 'II';
  const notes = Buffer.alloc(36);
  notes.writeUInt16BE(0xffe1, 0);
  notes.writeUInt16BE(34, 2);
  notes.write('Exif\0\0', 4, 'latin1');
  notes.write(byteOrder, 10, 'latin1');
  const short = (value: number, at: number): number =>
    little ? notes.writeUInt16LE(value, at) : notes.writeUInt16BE(value, at);
  const long = (value: number, at: number): number =>
    little ? notes.writeUInt32LE(value, at) : notes.writeUInt32BE(value, at);
  short(42, 12);
  long(8, 14);
  short(1, 18);
  short(0x0112, 20);
  short(3, 22);
  long(1, 24);
  short(orientation, 28);
  return Buffer.concat([samples.jpg.subarray(0, 2), notes, samples.jpg.subarray(2)]);
}

/** A drawing with `inside` in it; `attributes` say of what size it is. */
export const drawing = (inside = '', attributes = 'viewBox="0 0 9 9"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`;
