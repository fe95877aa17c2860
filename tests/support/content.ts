import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { newFolder } from './ownup.ts';

/** Writes a content folder: the model record with `changes` over it. An empty text leaves the file out. */
export function contentFolder(changes: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = join(newFolder('content'), 'content');
  for (const [file, text] of Object.entries<string | Uint8Array>({
    ...exampleRecord,
    ...changes,
  })) {
    if (text === '') continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}
