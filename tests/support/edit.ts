import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import type { Example } from '../../src/domain/findings/rule.ts';

export type RecordFiles = Record<string, string | Uint8Array>;

/** An edit of the model; the text to replace must stand there exactly once, or the edit would show something else than it says. */
export function edited(
  edits: Omit<Example, 'title'> | readonly Omit<Example, 'title'>[],
  record: Readonly<Record<string, string>> = exampleRecord,
): Record<string, string> {
  const files = { ...record };
  for (const { file, replace, by, beside } of [edits].flat()) {
    const before = files[file] ?? '';
    const found = replace === undefined ? 1 : before.split(replace).length - 1;
    if (found !== 1) throw new Error(`“${replace}” stands ${found} times in ${file}.`);
    files[file] = replace === undefined ? by : before.replace(replace, () => by);
    Object.assign(files, beside);
  }
  return files;
}

/** The files without some of them. */
export const without = (
  files: Readonly<Record<string, string>>,
  ...left: string[]
): Record<string, string> =>
  Object.fromEntries(Object.entries(files).filter(([file]) => !left.includes(file)));
