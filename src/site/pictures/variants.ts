import type { Picture } from '../../record/picture/picture.ts';
import { pngChunks, webpChunks } from '../../record/picture/chunks.ts';
import { isOfRgb, profileIn } from '../../record/picture/colours.ts';
import type { RasterType } from '../../record/picture/raster.ts';
import type { Size } from '../../record/picture/size.ts';

/** A picture of which there can be variants. */
export type Source = Picture & { type: 'png' | 'jpeg' | 'webp' };

/** What would be lost: it moves, or its brightness goes beyond that of paper. */
const isMoreThanPixels: Readonly<Record<Source['type'], (bytes: Buffer) => boolean>> = {
  png: (bytes) => pngChunks(bytes).some(({ type }) => type === 'acTL' || type === 'cICP'),
  jpeg: () => false,
  webp: (bytes) => webpChunks(bytes).some(({ type }) => type === 'ANIM'),
};

const sources: readonly (RasterType | 'svg')[] = ['png', 'jpeg', 'webp'];

/** Whether there can be variants of a picture that show what it shows. */
export function isSource<P extends Picture>(picture: P): picture is P & Source {
  if (!sources.includes(picture.type)) return false;
  const { type, bytes } = picture as Source;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const profile = profileIn(type, buffer);
  return !isMoreThanPixels[type](buffer) && (profile.length === 0 || isOfRgb(profile));
}

/** The column of a page in CSS pixels and in rem, and what is free beside it: as src/styles/base.css has them. */
const column = 704;
const columnInRem = 44;
const besideInRem = 2.5;

/** How wide the variants of a picture are, the widest first: the column on a fine screen, on another, and on a phone. None is wider than the picture. */
export const widthsFor = ({ width }: Size): number[] => [
  ...new Set([2 * column, column, column / 2].map((wide) => Math.min(wide, width))),
];

/** How high it is at that width. */
export const heightAt = (width: number, whole: Size): number =>
  Math.max(1, Math.round((whole.height * width) / whole.width));

/**
 * What browsers choose from, the widest first. Each weighs less than all that are wider, and than the original; where that stands for the widest, it is
 * one of them. Nothing where there is nothing to choose.
 */
export function offered(original: Picture, variants: readonly Picture[]): Picture[] {
  let lightest = original.bytes.length;
  const light = variants.filter(({ bytes }) => {
    const isLighter = bytes.length < lightest;
    if (isLighter) lightest = bytes.length;
    return isLighter;
  });
  return light.length === 0 || light[0] === variants[0] ? light : [original, ...light];
}

/** How wide pictures are in a page. With `auto`, browsers would forget on paper how wide a picture is by itself. */
export const sizes = `min(100vw - ${besideInRem}rem, ${columnInRem}rem)`;
