import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { postmortemFile } from '../../domain/findings/rule.ts';
import { environment } from '../../environment/environment.ts';
import { isInside } from '../../environment/is-inside.ts';
import { filesOnDisk } from '../../record/files/files.ts';
import { readRecord } from '../../record/read-record.ts';
import { BrokenRecord } from '../../record/report.ts';
import { shownStories } from '../shown-stories.ts';

/**
 * Hands the postmortems of a record to Astro, so that their stories are compiled. It reads the whole record first: while that has an
 * error, `build` fails and `dev` keeps what it had. Facts stay in the record; Astro gets nothing but the place of each story.
 */
export function storyLoader(): Loader {
  return {
    name: 'ownup-stories',
    load: async ({ store, config, watcher, logger }) => {
      const { content, now, isPinned } = environment();
      const sync = (): BrokenRecord | undefined => {
        const { record, findings } = readRecord(filesOnDisk(content), now, isPinned);
        if (!record) return new BrokenRecord(findings, content);
        // Never what another folder, an older schema or a deleted file has left behind.
        store.clear();
        for (const id of shownStories(record)) {
          const filePath = relative(
            fileURLToPath(config.root),
            join(content, postmortemFile({ id })),
          );
          store.set({ id, data: {}, filePath, deferredRender: true });
        }
        return undefined;
      };
      let trouble = sync();
      // In `dev` the check before it has said so already.
      if (trouble && !watcher) throw trouble;
      watcher?.add(content);
      watcher?.on('all', (_event, path) => {
        if (!isInside(path, content)) return;
        const last = trouble;
        trouble = sync();
        if (trouble && trouble.message !== last?.message) logger.error(trouble.message);
        if (!trouble && last) logger.info('The record has no errors any more.');
      });
    },
  };
}
