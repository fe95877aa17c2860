import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rasterOf } from '../../src/record/picture/raster.ts';

const rows = [
  ...readFileSync('docs/theme.md', 'utf8').matchAll(
    /^\| `--(\w+)` .*!\[[^\]]+\]\(theme\/(\w+)\.png\) *\|$/gm,
  ),
].map(([, property = '', picture = '']) => ({ property, picture }));

test('what a theme can set is what our styles have, each with a picture of its own', () => {
  const [layer = ''] =
    /@layer ownup \{[^]*?\n\}/.exec(readFileSync('src/styles/base.css', 'utf8')) ?? [];
  const properties = [...layer.matchAll(/^ {4}--(\w+):/gm)].map(([, name = '']) => name);
  expect(properties.length).toBeGreaterThan(10);
  expect(rows.map(({ property }) => property).sort()).toEqual(properties.sort());
  expect(rows.filter(({ property, picture }) => property !== picture)).toEqual([]);
  expect(readdirSync('docs/theme').sort()).toEqual(properties.map((name) => `${name}.png`).sort());
});

test.each(rows)('the picture of --$property is one, and light', ({ picture }) => {
  const bytes = readFileSync(`docs/theme/${picture}.png`);
  expect(rasterOf('png', bytes)).toMatchObject({ type: 'png', width: 460 });
  expect(bytes.length).toBeLessThan(20_000);
});
