import { lookingAtPages } from '../support/looking-at-pages.ts';
import { sites } from './built.ts';

const { lookAtAll } = lookingAtPages();

// These take as long as the pages of the calm day: two files share the work.
for (const name of ['trouble', 'history', 'german'] as const) lookAtAll(name, sites[name]);
