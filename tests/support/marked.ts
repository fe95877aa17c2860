import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import type { Example } from '../../src/domain/findings/rule.ts';
import { edited } from './edit.ts';

const mark = '▸';

/** An edit of the model in which `▸` shows where the finding must point: the files without the mark, and its place as `file:line:column`. */
export function marked(edits: Omit<Example, 'title'> | readonly Omit<Example, 'title'>[]): {
  files: Record<string, string>;
  place: string;
} {
  const files = edited(edits, exampleRecord);
  const [[file, text] = ['', ''], ...others] = Object.entries(files).filter(([, content]) =>
    content.includes(mark),
  );
  const [before = '', after, ...more] = text.split(mark);
  if (after === undefined || more.length || others.length)
    throw new Error(`There must be exactly one ${mark}.`);
  const lines = before.split('\n');
  return {
    files: { ...files, [file]: before + after },
    place: `${file}:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`,
  };
}
