import type { Asked } from '../preview.ts';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { siteAddress } from '../../src/site/address.ts';
import { filesOnDisk } from '../../src/record/files/files.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { writeFolder } from '../lib/disk/write-folder.ts';
import { changedPages } from '../lib/preview/changed-pages.ts';
import { previewOf } from '../lib/preview/preview.ts';
import { recordAt } from '../lib/record-at.ts';
import { count } from '../lib/report.ts';
import { buildSite, checkFirst } from '../lib/site.ts';
import { inOurFormat } from '../lib/upgrade/upgrade.ts';

/** The pages of the earlier version, in a folder; an empty one where that has errors, so that all pages count as new. */
async function buildEarlier(call: Asked, content: string, out: string) {
  // It is built as it is read today, so that an upgrade shows what it changes for readers.
  for (const [file, bytes] of inOurFormat(filesOnDisk(content)).changed)
    writeFileSync(join(content, file), bytes);
  const reading = readRecord(filesOnDisk(content), call.now, call.isPinned);
  if (reading.record) await buildSite({ ...call, content, out }, reading);
}

export async function main(call: Asked): Promise<number> {
  const { since, to } = call.values;
  const target = resolve(to);
  const reading = checkFirst(call);
  if (!reading.record) return 1;
  const folder = mkdtempSync(join(tmpdir(), 'ownup-preview-'));
  const [earlier, before, after] = ['content', 'before', 'after'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  try {
    const { files } = recordAt(since, call.content);
    writeFolder(earlier, Object.fromEntries(files.list().map((file) => [file, files.read(file)])));
    await buildEarlier(call, earlier, before);
    await buildSite({ ...call, out: after }, reading);
    const pages = changedPages(before, after);
    mkdirSync(dirname(target), { recursive: true });
    const { origin, base } = siteAddress(call);
    writeFileSync(target, previewOf(pages, { folder: after, origin, base, since }));
    process.stdout.write(
      [
        `${count(pages.length, 'page')} differ from ${since}; they stand in ${to}.`,
        ...pages.map(({ path, isNew }) => `${isNew ? 'new    ' : 'changed'}  ${base}${path}`),
        '',
      ].join('\n'),
    );
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
