import { markdownToMdast } from 'satteri';
import { apply } from './edits.ts';
import { features, withParents } from './tree.ts';

const entity = /&(?:[a-z][a-z\d]*|#\d{1,7}|#x[\da-f]{1,6});/gi;

/** The character that an entity stands for, so that Markdown takes it for nothing else. */
function character(source: string): string {
  const [text] = [...withParents(markdownToMdast(source, { features }))].filter(
    ({ node }) => node.type === 'text',
  );
  const value = text && 'value' in text.node ? text.node.value : source;
  if (value === source || /[\p{Cc}\p{Cf}\p{Co}]/u.test(value)) return source;
  return value.replaceAll('\u00A0', ' ').replace(/[\\*_[\]<>`~#&|]/g, '\\$&');
}

/** Markdown in which entities are the characters that they stand for. Code is left alone. */
export function withoutEntities(markdown: string): string {
  const texts = [...withParents(markdownToMdast(markdown, { features }))].filter(
    ({ node }) => node.type === 'text',
  );
  return apply(
    markdown,
    texts.flatMap(({ start, end }) =>
      [...markdown.slice(start, end).matchAll(entity)].map(({ index, 0: found }) => ({
        start: start + index,
        end: start + index + found.length,
        text:
          found === '&amp;' && /^[^\w#]/.test(markdown.slice(start + index + found.length))
            ? '&'
            : character(found),
      })),
    ),
  );
}
