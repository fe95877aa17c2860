/** In CSS pixels. */
export interface Size {
  width: number;
  height: number;
}

const longestSide = 16_384;
const mostPixels = 40_000_000;

/** What a reader’s browser can hold: 40 million pixels are 160 MB of its memory. */
export const mostOfSize = `at most ${longestSide} pixels a side, and ${mostPixels / 1_000_000} million in all`;

export const isTooLarge = ({ width, height }: Size): boolean =>
  Math.max(width, height) > longestSide || width * height > mostPixels;
