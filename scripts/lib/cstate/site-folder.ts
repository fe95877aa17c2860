import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';

/** A cState site as it lies on disk. Names are relative to its folder, with forward slashes. */
export interface SiteFolder {
  config: string;
  issues: string[];
  /** Pages that are no issues, and what lies among the issues without being one. */
  others: string[];
  read: (file: string) => Uint8Array;
}

const configNames = ['config', 'hugo'].flatMap((name) => [
  `${name}.yml`,
  `${name}.yaml`,
  `${name}.json`,
  `${name}.toml`,
]);
const configFiles = [...configNames, ...configNames.map((name) => `config/_default/${name}`)];
/** Issues lie in the content folder; with several languages, in a folder of one of them. */
function issueFolder(root: string): string | undefined {
  const languages = existsSync(join(root, 'content'))
    ? readdirSync(join(root, 'content')).sort()
    : [];
  const folders = [
    'content/issues',
    'issues',
    'content/en/issues',
    ...languages.map((language) => `content/${language}/issues`),
  ];
  return folders.find((folder) => existsSync(join(root, folder)));
}

const pageEndings = new Set(['.md', '.markdown', '.mdown', '.html', '.htm']);

function walk(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry) =>
      entry.isDirectory() ? walk(root, `${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
    )
    .sort();
}

const isPage = (file: string): boolean => pageEndings.has(extname(file).toLowerCase());
const isIssue = (file: string): boolean => isPage(file) && !basename(file).startsWith('_index.');

/** Looks at the folder of a cState site; a string says why it is none that can be imported. */
export function openSite(root: string): SiteFolder | string {
  if (!existsSync(root) || !statSync(root).isDirectory()) return `“${root}” is not a folder.`;
  const config = configFiles.find((file) => existsSync(join(root, file)));
  if (!config)
    return `There is no config.yml in “${root}”. Name the folder of the cState site, the one with config.yml in it.`;
  if (config.endsWith('.toml'))
    return `“${config}” is TOML, which is not supported. Write the same settings as YAML into config.yml, remove ${config}, and try again.`;
  const folder = issueFolder(root);
  if (!folder)
    return `There are no issues in “${root}”: neither content/issues nor issues is there.`;
  const found = walk(root, folder);
  const pages = folder.startsWith('content/')
    ? walk(root, 'content').filter((file) => isPage(file) && !file.startsWith(`${folder}/`))
    : [];
  return {
    config,
    issues: found.filter(isIssue),
    others: [...found.filter((file) => !isIssue(file)), ...pages],
    read: (file) => readFileSync(join(root, file)),
  };
}

/** What an issue is called in addresses: its file name, or the folder's if it lies there as `index.md`. */
export function nameOf(file: string): string {
  const name = basename(file, extname(file));
  return name === 'index' ? basename(dirname(file)) : name;
}
