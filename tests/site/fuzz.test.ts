import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import type { RecordFiles } from '../support/edit.ts';
import { mutant } from '../support/mutants.ts';
import { newFolder, ownup } from '../support/ownup.ts';
import { filesOf, readPage } from '../support/pages.ts';
import { findingsIn, isNoYaml } from '../support/reading.ts';

const seed = Number(process.env['OWNUP_FUZZ_SEED'] ?? 1);
const count = Number(process.env['OWNUP_FUZZ_COUNT'] ?? 600);
const now = '2026-12-01T12:00:00Z';

const isAccepted = (files: RecordFiles): boolean =>
  findingsIn(files, Date.parse(now)).every(({ level }) => level !== 'error');

/** One record of all changes that the check accepts: those of an account or an incident become one more of them. */
function acceptedChanges(): RecordFiles {
  let files: RecordFiles = exampleRecord;
  for (let index = 0; index < count; index++) {
    const { file, files: changed } = mutant(seed * 100_000 + index, exampleRecord);
    const text = changed[file] ?? '';
    if (text === exampleRecord[file] || isNoYaml(file, text)) continue;
    if (!isAccepted({ ...exampleRecord, [file]: text })) continue;
    const name = file.replace(/\/[^/]+(\.yaml|\.mdx)$/, `/changed-${index}$1`);
    const more = { ...files, [name]: text };
    if (isAccepted(more)) files = more;
  }
  return files;
}

/** What nobody should read on a page, outside of its code. */
const nonsense = /\bundefined\b|\bNaN\b|Invalid Date|\[object /;

test('what the check accepts, builds, and shows nothing that nobody meant', async () => {
  const files = acceptedChanges();
  expect(Object.keys(files).length).toBeGreaterThan(Object.keys(exampleRecord).length + 5);
  const [content, site] = ['content', 'dist'].map((name) => join(newFolder('fuzz'), name));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(content ?? '', file)), { recursive: true });
    writeFileSync(join(content ?? '', file), text);
  }
  const { code, stderr } = await ownup('build', [], {
    OWNUP_CONTENT: content ?? '',
    OWNUP_OUT: site ?? '',
    OWNUP_NOW: now,
  });
  expect([code, stderr]).toEqual([0, expect.stringContaining('Built')]);
  const shown = [...filesOf(site ?? '', '.html'), ...filesOf(site ?? '', '.xml')];
  expect(shown.filter((file) => nonsense.test(readPage(site ?? '', file)))).toEqual([]);
});
