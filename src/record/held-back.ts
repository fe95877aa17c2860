import type { Finding } from '../domain/findings/finding.ts';
import type { InCorrection } from '../domain/record/record.ts';
import { lockFile } from '../domain/tracking/lock.ts';
import { isClear } from './checked-file.ts';
import { themeFile, translationFile } from './files/layout.ts';
import type { CheckedFiles } from './checked-files.ts';

/** What a record can be published without: its page says that it is being corrected, without a theme pages look like ours, and without a translation they speak English. Without anything else a page would say something false. */
export const canBeLeftOut = (file: string): boolean =>
  file.startsWith('postmortems/') ||
  file === 'credits.yaml' ||
  file === themeFile ||
  translationFile.test(file);

/** What an earlier version can stand for meanwhile. The lock is written by a program: the last that it has finished holds until it runs again. */
export const canBeReplaced = (file: string): boolean => canBeLeftOut(file) || file === lockFile;

/** Whether the address of a page itself says what must never be public: it is no text of the file, and is found at its top. */
const isInAddress = ({ code, line }: Finding): boolean =>
  code.startsWith('discloses-') && line === 1;

/** What has an address, and nothing to show there, while its file is held back. Of what the file says only the incidents are taken, if they are clear. */
export function inCorrectionOf(
  { postmortems, credits }: CheckedFiles,
  held: ReadonlySet<string>,
  findings: readonly Finding[],
): InCorrection {
  const withoutPage = new Set(findings.filter(isInAddress).map(({ file }) => file));
  return {
    postmortems: [...postmortems]
      .filter(
        ([
          ,
          {
            source: { file },
          },
        ]) => held.has(file) && !withoutPage.has(file),
      )
      .map(([id, file]) => ({
        id,
        incidents: isClear(file, 'incidents') ? (file.value?.incidents ?? []) : [],
      })),
    credits: held.has(credits.source.file),
  };
}
