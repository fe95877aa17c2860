/** A part of a JPEG before its pixels: what it is, and what stands in it. */
interface Segment {
  marker: number;
  content: Buffer;
}

/** Where the pixels begin, and what stands before them. @throws RangeError where the bytes end before that. */
function headOf(bytes: Buffer): { segments: Segment[]; scan: number } {
  const segments: Segment[] = [];
  let at = 2;
  for (;;) {
    // A marker may have more than one byte of 0xFF before it.
    while (bytes.readUInt8(at) === 0xff) at++;
    const marker = bytes.readUInt8(at++);
    if (marker === 0xda) return { segments, scan: at };
    const end = at + Math.max(2, bytes.readUInt16BE(at));
    segments.push({ marker, content: bytes.subarray(at + 2, end) });
    at = end;
  }
}

/** Whether the pixels have their end. Small pictures within the head have ends of their own. @throws RangeError */
export const jpegIsWhole = (bytes: Buffer): boolean =>
  bytes.indexOf(Buffer.from([0xff, 0xd9]), headOf(bytes).scan) !== -1;

const exif = Buffer.from('Exif\0\0', 'latin1');
const orientation = 0x0112;

/** The orientation that stands in the first directory of a TIFF. @throws RangeError */
function orientationIn(tiff: Buffer): number | undefined {
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < short(directory); entry++) {
    const at = directory + 2 + entry * 12;
    if (short(at) === orientation) return short(at + 8);
  }
  return undefined;
}

/** Whether a camera held upright took it: browsers turn it, so that its width is what the file calls height. @throws RangeError */
export function jpegIsTurned(bytes: Buffer): boolean {
  const { content } =
    headOf(bytes).segments.find(
      (segment) => segment.marker === 0xe1 && segment.content.indexOf(exif) === 0,
    ) ?? {};
  const turned = content && orientationIn(content.subarray(exif.length));
  return turned !== undefined && turned >= 5 && turned <= 8;
}

/** The parts before the pixels; none where the bytes end too early. */
export function jpegSegments(bytes: Buffer): readonly Segment[] {
  try {
    return headOf(bytes).segments;
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}
