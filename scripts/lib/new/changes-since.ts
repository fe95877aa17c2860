import { type Comparison, comparisonsWith } from '../../../src/domain/changes/comparison.ts';
import { checkFiles } from '../../../src/record/checked-files.ts';
import { earlierRecord } from '../../../src/record/earlier-record.ts';
import type { Files } from '../../../src/record/files/files.ts';
import { layoutOf } from '../../../src/record/files/layout.ts';
import { recordAt } from '../record-at.ts';
import type { Known } from './setting.ts';

/** What became of all that was public in a version of the record that Git knows. @throws WrongUsage */
export const changesSince =
  (content: string, files: Files, { known, now }: { known: Known; now: number }) =>
  (version: string): Comparison[] => {
    const { files: then, ...at } = recordAt(version, content);
    const { stories } = checkFiles(files, layoutOf(files.list()));
    return comparisonsWith(
      {
        now,
        site: known.site,
        incidents: [...known.incidents.values()],
        postmortems: [...known.postmortems.values()],
        stories: new Map([...stories].map(([id, { body }]) => [id, body])),
      },
      earlierRecord(then, files, at).since.record,
    );
  };
