import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import decodeJpeg, { init as initJpeg } from '@jsquash/jpeg/decode.js';
import { decode as decodePng, initSync as initPng } from '@jsquash/png/codec/pkg/squoosh_png.js';
import { initSync as initResize, resize } from '@jsquash/resize/lib/resize/pkg/squoosh_resize.js';
import decodeWebp, { init as initWebpDecoder } from '@jsquash/webp/decode.js';
import encodeWebp, { init as initWebp } from '@jsquash/webp/encode.js';
import type { Picture } from '../../record/picture/picture.ts';
import { profileIn, webpWith } from '../../record/picture/colours.ts';
import type { Size } from '../../record/picture/size.ts';
import { type Source, heightAt } from './variants.ts';

const { resolve } = createRequire(import.meta.url);
const programs = new Map<string, Uint8Array<ArrayBuffer>>();

/** A program of WebAssembly, read once. */
function program(file: string): Uint8Array<ArrayBuffer> {
  const read = programs.get(file) ?? new Uint8Array(readFileSync(resolve(file)));
  programs.set(file, read);
  return read;
}

/** C in WebAssembly has a memory of its own, new for each picture: what a broken one leaves there is gone. It tells nobody what it thinks of the picture. */
const fresh = (file: string) => ({
  wasmBinary: program(file),
  print: () => undefined,
  printErr: () => undefined,
});

type Pixels = Pick<ImageData, 'data' | 'width' | 'height'>;

const decoders: Readonly<
  Record<Source['type'], (bytes: Uint8Array<ArrayBuffer>) => Promise<Pixels>>
> = {
  async png(bytes) {
    initPng(program('@jsquash/png/codec/pkg/squoosh_png_bg.wasm'));
    return decodePng(bytes);
  },
  async jpeg({ buffer }) {
    await initJpeg(fresh('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'));
    return decodeJpeg(buffer, { preserveOrientation: true });
  },
  async webp({ buffer }) {
    await initWebpDecoder(fresh('@jsquash/webp/codec/dec/webp_dec.wasm'));
    return decodeWebp(buffer);
  },
};

/** @throws where its bytes are no pixels, or not as many as its head says */
async function pixelsOf({ type, width, height, bytes }: Source): Promise<Pixels> {
  const pixels = await decoders[type](new Uint8Array(bytes));
  if (pixels.width !== width || pixels.height !== height)
    throw new Error(`There are ${pixels.width} × ${pixels.height} pixels.`);
  return pixels;
}

function isSeeThrough({ data }: Pixels): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return true;
  return false;
}

const lanczos = 3;

/** Without taking light for linear: so browsers do it, and a variant looks as the picture itself would. */
function narrowed(pixels: Pixels, { width, height }: Size): Pixels {
  if (width === pixels.width) return pixels;
  initResize(program('@jsquash/resize/lib/resize/pkg/squoosh_resize_bg.wasm'));
  const { buffer } = pixels.data;
  const data = resize(
    new Uint8Array(buffer),
    pixels.width,
    pixels.height,
    width,
    height,
    lanczos,
    isSeeThrough(pixels),
    false,
  );
  return { data: data as Pixels['data'], width, height };
}

/** Colours stay sharp at edges: what is shown here is lines and letters. */
const settings = { quality: 80, use_sharp_yuv: 1 };

async function webpOf(pixels: Pixels, profile: Buffer): Promise<Picture> {
  await initWebp(fresh('@jsquash/webp/codec/enc/webp_enc_simd.wasm'));
  const { width, height } = pixels;
  const webp = Buffer.from(await encodeWebp(pixels as ImageData, settings));
  const bytes = profile.length ? webpWith(profile, webp, { width, height }) : webp;
  return { type: 'webp', width, height, bytes };
}

/** A picture as WebP in these widths, the widest first. @throws where its pixels cannot be read */
export async function converted(source: Source, widths: readonly number[]): Promise<Picture[]> {
  const profile = profileIn(source.type, Buffer.from(source.bytes));
  const variants: Picture[] = [];
  let pixels = await pixelsOf(source);
  for (const width of widths) {
    // Each from the one before: it has been made of all pixels, and has fewer.
    pixels = narrowed(pixels, { width, height: heightAt(width, source) });
    variants.push(await webpOf(pixels, profile));
  }
  return variants;
}
