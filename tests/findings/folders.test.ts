import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesOnDisk, largestFile } from '../../src/data/files.ts';
import { readRecord } from '../../src/data/read-record.ts';
import { contentFolder } from '../support/content.ts';
import { newFolder } from '../support/ownup.ts';
import { brief } from '../support/reading.ts';

const isRoot = process.getuid?.() === 0;

/** A finding in another file, which nothing may hide. */
const mistake = {
  'services.yaml':
    'services:\n  - { id: api, name: API, group: lost }\n  - { id: webhooks, name: Webhooks, regions: [eu] }\n',
};
const other = 'unknown-reference services.yaml:2:34';

const found = (folder: string): string[] =>
  readRecord(filesOnDisk(folder), Date.now()).findings.map(brief);

/** What is found in a folder with a mistake in it, after `change`, but for that mistake. */
function besides(change: (folder: string) => void): string[] {
  const folder = contentFolder(mistake);
  change(folder);
  expect(found(folder)).toContain(other);
  return found(folder).filter((line) => line !== other);
}

function write(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

const outside = join(newFolder('outside'), 'secret.yaml');
writeFileSync(outside, 'kind: incident\n');

describe('a content folder', () => {
  test('without a mistake has no findings, wherever it lies', () => {
    expect(found(contentFolder())).toEqual([]);
  });

  test('may be a link', () => {
    const link = join(newFolder('link'), 'content');
    symlinkSync(contentFolder(), link);
    expect(found(link)).toEqual([]);
  });

  test('that is empty or not there lacks its two files', () => {
    const missing = ['missing-file services.yaml:1:1', 'missing-file site.yaml:1:1'];
    expect(found(newFolder('empty'))).toEqual(missing);
    expect(found(join(newFolder('gone'), 'nowhere'))).toEqual(missing);
  });

  test('may hold what the system and editors leave behind, and notes on itself', () => {
    const files = [
      '.DS_Store',
      '.git/config',
      'incidents/.late-webhooks.yaml.swp',
      'incidents/late-webhooks.yaml~',
      '.hidden/x.mdx',
      'README.md',
      'LICENSE',
      'LICENSE.txt',
    ];
    expect(besides((folder) => files.forEach((file) => write(folder, file, 'x')))).toEqual([]);
  });
});

describe('a table is found wherever Git would keep it', () => {
  test.each([
    'x.csv',
    'incidents/X.CSV',
    '.x.csv',
    '.private/x.csv',
    '.private/deeper/x.xlsx',
    'incidents/.x.tsv',
    'x.csv~',
    '.x.csv.swp',
    'x.csv.gz',
    'credits-2026-01.csv.4711.part',
  ])('%s', (file) => {
    expect(besides((folder) => write(folder, file, 'id\n'))).toEqual([`private-file ${file}:1:1`]);
  });

  test('but not in what belongs to Git itself', () => {
    expect(besides((folder) => write(folder, '.git/x.csv', 'id\n'))).toEqual([]);
  });
});

describe('a file that no page shows is found', () => {
  test.each([
    'notes.txt',
    'x.yaml',
    'x.mdx',
    'site.yml',
    'Site.yaml',
    'incidents/x.yml',
    'incidents/x.mdx',
    'incidents/x.png',
    'incidents/Upper.yaml',
    'incidents/sp ace.yaml',
    'incidents/-x.yaml',
    'incidents/x..yaml',
    'incidents/ünïcödé.yaml',
    'incidents/deeper/x.yaml',
    'postmortems/x.md',
    'postmortems/x.yaml',
    'postmortems/deeper/x.mdx',
    'postmortems/x.js',
    'postmortems/x.html',
    'postmortems/x.svg.js',
    'incidents.yaml/x.txt',
  ])('%s', (file) => {
    const expected = file.startsWith('incidents.yaml') ? 'incidents.yaml' : file;
    expect(besides((folder) => write(folder, file, 'x'))).toEqual([
      `unexpected-file ${expected}:1:1`,
    ]);
  });

  test('a folder of incidents that is only a link', () => {
    const elsewhere = contentFolder();
    const expected = besides((folder) => {
      rmSync(join(folder, 'incidents'), { recursive: true });
      symlinkSync(join(elsewhere, 'incidents'), join(folder, 'incidents'));
    });
    expect(expected).toContain('unexpected-file incidents:1:1');
  });
});

describe('what is no readable file is found', () => {
  test.each<[what: string, file: string, make: (path: string) => void]>([
    ['a link to nothing', 'incidents/x.yaml', (path) => symlinkSync('nowhere.yaml', path)],
    ['a link to itself', 'incidents/x.yaml', (path) => symlinkSync('x.yaml', path)],
    [
      'a link that leads out of the folder',
      'incidents/x.yaml',
      (path) => symlinkSync(outside, path),
    ],
    [
      'a link that leads out of the folder by steps',
      'incidents/x.yaml',
      (path) => symlinkSync('../../../../../../../../etc/hostname', path),
    ],
    [
      'a link into the folder beside it, whose name begins like its own',
      'incidents/x.yaml',
      (path) => {
        write(dirname(dirname(dirname(path))), 'content-private/x.yaml', 'kind: incident\n');
        symlinkSync('../../content-private/x.yaml', path);
      },
    ],
    [
      'a postmortem that leads out of the folder',
      'postmortems/x.mdx',
      (path) => symlinkSync(outside, path),
    ],
    [
      'a drawing that leads out of the folder',
      'postmortems/x.svg',
      (path) => symlinkSync(outside, path),
    ],
    [
      'a photograph that leads out of the folder',
      'postmortems/x.png',
      (path) => symlinkSync(outside, path),
    ],
    [
      'a photograph that is a link to nothing',
      'postmortems/x.jpeg',
      (path) => symlinkSync('nowhere', path),
    ],
    ['a link to a folder', 'incidents/x.yaml', (path) => symlinkSync('../postmortems', path)],
    ['a folder with the name of an incident', 'incidents/x.yaml', (path) => mkdirSync(path)],
    ['a folder with the name of a postmortem', 'postmortems/x.mdx', (path) => mkdirSync(path)],
    [
      'a folder with a picture in it and the name of a postmortem',
      'postmortems/x.mdx',
      (path) => write(path, 'x.png', 'x'),
    ],
    [
      '5 MB of YAML',
      'incidents/x.yaml',
      (path) => writeFileSync(path, `# ${'x'.repeat(5 * largestFile)}`),
    ],
    [
      '5 MB of story',
      'postmortems/x.mdx',
      (path) => writeFileSync(path, 'x'.repeat(5 * largestFile)),
    ],
    [
      '5 MB of drawing',
      'postmortems/x.svg',
      (path) => writeFileSync(path, 'x'.repeat(5 * largestFile)),
    ],
    ['an empty file', 'incidents/x.yaml', (path) => writeFileSync(path, '')],
  ])('%s', (_, file, make) => {
    expect(besides((folder) => make(join(folder, file)))).toEqual([`unreadable-file ${file}:1:1`]);
  });

  test.each(['site.yaml', 'services.yaml'])('a folder in the place of %s', (file) => {
    const folder = contentFolder({ [file]: '' });
    mkdirSync(join(folder, file));
    expect(found(folder)).toEqual([`unreadable-file ${file}:1:1`]);
  });

  test.skipIf(isRoot)('a file and a folder that may not be opened', () => {
    const found = besides((folder) => {
      writeFileSync(join(folder, 'incidents/x.yaml'), 'x', { mode: 0o000 });
      mkdirSync(join(folder, 'closed'), { mode: 0o000 });
    });
    expect(found).toEqual(['unreadable-file closed:1:1', 'unreadable-file incidents/x.yaml:1:1']);
  });
});

test('what is too long, or a folder, is not said to be missing', () => {
  const said = (make: (path: string) => void): string[] => {
    const folder = contentFolder();
    make(join(folder, 'incidents/x.yaml'));
    return readRecord(filesOnDisk(folder), Date.now()).findings.map(
      ({ expected, write }) => `${expected} ${write}`,
    );
  };
  const advice = [
    said((path) => symlinkSync('nowhere', path)),
    said((path) => mkdirSync(path)),
    said((path) => writeFileSync(path, 'x'.repeat(2 * largestFile))),
  ].flat();
  expect(new Set(advice).size).toBe(3);
  expect(advice[2]).toContain(String(largestFile));
});

describe('what leads nowhere bad is let pass', () => {
  test('a link to another file of the folder', () => {
    expect(
      besides((folder) => symlinkSync('queue.svg', join(folder, 'postmortems/again.svg'))),
    ).toEqual([]);
  });

  test('a large photograph, and one in a folder of its own', () => {
    const change = (folder: string): void => {
      writeFileSync(join(folder, 'postmortems/large.png'), 'x'.repeat(2 * largestFile));
      write(folder, 'postmortems/graphs/queue age.PNG', 'x');
    };
    expect(besides(change)).toEqual([]);
  });

  test('a lock of several thousand promises', () => {
    const entry = (number: number): object => ({
      promise: `late-webhooks/action-${number}`,
      repository: 77,
      number,
      state: 'open',
    });
    const actions = Array.from({ length: 10_000 }, (_, index) => entry(index + 1));
    const text = JSON.stringify({ version: 1, actions }, null, 2);
    expect(text.length).toBeGreaterThan(largestFile);
    expect(besides((folder) => writeFileSync(join(folder, 'actions.lock.json'), text))).toEqual([]);
  });

  test('a file of just the size that is read', () => {
    expect(
      besides((folder) =>
        writeFileSync(join(folder, 'incidents/x.yaml'), `#${'x'.repeat(largestFile - 2)}\n`),
      ),
    ).toEqual(['missing-key incidents/x.yaml:1:1']);
  });
});
