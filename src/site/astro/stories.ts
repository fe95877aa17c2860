import { join } from 'node:path';
import type { Plugin } from 'vite';
import { postmortemFile } from '../../domain/findings/rule.ts';
import { isInside } from '../../environment/is-inside.ts';
import { filesOnDisk } from '../../record/files/files.ts';
import { readStory } from '../../record/read-source.ts';
import { BrokenRecord } from '../../record/report.ts';
import { currentReading } from '../reading.ts';
import { shownStories } from '../shown-stories.ts';

/** Under this name pages import the stories; `src/env.d.ts` says what is in it. */
const name = 'ownup:stories';
const resolved = `\0${name}`;

/** Where the story of each postmortem that has one is, by its id. @throws BrokenRecord */
function placesIn(content: string): [id: string, path: string][] {
  const files = filesOnDisk(content);
  const { record, findings } = currentReading(content);
  if (!record) throw new BrokenRecord(findings, content);
  return shownStories(record)
    .filter((id) => readStory(files, postmortemFile({ id })).body.trim() !== '')
    .map((id) => [id, join(content, postmortemFile({ id }))]);
}

/** Hands the stories of a record to the pages: what stands below the frontmatter of its postmortems, compiled when a page asks for it. */
export function stories(content: string): Plugin {
  return {
    name: 'ownup-stories',
    configureServer: ({ watcher }) => void watcher.add(content),
    resolveId: (source) => (source === name ? resolved : undefined),
    load(id) {
      if (id !== resolved) return undefined;
      const entries = placesIn(content).map(
        ([story, path]) => `${JSON.stringify(story)}: () => import(${JSON.stringify(path)}),`,
      );
      return `export const stories = {\n${entries.join('\n')}\n};`;
    },
    // A postmortem may have come, gone, or got its first story.
    hotUpdate({ file, modules }) {
      const list = this.environment.moduleGraph.getModuleById(resolved);
      return list && isInside(file, content) ? [...modules, list] : undefined;
    },
  };
}
