import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeUtf8 } from '../../src/text/utf8.ts';

const strict = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });

/** Tries every length: what begins well may be cut off, what follows the first wrong byte is wrong at any length. */
function before(bytes: Uint8Array): string {
  let text = '';
  for (let length = 0; length <= bytes.length; length++) {
    try {
      text = strict(bytes.subarray(0, length));
    } catch {
      break;
    }
  }
  return text.replace(/^\uFEFF/, '');
}

const piece = fc.oneof(
  fc
    .constantFrom('a', '\n', 'ü', '€', '😀', '\uFFFD', '\uFEFF', '\uFFFD\uFFFD')
    .map((text) => Buffer.from(text)),
  fc.uint8Array({ minLength: 1, maxLength: 3 }),
  fc.constantFrom([0xef, 0xbf], [0xf0, 0x9f], [0xc3], [0xed, 0xa0, 0x80], [0xc0, 0xaf]),
);

test('the first byte that is not UTF-8 is found, whatever stands before and behind it', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const bytes = Uint8Array.from(pieces.flatMap((one) => [...one]));
      const { text, bad } = decodeUtf8(bytes);
      expect(text).toBe(new TextDecoder().decode(bytes));
      expect(text.slice(0, bad)).toBe(before(bytes));
      expect(bad === undefined).toBe(Buffer.from(strictly(bytes)).equals(bytes));
    }),
    { numRuns: 1000 },
  );
});

/** What a text comes back as where all of it is UTF-8; nothing else comes back the same. */
const strictly = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
