import { Document, Scalar, isMap, isScalar, visit } from 'yaml';

const longLine = 100;
const inOneLine = new Set(['impact', 'scheduled', 'moved_from']);

/** A value in YAML, as a person would write it. */
export function yamlOf(value: unknown): string {
  const doc = new Document(value, { aliasDuplicateObjects: false });
  visit(doc, {
    Scalar(key, node) {
      if (
        key === 'value' &&
        typeof node.value === 'string' &&
        (node.value.includes('\n') || node.value.length > longLine)
      )
        node.type = Scalar.BLOCK_LITERAL;
    },
    Pair(_, { key, value: node }) {
      if (!isScalar(key) || !inOneLine.has(String(key.value))) return;
      if (isMap(node)) node.flow = true;
      else visit(node as never, { Map: (_key, map) => void (map.flow = true) });
    },
  });
  return doc.toString({ lineWidth: 0 });
}

/** A file of the record: its schema for the editor, then its facts. */
export const toYaml = (schema: string, value: unknown): string =>
  `# yaml-language-server: $schema=${schema}\n${yamlOf(value)}`;
