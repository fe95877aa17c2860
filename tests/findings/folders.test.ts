import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesOnDisk, largestFile, largestPicture } from '../../src/record/files/files.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { contentFolder } from '../support/content.ts';
import { newFolder } from '../support/ownup.ts';
import { samples } from '../support/pictures.ts';
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
  const all = found(folder);
  expect(all).toContain(other);
  return all.filter((line) => line !== other);
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
});

describe('a link is found and not followed', () => {
  const link = (to: string, from: string) => (folder: string) => {
    mkdirSync(dirname(join(folder, from)), { recursive: true });
    symlinkSync(to, join(folder, from));
  };

  test.each<[what: string, file: string, to: string]>([
    ['to nothing', 'incidents/x.yaml', 'nowhere.yaml'],
    ['to itself', 'incidents/x.yaml', 'x.yaml'],
    ['to a file outside', 'incidents/x.yaml', outside],
    ['to a file outside, by steps', 'incidents/x.yaml', '../../../../../../../../etc/hostname'],
    ['to a folder', 'incidents/x.yaml', '../postmortems'],
    ['to another incident', 'incidents/x.yaml', 'late-webhooks.yaml'],
    ['in the place of a postmortem', 'postmortems/x.mdx', outside],
    ['to another postmortem', 'postmortems/x.mdx', 'late-webhooks.mdx'],
    ['in the place of a drawing', 'postmortems/x.svg', outside],
    ['to another drawing', 'postmortems/x.svg', 'queue.svg'],
    ['in the place of a photograph', 'postmortems/x.png', outside],
    ['with an ending in capitals', 'postmortems/x.PNG', outside],
    ['to a photograph that is not there', 'postmortems/x.jpeg', 'nowhere'],
    ['to a hidden file', 'postmortems/x.png', '.x.js'],
    ['to a folder of pictures', 'postmortems/graphs', '..'],
    ['to the content folder itself', 'postmortems/graphs', '../..'],
    ['where nothing has a place', 'notes.txt', outside],
    ['in the place of notes', 'README.md', outside],
  ])('%s: %s → %s', (_, file, to) => {
    expect(besides(link(to, file))).toEqual([`unreadable-file ${file}:1:1`]);
  });

  test('to a link', () => {
    const found = besides((folder) => {
      link('queue.svg', 'postmortems/a.svg')(folder);
      link('a.svg', 'postmortems/b.svg')(folder);
    });
    expect(found).toEqual([
      'unreadable-file postmortems/a.svg:1:1',
      'unreadable-file postmortems/b.svg:1:1',
    ]);
  });

  test('in the place of all incidents', () => {
    const elsewhere = contentFolder();
    const found = besides((folder) => {
      rmSync(join(folder, 'incidents'), { recursive: true });
      symlinkSync(join(elsewhere, 'incidents'), join(folder, 'incidents'));
    });
    expect(found).toContain('unreadable-file incidents:1:1');
    expect(found.filter((line) => line.startsWith('unexpected-file'))).toEqual([]);
  });

  test('in the place of site.yaml', () => {
    const folder = contentFolder({ 'site.yaml': '' });
    symlinkSync(join(contentFolder(), 'site.yaml'), join(folder, 'site.yaml'));
    expect(found(folder)).toContain('unreadable-file site.yaml:1:1');
    expect(found(folder)).not.toContain('missing-file site.yaml:1:1');
  });

  test('which names no other way to the files behind it', () => {
    const folder = contentFolder();
    mkdirSync(join(folder, 'postmortems/real'));
    writeFileSync(join(folder, 'postmortems/real/x.png'), samples.png);
    symlinkSync('real', join(folder, 'postmortems/graphs'));
    const files = filesOnDisk(folder);
    expect(files.links()).toEqual(['postmortems/graphs']);
    expect(files.list()).not.toContain('postmortems/graphs/x.png');
    expect(() => files.read('postmortems/graphs/x.png')).toThrow('link');
    expect(files.read('postmortems/real/x.png')).toHaveLength(samples.png.length);
  });

  test('and what is a link by another name is what its bytes are', () => {
    const hard = besides((folder) => {
      write(folder, 'postmortems/.x.js', 'export default {}');
      linkSync(join(folder, 'postmortems/.x.js'), join(folder, 'postmortems/x.png'));
    });
    expect(hard).toEqual(['content-picture postmortems/x.png:1:1']);
  });
});

describe('what is no readable file is found', () => {
  test.each<[what: string, file: string, make: (path: string) => void]>([
    [
      'a pipe that nobody writes into',
      'incidents/x.yaml',
      (path) => void execFileSync('mkfifo', [path]),
    ],
    [
      'a pipe in the place of a picture',
      'postmortems/x.png',
      (path) => void execFileSync('mkfifo', [path]),
    ],
    ['a folder with the name of an incident', 'incidents/x.yaml', (path) => mkdirSync(path)],
    ['a folder with the name of a postmortem', 'postmortems/x.mdx', (path) => mkdirSync(path)],
    [
      'a folder with a picture in it and the name of a postmortem',
      'postmortems/x.mdx',
      (path) => {
        mkdirSync(path);
        writeFileSync(join(path, 'x.png'), samples.png);
      },
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
    [
      '9 MB of photograph',
      'postmortems/x.png',
      (path) => writeFileSync(path, Buffer.alloc(largestPicture + 1)),
    ],
    [
      '9 MB of photograph in capitals',
      'postmortems/x.PNG',
      (path) => writeFileSync(path, Buffer.alloc(largestPicture + 1)),
    ],
    [
      '5 MB of drawing in capitals',
      'postmortems/x.SVG',
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
    said((path) => symlinkSync('late-webhooks.yaml', path)),
    said((path) => mkdirSync(path)),
    said((path) => writeFileSync(path, 'x'.repeat(2 * largestFile))),
  ].flat();
  expect(new Set(advice).size).toBe(3);
  expect(advice[2]).toContain(String(largestFile));
});

describe('what leads nowhere bad is let pass', () => {
  test('a link that is hidden, which nobody reads', () => {
    expect(besides((folder) => symlinkSync(outside, join(folder, '.x.yaml')))).toEqual([]);
  });

  test('a large photograph, and one in a folder of its own', () => {
    const notes = Buffer.alloc(largestPicture - samples.png.length);
    notes.writeUInt32BE(notes.length - 12, 0);
    notes.write('teXt', 4, 'latin1');
    const change = (folder: string): void => {
      mkdirSync(join(folder, 'postmortems/graphs'));
      writeFileSync(
        join(folder, 'postmortems/large.PNG'),
        Buffer.concat([samples.png.subarray(0, 33), notes, samples.png.subarray(33)]),
      );
      writeFileSync(join(folder, 'postmortems/graphs/queue age.png'), samples.png);
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
