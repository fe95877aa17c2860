import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filesInMemory } from '../../src/record/files/files.ts';
import { publicName, readPicture } from '../../src/record/picture/picture.ts';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { briefly } from '../support/reading.ts';
import { type SampleEnding, drawing, pngOf, samples, turnedJpeg } from '../support/pictures.ts';

const read = (file: string, content: Uint8Array | string) =>
  readPicture(filesInMemory({ [file]: content }), file);
const codes = (file: string, content: Uint8Array | string): string[] =>
  read(file, content).findings.map(({ code }) => code);

const endings = Object.keys(samples) as SampleEnding[];
const allEndings = [...endings, 'jpeg', 'svg'];
const contentOf = (ending: string): Uint8Array =>
  ending === 'svg'
    ? Buffer.from(drawing('<path d="M0 9 9 0"/>'))
    : samples[ending === 'jpeg' ? 'jpg' : (ending as SampleEnding)];

describe('a picture is what its bytes are', () => {
  test.each(endings)('%s, with its width and height, whatever case its ending has', (ending) => {
    for (const file of [`x.${ending}`, `x.${ending.toUpperCase()}`])
      expect(read(file, samples[ending]).picture).toEqual({
        type: ending === 'jpg' ? 'jpeg' : ending,
        width: 6,
        height: 4,
        bytes: samples[ending],
      });
  });

  test('.jpeg as well as .jpg', () => {
    expect(read('x.jpeg', samples.jpg).picture?.type).toBe('jpeg');
  });

  test.each(
    allEndings.flatMap((ending) =>
      allEndings
        .filter((other) => contentOf(other) !== contentOf(ending) && other !== ending)
        .map((other): [string, string] => [ending, other]),
    ),
  )('and .%s is none of type %s', (ending, other) => {
    expect(read(`x.${ending}`, contentOf(other)).picture).toBeUndefined();
    expect(codes(`x.${ending}`, contentOf(other))).not.toEqual([]);
  });

  test.each<[what: string, content: string | Uint8Array]>([
    ['nothing', ''],
    ['text', 'Queue age'],
    ['code', 'export default { src: "x.png", width: 1, height: 1, format: "png" }'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['zeros', new Uint8Array(100)],
    ['a pointer of Git LFS', 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n'],
  ])('and %s is none of any type', (_, content) => {
    for (const ending of allEndings) expect(codes(`x.${ending}`, content), ending).not.toEqual([]);
  });
});

describe('a picture is whole', () => {
  test.each(allEndings)('%s is refused when any part of its end is missing', (ending) => {
    const whole = contentOf(ending);
    // The last line feed and the checksum at the end of a PNG are no part of what is seen.
    const needed = whole.length - (ending === 'png' ? 4 : 0);
    const passed = Array.from({ length: needed }, (_, length) => length).filter(
      (length) => read(`x.${ending}`, whole.subarray(0, length)).picture,
    );
    expect(passed).toEqual([]);
  });

  test('with pixels in it', () => {
    const png = Buffer.from(samples.png);
    png.write('IDAX', png.indexOf('IDAT'), 'latin1');
    expect(codes('x.png', png)).toEqual(['content-picture']);
    expect(codes('x.png', pngOf(0, 4))).toEqual(['content-picture']);
  });

  test('as long as it says that it is, with pixels in that', () => {
    for (const length of [0, 4, 12, 54, 57, 0xffffffff]) {
      const webp = Buffer.from(samples.webp);
      webp.writeUInt32LE(length, 4);
      expect(codes('x.webp', webp), String(length)).toEqual(['content-picture']);
    }
    const chunk = Buffer.from(samples.webp);
    chunk.writeUInt32LE(1_000, 16);
    expect(codes('x.webp', chunk)).toEqual(['content-picture']);
  });

  test('where a camera has put a small picture before the large one', () => {
    const small = Buffer.concat([Buffer.from([0xff, 0xe2, 0, 6]), samples.jpg.subarray(-4)]);
    const jpg = Buffer.concat([samples.jpg.subarray(0, 2), small, samples.jpg.subarray(2)]);
    expect(read('x.jpg', jpg).picture).toMatchObject({ width: 6, height: 4 });
    expect(codes('x.jpg', jpg.subarray(0, -2))).toEqual(['content-picture']);
  });
});

describe('a photograph taken upright', () => {
  test.each(['II', 'MM'] as const)('is as wide as it is shown, with notes in %s', (order) => {
    const sizes = [1, 3, 5, 6, 8, 9].map((orientation) => {
      const { width, height } = read('x.jpg', turnedJpeg(orientation, order)).picture ?? {};
      return `${orientation}: ${width} × ${height}`;
    });
    expect(sizes).toEqual(['1: 6 × 4', '3: 6 × 4', '5: 4 × 6', '6: 4 × 6', '8: 4 × 6', '9: 6 × 4']);
  });
});

describe('a picture has a bound', () => {
  test.each<[width: number, height: number, passes: boolean]>([
    [8_000, 5_000, true],
    [2_000, 16_384, true],
    [1, 16_385, false],
    [6_400, 6_400, false],
    [100_000, 100_000, false],
    [0xffffffff, 0xffffffff, false],
  ])('%i × %i pixels', (width, height, passes) => {
    for (const file of ['x.png', 'x.PNG'])
      expect(codes(file, pngOf(width, height))).toEqual(passes ? [] : ['content-picture']);
  });
});

test('a name in the site is another for each byte, and tells the type', () => {
  const names = [samples.png, pngOf(6, 5), turnedJpeg(1, 'II'), samples.jpg].map((bytes) => {
    const { picture } = read(bytes[0] === 0xff ? 'x.JPEG' : 'x.PNG', bytes);
    return picture ? publicName(picture) : '';
  });
  expect(new Set(names).size).toBe(4);
  expect(names.map((name) => name.replace(/^[0-9a-f]{20}/, ''))).toEqual([
    '.png',
    '.png',
    '.jpg',
    '.jpg',
  ]);
});

test('a picture that nobody shows is judged too', () => {
  expect(briefly({ ...exampleRecord, 'postmortems/graphs/unused one.png': 'x' })).toEqual([
    'content-picture postmortems/graphs/unused one.png:1:1',
  ]);
});

describe('whatever the bytes are, they are judged', () => {
  const cutOrChanged = fc.record({
    ending: fc.constantFrom(...allEndings),
    length: fc.double({ min: 0, max: 1, noNaN: true }),
    changes: fc.array(
      fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 0, max: 255 })),
      { maxLength: 8 },
    ),
  });

  const verdict = (ending: string, bytes: Uint8Array): void => {
    const { picture, findings } = read(`x.${ending}`, bytes);
    expect(Boolean(picture)).toBe(findings.length === 0);
    if (picture) expect(picture.width * picture.height).toBeGreaterThan(0);
  };

  test('cut off and changed', () => {
    fc.assert(
      fc.property(cutOrChanged, ({ ending, length, changes }) => {
        const bytes = Buffer.from(contentOf(ending));
        for (const [at, value] of changes) bytes[Math.floor(at * bytes.length)] = value;
        verdict(ending, bytes.subarray(0, Math.ceil(length * bytes.length)));
      }),
      { numRuns: 2_000 },
    );
  });

  test('chosen at will behind a right beginning', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...endings),
        fc.integer({ min: 2, max: 40 }),
        fc.uint8Array({ maxLength: 200 }),
        (ending, begin, rest) =>
          verdict(ending, Buffer.concat([samples[ending].subarray(0, begin), rest])),
      ),
      { numRuns: 2_000 },
    );
  });

  test.each<[what: string, ending: SampleEnding, unit: number[]]>([
    ['PNG chunks without a length', 'png', [0, 0, 0, 0, 65, 65, 65, 65, 0, 0, 0, 0]],
    ['JPEG segments without a length', 'jpg', [0xff, 0xe0, 0, 0]],
    ['JPEG fill bytes', 'jpg', [0xff]],
    ['WebP chunks', 'webp', [65, 65, 65, 65, 0, 0, 0, 0]],
    ['GIF extensions', 'gif', [0x21, 0xfe, 0]],
    ['AVIF boxes', 'avif', [0, 0, 0, 8, 65, 65, 65, 65]],
    ['AVIF properties', 'avif', [0, 0, 0, 1, 0, 0, 0, 0]],
  ])('in a moment, also 8 MB of %s', (_, ending, unit) => {
    const bytes = Buffer.alloc(8 * 1024 * 1024, Buffer.from(unit));
    const head = { png: 8, jpg: 2, gif: 13, webp: 12, avif: 28 }[ending];
    samples[ending].forEach((byte, at) => void (at < head && (bytes[at] = byte)));
    const began = process.cpuUsage();
    verdict(ending, bytes);
    expect(process.cpuUsage(began).user).toBeLessThan(10_000_000);
  });
});
