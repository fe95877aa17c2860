import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { Pages } from '../../domain/pages.ts';
import { environment } from '../../environment.ts';
import { type Files, filesOnDisk } from '../files.ts';
import { layoutOf } from '../layout.ts';
import { storyFindings } from '../guard/findings.ts';
import { readRecord } from '../read-record.ts';
import { readStory } from '../read-source.ts';
import { BrokenRecord } from '../report.ts';

const project = join(dirname(fileURLToPath(import.meta.url)), '../../../package.json');

/**
 * The story as the compiler gets it: character for character what the guard has read, because the compiler would see code where a space
 * before it were gone. Only empty lines at the top become a frontmatter without facts, so that every line keeps its number.
 */
function underEmptyFrontmatter(body: string): string {
  const [emptyLines = ''] = /^\n*/.exec(body) ?? [];
  return `---\n${emptyLines.slice(2)}---\n${body.slice(emptyLines.length)}`;
}

/**
 * The last gate before a story becomes code: every MDX module of the content folder is read here and nowhere else, is refused if the guard
 * finds anything, and is passed on without its frontmatter, which the compiler would otherwise take instructions from.
 */
export function storyGuard(content: string): Plugin {
  const inContent = (path: string | undefined): boolean =>
    path !== undefined && path.startsWith(content + sep);
  let changes = false;
  let known: Pages | undefined;
  /** Where links may lead. The record is read once for a build, and each time where it changes. */
  const pagesOf = (files: Files): Pages => {
    if (changes || !known) known = readRecord(files, environment().now).pages;
    return known;
  };
  return {
    name: 'ownup-story-guard',
    enforce: 'pre',
    configResolved({ command }) {
      changes = command === 'serve';
    },
    async resolveId(source, importer, options) {
      if (!inContent(importer) || /^[./]/.test(source)) return undefined;
      // A content folder outside the project has no packages of its own.
      return this.resolve(source, project, { ...options, skipSelf: true });
    },
    load(id) {
      const [path = ''] = id.split('?');
      if (!path.endsWith('.mdx')) return undefined;
      if (!inContent(path)) throw new Error(`${basename(path)} is not in the content folder.`);
      const files = filesOnDisk(content);
      const file = relative(content, path).replaceAll(sep, '/');
      const { body, source } = readStory(files, file);
      const findings = [
        ...source.findings,
        ...storyFindings(file, body, layoutOf(files.list()).pictures, pagesOf(files)),
      ];
      if (findings.some(({ level }) => level === 'error'))
        throw new BrokenRecord(findings, content);
      return underEmptyFrontmatter(body);
    },
  };
}
