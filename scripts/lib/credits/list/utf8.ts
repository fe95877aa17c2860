import { isUtf8 } from 'node:buffer';

/** How many bytes at the end of a chunk are the beginning of a letter that goes on in the next. */
function cutBytes(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

/** A chunk without the beginning of a letter that goes on in the next one. */
export const withoutCutLetter = (bytes: Buffer): Buffer =>
  bytes.subarray(0, bytes.length - cutBytes(bytes));

/** How many bytes come before the first that is no UTF-8 text: all, if there is none. */
export function validLength(bytes: Buffer): number {
  if (isUtf8(bytes)) return bytes.length;
  let [valid, beyond] = [0, bytes.length];
  while (beyond - valid > 1) {
    const middle = Math.floor((valid + beyond) / 2);
    if (isUtf8(withoutCutLetter(bytes.subarray(0, middle)))) valid = middle;
    else beyond = middle;
  }
  return withoutCutLetter(bytes.subarray(0, valid)).length;
}
