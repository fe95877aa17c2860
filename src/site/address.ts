import { decoded } from '../domain/redirect.ts';
import { environment } from '../environment/environment.ts';
import { filesOnDisk } from '../record/files/files.ts';
import { parseYaml } from '../record/yaml/source.ts';
import { readText } from '../record/files/text-file.ts';

/** What the site is set up with: its origin, the path under it as it stands in addresses, with a slash at both ends, and its language. */
export interface Address {
  origin: string;
  base: string;
  language: string;
}

const slashed = (path: string): string =>
  encodeURI(`/${decoded(path).replace(/^\/+|\/+$/g, '')}/`.replace('//', '/'));

/** The address in site.yaml, and OWNUP_BASE over it. A record that cannot be read gets a made-up one: `check` says what is wrong with it. */
export function siteAddress({
  content,
  base,
}: Pick<ReturnType<typeof environment>, 'content' | 'base'>): Address {
  const { text } = readText(filesOnDisk(content), 'site.yaml');
  const value =
    text === undefined
      ? undefined
      : (parseYaml('site.yaml', text).value as { url?: unknown; language?: unknown } | undefined);
  const url = URL.parse(String(value?.url)) ?? new URL('http://localhost:4321/');
  return {
    origin: url.origin,
    base: slashed(base ?? url.pathname),
    language: String(value?.language ?? 'en'),
  };
}
