import { realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';
import { decoded } from '../../domain/redirect.ts';
import { isInside } from '../../environment/is-inside.ts';
import { project } from '../../environment/project.ts';
import { type Files, filesOnDisk } from '../../record/files/files.ts';
import { layoutOf } from '../../record/files/layout.ts';
import { storyFindings } from '../../record/guard-findings.ts';
import type { Pages } from '../../domain/pages.ts';
import { readStory } from '../../record/read-source.ts';
import { BrokenRecord } from '../../record/report.ts';
import { type PicturesOfStories, pictureFilesIn, readPictures } from './story-pictures.ts';
import { currentReading } from '../reading.ts';
import { shownStories } from '../shown-stories.ts';

/**
 * The story as the compiler gets it: character for character what the guard has read, because the compiler would see code where a space
 * before it were gone. Only empty lines at the top become a frontmatter without facts, so that every line keeps its number.
 */
function underEmptyFrontmatter(body: string): string {
  const [emptyLines = ''] = /^\n*/.exec(body) ?? [];
  return `---\n${emptyLines.slice(2)}---\n${body.slice(emptyLines.length)}`;
}

/** The names that modules in a folder can have: Vite follows links, and we do not. */
function namesOf(folder: string): string[] {
  try {
    return [folder, realpathSync(folder)];
  } catch {
    return [folder];
  }
}

/** An address within a content folder: the file, relative to it with forward slashes, and what stands behind its question mark. */
interface Asked {
  path: string;
  file: string;
  query: string;
}

/** Reads what an address within `content` asks for; `undefined` for one that leads elsewhere. */
function readerOf(content: string): (address?: string) => Asked | undefined {
  const folders = namesOf(content);
  return (address = '') => {
    const [path = '', ...query] = address.split('?');
    const folder = folders.find((name) => isInside(path, name));
    return folder === undefined
      ? undefined
      : { path, file: relative(folder, path).replaceAll(sep, '/'), query: query.join('?') };
  };
}

/** The id of a story. @throws Error for all else */
function storyOf({ file, query }: Asked): string {
  const [id] = layoutOf([file]).postmortems;
  if (id === undefined || query !== '')
    throw new Error(`${file} is not a story. Nothing else in the content folder is ever loaded.`);
  return id;
}

/** Whether a file can be read. There is a gate for each story, and to list the folder each time would take longer than to read it. */
const isThere =
  (files: Files) =>
  (file: string): boolean => {
    try {
      return files.read(file).length > 0;
    } catch {
      return false;
    }
  };

/** A story that is fit to become code, as it is read now, and the files of its pictures. @throws BrokenRecord */
function judged(files: Files, file: string, pages: Pages, content: string) {
  const { body, source } = readStory(files, file);
  const findings = [...source.findings, ...storyFindings(file, body, isThere(files), pages)];
  const stop = (): void => {
    if (findings.some(({ level }) => level === 'error')) throw new BrokenRecord(findings, content);
  };
  stop();
  const filesIn = pictureFilesIn(body);
  const pictures = readPictures(filesIn, files);
  findings.push(...pictures.findings);
  stop();
  return { body, shown: pictures.shown, pictureFiles: [...filesIn.values()] };
}

/**
 * The last gate before a story becomes code: every MDX module of the content folder is read here and nowhere else, is refused if the guard
 * finds anything, and is passed on without its frontmatter, which the compiler would otherwise take instructions from. Its pictures are
 * read and judged with it, and kept in `pictures`. No other file of the folder becomes a module, whatever asks for it.
 */
export function storyGuard(content: string, pictures: PicturesOfStories = new Map()): Plugin {
  const read = readerOf(content);
  let changes = false;
  return {
    name: 'ownup-story-guard',
    enforce: 'pre',
    configResolved({ command }) {
      changes = command === 'serve';
    },
    // Vite would send a story as it is to whoever asks for it by where it lies.
    configureServer({ middlewares }) {
      middlewares.use(({ url = '' }, response, next) => {
        const [, path] = /\/@fs(\/[^?#]*)/.exec(decoded(url)) ?? [];
        if (!read(path)) return next();
        response.writeHead(403).end();
      });
    },
    resolveId: {
      // Before anybody follows a link: what lies in the content folder keeps its name, and under that it is loaded or refused.
      order: 'pre',
      async handler(source, importer, options) {
        const asked = read(source);
        if (asked) return source;
        if (!read(importer)) return undefined;
        if (/^[./]/.test(source)) throw new Error(`A story imports ${source}.`);
        // A content folder outside the project has no packages of its own.
        return this.resolve(source, join(project, 'package.json'), { ...options, skipSelf: true });
      },
    },
    load: {
      order: 'pre',
      handler(id) {
        const asked = read(id);
        if (!asked) {
          if (/\.mdx(\?|$)/.test(id)) throw new Error(`${id} is not in the content folder.`);
          return undefined;
        }
        const story = storyOf(asked);
        const files = filesOnDisk(content);
        const { record, pages } = currentReading(content);
        // While `dev` runs beside a build, Astro may ask for a draft.
        const named = record?.postmortems.filter((one) => one.id === story);
        if (named && shownStories({ postmortems: named }).length === 0)
          return underEmptyFrontmatter('');
        const { body, shown, pictureFiles } = judged(files, asked.file, pages, content);
        pictures.set(asked.path, shown);
        if (changes) for (const file of pictureFiles) this.addWatchFile(join(content, file));
        return underEmptyFrontmatter(body);
      },
    },
  };
}
