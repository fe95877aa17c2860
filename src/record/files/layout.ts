import { canonicalTag, isLanguage } from '../../domain/language.ts';
import { isId } from '../../domain/text.ts';
import { pictureFile } from '../guard/allowed.ts';

/** Styles of the company, over ours. */
export const themeFile = 'theme.css';

/** What is there for words of the interface, with a tag that is one or not. */
export const translationFile = /^strings\/[^/]+\.ya?ml$/;

/** The parts of a content folder. */
export interface Layout {
  all: ReadonlySet<string>;
  /** Ids of incidents, postmortems and templates: their file names without the ending. */
  incidents: string[];
  postmortems: string[];
  templates: string[];
  pictures: string[];
  /** The tags of the languages in which the company says something in its own words. */
  translations: string[];
  /** Whether the company has styles of its own. */
  hasTheme: boolean;
  unexpected: string[];
}

/** Names that pages of the site have already: years of the history, the older postmortems. */
const reserved = { incidents: /^\d{4}$/, postmortems: /^older$/ };

const isFree = (name: string, kind: keyof typeof reserved): boolean =>
  isId(name) && !reserved[kind].test(name);

const isTag = (name: string): boolean => canonicalTag(name) === name && isLanguage(name);

/** Files that stand beside the record; one with a number behind it is a lock that was not finished, and what it was to replace is still there. */
const known =
  /^(site\.yaml|theme\.css|services\.yaml|credits\.yaml|actions\.lock\.json(\.\d+)?|README\.md|LICENSE(\.\w+)?)$/;

export function layoutOf(files: readonly string[]): Layout {
  const layout: Layout = {
    all: new Set(files),
    incidents: [],
    postmortems: [],
    templates: [],
    pictures: [],
    translations: [],
    hasTheme: files.includes(themeFile),
    unexpected: [],
  };
  for (const file of files) {
    const [, folder, name = '', ending] =
      /^(incidents|postmortems|templates|strings)\/([^/]+)\.(yaml|mdx)$/.exec(file) ?? [];
    if (folder === 'incidents' && ending === 'yaml' && isFree(name, 'incidents'))
      layout.incidents.push(name);
    else if (folder === 'postmortems' && ending === 'mdx' && isFree(name, 'postmortems'))
      layout.postmortems.push(name);
    else if (folder === 'templates' && ending === 'yaml' && isId(name)) layout.templates.push(name);
    else if (folder === 'strings' && ending === 'yaml' && isTag(name))
      layout.translations.push(name);
    else if (file.startsWith('postmortems/') && pictureFile.test(file)) layout.pictures.push(file);
    else if (!known.test(file)) layout.unexpected.push(file);
  }
  return layout;
}
