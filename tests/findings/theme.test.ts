import { expect, test } from 'vitest';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { briefly } from '../support/reading.ts';

test.each([
  [':root { --ink: #111; }\n', []],
  [
    '@font-face { font-family: Inter; src: url("https://fonts.example/inter.woff2"); }',
    ['theme-loads theme.css:1:43'],
  ],
  ['a { color: red }\n@import url(other.css);\n', ['theme-syntax theme.css:2:8']],
  ['@import url(other.css);\n', ['theme-loads theme.css:1:9']],
  ['a { background: url(/paper.png) }', ['theme-loads theme.css:1:21']],
  ['a { background: url( //cdn.example/paper.png ) }', ['theme-loads theme.css:1:21']],
  ['a { background: url("data:image/png;base64,AA==") }', ['theme-loads theme.css:1:21']],
  ['a { background: url(\\68ttps://cdn.example/a.png) }', ['theme-loads theme.css:1:21']],
  ['a { background: image-set("https://cdn.example/a.png" 1x) }', ['theme-loads theme.css:1:31']],
  ['a { color: re\u200Bd }', ['unreadable-file theme.css:1:14']],
  ['<style>a { color: red }</style>', ['theme-syntax theme.css:1:1']],
])('of %s is said where, and what', (text, expected) => {
  expect(briefly({ ...exampleRecord, 'theme.css': text })).toEqual(expected);
});
