import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canBeRead, contrast, papers, readable } from '../../src/domain/look.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`);

describe('contrast', () => {
  test.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#ff0000', '#ffffff', 4],
    ['#123456', '#123456', 1],
  ])('of %s and %s is %d', (one, other, expected) => {
    expect(contrast(one, other)).toBeCloseTo(expected, 2);
    expect(contrast(other, one)).toBe(contrast(one, other));
  });

  test('papers are those that pages are written on', () => {
    const styles = readFileSync('src/styles/base.css', 'utf8');
    const valueOf = (name: string) =>
      new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(styles)?.slice(1);
    const [light, dark] = [papers.light, papers.dark];
    expect([valueOf('paper'), valueOf('wash')]).toEqual([
      [light[0], dark[0]],
      [light[1], dark[1]],
    ]);
  });
});

test('what is proposed can be read, and a colour that can be read is proposed as it is', () => {
  fc.assert(
    fc.property(colour, fc.constantFrom('light' as const, 'dark' as const), (of, paper) => {
      expect(canBeRead(readable(of, paper), paper)).toBe(true);
      if (canBeRead(of, paper)) expect(readable(of, paper)).toBe(of);
    }),
  );
});
