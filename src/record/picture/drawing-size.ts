import type { Size } from './size.ts';

/** CSS pixels in a unit. Shares of the page and sizes of its text say nothing about a drawing by itself. */
const units: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  pt: 96 / 72,
  pc: 16,
};

const number = String.raw`\+?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`;
const lengthPattern = new RegExp(`^\\s*(${number})([a-z]*)\\s*$`, 'i');

function lengthOf(text: string | undefined): number | undefined {
  const [, digits, unit = ''] = lengthPattern.exec(text ?? '') ?? [];
  const pixels = Number(digits) * (units[unit.toLowerCase()] ?? NaN);
  return pixels > 0 && Number.isFinite(pixels) ? pixels : undefined;
}

function viewBoxOf(text: string | undefined): Size | undefined {
  const [width = NaN, height = NaN, ...more] = (text ?? '')
    .trim()
    .split(/\s*,\s*|\s+/)
    .slice(2)
    .map(Number);
  return width > 0 && height > 0 && Number.isFinite(width * height) && more.length === 0
    ? { width, height }
    : undefined;
}

/** What the outermost element of an SVG says of its size. */
export interface DrawingFrame {
  width: string | undefined;
  height: string | undefined;
  viewBox: string | undefined;
}

/**
 * The size of a drawing: what it says, else as much as its viewBox shows; of one length the other follows from that. Undefined where no ratio
 * of the two can be told: browsers would show a part of it, or nothing.
 */
export function drawingSize(frame: DrawingFrame): Size | undefined {
  const [width, height] = [lengthOf(frame.width), lengthOf(frame.height)];
  const box = viewBoxOf(frame.viewBox);
  const ratio = box && box.width / box.height;
  const exact =
    width && height
      ? { width, height }
      : ratio && width
        ? { width, height: width / ratio }
        : ratio && height
          ? { width: height * ratio, height }
          : box;
  return (
    exact && {
      width: Math.max(1, Math.round(exact.width)),
      height: Math.max(1, Math.round(exact.height)),
    }
  );
}
