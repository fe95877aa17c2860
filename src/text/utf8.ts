const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** What stands in a text for bytes that are none of UTF-8; a text may also hold it itself, in these three bytes. */
const replacement = '\uFFFD';
const written = encoder.encode(replacement);

/**
 * Bytes as text, without a byte order mark. `bad` is the place in the text of the first byte that is not UTF-8; `undefined` if all of it is.
 */
export function decodeUtf8(bytes: Uint8Array): { text: string; bad: number | undefined } {
  const whole = decoder.decode(bytes);
  const text = whole.startsWith('\uFEFF') ? whole.slice(1) : whole;
  let [from, byte] = [0, 0];
  for (let at = whole.indexOf(replacement); at !== -1; at = whole.indexOf(replacement, from)) {
    byte += encoder.encode(whole.slice(from, at)).length;
    if (written.some((own, index) => bytes[byte + index] !== own))
      return { text, bad: at - (whole.length - text.length) };
    from = at + 1;
    byte += written.length;
  }
  return { text, bad: undefined };
}
