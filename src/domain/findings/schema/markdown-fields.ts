import { z } from 'zod';
import { markdown } from '../../text.ts';
import type { Path } from '../finding.ts';
import { type SchemaNode, nodeOf, schemaAt, unwrap } from './node.ts';

const isMarkdown = (node: SchemaNode): boolean => {
  const { options, innerType } = node.def;
  if (options) return options.some(isMarkdown);
  return innerType
    ? isMarkdown(innerType)
    : markdown.has(node as unknown as z.ZodType) ||
        Boolean(markdown.get(node as unknown as z.ZodType));
};

/** Every text in `value` that `schema` calls Markdown, and the way to it. */
export function markdownFields(schema: z.ZodType, value: unknown): { path: Path; text: string }[] {
  const visit = (at: unknown, path: Path): { path: Path; text: string }[] => {
    if (typeof at === 'string') {
      const node = schemaAt(nodeOf(schema), path, value);
      return node && isMarkdown(unwrap(node).def.options ? unwrap(node) : node)
        ? [{ path, text: at }]
        : [];
    }
    if (Array.isArray(at)) return at.flatMap((item, index) => visit(item, [...path, index]));
    if (typeof at === 'object' && at !== null)
      return Object.entries(at).flatMap(([key, item]) => visit(item, [...path, key]));
    return [];
  };
  return visit(value, []);
}
