import type { EarlierRecord } from '../domain/findings/rule.ts';
import { type CheckedFile, isClear } from './checked-file.ts';
import { byName, checkFiles } from './checked-files.ts';
import type { Files } from './files/files.ts';
import { layoutOf } from './files/layout.ts';

const withIds = <T extends object>(
  files: ReadonlyMap<string, CheckedFile<T>>,
): (T & { id: string })[] =>
  [...files].flatMap(([id, { value }]) => (value ? [{ ...value, id }] : []));

const bytesOf = (files: Files, file: string): Buffer | undefined => {
  try {
    return Buffer.from(files.read(file));
  } catch {
    return undefined;
  }
};

/** An earlier record that somebody compares with, and the files of it in which not all could be understood. */
export interface Earlier {
  record: EarlierRecord;
  unclear: string[];
}

/** Reads an earlier record, of which Git knows the `name`, as far as it can be understood, to compare what is in `later` with it. */
export function earlierRecord(files: Files, later: Files, name: string): Earlier {
  const layout = layoutOf(files.list());
  const checked = checkFiles(files, layout);
  const named = byName(checked);
  const wasPublic = (file: string): boolean => /^(incidents|postmortems)\//.test(file);
  return {
    unclear: [...named].flatMap(([file, { value, guesses }]) =>
      wasPublic(file) && (value === undefined || guesses.length) ? [file] : [],
    ),
    record: {
      name,
      incidents: withIds(checked.incidents),
      postmortems: withIds(checked.postmortems),
      stories: new Map([...checked.stories].map(([id, { body }]) => [id, body])),
      otherPictures: new Set(
        layout.pictures.filter((file) => {
          const [was, is] = [bytesOf(files, file), bytesOf(later, file)];
          return was && is && !was.equals(is);
        }),
      ),
      isClear({ file, path }) {
        const found = named.get(file);
        return found !== undefined && isClear(found, ...path);
      },
    },
  };
}
