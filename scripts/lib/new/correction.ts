import { isAccounted } from '../../../src/domain/changes/accounted.ts';
import type { Change } from '../../../src/domain/changes/change.ts';
import { type Comparison, nameOf } from '../../../src/domain/changes/comparison.ts';
import { isRedaction, masked } from '../../../src/domain/changes/redaction.ts';
import { dayOf } from '../../../src/domain/time.ts';
import { listOf } from '../../../src/text/suggest.ts';
import { WrongUsage } from '../command.ts';
import type { Saying } from './edit.ts';
import { type Asking, type Question, type Read, ask, aside } from './question.ts';
import { words } from './questions.ts';
import type { Setting } from './setting.ts';

/** What nothing tells of yet, but for what was taken out. */
const untold = ({ changes, isFree, before, after }: Comparison): Change[] =>
  changes.filter(
    (change) =>
      !change.isSlip &&
      !isFree(change) &&
      !isAccounted(change, before, after) &&
      !(change.was !== undefined && change.is !== undefined && isRedaction(change.was, change.is)),
  );

const changedNow = ({ changesSince }: Setting, version: string): Comparison[] =>
  (changesSince?.(version) ?? []).filter((one) => untold(one).length > 0);

/** With which version of the record it is compared. */
const versionIn = (setting: Setting): Question<Comparison[]> => ({
  flag: 'since',
  ask: 'Compared with which version, as Git calls it?',
  example: 'HEAD',
  read(text): Read<Comparison[]> {
    try {
      return { value: changedNow(setting, text.trim()) };
    } catch (error) {
      if (error instanceof WrongUsage) return { why: error.message };
      throw error;
    }
  },
});

/** Of what it is a correction: of something that is not what it was. */
function changedIn(changed: readonly Comparison[]): Question<Comparison> {
  const names = changed.map(({ file }) => nameOf(file));
  return {
    flag: 'id',
    ask: 'What was corrected?',
    example: names[0] ?? 'incidents/ID',
    choices: names.map((value) => ({ value, label: value })),
    usual: names.length === 1 ? names[0] : undefined,
    read(text): Read<Comparison> {
      const found = changed.filter(
        (one) => nameOf(one.file) === text.trim() || one.id === text.trim(),
      );
      const [only, other] = found;
      if (only && !other) return { value: only };
      return {
        why: other
          ? `“${text.trim()}” is two files that were changed. Expected: ${listOf(found.map(({ file }) => nameOf(file)))}.`
          : names.length
            ? `In “${text.trim()}” nothing was changed that nothing tells of. Expected: ${listOf(names)}.`
            : 'Nothing was changed that a correction has to tell of. Change the file first, and then say why.',
      };
    },
  };
}

/** A correction of what was changed in a file: why, and what stood there before, which is looked up in Git. What was taken out is not repeated. */
export function* correction(setting: Setting): Asking<Saying> {
  const { site } = setting.known;
  const changed = (yield* aside(versionIn(setting))) ?? changedNow(setting, 'HEAD');
  const found = yield* ask(changedIn(changed));
  const text = yield* ask(
    words({
      flag: 'what',
      ask: 'What was wrong, and why?',
      example: 'We first wrote 1,118. That count left out whoever was refused.',
    }),
  );
  const entries = untold(found).flatMap(({ place, was, is }) =>
    was === undefined
      ? []
      : [{ of: place, was: masked(was, is, site.language), ...(is !== undefined && { is }) }],
  );
  return {
    edit: {
      do: 'change',
      file: found.file,
      changes: [
        {
          do: 'append',
          to: ['corrections'],
          value: {
            at: dayOf(setting.now, site.time_zone).toString(),
            text,
            ...(entries.length > 0 && { changed: entries }),
          },
        },
      ],
    },
    back: entries.map(({ of }) => ['What stood there before', of] as const),
    shown: undefined,
    message: `Correct ${found.id}`,
  };
}
