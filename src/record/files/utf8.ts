/** Bytes as text. Where they are not UTF-8, `valid` is the text before the first that is not. */
export interface Decoded {
  /** With a replacement character for what could not be read, and without a byte order mark. */
  text: string;
  valid: string;
  broken: boolean;
}

const strict = (bytes: Uint8Array, stream: boolean): string =>
  new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream });

function isUtf8(bytes: Uint8Array, stream: boolean): boolean {
  try {
    strict(bytes, stream);
    return true;
  } catch {
    return false;
  }
}

export function decodeUtf8(bytes: Uint8Array): Decoded {
  const text = new TextDecoder('utf-8').decode(bytes);
  if (isUtf8(bytes, false)) return { text, valid: text, broken: false };
  // What begins well may be cut off; what follows the first wrong byte is wrong at any length.
  let [good, bad] = [0, bytes.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isUtf8(bytes.subarray(0, middle), true)) good = middle;
    else bad = middle;
  }
  return { text, valid: strict(bytes.subarray(0, good), true), broken: true };
}
