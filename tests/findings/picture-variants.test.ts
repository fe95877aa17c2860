import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { filesInMemory } from '../../src/record/files/files.ts';
import { profileIn } from '../../src/record/picture/colours.ts';
import { type Picture, readPicture } from '../../src/record/picture/picture.ts';
import { rasterOf } from '../../src/record/picture/raster.ts';
import { converted } from '../../src/site/pictures/convert.ts';
import { keptOrConverted } from '../../src/site/pictures/kept.ts';
import {
  type Source,
  isSource,
  offered,
  sizes,
  widthsFor,
} from '../../src/site/pictures/variants.ts';
import { newFolder } from '../support/ownup.ts';
import { type SampleEnding, pngOf, samples, turnedJpeg } from '../support/pictures.ts';

const pictureOf = (file: string, bytes: Uint8Array): Picture => {
  const { picture } = readPicture(filesInMemory({ [file]: bytes }), file);
  if (!picture) throw new Error(`${file} is no picture.`);
  return picture;
};

function sourceOf(file: string, bytes: Uint8Array): Source {
  const picture = pictureOf(file, bytes);
  if (!isSource(picture)) throw new Error(`There are no variants of ${file}.`);
  return picture;
}

function chunk(type: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const around = Buffer.alloc(4);
  around.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([around, named, sum]);
}

/** The sample with a chunk before its pixels. */
function pngWith(type: string, content: Uint8Array): Buffer {
  const png = Buffer.from(samples.png);
  return Buffer.concat([png.subarray(0, 33), chunk(type, content), png.subarray(33)]);
}

/** A profile as far as anybody looks at it here. */
function profileOf(space: string): Buffer {
  const profile = Buffer.alloc(131);
  profile.write(space, 16, 'latin1');
  return profile;
}

const withProfile = (space: string): Buffer =>
  pngWith('iCCP', Buffer.concat([Buffer.from('x\0\0'), deflateSync(profileOf(space))]));

describe('a picture is offered', () => {
  test.each<[width: number, widths: number[]]>([
    [2800, [1408, 704, 352]],
    [1408, [1408, 704, 352]],
    [900, [900, 704, 352]],
    [704, [704, 352]],
    [500, [500, 352]],
    [352, [352]],
    [6, [6]],
  ])('that is %i wide, in these widths, and in none that it does not have', (width, widths) => {
    expect(widthsFor({ width, height: 10 })).toEqual(widths);
  });

  const ofWeight = (width: number, weight: number): Picture => ({
    type: 'webp',
    width,
    height: 1,
    bytes: new Uint8Array(weight),
  });
  test.each<[what: string, weights: number[], widths: number[]]>([
    ['all that are lighter', [90, 50, 20], [1408, 704, 352]],
    ['itself where the widest is heavier', [110, 50, 20], [2800, 704, 352]],
    ['or as heavy', [100, 50, 20], [2800, 704, 352]],
    ['none that is heavier than a wider one', [40, 50, 20], [1408, 352]],
    ['nothing where all are heavier', [400, 300, 200], []],
  ])('as %s', (_, weights, widths) => {
    const variants = [1408, 704, 352].map((width, at) => ofWeight(width, weights[at] ?? 0));
    expect(offered(ofWeight(2800, 100), variants).map(({ width }) => width)).toEqual(widths);
  });

  test.each<[file: string, bytes: Uint8Array, is: boolean]>([
    ['x.png', samples.png, true],
    ['x.jpg', samples.jpg, true],
    ['x.webp', samples.webp, true],
    ['x.gif', samples.gif, false],
    ['x.avif', samples.avif, false],
    ['x.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'), false],
    ['moving.png', pngWith('acTL', Buffer.alloc(8)), false],
    ['bright.png', pngWith('cICP', Buffer.alloc(4)), false],
    ['red, green and blue.png', withProfile('RGB '), true],
    ['grey.png', withProfile('GRAY'), false],
  ])('unless something would be lost: %s', (file, bytes, is) => {
    expect(isSource(pictureOf(file, bytes))).toBe(is);
  });

  test('at the width of the column, as the styles have it, ', () => {
    const styles = readFileSync('src/styles/base.css', 'utf8');
    const [, width = 0] = /--width: ([\d.]+)rem/.exec(styles) ?? [];
    const [, padding = 0] = /padding: [\d.]+rem ([\d.]+)rem/.exec(styles) ?? [];
    expect(sizes).toBe(
      `min(100vw - ${Number(padding) * 2}rem, ${Number(width) - 2 * Number(padding)}rem)`,
    );
  });
});

describe('a variant', () => {
  test.each<SampleEnding>(['png', 'jpg', 'webp'])(
    'of %s is a whole WebP, the same each time',
    async (ending) => {
      const source = sourceOf(`x.${ending}`, samples[ending]);
      const [made, again] = [await converted(source, [6, 3]), await converted(source, [6, 3])];
      expect(made).toEqual(again);
      expect(made.map(({ bytes }) => rasterOf('webp', bytes))).toEqual([
        { type: 'webp', width: 6, height: 4 },
        { type: 'webp', width: 3, height: 2 },
      ]);
    },
  );

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('of a JPEG held as %i is upright', async (orientation) => {
    const source = sourceOf('x.jpg', turnedJpeg(orientation, 'MM'));
    const [made] = await converted(source, [source.width]);
    expect(made).toMatchObject({ width: source.width, height: source.height });
  });

  test('has the colours of the picture', async () => {
    const [made] = await converted(sourceOf('x.png', withProfile('RGB ')), [6]);
    const bytes = Buffer.from(made?.bytes ?? []);
    expect(profileIn('webp', bytes)).toEqual(profileOf('RGB '));
    expect(rasterOf('webp', bytes)).toEqual({ type: 'webp', width: 6, height: 4 });
  });

  test('cannot be made of pixels that are not there, and others can after it', async () => {
    const broken = sourceOf('x.png', pngOf(600, 400));
    for (let time = 0; time < 3; time++) await expect(converted(broken, [600])).rejects.toThrow();
    expect(await converted(sourceOf('x.png', samples.png), [6])).toHaveLength(1);
    const noJpeg = { ...sourceOf('x.jpg', samples.jpg), bytes: Buffer.from('x') };
    await expect(converted(noJpeg, [6])).rejects.toThrow();
    expect(await converted(sourceOf('x.jpg', samples.jpg), [6])).toHaveLength(1);
  });
});

describe('variants are kept', () => {
  const source = sourceOf('x.png', samples.png);

  test('and come from there, but for what is none', async () => {
    const folder = newFolder('pictures');
    const made = await keptOrConverted(source, [6, 3], folder);
    const [makers = ''] = readdirSync(folder);
    const files = readdirSync(join(folder, makers)).map((file) => join(folder, makers, file));
    expect(files).toHaveLength(2);
    // Another WebP of that size, which nobody has made of this picture.
    const [other] = await converted(sourceOf('x.jpg', samples.jpg), [6]);
    const [wide = ''] = files.filter((file) => file.endsWith('-6.webp'));
    writeFileSync(wide, other?.bytes ?? '');
    expect((await keptOrConverted(source, [6, 3], folder))[0]?.bytes).toEqual(other?.bytes);
    for (const bytes of ['', 'x', Buffer.from(made[0]?.bytes ?? []).subarray(0, -2), samples.png]) {
      writeFileSync(wide, bytes);
      expect(await keptOrConverted(source, [6, 3], folder)).toEqual(made);
      expect(readFileSync(wide)).toEqual(made[0]?.bytes);
    }
  });

  test('unless nothing can be', async () => {
    const folder = join(newFolder('pictures'), 'file');
    writeFileSync(folder, '');
    expect(await keptOrConverted(source, [6], folder)).toHaveLength(1);
  });

  test('by several at once', async () => {
    const folder = newFolder('pictures');
    const all = await Promise.all([1, 2, 3].map(() => keptOrConverted(source, [6, 3], folder)));
    expect(all[1]).toEqual(all[0]);
    const [makers = ''] = readdirSync(folder);
    expect(readdirSync(join(folder, makers))).toHaveLength(2);
  });
});
