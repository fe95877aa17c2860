import { isMap, isScalar, parseDocument } from 'yaml';

/** An issue in its two parts: keys as text and lists of text, and the Markdown below. */
export interface Issue {
  keys: Map<string, string | string[]>;
  /** Keys that stand there more than once. */
  repeated: string[];
  body: string;
}

const fences = /^\s*---[ \t]*\n([\s\S]*?)(?<=\n)---[ \t]*(?:\n|$)/;
const braces = /^\s*(\{\n[\s\S]*?\n\})[ \t]*(?:\n|$)/;

const nothing = new Set(['', '~', 'null', 'Null', 'NULL', 'None']);

/** Text, or a list of it; whatever is deeper is written as JSON. */
function plain(value: unknown): string | string[] | undefined {
  if (value === null || value === undefined || nothing.has(String(value).trim())) return undefined;
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.flatMap((item) => plain(item) ?? []);
  return JSON.stringify(value instanceof Map ? Object.fromEntries(value) : value);
}

/** What stands before the body; a string says why it cannot be understood. */
function split(text: string): { yaml: string; above: number; body: string } | string {
  const found = fences.exec(text) ?? braces.exec(text);
  const yaml = found?.[1] ?? '';
  if (found)
    return {
      yaml,
      above: text.slice(0, text.indexOf(yaml)).split('\n').length - 1,
      body: text.slice(found[0].length),
    };
  if (/^\s*\+\+\+/.test(text))
    return 'its frontmatter is TOML; rewrite it as YAML between two lines of “---”';
  if (/^\s*---/.test(text)) return 'its frontmatter has no end; add a line “---” below it';
  return 'it has no frontmatter; begin it with title and date between two lines of “---”';
}

/** Parses an issue. Every value stays the text that it was; a string says why the file cannot be understood. */
export function parseIssue(text: string): Issue | string {
  const parts = split(text);
  if (typeof parts === 'string') return parts;
  // The failsafe schema leaves every scalar alone: a title that looks like a number stays what it was, a time keeps its missing zone.
  const doc = parseDocument(parts.yaml, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: true,
  });
  const [error] = doc.errors;
  if (error)
    return `its frontmatter cannot be understood in line ${parts.above + (error.linePos?.[0].line ?? 0)} (${error.message.split(/ at line |\n/)[0]})`;
  if (!isMap(doc.contents)) return 'its frontmatter has no keys';
  const names = doc.contents.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''));
  let values: unknown;
  try {
    values = doc.toJS({ maxAliasCount: 50 });
  } catch {
    return 'its frontmatter refers to itself too often';
  }
  const keys = new Map<string, string | string[]>();
  for (const [name, value] of Object.entries(values as object)) {
    const found = plain(value);
    if (found !== undefined) keys.set(name, found);
  }
  return {
    keys,
    repeated: names.filter((name, index) => names.indexOf(name) !== index),
    body: parts.body,
  };
}
