import type { Note } from './loss.ts';
import { readMoment } from './moment.ts';

/** Stands in the text where a `track` shortcode stood; the number is its place in `times`. No source has these characters: `decode` takes them out. */
export const track = (index: number): string => `\uE000${index}\uE001`;
export const trackPattern = /\uE000(\d+)\uE001/;

const anyShortcode =
  /\{\{[<%]\s*(\/?)\s*([\w/-]+)((?:"[^"]*"|'[^']*'|`[^`]*`|[^"'`])*?)\/?\s*[>%]\}\}/g;
const escaped = /\{\{([<%])\/\*([\s\S]*?)\*\/([>%])\}\}/g;

/** The first argument, or the named one, in whatever quotes. */
function argument(list: string, name?: string): string | undefined {
  const quoted = '"([^"]*)"|\'([^\']*)\'|`([^`]*)`|“([^”]*)”';
  const found = new RegExp(
    name ? `\\b${name}\\s*=\\s*(?:${quoted}|(\\S+))` : `^\\s*(?:${quoted}|(.+))`,
  ).exec(list.trim());
  return found
    ?.slice(1)
    .find((group) => group !== undefined)
    ?.trim();
}

/** The address of a page by the name of its file; issues need no folder. */
function reference(list: string): string {
  const path = (argument(list) ?? '')
    .replace(/^\/+/, '')
    .replace(/\/?(_?index)?(\.\w+)?(#.*)?$/, '$3');
  const [page = '', anchor] = path.split('#');
  return `/${page.includes('/') ? page : `issues/${page}`}/${anchor ? `#${anchor}` : ''}`;
}

/** Replaces shortcodes: `track` by a sign, links to pages by their addresses, figures by pictures. Of others only what they enclose is kept. */
export function readShortcodes(text: string, note: Note): { text: string; times: string[] } {
  const times: string[] = [];
  const replaced = text.replace(
    anyShortcode,
    (source, closing: string, name: string, list: string) => {
      if (name === 'track') return closing ? '' : track(times.push(argument(list) ?? '') - 1);
      if (name === 'ref' || name === 'relref') return `site:${reference(list)}`;
      if (name === 'figure' && argument(list, 'src')) {
        return `![${argument(list, 'alt') ?? argument(list, 'caption') ?? ''}](${argument(list, 'src')})`;
      }
      if (!closing) note('shortcode', source);
      const given = argument(list);
      return given && readMoment(given, 'UTC') ? given : '';
    },
  );
  return { text: replaced.replace(escaped, '{{$1$2$3}}'), times };
}
