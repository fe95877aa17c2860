import { TomlError, parse as parseToml } from 'smol-toml';
import { isMap, parseDocument } from 'yaml';

/** Settings or facts as they stand in a file: capital letters in keys do not matter, and every value is text. */
export type Setting = string | Setting[] | { [key: string]: Setting };

function lower(value: unknown): Setting {
  if (Array.isArray(value)) return value.map(lower);
  if (typeof value !== 'object' || value === null) return String(value ?? '').trim();
  const pairs = Object.entries(value).map(([key, inner]) => [key.toLowerCase(), lower(inner)]);
  return Object.fromEntries(pairs) as Setting;
}

/** Parses YAML, or JSON, which is YAML too. A string says why it cannot be understood. `above`: how many lines stand before. */
export function parseSettings(text: string, above = 0): { settings: Setting } | string {
  // The failsafe schema leaves every scalar alone: a title that looks like a number stays what it was.
  const doc = parseDocument(text, { schema: 'failsafe', prettyErrors: true });
  const [error] = doc.errors;
  const line = above + (error?.linePos?.[0].line ?? 1);
  if (error)
    return `cannot be understood in line ${line} (${error.message.split(/ at line |\n/)[0]})`;
  if (!isMap(doc.contents)) return 'has no keys';
  try {
    return { settings: lower(doc.toJS({ maxAliasCount: 50 })) };
  } catch {
    return 'refers to itself too often';
  }
}

/** The same for TOML. */
export function parseTomlSettings(text: string, above = 0): { settings: Setting } | string {
  try {
    return { settings: lower(JSON.parse(JSON.stringify(parseToml(text)))) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [why] = error.message.split('\n');
    return `cannot be understood in line ${above + error.line} (${why})`;
  }
}

/** A list; one value alone is a list of it, and no value is an empty one. */
export function listIn(setting: Setting | undefined, key: string): Setting[] {
  const found = typeof setting === 'object' && !Array.isArray(setting) ? (setting[key] ?? []) : [];
  return [found]
    .flat()
    .filter((one) => typeof one !== 'string' || !/^(\s*|~|null|none)$/i.test(one));
}

/** A value as text; lists and maps are written as JSON. */
export function textIn(setting: Setting | undefined, key: string): string | undefined {
  const [only, ...more] = listIn(setting, key);
  return more.length || typeof only === 'object' ? JSON.stringify([only, ...more]) : only;
}

/** `undefined` where nothing is said. */
export function flagIn(setting: Setting | undefined, key: string): boolean | undefined {
  const text = textIn(setting, key) ?? '';
  return (
    /^(true|yes|y|on|1)$/i.test(text) || (/^(false|no|n|off|0)$/i.test(text) ? false : undefined)
  );
}
