import { postmortemFile } from '../domain/findings/rule.ts';
import { environment } from '../environment/environment.ts';
import { filesOnDisk } from '../record/files/files.ts';
import { readStory } from '../record/read-source.ts';

/** Whether anything stands below the frontmatter of a postmortem. */
export const hasStory = (id: string): boolean =>
  readStory(filesOnDisk(environment().content), postmortemFile({ id })).body.trim() !== '';
