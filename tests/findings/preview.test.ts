import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { filesInMemory } from '../../src/record/files/files.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { newFolder } from '../support/ownup.ts';
import { pngOf, samples } from '../support/pictures.ts';
import { brief, late } from '../support/reading.ts';

afterEach(() => delete process.env['OWNUP_PUBLIC']);

/** What is read where `look.preview` is this, in a folder with one file in it. */
function reading(preview: string, file = 'shared.png', bytes: Uint8Array = pngOf(1200, 630)) {
  process.env['OWNUP_PUBLIC'] = newFolder('public');
  writeFileSync(join(process.env['OWNUP_PUBLIC'], file), bytes);
  const site = `${exampleRecord['site.yaml']}look: { preview: ${preview} }\n`;
  return readRecord(filesInMemory({ ...exampleRecord, 'site.yaml': site }), late);
}

test('a picture that can be shown is shown in its size', () => {
  const { record, findings } = reading('shared.png');
  expect(findings).toEqual([]);
  expect(record?.preview).toEqual({ path: 'shared.png', width: 1200, height: 630 });
});

test.each<[string, ReturnType<typeof reading>]>([
  ['that is not there', reading('shares.png')],
  ['that is no picture', reading('shared.png', 'shared.png', Buffer.from('GIF, perhaps'))],
  ['that is of another type', reading('shared.jpg', 'shared.jpg')],
  ['that is empty', reading('shared.png', 'shared.png', new Uint8Array())],
  ['that is too small', reading('shared.png', 'shared.png', samples.png)],
])('one %s is told of, and the page is published with ours', (_, { record, findings }) => {
  expect(findings.map(brief)).toEqual([
    expect.stringMatching(/^preview-unusable site\.yaml:\d+:\d+$/),
  ]);
  expect(findings[0]?.level).toBe('warning');
  expect(record).toBeDefined();
  expect(record?.preview).toBeUndefined();
});

test.each(['shared.svg', '../shared.png', '/shared.png', 'https://cdn.example/a.png', '""'])(
  'what is no path of a PNG or JPEG is refused: %s',
  (path) => {
    expect(reading(path).findings.map(({ code }) => code)).toEqual(['wrong-value']);
  },
);
