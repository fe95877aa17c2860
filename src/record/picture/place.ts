/** The directory of a place in the first directory of a TIFF, and in it the latitude. */
const placeTag = 0x8825;
const latitudeTag = 0x0002;

interface Tiff {
  short: (at: number) => number;
  long: (at: number) => number;
}

function tiffIn(part: Buffer): Tiff | undefined {
  const starts = ['II*\0', 'MM\0*'].map((begin) => part.indexOf(begin, 0, 'latin1'));
  const start = starts.find((at) => at !== -1);
  if (start === undefined) return undefined;
  const tiff = part.subarray(start);
  const little = tiff[0] === 0x49;
  return {
    short: (at) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)),
    long: (at) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at)),
  };
}

/** Where an entry of a directory stands. @throws RangeError where the bytes end before that. */
function entryOf({ short }: Tiff, directory: number, tag: number): number | undefined {
  for (let entry = 0; entry < short(directory); entry++) {
    const at = directory + 2 + entry * 12;
    if (short(at) === tag) return at;
  }
  return undefined;
}

/** Whether what a camera has written says where it was. */
function cameraSaysPlace(part: Buffer): boolean {
  const tiff = tiffIn(part);
  if (!tiff) return false;
  try {
    const entry = entryOf(tiff, tiff.long(4), placeTag);
    return entry !== undefined && entryOf(tiff, tiff.long(entry + 8), latitudeTag) !== undefined;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Whether a part of the notes in a picture says where it was taken: as cameras write it, or as XMP does. */
export const holdsPlace = (part: Buffer): boolean =>
  cameraSaysPlace(part) || /GPSL(?:at|ong)itude\b/.test(part.toString('latin1'));
