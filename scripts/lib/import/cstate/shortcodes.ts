import type { Note } from './losses.ts';

/** Stands where a `track` shortcode stood, around its time. No file has these signs: `decode` takes them out. */
export const track = /\uE000([^\uE000\uE001]*)\uE001/g;

const anyShortcode =
  /\{\{[<%]\s*(\/?)\s*([\w/-]+)((?:"[^"]*"|'[^']*'|`[^`]*`|[^"'`])*?)\/?\s*[>%]\}\}/g;

/** Replaces shortcodes: `track`, and those named after it, by a sign with their time, links to issues by their addresses. Of others only what they enclose is kept. */
export function withoutShortcodes(text: string, note: Note): string {
  const replaced = text.replace(
    anyShortcode,
    (source, closing: string, name: string, list: string) => {
      const argument = list.trim().replace(/^["'`“]|["'`”]$/g, '');
      if (name.endsWith('track')) return closing ? '' : `\uE000${argument}\uE001`;
      const [, page] = /^\/?(?:issues\/)?([^/#]+?)(?:\.\w+)?$/.exec(argument) ?? [];
      if (page && /^(rel)?ref$/.test(name)) return `/issues/${page}/`;
      if (!closing) note('shortcode', source);
      return '';
    },
  );
  return replaced.replace(/\{\{([<%])\/\*([\s\S]*?)\*\/([>%])\}\}/g, '{{$1$2$3}}');
}
