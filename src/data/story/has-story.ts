import { postmortemFile } from '../../domain/findings/rule.ts';
import { environment } from '../../environment.ts';
import { filesOnDisk } from '../files.ts';
import { readStory } from '../read-source.ts';

/** Whether anything stands below the frontmatter of a postmortem. */
export const hasStory = (id: string): boolean =>
  readStory(filesOnDisk(environment().content), postmortemFile({ id })).body.trim() !== '';
