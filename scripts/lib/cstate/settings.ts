import { parseDocument } from 'yaml';

/** Settings as they stand in the configuration; capital letters in keys do not matter, and every value is text. */
export type Setting = string | Setting[] | { [key: string]: Setting };

const lower = (value: unknown): Setting => {
  if (Array.isArray(value)) return value.map(lower);
  if (typeof value !== 'object' || value === null) return String(value ?? '');
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.toLowerCase(), lower(inner)]),
  );
};

/** Parses a configuration (JSON is YAML, too); an error says where it cannot be understood. */
export function parseSettings(text: string): { settings: Setting } | { error: string } {
  const doc = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, prettyErrors: true });
  const [error] = doc.errors;
  if (error)
    return {
      error: `cannot be understood in line ${error.linePos?.[0].line ?? 1} (${error.message.split(/ at line |\n/)[0]})`,
    };
  try {
    return { settings: lower(doc.toJS({ maxAliasCount: 50 })) };
  } catch {
    return { error: 'refers to itself too often' };
  }
}

export const inside = (setting: Setting | undefined, key: string): Setting | undefined =>
  typeof setting === 'object' && !Array.isArray(setting) ? setting[key] : undefined;

export function textIn(setting: Setting | undefined, key: string): string | undefined {
  const found = inside(setting, key);
  return typeof found === 'string' && !['', 'null', '~'].includes(found.trim())
    ? found.trim()
    : undefined;
}

export function listIn(setting: Setting | undefined, key: string): Setting[] {
  const found = inside(setting, key);
  return Array.isArray(found) ? found : [];
}

export const isTrue = (setting: Setting | undefined, key: string): boolean =>
  /^(true|yes|on)$/i.test(textIn(setting, key) ?? '');
