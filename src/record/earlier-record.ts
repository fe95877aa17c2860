import { changeRules } from '../domain/findings/rules/changes/rules.ts';
import { format } from '../domain/format.ts';
import { visible } from '../text/visible.ts';
import { type CheckedFile, isClear } from './checked-file.ts';
import { byName, checkFiles } from './checked-files.ts';
import type { Files } from './files/files.ts';
import { layoutOf } from './files/layout.ts';
import { formatIn } from './record-format.ts';
import type { Since } from './rule-findings.ts';

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
  since: Since;
  unclear: readonly string[];
  /** The format that it is written in, where that is another than ours. */
  otherFormat: number | undefined;
}

/** Reads an earlier record, as it stood in a `commit` of the moment `at` (epoch ms), as far as it can be understood, to compare what is in `later` with it. */
export function earlierRecord(
  files: Files,
  later: Files,
  { commit: name, at }: { commit: string; at: number },
): Earlier {
  const layout = layoutOf(files.list());
  const checked = checkFiles(files, layout);
  const named = byName(checked);
  const found = layout.all.has('site.yaml') ? formatIn(checked.site.source.value) : undefined;
  const wasPublic = (file: string): boolean => /^(incidents|postmortems)\//.test(file);
  return {
    unclear: [...named].flatMap(([file, { value, guesses }]) =>
      wasPublic(file) && (value === undefined || guesses.length) ? [file] : [],
    ),
    otherFormat: found === format ? undefined : found,
    since: {
      rules: changeRules,
      record: {
        name,
        at,
        site: checked.site.value,
        credits: checked.credits.value,
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
    },
  };
}

/** What a comparison leaves out, and why, for people; nothing where it leaves out nothing. */
export function unclearText({ since: { record }, unclear, otherFormat }: Earlier): string {
  const { name, incidents, postmortems } = record;
  if (incidents.length + postmortems.length + unclear.length === 0)
    return `There is no incident and no postmortem in this folder at ${name}: all of it is new.\n`;
  return [
    ...(otherFormat === undefined
      ? []
      : [
          `At ${name} the record was written in format ${otherFormat}, and this is format ${format}.`,
        ]),
    ...(unclear.length
      ? [`At ${name} not all of these could be understood: ${unclear.map(visible).join(', ')}.`]
      : []),
  ]
    .map((text) => `${text} What could be understood is compared.\n`)
    .join('');
}
