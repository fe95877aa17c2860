import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';

/** A cState site as it lies on disk. Names are relative to its folder, with forward slashes. */
export interface SiteFolder {
  config: string;
  issues: string[];
  /** Pages that are no issues, and what lies among the issues without being one. */
  others: string[];
  read: (file: string) => Uint8Array;
}

const configFiles = ['config', 'hugo', 'config/_default/config', 'config/_default/hugo'].flatMap(
  (name) => ['yml', 'yaml', 'json', 'toml'].map((ending) => `${name}.${ending}`),
);

function filesIn(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)).replaceAll('\\', '/'))
    .filter((path) => !/(^|\/)\./.test(path))
    .sort();
}

const isPage = (file: string): boolean => /\.(md|markdown|mdown|html?)$/i.test(file);

/** Looks at the folder of a cState site; a string says why it is none that can be imported. */
export function openSite(root: string): SiteFolder | string {
  const config = configFiles.find((file) => existsSync(join(root, file)));
  if (!config)
    return `There is no config.yml in “${root}”. Name the folder of the cState site, the one with config.yml in it.`;
  const content = filesIn(root, 'content');
  // With several languages, issues lie in a folder of one of them.
  const [, folder = 'issues'] =
    content.map((file) => /^(content\/(?:[^/]+\/)?issues)\//.exec(file)).find(Boolean) ?? [];
  const found = filesIn(root, folder);
  if (!found.length)
    return `There are no issues in “${root}”: neither in content/issues nor in issues.`;
  const issues = found.filter((file) => isPage(file) && !basename(file).startsWith('_index.'));
  const others = [...found, ...content.filter(isPage)].filter((file) => !issues.includes(file));
  return {
    config,
    issues,
    others: [...new Set(others)],
    read: (file) => readFileSync(join(root, file)),
  };
}

/** What an issue is called in addresses: its file name, or the folder’s if it lies there as `index.md`. */
export const nameOf = (file: string): string =>
  basename(basename(file, extname(file)) === 'index' ? dirname(file) : file, extname(file));
