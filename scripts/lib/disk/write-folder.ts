import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes files into a folder that has none of them, by their paths in it. If one cannot be written, none stays, nor does a folder that was made for
 * them. @throws as Node does
 */
export function writeFolder(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): void {
  const made: string[] = [];
  const make = (path: string): void => {
    if (existsSync(path)) return;
    make(dirname(path));
    mkdirSync(path);
    made.push(path);
  };
  try {
    for (const [file, content] of Object.entries(files)) {
      const path = join(folder, file);
      make(dirname(path));
      made.push(path);
      writeFileSync(path, content, { flag: 'wx' });
    }
  } catch (error) {
    for (const path of made.reverse()) rmSync(path, { recursive: true, force: true });
    throw error;
  }
}
